"""Polish numbers that agree with their noun: `dwie serie`, `około trzydziestu sekund`.

Voices say the masculine nominative of every number, "dwa serie", "około trzydzieści sekund".
"""

import re
from collections.abc import Callable, Mapping

from voicecoach.speech.reading.numerals import numerals
from voicecoach.speech.reading.polish_nouns import BY_FORM, FORM, Noun

_TENS = (
    "dwudziestu", "trzydziestu", "czterdziestu", "pięćdziesięciu",
    "sześćdziesięciu", "siedemdziesięciu", "osiemdziesięciu", "dziewięćdziesięciu",
)  # fmt: skip
_GENITIVES = numerals(
    [
        "jednego", "dwóch", "trzech", "czterech", "pięciu", "sześciu", "siedmiu",
        "ośmiu", "dziewięciu", "dziesięciu", "jedenastu", "dwunastu", "trzynastu",
        "czternastu", "piętnastu", "szesnastu", "siedemnastu", "osiemnastu",
        "dziewiętnastu",
    ],
    _TENS,
    "stu",
    {
        # The 1 behind tens is the same in all cases.
        **{ten * 10 + 1: f"{word} jeden" for ten, word in enumerate(_TENS, 2)},
        200: "dwustu", 300: "trzystu", 400: "czterystu", 500: "pięciuset",
    },
)  # fmt: skip
# `pierwsz-a seria`, `pierwsz-y dzień`.
_ORDINAL_STEMS = (
    "pierwsz", "drug", "trzeci", "czwart", "piąt", "szóst", "siódm", "ósm", "dziewiąt",
    "dziesiąt", "jedenast", "dwunast", "trzynast", "czternast", "piętnast", "szesnast",
    "siedemnast", "osiemnast", "dziewiętnast", "dwudziest",
)  # fmt: skip
_ORDINALS = range(1, len(_ORDINAL_STEMS) + 1)
_WITH_GENITIVE = "[Oo]koło|[Dd]o|[Oo]d|[Pp]oniżej|[Pp]owyżej|[Bb]lisko|[Zz] obciążeniem"
_BEGIN = r"(?<![\w.,:/+–-])"
_LETTERS = "a-ząćęłńóśźż"
_HALVES = re.compile(",5$| i pół$")


def agreeing() -> Mapping[str, str | Callable[[re.Match[str]], str]]:
    """Return expressions of numbers that agree with a noun, and what is said for them."""
    feminine = "|".join(form for form, noun in BY_FORM.items() if noun.gender == "feminine")
    return {
        rf"{_BEGIN}(\d{{1,3}}(?:,5| i pół)) ({FORM})(?!\w)": _and_a_half,
        rf"(?<!\w)pół ({FORM})(?!\w)": lambda match: f"pół {BY_FORM[match[1]].genitive}",
        rf"(?<!\w)({_WITH_GENITIVE}) (\d{{1,3}}) ({FORM})(?!\w)": _genitive_amount,
        rf"{_BEGIN}(\d{{1,3}}) ({FORM})(?!\w)": _amount,
        # The lower end of a range: "dwie do trzech serii".
        rf"{_BEGIN}1 do (?=[{_LETTERS}]+ (?:{feminine})(?!\w))": "jedna do ",
        rf"{_BEGIN}2 do (?=[{_LETTERS}]+ (?:{feminine})(?!\w))": "dwie do ",
        # Before a unit that is still to be read, a number waits for its noun.
        rf"(?<!\w)({_WITH_GENITIVE}) (\d{{1,3}})"
        rf"(?=[.,;:!?)](?!\d)|$| do |\s(?!godz)[{_LETTERS}]{{4}})": _genitive,
        r"(?<=\d )(z) (\d{1,3})(?![\w%°]|[.,:/–-]\d)": _genitive,
        r"(?<!\w)([Ss]eria|[Rr]unda) (\d{1,2})(?![\w/]|[.,:–-]\d)": _feminine_ordinal_behind,
        rf"{_BEGIN}(\d{{1,2}})\. (?=(?:seri|rund)[aeęiy]+(?!\w))(\w+)": _feminine_ordinal,
        rf"{_BEGIN}(\d{{1,2}})\. (dzień|tydzień|raz|krok|etap|obwód|trening)(?!\w)": (
            _masculine_ordinal
        ),
    }


def _amount(match: re.Match[str]) -> str:
    number, noun, form = int(match[1]), BY_FORM[match[2]], match[2]
    ends_in_few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    if number == 1:
        return f"{_one(noun, form)} {form}"
    if ends_in_few and form == noun.few != noun.many:
        return f"{_two_in_nominative(number, noun)} {form}"
    if ends_in_few and form == noun.many != noun.few and number in _GENITIVES:
        return f"{_GENITIVES[number]} {form}"
    return match[0]


def _one(noun: Noun, form: str) -> str:
    if noun.gender == "feminine":
        if form == noun.one:
            return "jedna"
        return "jedną" if form.endswith("ę") else "jednej"
    if form == noun.one:
        return "jedno" if noun.gender == "neuter" else "jeden"
    return "jednym" if form in noun.others else "jednego"


def _two_in_nominative(number: int, noun: Noun) -> str:
    if noun.gender != "feminine" or number % 10 != 2:
        return str(number)
    return f"{number - 2} dwie" if number > 2 else "dwie"


def _genitive_amount(match: re.Match[str]) -> str:
    number, noun = int(match[2]), BY_FORM[match[3]]
    if number not in _GENITIVES:
        return match[0]
    if number == 1:
        return f"{match[1]} {_one(noun, noun.genitive)} {noun.genitive}"
    return f"{match[1]} {_GENITIVES[number]} {noun.many}"


def _genitive(match: re.Match[str]) -> str:
    number = int(match[2])
    return f"{match[1]} {_GENITIVES[number]}" if number in _GENITIVES else match[0]


def _and_a_half(match: re.Match[str]) -> str:
    """Return `1,5 minuty` as "półtorej minuty", `2,5 minuty` as "dwie i pół minuty"."""
    number, noun = int(_HALVES.sub("", match[1])), BY_FORM[match[2]]
    if number == 1:
        return f"{'półtorej' if noun.gender == 'feminine' else 'półtora'} {noun.genitive}"
    if number == 0:
        return f"pół {noun.genitive}"
    return f"{_two_in_nominative(number, noun)} i pół {noun.genitive}"


def _feminine_ordinal_behind(match: re.Match[str]) -> str:
    number = int(match[2])
    return f"{match[1]} {_feminine(number, 'a')}" if number in _ORDINALS else match[0]


def _feminine_ordinal(match: re.Match[str]) -> str:
    number, noun = int(match[1]), match[2]
    if number not in _ORDINALS:
        return match[0]
    ending = {"a": "a", "ę": "ą"}.get(noun[-1], "ej")
    return f"{_feminine(number, ending)} {noun}"


def _feminine(number: int, ending: str) -> str:
    stem = _ORDINAL_STEMS[number - 1]
    softened = "i" if stem.endswith("g") and ending == "ej" else ""
    return f"{stem}{softened}{ending}"


def _masculine_ordinal(match: re.Match[str]) -> str:
    number = int(match[1])
    if number not in _ORDINALS:
        return match[0]
    stem = _ORDINAL_STEMS[number - 1]
    ending = "" if stem.endswith("i") else "i" if stem.endswith("g") else "y"
    return f"{stem}{ending} {match[2]}"
