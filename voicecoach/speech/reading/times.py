"""Times and paces in words: `1:30`, `10"`, `1h30`, `2:00/500m`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from voicecoach.speech.reading.quantities import cldr_word, compound, quantity, unit_word
from voicecoach.speech.reading.rule import Rule, always
from voicecoach.speech.reading.words import LanguageWords

_SECONDS, _MINUTES, _HOURS = "duration-second", "duration-minute", "duration-hour"


def times_of(words: LanguageWords) -> Iterator[Rule]:
    """Yield the rules of times and paces, in their order."""
    per_unit = re.compile(r"(?<=[\d\w])\s?/\s?((?:\d{1,4}\s?)?)(km|mi|mile|m)(?!\w|/)")

    def per(match: re.Match[str]) -> str:
        length = match[1].strip()
        amount = Decimal(length or 1)
        return f" {words.per} {length} {unit_word(amount, match[2], words)}"

    yield Rule(per_unit, per)
    # Two single marks are the double one, and `1'30` says no more than `1'30"`.
    yield Rule(re.compile(r"(?<=\d)(?:''|’’|′′)(?!\w)"), always('"'))
    yield Rule(re.compile(r"(?<![\w.,:\"“'‘])(\d{1,3}['’′][0-5]\d)(?![\w\"″”'’′])"), always(r'\1"'))
    heights = "|".join(words.heights)
    # A phrase in quotes may end in a number, or be one.
    marks = re.compile(
        rf"[\"“][^\"“”\d][^\"“”]{{0,200}}[\"”]|((?i:{heights})(?: [a-z]{{1,12}})?[ ,:]{{1,2}})?"
        rf"(?<![\w.,:\"“'‘])(?=\d{{1,3}}['’′\"″”])(?:(\d{{1,3}})['’′](?![^\W\d]))?"
        rf"(?:(\d{{1,3}})[\"″”](?!\w))?(?=[\s-]?((?i:{heights}))?)"
    )
    yield Rule(marks, lambda match: _with_marks(match, words))
    yield Rule(_clock(words), lambda match: _clock_time(match, words))
    # `25m 4` is a distance and a count: with a blank between them, both need their units.
    glued = re.compile(
        r"(?<![\w.,:])(\d{1,2})(?:(h)(?:(\d{1,2})(?:m|min)?|\s(\d{1,2})(?:m|min))"
        r"|m(?:([0-5]\d)|\s?([0-5]?\d)(?:s|sec)))(?!\w)"
    )
    yield Rule(glued, lambda match: _glued_time(match, words))


def _clock(words: LanguageWords) -> re.Pattern[str]:
    """Return the expression of a length such as `1:30`, or of a time of the day, without groups."""
    unit = r"h|std|min|mins|minutes|minuten|minute"
    of_the_day = "|".join(re.escape(word) for word in words.time_of_day)
    second = rf"\s{words.to}\s\d{{1,2}}:[0-5]\d"
    at_an_hour = (
        rf"(?<!\w)(?i:{words.before_time_of_day})\s(?:0?[5-9]|1\d|2[0-3]):[0-5]\d(?:{second})?"
        rf"(?!\w|:\d|\s?(?i:(?:{unit})(?!\w)|{words.per}\s))"
    )
    length = (
        r"(?<![\w.,:/])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?"
        # The full stop of an abbreviation goes, but not that of a sentence.
        rf"(?:\s?((?i:{unit}))(?!\w)(?:\.(?=[/,;:]|\s[a-zà-ÿ]))?)?(?![\w]|:\d)"
        rf"(?!(?:{second})?\s?(?i:{of_the_day}))(?=(?:{second}\s?((?i:h|std))(?!\w))?)"
    )
    return re.compile(rf"{at_an_hour}|{length}")


def _with_marks(match: re.Match[str], words: LanguageWords) -> str:
    before, minutes, seconds, behind = match.groups()
    if minutes is None and seconds is None:
        return match[0]
    if minutes is None and behind:
        return f"{before or ''}{compound(seconds, 'inch', words)}"
    if minutes is None and before:
        return f"{before}{quantity(seconds, 'inch', words)}"
    return (before or "") + _length([(minutes, _MINUTES), (seconds, _SECONDS)], words)


def _clock_time(match: re.Match[str], words: LanguageWords) -> str:
    first, second, third, unit, later_unit = match.groups()
    if first is None:
        return match[0]
    if third is not None:
        return _length([(first, _HOURS), (second, _MINUTES), (third, _SECONDS)], words)
    units = (
        (_HOURS, _MINUTES)
        if (unit or later_unit or "").lower() in {"h", "std"}
        else (_MINUTES, _SECONDS)
    )
    return _length([(first, units[0]), (second, units[1])], words)


def _glued_time(match: re.Match[str], words: LanguageWords) -> str:
    units = (_HOURS, _MINUTES) if match[2] else (_MINUTES, _SECONDS)
    second = next(amount for amount in match.groups()[2:] if amount)
    return _length([(match[1], units[0]), (second, units[1])], words)


def _length(amounts: Sequence[tuple[str | None, str]], words: LanguageWords) -> str:
    """Return a length of time; the last of several amounts needs no unit: `1 minute 30`."""
    given = [(int(amount), unit) for amount, unit in amounts if amount and int(amount)]
    if not given:
        given = [(0, amounts[-1][1])]
    parts = [f"{amount} {cldr_word(Decimal(amount), unit, words)}" for amount, unit in given]
    if len(given) > 1 and given[-1][1] != _HOURS and given[-1][0] >= 10:
        parts[-1] = str(given[-1][0])
    return " ".join(parts)
