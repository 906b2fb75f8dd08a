"""What a language brings to be read aloud: its words, as data."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field


class LanguageWords(Struct, frozen=True):
    """The words of one language.

    `units` maps units as they are written to their names in the Unicode CLDR, `own_units` those
    that it lacks, or names otherwise, to their words for one and for several. `written` maps
    expressions, which match whole words, to what is said for them, or to what finds that out from a
    match, such as a number in the case of its noun. `signs` has the words of `>`, `<`, `≥`, `≤`,
    `≈` and `±`, `symbols` those of `#`, `@`, `+` and `&` or some of them, `fractions` those of
    `1/2` alone, `mixed` those behind a whole number. `sections` are words before a number that is a
    name.
    """

    locale: str
    thousands: str
    decimal: str
    units: Mapping[str, str]
    own_units: Mapping[str, tuple[str, str]]
    to: str
    of: str
    times: str
    once: str
    per: str
    signs: Mapping[str, str]
    sets: tuple[str, ...]
    # Between a number of sets and what each of them is.
    sets_of: str
    # Besides units, what a range counts.
    counted: tuple[str, ...]
    fractions: Mapping[str, str]
    mixed: Mapping[str, str]
    sections: tuple[str, ...]
    # Before or behind these, `"` is inches.
    heights: tuple[str, ...]
    # Behind a time, these make it one of the day.
    time_of_day: tuple[str, ...]
    # The expression of the words before a time that do so, too.
    before_time_of_day: str
    # Before this, the full stop of a unit is that of an abbreviation and does not end a sentence.
    within_sentence: str = r"\s[a-zà-ÿ]"
    symbols: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str | Callable[[re.Match[str]], str]] = field(default_factory=dict)
