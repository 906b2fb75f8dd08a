"""The short form: a whole exercise or rest in one line, as one would write it on paper.

`NAME DOSE [each side] [@ LOAD] [, rest DURATION]`, or the dose first. The line is parsed into the
keys of the long form, each with the characters it came from, which then go through the same checks;
so this module knows how things are written, not what they mean.

A line has a head, with the name and the dose, and a tail, which begins with the first side, load or
rest. Anything else is an error: a line is never guessed at.
"""

import re
from dataclasses import dataclass
from typing import Literal

from voicecoach.language.misread import (
    DURATION,
    MisreadError,
    refuse_traps,
    second_dose,
    unreadable,
)
from voicecoach.text.document import Text

MAX_LINE = 300
DOSE_KEYS = ("for", "hold", "reps", "breaths", "distance", "pace")

_COUNT = r"[0-9]{1,6}(?:(?:[-–—]|\s+to\s+)[0-9]{1,6})?"
# After `x` there can only be a number, so the dash of a range may have spaces around it.
_TIMES_COUNT = r"[0-9]{1,6}(?:(?:\s*[-–—]\s*|\s+to\s+)[0-9]{1,6})?"
_TIME = rf"(?:[0-9.:]{{1,9}}(?:\s*[A-Za-z]+)?(?:[-–—]|\s+to\s+))?{DURATION}"
_SETS = rf"(?P<sets>{_COUNT})\s*(?:[x×]|sets?\s+(?:of|x|×))\s*"
_REPS_WORD = r"\s*(?:reps?|repetitions?|times)\b"
_MAX = r"(?P<max>max|as\s+many\s+as\s+(?:possible|you\s+can))"
_SIDE = r"(?:(?:on\s+)?(?:each|per|both|every)\s+(?:side|leg|arm|way)s?|/\s*side|e/s|each)(?![\w/])"
_REST_WORD = r"(?:rest|pause|break)"

