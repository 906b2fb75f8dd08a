"""Days: headings such as `Monday`, `Workout for Tuesday:`, `Day 1, 3` or `Week one`."""

import re
from functools import lru_cache

from babel import Locale

from voicecoach.importing.plain_text.words import Words

_MOST_CHARACTERS = 60


def day_in(text: str, language: str, is_marked: bool) -> tuple[str, str] | None:
    """Return the day that a line is the heading of, and what it has on it; None if it is none.

    `is_marked` says that it is a heading by its marks: then only a day at its start counts.
    """
    numbered = _numbered(language).fullmatch(text)
    named = _named(language).fullmatch(text)
    found = named or numbered
    if found is None:
        return None
    day, rest = found[1].strip(), found[2].strip()
    if rest and rest[0] not in ":-–—(.,=|" and not is_marked:
        return None
    if len(text) > _MOST_CHARACTERS and not rest.startswith((":", "-", "–", "—")):
        return None
    if rest and rest[0] not in ":-–—.(,=|":
        return day, ""
    return day, rest.lstrip(":-–—.,=| ").rstrip(": ")


def is_week(day: str, language: str) -> bool:
    """Return whether a day, as `day_in` returns it, is a whole week."""
    return Words(language).find(day, "week") is not None


@lru_cache(maxsize=32)
def _named(language: str) -> re.Pattern[str]:
    """Return the pattern of a day of the week and what is behind it."""
    names = sorted(_weekdays(language) | _weekdays("en"), key=len, reverse=True)
    day = "|".join(map(re.escape, names))
    words = Words(language)
    joint = rf"(?:,|/|&|\+|-|–|(?:{words.any('then', 'to')})\b)"
    days = rf"(?:{day})\b\.?(?:\s*{joint}\s*(?:{day})\b\.?)*"
    for_day = rf"(?:[\w-]+\s+){{0,2}}(?:{words.any('for')})\s+"
    lead = rf"(?:{for_day}|(?:{words.any('day')})\s*:\s*|(?:{words.any('on_day')})\s+)?"
    return re.compile(rf"{lead}({days})(.*)", re.IGNORECASE)


@lru_cache(maxsize=32)
def _numbered(language: str) -> re.Pattern[str]:
    """Return the pattern of a numbered day, and what is behind it."""
    words = Words(language)
    joint = rf"(?:,|/|&|\+|-|(?:{words.any('then')})\b)"
    number = rf"(?:\d{{1,2}}|[a-e]|{'|'.join(map(re.escape, words.numbers))})"
    day = words.any("day", "week")
    return re.compile(rf"((?:{day})\s+{number}(?:\s*{joint}\s*\d{{1,2}})*)\b(.*)", re.IGNORECASE)


def _weekdays(language: str) -> set[str]:
    days = Locale.parse(language, sep="-").days["format"]
    return {
        name.rstrip(".")
        for width in ("wide", "abbreviated")
        for name in days[width].values()
        if len(name) > 1
    }
