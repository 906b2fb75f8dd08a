"""The short form: a whole exercise or rest in one line, as people write it on paper.

`NAME DOSE [each side] [@ LOAD] [, rest DURATION]`, or the dose first. The line is taken apart into
the keys of the long form, each with the characters it came from, and goes through the same checks
as those; so this module knows how things are written and not what they mean.
"""

import re
from dataclasses import dataclass
from typing import Literal

from voicecoach.routine.values import DURATION
from voicecoach.source import Text

_COUNT = r"[0-9]{1,6}(?:(?:[-–—]|\s+to\s+)[0-9]{1,6})?"
_TIME = rf"(?:[0-9.:]{{1,9}}(?:\s*[A-Za-z]+)?(?:[-–—]|\s+to\s+))?{DURATION}"
_SETS = rf"(?P<sets>{_COUNT})\s*(?:[x×]|sets?\s+(?:of|x|×))\s*"
_REPS_WORD = r"\s*(?:reps?|repetitions?)\b"
_SIDE = r"(?:(?:on\s+)?(?:each|per)\s+(?:side|leg|arm|way)|e/s)(?![\w/])"
_REST_WORD = r"(?:rest|pause|break)"

# In this order: the first that fits at the leftmost place is the dose.
_DOSES = (
    rf"(?:{_SETS})?(?P<reps>{_COUNT})\s*[x×]\s*(?P<hold>{_TIME})\s+holds?\b",
    rf"{_SETS}(?P<reps>{_COUNT})\s*[x×]\s*(?P<hold>{_TIME})",
    rf"(?:{_SETS})?(?:[x×]\s*)?(?:(?P<reps>{_COUNT})(?:{_REPS_WORD})?|(?P<max>max))\s+in\s+(?P<for>{_TIME})",
    rf"(?P<sets>{_COUNT})\s*sets?\s+of\s+(?P<hold>{_TIME})\s+holds?\b",
    rf"{_SETS}(?P<for>{_TIME})",
    rf"{_SETS}(?P<reps>{_COUNT})(?![\w.:])(?:{_REPS_WORD})?",
    rf"[x×]\s*(?P<reps>{_COUNT})(?![\w.:])(?:{_REPS_WORD})?",
    rf"(?P<reps>{_COUNT}){_REPS_WORD}",
    rf"(?P<breaths>{_COUNT})\s*(?:slow\s+)?breaths?\b",
    rf"(?P<hold>{_TIME})\s+hold\b",
    rf"(?P<for>{_TIME})",
)
_DOSE_PATTERNS = [re.compile(rf"(?<![\w.:×-]){dose}", re.IGNORECASE) for dose in _DOSES]
_LEADING_COUNT = re.compile(rf"(?P<reps>{_COUNT})\s+(?=[^\W\d_])", re.IGNORECASE)
_REST = (
    rf"{_REST_WORD}\s*(?:of\s+|for\s+)?(?P<rest>{_TIME})|(?P<rest_before>{_TIME})\s*{_REST_WORD}\b"
)
_REST_LINE = re.compile(_REST, re.IGNORECASE)
_BARE_REST = re.compile(rf"{_REST_WORD}\s*(?P<number>[0-9.]*)", re.IGNORECASE)
_TAIL = re.compile(
    rf"\s*,?\s*(?:(?P<sides>{_SIDE})|@\s*(?P<load>\S[^,]*?)(?=\s*(?:,|\s{_REST_WORD}\b|\s{_SIDE}|$))"
    rf"|(?:{_REST}))",
    re.IGNORECASE,
)
_TAIL_START = re.compile(rf"\s*(?:,|@|(?<=\s){_SIDE}|(?<=\s){_REST_WORD}\s*[0-9])", re.IGNORECASE)
_NAME_EDGE = " \t,:-–—"

MAX_LINE = 300
DOSE_KEYS = ("for", "hold", "reps", "breaths")


