"""Italian words that agree with their noun: `1` and halves.

Voices say “uno minuto” and “uno ora”. What a noun is, only a list can tell; it has those of
workouts. All other numbers are the same beside every noun.
"""

from collections.abc import Iterator

_FEMININE = (
    "ripetizion[ei]|serie|tenut[ae]|volt[ae]|respirazion[ei]|settiman[ae]|vasc(?:a|he)|calori[ae]"
    "|chilocalori[ae]|libbr[ae]|iard[ae]|session[ei]|paus[ae]|flession[ei]|trazion[ei]|gamb[ae]"
    "|man[oi]|spint[ae]|contrazion[ei]|rotazion[ei]|pulsazion[ei]"
)
_MASCULINE = (
    "second[oi]|minut[oi]|metr[oi]|chilometr[oi]|centimetr[oi]|millimetr[oi]|litr[oi]|millilitr[oi]"
    "|chil[oi]|chilogramm[oi]|gramm[oi]|grad[oi]|giri|giro|respir[oi]|round|set|lat[oi]|pass[oi]"
    "|piegament[oi]|affond[oi]|burpee|salt[oi]|colp[oi]|cicl[oi]|miglio|pollic[ei]|circol[oi]"
    "|bracci[oa]|pied[ei]|crunch|plank|balz[oi]|battit[oi]"
)
_VOWEL_FEMININE = "or[ae]"
_VOWEL_MASCULINE = "esercizi[o]?|allungament[oi]|addominal[ei]|att[oi]"
_ONE_AND_A_HALF = (
    ("or[ae]", "un'ora", "mezza"),
    ("minut[oi]", "un minuto", "mezzo"),
    ("chilometr[oi]", "un chilometro", "mezzo"),
    ("metr[oi]", "un metro", "mezzo"),
    ("litr[oi]", "un litro", "mezzo"),
    ("chil[oi]", "un chilo", "mezzo"),
    ("gir[oi]", "un giro", "mezzo"),
)
_START = r"(?<![\w.,:/+-])"


def agreeing(amount: str) -> dict[str, str]:
    """Return expressions of such words beside their nouns, and what is said for them.

    `amount` is the expression of a place where a number is an amount, and not that of a part.
    """
    return {
        # “Ogni minuto e 30”: what comes again and again has no article.
        rf"(?<!\w)([Oo]gni) 1 {_before('minuto|secondo|ora|chilometro|giro')}": r"\1 ",
        **dict(_parts()),
        **{
            rf"{amount}{_START}1 {_before(nouns)}": one
            for nouns, one in (
                (_FEMININE, "una "),
                (_VOWEL_FEMININE, "un'"),
                (f"{_MASCULINE}|{_VOWEL_MASCULINE}", "un "),
            )
        },
    }


def _before(nouns: str) -> str:
    return rf"(?=(?:{nouns})(?!\w))"


def _parts() -> Iterator[tuple[str, str]]:
    """Yield parts of a noun, and a number with a part, which goes around it: `2 ore e mezza`."""
    yield rf"(?<!e )(?<!\w)mezzo {_before(_VOWEL_FEMININE)}", "mezz'"
    yield rf"(?<!e )(?<!\w)mezzo {_before(_FEMININE)}", "mezza "
    parts = "e un quarto|e un terzo|e due terzi|e tre quarti"
    # One and a half is more than one, but said in the singular.
    for several, one, half in _ONE_AND_A_HALF:
        yield rf"{_START}1 e mezzo {several}(?!\w)", f"{one} e {half}"
        yield rf"{_START}1 ({parts}) {several}(?!\w)", rf"{one} \1"
    for nouns, half in ((f"{_FEMININE}|{_VOWEL_FEMININE}", "mezza"), (_MASCULINE, "mezzo")):
        yield rf"{_START}(\d{{1,3}}) e mezzo ({nouns})(?!\w)", rf"\1 \2 e {half}"
    nouns = f"{_FEMININE}|{_VOWEL_FEMININE}|{_MASCULINE}"
    yield rf"{_START}(\d{{1,3}}) ({parts}) ({nouns})(?!\w)", r"\1 \3 \2"
    yield rf"(?<!e )(?<!\w)((?:un|due|tre) (?:terz[oi]|quart[oi])) {_before(nouns)}", r"\1 di "
