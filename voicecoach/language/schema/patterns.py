"""Patterns: values as regular expressions that work in both Python and JavaScript.

JSON Schema has no flags, so a pattern for both cases is spelled out: `[sS]`. Patterns cannot tell
whether the ends of a range are in the right order.
"""

import re

from voicecoach.language import fields
from voicecoach.language.distance import AMOUNT, UNIT
from voicecoach.language.keys.sounds import FILE_SUFFIXES
from voicecoach.language.values import DASH, DURATION
from voicecoach.phrases import languages
from voicecoach.routine.placeholders import NAMES

# A letter outside of brackets and escapes.
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|([A-Za-z])")


def whole(pattern: str) -> str:
    """Return a pattern for a whole value in upper or lower case, with blanks around it."""
    return rf"^\s*(?:{_in_either_case(pattern)})\s*$"


def _in_either_case(pattern: str) -> str:
    def both(match: re.Match[str]) -> str:
        letter = match[1]
        return f"[{letter.lower()}{letter.upper()}]" if letter else match[0]

    return _TOKEN.sub(both, pattern)


def _ranged(low: str, high: str) -> str:
    return rf"{low}(?:{DASH}{high})?"


_NAME = "[A-Za-z_][A-Za-z0-9_-]*"
_PLACEHOLDER = "|".join(NAMES)
_VARIABLE = rf"\{{(?!(?:{_PLACEHOLDER})\}}){_NAME}\}}"

# Text that is spoken or shown as it is, with only variables in braces; and with placeholders, too.
PLAIN = rf"^(?=[\s\S]*\S)(?:[^{{]|\{{\{{|\{{(?!\{{|(?:{_PLACEHOLDER})\}}))*$"
LINE = rf"^(?=[\s\S]*\S)(?:[^{{]|\{{\{{|\{{{_NAME}\}})*$"
ANY_TEXT = r"\S"
# A letter of any script, or possibly one.
NAMED = r"[^\s0-9!-/:-@\[-`{-~]"
VARIABLE = rf"(?:^|[^{{])(?:\{{\{{)*{_VARIABLE}"
VARIABLE_NAME = rf"^(?!(?:{_PLACEHOLDER})$)(?:{_NAME}|<<)$"

_BARE = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
# `400 m` is more likely metres.
_NO_METRES = (
    r"(?!0*(?:(?:9[1-9]|[1-9][0-9]{2,})(?:\.[0-9]+)?|90\.[0-9]*[1-9][0-9]*)\s*m(?:\s*$|"
    rf"{DASH}))"
)
_TIME = rf"(?:{_NO_METRES}{DURATION}|{_BARE})"
# A digit other than zero, before the end or the dash of a range.
_NOT_ZERO = r"(?=(?:(?!\bto\b)[^–—-])*[1-9])"
_COUNT = r"(?=0*[1-9])0*[0-9]{1,4}"

DURATION_TEXT = whole(_TIME)
POSITIVE_DURATION = whole(_NOT_ZERO + _TIME)
DURATION_RANGE = whole(_ranged(_TIME, _TIME))
POSITIVE_DURATION_RANGE = whole(_NOT_ZERO + _ranged(_TIME, _TIME))
COUNT = whole(_COUNT)
COUNT_RANGE = whole(_ranged(_COUNT, _COUNT))
NUMBER = whole(r"[+-]?[0-9]{1,4}(?:\.[0-9]{1,3})?")

# Neither 0 nor `1.500`, which may be thousands.
DISTANCE = whole(rf"(?=[^A-Za-z]*[1-9])(?![1-9][0-9]*\.[0-9]{{3}}(?![0-9])){AMOUNT}\s*(?:{UNIT})")
_PER = r"\s*(?:/|\bper\b)\s*"
PACE = whole(
    rf"(?!{_ranged(_BARE, _BARE)}{_PER})(?=(?:(?!\bto\b)[^/–—-])*[1-9]){_ranged(_TIME, _TIME)}"
    rf"{_PER}(?:{AMOUNT}\s*)?(?:{UNIT})"
)

MAX = whole(fields.MAX_REPS)
EACH_SIDE = whole(fields.EACH_SIDE)

_SECONDS = r"[0-9]{1,2}(?:\.[0-9])?"
TEMPO = whole(rf"(?=.*[1-9]){_SECONDS}(?:\s*-\s*{_SECONDS}){{1,3}}")

_BREATH = "(?:in|out|hold|pause)"
_BREATH_PART = (
    rf"(?=[^,]*[1-9])(?:{_BREATH}\s+{_NO_METRES}{DURATION}(?:\s+{_BREATH})?"
    rf"|{_NO_METRES}{DURATION}\s+{_BREATH})"
)
BREATH = whole(rf"{_BREATH_PART}(?:\s*,\s*{_BREATH_PART})*|{_NOT_ZERO}{_TIME}")

TIP_TIME = whole(rf"(?:100|0?[0-9]{{1,2}})\s*%|-\s*{_NOT_ZERO}{_TIME}|{_TIME}")
SECONDS_COUNTED = whole("0*(?:[1-9]|10)")
BEATS = whole("0*(?:[2-9][0-9]|[12][0-9]{2}|300)")

_LANGUAGES = "|".join(tag.replace("-", "[-_]") for tag in languages())
LANGUAGE = whole(rf"(?:{_LANGUAGES})(?:[-_][A-Za-z0-9]{{2,8}})*")

_SUFFIXES = "|".join(suffix.removeprefix(".") for suffix in FILE_SUFFIXES)
SOUND_FILE = _in_either_case(rf"[^/\\]\.(?:{_SUFFIXES})$")
HERTZ = whole(r"[0-9]{2,5}(?:\.[0-9]{1,2})?")
NOTE_LENGTH = rf"^(?=.*[1-9])(?:\s*[0-9]{{1,5}}\s*ms\s*$|{DURATION_TEXT})"

_DECIMALS = r"(?:\.[0-9]{1,3})?"
_NONE = r"(?:\.0{1,3})?"
# -40 to 6, and -60 to 0.
MUSIC_GAIN = whole(
    rf"(?:-0*(?:[0-3]?[0-9]{_DECIMALS}|40{_NONE})|\+?0*(?:[0-5]{_DECIMALS}|6{_NONE}))\s*(?:dB)?"
)
DUCKING = whole(rf"(?:-0*(?:[0-5]?[0-9]{_DECIMALS}|60{_NONE})|\+?0+{_NONE})\s*(?:dB)?")
