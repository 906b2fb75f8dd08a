"""YAML's faults: what YAML could not read, in words for somebody who knows no scanner.

Each fault is a function of where YAML stopped: it returns what is wrong, or None where the fault is
another. The library's messages are never looked at, as they differ between its versions and
parsers; only where it stopped, and what stands there.
"""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from voicecoach.text.traps import TIGHT_KEY, VALUE, quoted_hint

# Line and column, from 0.
Position = tuple[int, int]

_CLOSING = {"[": "]", "{": "}"}
_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!')""", re.DOTALL)
_HEX = "[0-9a-fA-F]"
# Half of a pair of escapes, which is no character.
_HALF = f"[dD][89a-fA-F]{_HEX}{{2}}"
_READ = re.compile(
    rf'"(?:[^"\\]|\\(?:[0abt\tnvfre "/\\N_LP\n]|x{_HEX}{{2}}|u(?!{_HALF}){_HEX}{{4}}'
    rf"|U(?!0000{_HALF})00(?:0{_HEX}|10){_HEX}{{4}}))*"
)
_ESCAPE = re.compile(rf"\\(?:x{_HEX}{{0,2}}|u{_HEX}{{0,4}}|U{_HEX}{{0,8}}|.)")
# YAML looks for the colon of a key no further than this, in characters.
_LONGEST_KEY = 1024
# An item of a list that is a text; other ones begin with a key.
_TEXT_ITEM = re.compile(r"\s*- +(?![\w-]+:(?:\s|$))(?P<text>.*)")


class Fault(NamedTuple):
    """What is wrong, and where."""

    position: Position
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where YAML stopped: `at` a position, in what it had begun to read at `begun`.

    `in_token` tells a fault in a token from one in the order of tokens. `brackets` are the
    positions of those that are open, the outermost first.
    """

    lines: list[str]
    at: Position
    begun: Position
    in_token: bool
    brackets: list[Position]

    @property
    def line(self) -> str:
        """The line in which YAML stopped, empty beyond the end."""
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def stray(self) -> str:
        """The character that may not begin a token, empty where the fault is another."""
        return self.character(self.at) if self.in_token and self.begun == self.at else ""

    def character(self, position: Position) -> str:
        """Return the character at a position, empty beyond the end of its line."""
        line, column = position
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def begun_text(self) -> str:
        """Return the text from `begun` on up to where YAML stopped."""
        (first, column), (last, end) = self.begun, self.at
        lines = [*self.lines[first:last], self.line[:end]]
        return "\n".join(lines)[column:]

    def start_of(self, line: int) -> Position:
        """Return the position of a line's first character that is no space."""
        text = self.lines[line]
        return line, len(text) - len(text.lstrip())


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
    return next(fault for find in _FAULTS if (fault := find(stop)) is not None)


def _tab_indents(stop: Stop) -> Fault | None:
    """Find a tab before the first word of a line."""
    text = stop.line
    if "\t" not in text[: len(text) - len(text.lstrip())]:
        return None
    return Fault(stop.at, "a tab indents this line", f"indent with spaces: `  {text.strip()}`")


def _tab_for_space(stop: Stop) -> Fault | None:
    """Find a tab behind a dash or a colon."""
    if stop.stray != "\t":
        return None
    hint = f"write `{' '.join(stop.line.split())}`"
    return Fault(stop.at, "a tab stands where YAML wants a space", hint)


def _reserved(stop: Stop) -> Fault | None:
    """Find `load: @RPE 8`, which begins with a character that YAML keeps for itself."""
    if stop.stray in ("", "-", "?", ":"):
        return None
    hint = quoted_hint(stop.line, stop.at[1])
    return Fault(stop.at, f"a text cannot begin with `{stop.stray}`", hint)


def _indicator(stop: Stop) -> Fault | None:
    """Find a text whose first character makes it another thing: `{side} now`, `'don't stop'`."""
    value = VALUE.match(stop.line)
    if value is None or stop.at[1] <= value.start("value"):
        return None
    first = value["value"][0]
    if first in "\"'":
        message = "the text goes on after its quote is closed"
    elif first in "{[&!|>":
        message = f"a text that begins with `{first}` must be quoted"
    else:
        return None
    return Fault((stop.at[0], value.start("value")), message, quoted_hint(stop.line))