class MisreadError(Exception):
    """A line that does not parse: `part` is the words to underline."""

    def __init__(self, part: Text, message: str, hint: str) -> None:
        super().__init__(message)
        self.part, self.message, self.hint = part, message, hint


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A line taken apart: `kind` is the block it makes, `keys` its keys and their texts.

    `bare_count` says that the dose is a number without a word, as in `10 push-ups`.
    """

    kind: Literal["exercise", "rest"]
    keys: dict[str, Text]
    bare_count: bool = False


def parse(text: Text) -> ShortForm:
    """Take a line apart. A line without a dose is a name alone. Raises MisreadError."""
    line = text.part(*_stripped(text, 0, len(text)))
    rest = _REST_LINE.fullmatch(line)
    if rest is not None:
        return ShortForm("rest", {"rest": _group(line, rest, "rest", "rest_before")})
    bare_rest = _BARE_REST.fullmatch(line)
    if bare_rest is not None:
        seconds = bare_rest["number"] or "30"
        raise MisreadError(line, f"`{line}` does not say how long", f"write `rest {seconds}s`")
    if len(line) > MAX_LINE:
        hint = "write `exercise:` with the name, and the dose as a key"
        raise MisreadError(line, f"a line of more than {MAX_LINE} characters", hint)
    return _exercise(line)


def _exercise(line: Text) -> ShortForm:
    dose = _first_dose(line)
    leading = _LEADING_COUNT.match(line)
    if leading is not None and dose is not None and dose.start() > 0:
        name = str(line)[: dose.start()].strip(_NAME_EDGE)
        inner = name[leading.end() :]
        message = (
            f"`{line}` can be read two ways: is `{leading['reps']}` a dose or a part of the name?"
        )
        hint = f"write `{inner} x{leading['reps']}`, or `exercise: {name}` with the dose as a key"
        raise MisreadError(line.part(*leading.span("reps")), message, hint)
    bare_count = dose is None and leading is not None
    dose = dose or leading
    if dose is None:
        return ShortForm("exercise", _undosed(line))
    keys = _dose_keys(line, dose)
    if dose.start() > 0:
        start, end = _stripped(line, 0, dose.start(), _NAME_EDGE)
        tail = dose.end()
    else:
        found = _TAIL_START.search(line, dose.end())
        tail = found.start() if found else len(line)
        start, end = _stripped(line, dose.end(), tail, _NAME_EDGE)
        end = max(start, end)
        if line[start:end].lower().startswith("of "):
            start += 3
    name = line.part(start, end)
    if not name:
        hint = f"write the name first: `Plank {line}`"
        raise MisreadError(line, f"`{line}` has no name", hint)
    keys = {"exercise": name, **keys, **_tail_keys(line, tail, name)}
    return ShortForm("exercise", keys, bare_count)


def _first_dose(line: Text) -> re.Match[str] | None:
    found = [match for pattern in _DOSE_PATTERNS if (match := pattern.search(line))]
    # min keeps the first of equals: the order of the patterns decides at the same place.
    return min(found, key=lambda match: match.start(), default=None)


def _undosed(line: Text) -> dict[str, Text]:
    found = _TAIL_START.search(line)
    tail = found.start() if found else len(line)
    name = line.part(*_stripped(line, 0, tail, _NAME_EDGE))
    return {"exercise": name, **_tail_keys(line, tail, name)}


def _dose_keys(line: Text, dose: re.Match[str]) -> dict[str, Text]:
    keys = {}
    for key, value in dose.groupdict().items():
        if value is not None:
            keys["reps" if key == "max" else key] = line.part(*dose.span(key))
    return keys


def _tail_keys(line: Text, position: int, name: Text) -> dict[str, Text]:
    keys: dict[str, Text] = {}
    end = len(line)
    while position < end:
        found = _TAIL.match(line, position)
        if found is None or found.end() == position:
            raise _leftover(line, position, name)
        for key in ("sides", "load"):
            if found[key] is not None:
                _add(keys, key, line.part(*found.span(key)))
        if found["rest"] or found["rest_before"]:
            _add(keys, "rest", _group(line, found, "rest", "rest_before"))
        position = found.end()
    return keys


def _add(keys: dict[str, Text], key: str, value: Text) -> None:
    if key in keys:
        raise MisreadError(
            value, f"`{value}` says a second time what `{keys[key]}` says", "keep one"
        )
    keys[key] = value


def _leftover(line: Text, position: int, name: Text) -> MisreadError:
    start, end = _stripped(line, position, len(line), " \t,")
    left = line.part(start, max(end, start + 1))
    if not left.strip(" ,"):
        return MisreadError(line.part(position, len(line)), "the line ends in a comma", "delete it")
    dose = (
        str(line)[len(name) : position].strip() if line.startswith(name) else str(line)[:position]
    )
    bare_rest = _BARE_REST.fullmatch(left)
    if bare_rest is not None:
        seconds = bare_rest["number"] or "30"
        hint = f"write `rest {seconds}s`, or begin a line of its own for a rest"
        return MisreadError(left, f"`{left}` does not say how long", hint)
    again = _first_dose(left)
    if again is not None and again.start() == 0:
        hint = f"one line, one dose: `{name} {dose}` or `{name} {left}`"
        return MisreadError(left, f"`{left}` is a second dose", hint)
    hint = (
        "after the dose come only `each side`, `@ load` and `, rest 30s`; the name stands before it"
    )
    return MisreadError(left, f"`{left}` cannot be read here", hint)


def _group(line: Text, match: re.Match[str], *names: str) -> Text:
    name = next(name for name in names if match[name] is not None)
    return line.part(*match.span(name))


def _stripped(text: str, start: int, end: int, edge: str = " \t") -> tuple[int, int]:
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end
