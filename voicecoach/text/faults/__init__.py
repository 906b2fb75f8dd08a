"""YAML's faults: what YAML could not read, in words for somebody who knows no scanner.

Each fault is a function of where YAML stopped: it returns what is wrong, or None where the fault is
another. The library's messages are never looked at, as they differ between its versions and
parsers; only where it stopped, and what stands there.
"""

from collections.abc import Callable
from typing import Any

import yaml

from voicecoach.text.faults import characters, colons, quotes
from voicecoach.text.faults.stop import Fault, Stop

_CLOSING = {"[": "]", "{": "}"}


def explain(error: yaml.MarkedYAMLError, lines: list[str], open_events: list[Any]) -> Fault:
    """Return the fault behind an error of YAML that came while some collections were open."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    begun = error.context_mark or mark
    stop = Stop(
        lines,
        (mark.line, mark.column),
        (begun.line, begun.column),
        isinstance(error, yaml.scanner.ScannerError),
        # A bracket stands behind its anchor and tag.
        [
            (event.end_mark.line, event.end_mark.column - 1)
            for event in open_events
            if event.flow_style
        ],
    )
    return next(fault for find in FAULTS if (fault := find(stop)) is not None)


def _open_bracket(stop: Stop) -> Fault | None:
    """Find `tips: [Breathe` without an end."""
    if stop.in_token:
        return None
    for place in reversed(stop.brackets):
        bracket = stop.character(place)
        # What is open may be a pair without braces: `[at: 10s`.
        if bracket in _CLOSING:
            hint = f"close it with `{_CLOSING[bracket]}`, or put the text in quotes"
            return Fault(place, f"this `{bracket}` is never closed", hint)
    return None


def _misfit(stop: Stop) -> Fault:
    """Take all the rest for a wrong column."""
    hint = "begin the items of one list, and the keys of one block, in the same column"
    return Fault(stop.at, "this line does not fit the lines above it", hint)


# In the order in which they are tried.
FAULTS: tuple[Callable[[Stop], Fault | None], ...] = (
    characters.tab_indents,
    quotes.bad_escape,
    quotes.never_closed,
    colons.in_text,
    colons.below_line,
    characters.tab_for_space,
    characters.reserved,
    colons.missing,
    characters.indicator,
    _open_bracket,
    _misfit,
)
