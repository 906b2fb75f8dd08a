"""Signs of comparison in words: `> 3/10`, `≤ 60 s`, `~10 s`, `10 ± 2`."""

import re
from collections.abc import Sequence

from voicecoach.speech.reading.rule import Rule
from voicecoach.speech.reading.words import LanguageWords

_WRITTEN_IN_SEVERAL_WAYS = {
    "≥": "≥|(?<![-=<>])>=",
    "≤": "≤|(?<![-=<>])<=",
    "±": r"±|\+/[-–−]",
    "≈": "≈",
}
# Elsewhere, they are an arrow or an ornament.
_BEFORE_NUMBERS = {
    ">": "(?<![-=<>])>",
    "<": "(?<![-=<>])<",
    "≈": r"(?<![\w~])~",
}
_NUMBER = r"(?=\s?(?:[A-Z]{2,3} )?[+x×]?[\d½¼¾⅓⅔])"


def signs_of(words: LanguageWords) -> Sequence[Rule]:
    """Return the rules of the signs; `>`, `<` and `~` are read before a number alone."""
    patterns = [
        *((sign, rf"(?:{written})") for sign, written in _WRITTEN_IN_SEVERAL_WAYS.items()),
        *((sign, f"{written}{_NUMBER}") for sign, written in _BEFORE_NUMBERS.items()),
    ]
    return [_sign(pattern, words.signs[sign]) for sign, pattern in patterns]


def _sign(pattern: str, spoken: str) -> Rule:
    def with_blanks(match: re.Match[str]) -> str:
        before = match.string[: match.start()][-1:]
        return f" {spoken} " if before.isalnum() else f"{spoken} "

    return Rule(re.compile(pattern), with_blanks)
