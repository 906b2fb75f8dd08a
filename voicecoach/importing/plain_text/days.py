"""Days: headings such as `Monday`, `Workout for Tuesday:` or `Day 1, 3`, in some languages."""

import re
from functools import lru_cache

from babel import Locale

_NUMBERED = re.compile(
    r"((?:day|tag|jour|día|dia|giorno|workout|session|einheit|training|séance|sesión)\s+"
    r"(?:\d{1,2}|[a-e])(?:\s*(?:,|&|\+|/|and|und|-)\s*\d{1,2})*)\b(.*)",
    re.IGNORECASE,
)
_MOST_CHARACTERS = 60


def day_in(text: str, language: str, is_marked: bool) -> tuple[str, str] | None:
    """Return the day that a line is the heading of, and what it has on it; None if it is none.

    `is_marked` says that it is a heading by its marks: then only a day at its start counts.
    """
    numbered = _NUMBERED.fullmatch(text)
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


@lru_cache(maxsize=32)
def _named(language: str) -> re.Pattern[str]:
    """Return the pattern of a day of the week and what is behind it."""
    names = sorted(_weekdays(language) | _weekdays("en"), key=len, reverse=True)
    day = "|".join(map(re.escape, names))
    days = rf"(?:{day})\b\.?(?:\s*(?:,|/|&|\+|and|und|et|y|e|-|–)\s*(?:{day})\b\.?)*"
    lead = r"(?:(?:[\w-]+\s+){0,2}(?:for|für|pour|para|per)\s+|day:\s*|tag:\s*|(?:on|am)\s+)?"
    return re.compile(rf"{lead}({days})(.*)", re.IGNORECASE)


def _weekdays(language: str) -> set[str]:
    days = Locale.parse(language, sep="-").days["format"]
    return {
        name.rstrip(".")
        for width in ("wide", "abbreviated")
        for name in days[width].values()
        if len(name) > 1
    }
