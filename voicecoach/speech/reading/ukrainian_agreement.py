"""Ukrainian numbers that agree with their noun: `дві хвилини`, `від шести до восьми повторень`.

Voices say the masculine nominative of every number, "два хвилини", "від шість до вісім".
"""

import re
from collections.abc import Callable, Mapping

from voicecoach.speech.reading.numerals import numerals
from voicecoach.speech.reading.ukrainian_nouns import BY_FORM, FORM, Gender, Noun

_GENITIVES = numerals(
    [
        "одного", "двох", "трьох", "чотирьох", "п'яти", "шести", "семи", "восьми", "дев'яти",
        "десяти", "одинадцяти", "дванадцяти", "тринадцяти", "чотирнадцяти", "п'ятнадцяти",
        "шістнадцяти", "сімнадцяти", "вісімнадцяти", "дев'ятнадцяти",
    ],
    [
        "двадцяти", "тридцяти", "сорока", "п'ятдесяти", "шістдесяти", "сімдесяти",
        "вісімдесяти", "дев'яноста",
    ],
    "ста",
    {200: "двохсот", 300: "трьохсот", 400: "чотирьохсот", 500: "п'ятисот"},
)  # fmt: skip
_ORDINALS = (
    "перший", "другий", "третій", "четвертий", "п'ятий", "шостий", "сьомий", "восьмий",
    "дев'ятий", "десятий", "одинадцятий", "дванадцятий", "тринадцятий", "чотирнадцятий",
    "п'ятнадцятий", "шістнадцятий", "сімнадцятий", "вісімнадцятий", "дев'ятнадцятий",
    "двадцятий",
)  # fmt: skip
_ONE: Mapping[Gender, str] = {"feminine": "одна", "masculine": "один", "neuter": "одне"}
# Before these sounds, `із` is easier to say than `з`.
_HISSED = ("т", "ш", "с", "ч")
_BEGIN = r"(?<![\w.,:/+–-])"
_END = r"(?![\w/]|[.,:–-]\d)"
_NUMBER = r"\d{1,3}"
_PREPOSITIONS = "[Пп]о|[Нн]а|[Зз]а|[ВвУу]|[Чч]ерез|[Кк]ожні|[Щщ]е"
_FEMININE = "|".join(form for form, noun in BY_FORM.items() if noun.gender == "feminine")
_WITH_GENITIVE = "[Вв]ід|[Дд]о|[Бб]лизько|[Бб]ільше|[Мм]енше|[Бб]іля"


def agreeing() -> Mapping[str, Callable[[re.Match[str]], str]]:
    """Return expressions of numbers that agree with a noun, and what is said for them."""
    return {
        rf"(?<!\w)([Пп]ідхід|[Рр]аунд) ({_NUMBER}) і?з ({_NUMBER}){_END}": _ordinal_of_all,
        rf"(?<=\d) і?з ({_NUMBER}){_END}": lambda match: f" {_out_of(int(match[1]))}",
        # Behind a preposition, a range is two numbers: "по десять, дванадцять".
        rf"(?<!\w)({_PREPOSITIONS}) ({_NUMBER}) до (?={_NUMBER}{_END})": (
            lambda match: f"{match[1]} {match[2]} — "
        ),
        rf"{_BEGIN}2 — (?={_NUMBER} (?:{_FEMININE})(?!\w))": lambda _: "дві — ",
        rf"{_BEGIN}(?<![Вв]ід )(?<![Зз] )({_NUMBER}(?: (?:{FORM}))?) до (?={_NUMBER}{_END})": (
            lambda match: f"від {match[1]} до "
        ),
        rf"(?<!\w)([Вв]ід) 1 до (?={_NUMBER} (?:{_FEMININE})(?!\w))": (
            lambda match: f"{match[1]} однієї до "
        ),
        rf"(?<!\w)({_WITH_GENITIVE}) ({_NUMBER}) ({FORM})(?!\w)": _genitive_amount,
        # Before a unit that is still to be read, a number waits for its noun.
        rf"(?<!\w)({_WITH_GENITIVE}) ({_NUMBER})"
        r"(?= до | і?з |[.,;:!?)](?!\d)|$|\s[а-яіїєґ]{4})": _genitive,
        rf"{_BEGIN}0,5 ({FORM})(?!\w)": lambda match: f"пів {match[1]}",
        rf"{_BEGIN}({_NUMBER}),5 ({FORM})(?!\w)": _and_a_half,
        # Voices leave the comma of a decimal out.
        rf"{_BEGIN}({_NUMBER}),(\d{{1,4}}) (?=(?:{FORM})(?!\w))": (
            lambda match: f"{match[1]} кома {match[2]} "
        ),
        rf"{_BEGIN}({_NUMBER}) ({FORM})(?!\w)": _amount,
    }


def _amount(match: re.Match[str]) -> str:
    number, form = int(match[1]), match[2]
    noun = BY_FORM[form]
    if number % 10 == 1 and number % 100 != 11:
        return _behind_tens(number, _one(noun, form), form)
    if number % 10 == 2 and number % 100 != 12 and noun.gender == "feminine" and form == noun.few:
        return _behind_tens(number, "дві", form)
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) and form == "разів":
        return f"{number} рази"
    return match[0]


def _behind_tens(number: int, last: str, form: str) -> str:
    tens = number - number % 10
    return f"{tens} {last} {form}" if tens else f"{last} {form}"


def _one(noun: Noun, form: str) -> str:
    if form == noun.one:
        return _ONE[noun.gender]
    if form == noun.accusative:
        return "одну"
    if form == noun.locative:
        return "одній" if noun.gender == "feminine" else "одному"
    return _genitive_one(noun)


def _genitive_one(noun: Noun) -> str:
    return "однієї" if noun.gender == "feminine" else "одного"


def _genitive_amount(match: re.Match[str]) -> str:
    """Return `від 2 хвилини` as "від двох хвилин"."""
    number, noun = int(match[2]), BY_FORM[match[3]]
    if number not in _GENITIVES:
        return match[0]
    if number == 1:
        form = match[3] if match[3] != noun.one or noun.one == noun.few else noun.few
        return f"{match[1]} {_genitive_one(noun)} {form}"
    return f"{match[1]} {_GENITIVES[number]} {noun.many}"


def _genitive(match: re.Match[str]) -> str:
    number = int(match[2])
    return f"{match[1]} {_GENITIVES[number]}" if number in _GENITIVES else match[0]


def _out_of(number: int) -> str:
    genitive = _GENITIVES.get(number, str(number))
    return f"{'із' if genitive.startswith(_HISSED) else 'з'} {genitive}"


def _ordinal_of_all(match: re.Match[str]) -> str:
    number = int(match[2])
    ordinal = _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else str(number)
    return f"{match[1]} {ordinal} {_out_of(int(match[3]))}"


def _and_a_half(match: re.Match[str]) -> str:
    """Return `1,5 хвилини` as "півтори хвилини", `2,5 хвилини` as "дві з половиною хвилини"."""
    number, form = int(match[1]), match[2]
    is_feminine = BY_FORM[form].gender == "feminine"
    if number == 1:
        return f"{'півтори' if is_feminine else 'півтора'} {form}"
    if number == 2 and is_feminine:
        return f"дві з половиною {form}"
    return f"{number} з половиною {form}"