def _bad_escape(stop: Stop) -> Fault | None:
    r"""Find `"C:\music"`, whose backslash begins the name of no character."""
    read = _READ.match(stop.begun_text()) if stop.in_token else None
    if read is None:
        return None
    *above, before = read[0].split("\n")
    line, column = stop.begun[0] + len(above), len(before) + (0 if above else stop.begun[1])
    escape = _ESCAPE.match(stop.lines[line], column)
    if escape is None:
        return None
    hint = f"write `\\{escape[0]}`, or put the text in single quotes"
    return Fault((line, column), f"`{escape[0]}` stands for no character", hint)


def _unclosed_quote(stop: Stop) -> Fault | None:
    """Find a quote that opens a text and does not close it."""
    quote = stop.character(stop.begun)
    if not stop.in_token or quote not in ("'", '"') or _CLOSED.match(stop.begun_text()):
        return None
    return Fault(stop.begun, "this quote is never closed", f"close the text with {quote}")


def _colon_in_text(stop: Stop) -> Fault | None:
    """Find `say: Now: breathe`."""
    head = VALUE.match(stop.line)
    if stop.stray != ":" or head is None or ":" not in head["lead"]:
        return None
    if stop.at[1] < head.start("value"):
        return None
    return Fault(stop.at, "a text with `: ` in it must be quoted", quoted_hint(stop.line))


def _key_below_line(stop: Stop) -> Fault | None:
    """Find a key that does not fit the line above it: a text, or keys in another column."""
    if stop.stray != ":":
        return None
    line, _ = stop.at
    number = next((n for n in range(line - 1, -1, -1) if stop.lines[n].strip()), 0)
    above = stop.lines[number].strip()
    item = _TEXT_ITEM.match(above)
    if item is not None:
        hint = f"write `- exercise: {item['text']}` above, with the further keys in the same column"
    elif ":" not in above or TIGHT_KEY.match(above):
        return _no_colon(stop, number)
    else:
        hint = "keys of one block begin in the same column"
    return Fault(stop.start_of(line), "this key does not fit the line above it", hint)


def _missing_colon(stop: Stop) -> Fault | None:
    """Find a line between keys that has no colon."""
    line, column = stop.begun
    far = stop.at[0] > line or stop.at[1] > column + _LONGEST_KEY
    return _no_colon(stop, line) if stop.in_token and far else None


def _no_colon(stop: Stop, line: int) -> Fault:
    """Return the fault of a line that should hold a key and has no colon, or a tight one."""
    text = stop.lines[line].strip()
    above = next((above for above in reversed(stop.lines[:line]) if above.strip()), "")
    tight = TIGHT_KEY.match(text)
    first, _, rest = text.partition(" ")
    if tight is not None:
        hint = f"write `{tight[1]}: {text[tight.end() :]}`"
        return Fault(stop.start_of(line), "a key needs a space after its `:`", hint)
    if _TEXT_ITEM.match(above) or text.startswith("-"):
        right = f"- {text.lstrip('- ')}"
    else:
        right = f"{first}: {rest}" if rest else f"{text}:"
    return Fault(stop.start_of(line), "this line has no `:`", f"write `{right}`")


def _open_bracket(stop: Stop) -> Fault | None:
    """Find `tips: [Breathe` without an end."""
    if stop.in_token:
        return None
    for position in reversed(stop.brackets):
        bracket = stop.character(position)
        # What is open may be a pair without braces: `[at: 10s`.
        if bracket in _CLOSING:
            hint = f"close it with `{_CLOSING[bracket]}`, or put the text in quotes"
            return Fault(position, f"this `{bracket}` is never closed", hint)
    return None


def _misfit(stop: Stop) -> Fault:
    """Take all the rest for a wrong column."""
    hint = "begin the items of one list, and the keys of one block, in the same column"
    return Fault(stop.at, "this line does not fit the lines above it", hint)


# In the order in which they are tried.
_FAULTS = (
    _tab_indents,
    _bad_escape,
    _unclosed_quote,
    _colon_in_text,
    _key_below_line,
    _tab_for_space,
    _reserved,
    _missing_colon,
    _indicator,
    _open_bracket,
    _misfit,
)
