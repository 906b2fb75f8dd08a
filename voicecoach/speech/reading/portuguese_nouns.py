"""Portuguese words that agree with their noun: numbers that end in 1 or 2, hundreds, and halves.

Voices say “um repetição” and “dois séries”. What a noun is, only a list can tell; it has the
feminine ones of workouts. Beside all others, a number is what voices say.
"""

from collections.abc import Iterator

_FEMININE = (
    r"\w{1,20}(?:ção|ções|são|sões|xão|xões)|horas?|semanas?|séries?|rodadas?|voltas?|rondas?"
    "|pausas?|vez|vezes|calorias?|quilocalorias?|libras?|polegadas?|milhas?|jardas?|piscinas?"
    "|pranchas?|passadas?|remadas?|barras?|pernas?|mãos|mão|palmas?|batidas?|braçadas?"
)
_MASCULINE = (
    "segundos?|minutos?|metros?|quilômetros?|quilómetros?|litros?|quilos?|quilogramas?|giros?"
    "|passos?|ciclos?"
)
_TENS = (
    "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa",
)  # fmt: skip
_HUNDREDS = (
    "duzentas", "trezentas", "quatrocentas", "quinhentas", "seiscentas", "setecentas", "oitocentas",
    "novecentas",
)  # fmt: skip
_START = r"(?<![\w.,:/+-])"


def agreeing(amount: str) -> dict[str, str]:
    """Return expressions of such words beside their nouns, and what is said for them.

    `amount` is the expression of a place where a number is an amount, and not that of a part.
    """
    return {**dict(_numbers(amount)), **dict(_parts())}


def _before(nouns: str) -> str:
    # “1 a 2 séries”: both ends of a range agree.
    return rf"(?=(?:(?:a|ou) (?:\d{{1,3}}|duas) )?(?:{nouns})(?!\w))"


def _numbers(amount: str) -> Iterator[tuple[str, str]]:
    noun = _before(_FEMININE)
    ones = {1: "uma", 2: "duas"}
    for hundred, said in enumerate(_HUNDREDS, 2):
        yield rf"{_START}{hundred}00 {noun}", f"{said} "
        yield rf"{_START}{hundred}0([1-9]) {noun}", rf"{said} e \1 "
        yield rf"{_START}{hundred}([1-9]\d) {noun}", rf"{said} e \1 "
    for one, said in ones.items():
        yield rf"{amount}{_START}{one} {noun}", f"{said} "
        yield rf"{_START}10{one} {noun}", f"cento e {said} "
        for ten, tens in enumerate(_TENS, 2):
            yield rf"{_START}{ten}{one} {noun}", f"{tens} e {said} "
            yield rf"{_START}1{ten}{one} {noun}", f"cento e {tens} e {said} "


def _parts() -> Iterator[tuple[str, str]]:
    """Yield parts of a noun, and a number with a part, which goes around it: `1 hora e meia`."""
    parts = "e um quarto|e um terço|e dois terços|e três quartos"
    for nouns, wholes, half in (
        (_FEMININE, "hora|volta|semana|libra|milha|piscina", "meia"),
        (_MASCULINE, "minuto|segundo|metro|quilômetro|quilo|litro|giro", "meio"),
    ):
        yield rf"(?<!e )(?<!\w)meio (?=(?:{nouns})(?!\w))", f"{half} "
        # One and a half is more than one, but said in the singular.
        yield rf"{_START}1 e meio ({wholes})s?(?!\w)", rf"1 \1 e {half}"
        yield rf"{_START}1 ({parts}) ({wholes})s?(?!\w)", r"1 \2 \1"
        yield rf"{_START}(\d{{1,3}}) e meio ({nouns})(?!\w)", rf"\1 \2 e {half}"
    yield r"(?<!\w)((?:hora|volta|semana)s?) e meio(?!\w)", r"\1 e meia"
    nouns = f"{_FEMININE}|{_MASCULINE}"
    yield rf"{_START}(\d{{1,3}}) ({parts}) ({nouns})(?!\w)", r"\1 \3 \2"
    yield rf"(?<!e )(?<!\w)((?:um|dois|três) (?:terços?|quartos?)) (?=(?:{nouns})(?!\w))", r"\1 de "