# The leftmost match is the dose; at the same position, the first pattern wins.
_DOSES = (
    rf"(?:{_SETS})?(?P<reps>{_COUNT})\s*[x×]\s*(?P<hold>{_TIME})\s+holds?\b",
    rf"{_SETS}(?P<reps>{_COUNT})\s*[x×]\s*(?P<hold>{_TIME})",
    rf"(?:{_SETS})?(?:(?:[x×]\s*)?(?P<reps>{_COUNT})(?:{_REPS_WORD})?|{_MAX})\s+in\s+(?P<for>{_TIME})",
    rf"(?P<sets>{_COUNT})\s*sets?\s+of\s+(?P<hold>{_TIME})\s+holds?\b",
    rf"{_SETS}(?P<breaths>{_COUNT})\s*(?:slow\s+)?breaths?\b",
    rf"{_SETS}(?P<for>{_TIME})",
    rf"{_SETS}(?P<reps>{_TIMES_COUNT})(?![\w.:])(?:{_REPS_WORD})?",
    rf"[x×]\s*(?P<reps>{_TIMES_COUNT})(?![\w.:])(?:{_REPS_WORD})?",
    rf"(?P<reps>{_COUNT}){_REPS_WORD}",
    rf"(?P<reps>{_COUNT})\s*[x×](?!\w|\s*\w)",
    rf"(?P<breaths>{_COUNT})\s*(?:slow\s+)?breaths?\b",
    rf"(?P<hold>{_TIME})\s+hold\b",
    rf"(?P<for>{_TIME})",
)
_DOSE_PATTERNS = [re.compile(rf"(?<![\w.:×/-]){dose}", re.IGNORECASE) for dose in _DOSES]
_LEADING_COUNT = re.compile(rf"(?P<reps>{_COUNT})(?:\s*[x×])?\s+(?=[^\W\d_])", re.IGNORECASE)
_MAX_AROUND = re.compile(rf"{_MAX}\s+(?P<name>\S.*?)\s+in\s+(?P<for>{_TIME})", re.IGNORECASE)
_REST = rf"{_REST_WORD}\s*[:.,]?\s*(?:of\s+|for\s+)?(?P<rest>{_TIME})"
_TAIL = re.compile(
    rf"\s*(?:(?:,|(?<=[\s)])|(?=/))\s*(?P<sides>{_SIDE})"
    rf"|,?\s*@\s*(?P<load>[^\s,@][^,@]*?)(?=\s*(?:,|@|\s{_REST_WORD}\b|\s{_SIDE}|$))"
    rf"|(?:,|(?<=\s))\s*{_REST}"
    rf"|,\s*(?P<rest_before>{_TIME})\s*(?:of\s+)?{_REST_WORD}\b)",
    re.IGNORECASE,
)
_REST_LINE = re.compile(
    rf"(?:{_REST}|(?P<rest_before>{_TIME})\s*(?:of\s+)?{_REST_WORD})\.?", re.IGNORECASE
)
_BARE_REST = re.compile(rf"{_REST_WORD}\b[\s:.,]*(?P<number>[0-9.]*)", re.IGNORECASE)
_REST_NAME = re.compile(
    rf"{_REST_WORD}(?:\s+(?:between\b.*|period|time|interval|phase))?\W*", re.IGNORECASE
)
_LINK = re.compile(r"\s+(?:for|of)$", re.IGNORECASE)
_NAME_EDGE = " \t,:-–—"


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A parsed line: `kind` is the block it makes, `keys` its keys and their texts.

    `bare_count` means that the dose is a number without a unit, as in `10 push-ups`.
    """

    kind: Literal["exercise", "rest"]
    keys: dict[str, Text]
    bare_count: bool = False


def parse(text: Text) -> ShortForm:
    """Parse a line. A line without a dose is just a name. Raises MisreadError."""
    line = text.part(*_strip(text, 0, len(text)))
    rest = _REST_LINE.fullmatch(line)
    if rest is not None:
        return ShortForm("rest", {"rest": _rest(line, rest)})
    _refuse_bare_rest(line)
    if len(line) > MAX_LINE:
        hint = "write `exercise:` with the name, and the dose as a key"
        raise MisreadError(line, f"a line of more than {MAX_LINE} characters", hint)
    first = _TAIL.search(line)
    tail = first.start() if first else len(line)
    head = line.part(*_strip(line, 0, tail))
    refuse_traps(head)
    keys, bare_count = _head_keys(line, head)
    return ShortForm("exercise", {**keys, **_tail_keys(line, tail, len(keys) == 1)}, bare_count)


def is_rest_word(name: str) -> bool:
    """Return whether a name is only a word for a rest."""
    return _REST_NAME.fullmatch(name.strip()) is not None


def _head_keys(line: Text, head: Text) -> tuple[dict[str, Text], bool]:
    """Return the name and the dose in the head, and whether the dose is a bare number."""
    around = _MAX_AROUND.fullmatch(head)
    if around is not None:
        keys = {"exercise": "name", "reps": "max", "for": "for"}
        return {key: head.part(*around.span(group)) for key, group in keys.items()}, False
    leading = _LEADING_COUNT.match(head)
    unit_dose = _first_dose(head)
    dose = unit_dose or leading
    if dose is None:
        return {"exercise": _name(head, 0, len(head), line)}, False
    before = _strip(head, 0, dose.start(), _NAME_EDGE)
    after = _strip(head, dose.end(), len(head), _NAME_EDGE + ".")
    if before[0] < before[1]:
        if after[0] < after[1]:
            left = head.part(*after)
            again = _first_dose(left)
            if again is not None and again.start() == 0:
                raise second_dose(left, head.part(*before), head.part(*dose.span()))
            _refuse_bare_rest(left)
            raise unreadable(left)
        if leading is not None:
            raise _two_readings(head, leading, before)
        link = _LINK.search(head[before[0] : before[1]])
        end = before[0] + link.start() if link else before[1]
        name = _name(head, before[0], end, line)
    else:
        start = after[0] + 3 if head[after[0] :].lower().startswith("of ") else after[0]
        name = _name(head, start, max(start, after[1]), line)
        again = _first_dose(name)
        if again is not None:
            rest = name.part(*_strip(name, 0, again.start(), _NAME_EDGE))
            raise second_dose(name.part(*again.span()), rest, head.part(*dose.span()))
    return {"exercise": name, **_dose_keys(head, dose)}, unit_dose is None


def _first_dose(text: Text) -> re.Match[str] | None:
    matches = [match for pattern in _DOSE_PATTERNS if (match := pattern.search(text))]
    # min returns the first of equals: at the same position, the order of the patterns decides.
    return min(matches, key=lambda match: match.start(), default=None)


def _dose_keys(head: Text, dose: re.Match[str]) -> dict[str, Text]:
    keys = {}
    for key, value in dose.groupdict().items():
        if value is not None:
            keys["reps" if key == "max" else key] = head.part(*dose.span(key))
    return keys


def _name(head: Text, start: int, end: int, line: Text) -> Text:
    name = head.part(*_strip(head, start, end, _NAME_EDGE))
    if not name:
        raise MisreadError(line, f"`{line}` has no name", f"write the name first: `Plank {line}`")
    if is_rest_word(name):
        hint = "write `rest 30s` on a line of its own"
        raise MisreadError(name, f"`{name}` is a rest and no exercise", hint)
    return name


def _two_readings(head: Text, leading: re.Match[str], name: tuple[int, int]) -> MisreadError:
    number = leading["reps"]
    full = head.part(*name)
    inner = full[leading.end() :]
    message = f"`{head}` can be read two ways: is `{number}` a dose or a part of the name?"
    hint = f"write `{inner} x{number}`, or `exercise: {full}` with the dose as a key"
    return MisreadError(head.part(*leading.span("reps")), message, hint)


def _tail_keys(line: Text, position: int, dose_missing: bool) -> dict[str, Text]:
    """Return the keys in the tail, which may come before the dose: `Plank each side 20s`."""
    keys: dict[str, Text] = {}
    while position < len(line):
        match = _TAIL.match(line, position)
        if match is None and dose_missing:
            start, end = _strip(line, position, len(line), " \t,")
            dose = _first_dose(line.part(start, end))
            if dose is not None and dose.start() == 0:
                keys |= _dose_keys(line.part(start, end), dose)
                position, dose_missing = start + dose.end(), False
                continue
        if match is None:
            left = line.part(*_strip(line, position, len(line), " \t,."))
            if not left:
                break
            _refuse_bare_rest(left)
            raise unreadable(left)
        for key in ("sides", "load"):
            if match[key] is not None:
                _add(keys, key, line.part(*match.span(key)))
        if match["rest"] or match["rest_before"]:
            _add(keys, "rest", _rest(line, match))
        position = match.end()
    return keys


def _add(keys: dict[str, Text], key: str, value: Text) -> None:
    if key in keys:
        message = f"`{value}` says a second time what `{keys[key]}` says"
        raise MisreadError(value, message, "keep one")
    keys[key] = value


def _refuse_bare_rest(text: Text) -> None:
    match = _BARE_REST.fullmatch(text)
    if match is not None:
        hint = f"write `rest {match['number'] or '30'}s`"
        raise MisreadError(text, f"`{text}` does not say how long", hint)


def _rest(line: Text, match: re.Match[str]) -> Text:
    return line.part(*match.span("rest" if match["rest"] else "rest_before"))


def _strip(text: str, start: int, end: int, edge: str = " \t") -> tuple[int, int]:
    """Return where the text from `start` to `end` begins and ends without its edges."""
    after = text[start:end].lstrip(edge)
    start = end - len(after)
    return start, start + len(after.rstrip(edge))
