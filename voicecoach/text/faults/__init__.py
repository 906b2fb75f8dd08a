"""YAML's faults: what YAML could not read, in words for somebody who knows no scanner.

Each fault is a function of where YAML stopped: it returns what is wrong, or None where the fault is
another. The library's messages are never looked at, as they differ between its versions and
parsers; only where it stopped, and what stands there.
"""

from typing import Any

import yaml

from voicecoach.text.faults import lines, marks, tokens
from voicecoach.text.faults.stop import Fault, Stop
from voicecoach.text.vocabulary import Vocabulary

# In the order in which they are tried.
_FAULTS = (
    lines.tab_indents,
    marks.odd_blank,
    marks.other_comment,
    marks.end_of_document,
    tokens.bad_escape,
    tokens.unclosed_quote,
    marks.other_mark,
    tokens.colon_in_text,
    lines.key_below_line,
    tokens.tab_for_space,
    tokens.reserved,
    lines.missing_colon,
    tokens.indicator,
    tokens.open_bracket,
    lines.misfit,
)


def explain(
    error: yaml.MarkedYAMLError,
    text_lines: list[str],
    open_events: list[Any],
    vocabulary: Vocabulary,
) -> Fault:
    """Return the fault behind an error of YAML that came while some collections were open."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    begun = error.context_mark or mark
    stop = Stop(
        text_lines,
        (mark.line, mark.column),
        (begun.line, begun.column),
        isinstance(error, yaml.scanner.ScannerError),
        # A bracket stands behind its anchor and tag.
        [
            (event.end_mark.line, event.end_mark.column - 1)
            for event in open_events
            if event.flow_style
        ],
        vocabulary,
    )
    return next(fault for find in _FAULTS if (fault := find(stop)) is not None)
