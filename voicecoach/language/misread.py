"""Misread lines: how a line in the short form could be misread, and what to write instead."""

import re

from voicecoach.text.document import Text

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_HOURS = r"(?:h|hr|hrs|hour|hours)"
_MINUTES = r"(?:min|mins|minute|minutes|m)"
_SECONDS = r"(?:seconds|second|secs|sec|s)"
# A duration with its unit; a bare number is a duration only where one is expected.
DURATION = (
    rf"(?:[0-9]{{1,3}}(?::[0-5][0-9]){{1,2}}(?:\.[0-9]{{1,3}})?"
    rf"|{_NUMBER}\s*{_HOURS}(?:\s*{_NUMBER}\s*{_MINUTES})?(?:\s*{_NUMBER}\s*{_SECONDS})?"
    rf"|{_NUMBER}\s*{_MINUTES}(?:\s*{_NUMBER}\s*{_SECONDS})?"
    rf"|{_NUMBER}\s*{_SECONDS})(?![0-9A-Za-z:])"
)

_SPACED_RANGE = re.compile(r"(?<![x×0-9.:])(?<![x×]\s)\b[0-9]+\s+[-–—]\s+[0-9.:]+(?:\s*[A-Za-z]+)?")
_DECIMAL_COMMA = re.compile(r"\b[0-9]+,[0-9]+(?=\s*[A-Za-z])")
_METRES = re.compile(r"(?<![\w.:])([0-9]+)\s*m\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b[0-9]+:[0-9]+(?::[0-9]+)?(?:\.[0-9]+)?")
_COUNTED_TIME = re.compile(rf"(?<!\w)(?<![0-9]\s)[x×]\s*({DURATION})", re.IGNORECASE)
_INTERVALS = re.compile(r"\b([0-9]+)/([0-9]+)\s*[x×]\s*([0-9]+)")
_SETS_ALONE = re.compile(
    r"\b([0-9]+)\s*(?:rounds?\b|sets?\b(?!\s*(?:of|x|×)\s*[0-9]))", re.IGNORECASE
)
_LOAD_WORD = re.compile(r"(?:at|with)\s+(.+)", re.IGNORECASE)
_LONGEST_BARE_M = 90


class MisreadError(Exception):
    """A line that cannot be parsed: `part` is the words to underline."""

    def __init__(self, part: Text, message: str, hint: str) -> None:
        super().__init__(message)
        self.part, self.message, self.hint = part, message, hint


def refuse_traps(head: Text) -> None:
    """Refuse a name and dose that look right but could be misread. Raises MisreadError."""
    if comma := _DECIMAL_COMMA.search(head):
        hint = f"write `{comma[0].replace(',', '.')}`"
        raise _misread(head, comma, f"`{comma[0]}` has a comma where a point belongs", hint)
    for metres in _METRES.finditer(head):
        if int(metres[1]) > _LONGEST_BARE_M:
            message = f"`{metres[0]}`: minutes or metres?"
            number = metres[1]
            hint = f"write `{number} min`, or `{number} metres` in the name and the dose as a key"
            raise _misread(head, metres, message, hint)
    for time in _CLOCK.finditer(head):
        if not re.fullmatch(DURATION, time[0]):
            message = f"`{time[0]}` is no time: minutes and seconds go up to 59"
            raise _misread(head, time, message, "write `1:30`")
    if spaced := _SPACED_RANGE.search(head):
        closed = re.sub(r"\s*([-–—])\s*", r"\1", spaced[0])
        message = "the dash can be read two ways: a range, or the end of the name?"
        hint = f"write `{closed}` for a range, or leave the dash out"
        raise _misread(head, spaced, message, hint)
    if counted := _COUNTED_TIME.search(head):
        message = f"`{counted[0]}` is neither a time nor a number of repetitions"
        raise _misread(head, counted, message, f"write `{counted[1]}` or `x10`")
    if intervals := _INTERVALS.search(head):
        work, rest, times = intervals.groups()
        message = f"`{intervals[0]}` is no dose: intervals of work and rest?"
        hint = f"write `{times}x{work}s, rest {rest}s` after the name"
        raise _misread(head, intervals, message, hint)
    if sets := _SETS_ALONE.search(head):
        message = f"`{sets[0]}` does not say what is done in each"
        hint = f"write for instance `{sets[1]}x10`, or a `circuit` for rounds"
        raise _misread(head, sets, message, hint)


def _misread(head: Text, match: re.Match[str], message: str, hint: str) -> MisreadError:
    return MisreadError(head.part(*match.span()), message, hint)


def second_dose(left: Text, name: Text, dose: Text) -> MisreadError:
    """Return the error for a line with two doses."""
    times = re.fullmatch(r"[x×]\s*([0-9]+)|([0-9]+)\s*[x×]", left.strip())
    if times is not None and re.fullmatch(DURATION, dose, re.IGNORECASE):
        hint = f"write `{name} {times[1] or times[2]}x{dose}`"
    else:
        hint = "one line, one dose: write a line for each"
    return MisreadError(left, f"`{left}` is a second dose", hint)


def unreadable(left: Text) -> MisreadError:
    """Return the error for words that have no place after the dose."""
    load = _LOAD_WORD.fullmatch(left)
    if load is not None:
        return MisreadError(left, f"`{left}` cannot be read here", f"write `@ {load[1]}`")
    hint = "after the dose come only `each side`, `@ load` and `, rest 30s`; the name stands first"
    return MisreadError(left, f"`{left}` cannot be read here", hint)
