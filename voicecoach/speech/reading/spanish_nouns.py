"""Spanish words that agree with their noun: numbers that end in 1, hundreds, halves and sides.

Voices say "uno minuto" and "veintiuno repeticiones". What a noun is, only a list can tell; it has
those of workouts.
"""

from collections.abc import Iterator

_FEMININE = (
    r"\w{1,20}(?:ción|ciones|sión|siones|xión|xiones)|horas?|semanas?|series?|rondas?|vueltas?"
    "|pausas?|tandas?|veces|vez|calorías?|kilocalorías?|libras?|pulgadas?|millas?|yardas?"
    "|sentadillas?|zancadas?|planchas?|dominadas?|palmadas?|patadas?|brazadas?|piernas?|manos?"
    "|rodillas?|pulsaci[óo]n(?:es)?"
)
_MASCULINE = (
    "segundos?|minutos?|metros?|kilómetros?|centímetros?|milímetros?|litros?|mililitros?|kilos?"
    "|kilogramos?|gramos?|grados?|pasos?|saltos?|burpees?|ejercicios?|largos?|días?|ciclos?|lados?"
    "|brazos?|pies?|círculos?|giros?|latidos?|golpes?|fondos?|abdominales?|toques?"
)
_FEMININE_PARTS = "pierna|mano|rodilla|cadera|muñeca|nalga|pantorrilla|oreja|mejilla"
_HUNDREDS = (
    "doscientas", "trescientas", "cuatrocientas", "quinientas", "seiscientas", "setecientas",
    "ochocientas", "novecientas",
)  # fmt: skip
_START = r"(?<![\w.,:/+-])"


def agreeing(amount: str) -> dict[str, str]:
    """Return expressions of such words beside their nouns, and what is said for them.

    `amount` is the expression of a place where a number is an amount, and not that of a part.
    """
    return {
        **dict(_ones(amount, _FEMININE, "una", "veintiuna")),
        **dict(_ones(amount, _MASCULINE, "un", "veintiún")),
        **{
            rf"{_START}{number}00 {_before(_FEMININE)}": f"{spoken} "
            for number, spoken in enumerate(_HUNDREDS, 2)
        },
        **dict(_halves()),
        **dict(_sides("[Dd]er", "derech")),
        **dict(_sides("[Ii]zq", "izquierd")),
    }


def _before(nouns: str) -> str:
    return rf"(?=(?:{nouns})(?!\w))"


def _ones(amount: str, nouns: str, one: str, twenty_one: str) -> Iterator[tuple[str, str]]:
    noun = _before(nouns)
    yield rf"{amount}{_START}1 {noun}", f"{one} "
    for hundred, spoken in (("", ""), ("1", "ciento ")):
        yield rf"{_START}{hundred}21 {noun}", f"{spoken}{twenty_one} "
        yield rf"{_START}{hundred}([3-9])1 {noun}", rf"{spoken}\g<1>0 y {one} "
    yield rf"{_START}101 {noun}", f"ciento {one} "


def _halves() -> Iterator[tuple[str, str]]:
    """Yield parts of a noun, and a number with a part, which goes around it: `1 hora y media`."""
    for nouns, wholes, half in (
        (_FEMININE, "hora|semana|vuelta|milla|libra|serie", "media"),
        (_MASCULINE, "minuto|segundo|kilómetro|metro|kilogramo|kilo|litro|giro|largo", "medio"),
    ):
        yield rf"(?<!y )(?<!\w)medio {_before(nouns)}", f"{half} "
        # One and a half is more than one, but said in the singular.
        yield rf"{_START}1 y medio ({wholes})s?(?!\w)", rf"1 \1 y {half}"
        yield rf"{_START}(\d{{1,3}}) y medio ({nouns})(?!\w)", rf"\1 \2 y {half}"
    nouns = f"{_FEMININE}|{_MASCULINE}"
    parts = "y cuarto|y un tercio|y dos tercios|y tres cuartos"
    yield rf"{_START}(\d{{1,3}}) ({parts}) ({nouns})(?!\w)", r"\1 \3 \2"
    yield rf"(?<!y )(?<!\w)((?:un|dos|tres) (?:tercios?|cuartos?)) {_before(nouns)}", r"\1 de "


def _sides(written: str, spoken: str) -> Iterator[tuple[str, str]]:
    yield rf"(?<!\w)((?i:{_FEMININE_PARTS})) {written}\.?(?!\w)", rf"\1 {spoken}a"
    yield rf"(?<=[a-zá-ú]) {written}\.?(?!\w)", f" {spoken}o"
    yield rf"(?<=\d)\s?{written}\.?(?!\w)", f" {spoken}a"
