"""German words that agree with their noun: an article for `1`, a half, right and left.

Voices say "eins Minute" and "ein halb Minute". What a noun is, only a list can tell; it has those
of workouts.
"""

from collections.abc import Iterator

_FEMININE = (
    r"Minute|Kniebeuge|Sekunde|Stunde|Woche|Wiederholung|Runde|Übung|Serie|Pause|Bahn|Länge|Meile"
    r"|Kalorie|Kilokalorie|Hand|Seite|Schulter|Hüfte|Ferse|Atmung|Dehnung|\w{0,20}[Dd]rehung"
    r"|\w{0,20}[Bb]eugung|\w{0,20}[Ss]treckung"
)
_MASCULINE = (
    "Atemzug|Satz|Durchgang|Schritt|Schlag|Tag|Meter|Kilometer|Zentimeter|Millimeter|Liter"
    "|Milliliter|Grad|Burpee|Klimmzug|Ausfallschritt|Sprung|Arm|Fuß|Ellbogen|Ellenbogen|Oberschenkel"
)
_NEUTER = "Kilogramm|Kilo|Gramm|Pfund|Prozent|Bein|Knie|Mal"
# Where they lead, the noun is in the accusative or dative.
_WITH_ACCUSATIVE = "[Ff]ür|[Uu]m|[Oo]hne|[Dd]urch"
WITH_DATIVE = "[Ii]n|[Mm]it je|[Mm]it|[Vv]on|[Nn]ach|[Aa]us|[Bb]ei|[Zz]u|[Aa]b|[Ss]eit|[Vv]or"
_WITH_DATIVE_ARTICLE = "[Dd]e[mns]|[Ii]m|[Aa]m|[Vv]om|[Bb]eim|[Zz]u[mr]"


def agreeing(amount: str) -> dict[str, str]:
    """Return expressions of such words before their nouns, and what is said for them.

    `amount` is the expression of a place where a number is an amount, and not that of a part.
    """
    return {
        **dict(_articles("1 ", ("eine ", "ein ", "ein "), "einer ", "einem ", "einen ", amount)),
        **dict(
            _articles(
                "ein halb ",
                ("eine halbe ", "ein halber ", "ein halbes "),
                "einer halben ",
                "einem halben ",
                "einen halben ",
            )
        ),
        # One and a half is one word: eineinhalb.
        r"(?<![\w.,:/+-])1 (?=(?:einhalb|einviertel|dreiviertel|eindrittel)(?!\w))": "ein",
        **dict(_sides("[Rr]e", "recht")),
        **dict(_sides("[Ll]i", "link")),
    }


def _before(nouns: str) -> str:
    return rf"(?=(?:{nouns})(?!\w))"


def _articles(
    written: str,
    nominatives: tuple[str, str, str],
    feminine_dative: str,
    other_dative: str,
    masculine_accusative: str,
    amount: str = "",
) -> Iterator[tuple[str, str]]:
    others = f"{_MASCULINE}|{_NEUTER}"
    yield rf"(?<!\w)({WITH_DATIVE}) {written}{_before(_FEMININE)}", rf"\1 {feminine_dative}"
    yield rf"(?<!\w)({WITH_DATIVE}|[Aa]uf|[Aa]n) {written}{_before(others)}", rf"\1 {other_dative}"
    accusative = rf"(?<!\w)({_WITH_ACCUSATIVE}) {written}{_before(_MASCULINE)}"
    yield accusative, rf"\1 {masculine_accusative}"
    for nouns, nominative in zip((_FEMININE, _MASCULINE, _NEUTER), nominatives, strict=True):
        yield rf"{amount}(?<![\w.,:/+-]){written}{_before(nouns)}", nominative


def _sides(written: str, stem: str) -> Iterator[tuple[str, str]]:
    """Yield `re. Bein`, "rechtes Bein", with and without an article, and `10 re.`, "10 rechts"."""
    side = rf"{written}\.\s?"
    yield rf"(?<!\w)({_WITH_DATIVE_ARTICLE}) {side}(?=[A-ZÄÖÜ])", rf"\1 {stem}en "
    yield rf"(?<!\w)([Dd]er) {side}{_before(_FEMININE)}", rf"\1 {stem}en "
    yield rf"(?<!\w)([Dd]er|[Dd]ie|[Dd]as) {side}(?=[A-ZÄÖÜ])", rf"\1 {stem}e "
    yield rf"(?<!\w)({WITH_DATIVE}|[Aa]uf) {side}{_before(_FEMININE)}", rf"\1 {stem}er "
    yield (
        rf"(?<!\w)({WITH_DATIVE}|[Aa]uf) {side}{_before(f'{_MASCULINE}|{_NEUTER}')}",
        rf"\1 {stem}em ",
    )
    for nouns, ending in ((_FEMININE, "e"), (_MASCULINE, "er"), (_NEUTER, "es")):
        yield rf"(?<!\w){side}{_before(nouns)}", f"{stem}{ending} "
    yield rf"(?<!\w){written}\.(?!\w)", f"{stem}s"
