"""Faults within a line: quotes, brackets, escapes, and characters that YAML keeps for itself."""

import re
from collections.abc import Iterator

from voicecoach.problems import ticked
from voicecoach.text.faults.stop import Fault, Position, Stop
from voicecoach.text.quoting import VALUE, quoted, quoted_hint

_QUOTES = ("'", '"')
_BACKSLASH = "\\"
_CLOSING = {"[": "]", "{": "}"}
_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!')""", re.DOTALL)
_COMMENT = re.compile(r"\s+#.*")
_HEX = "[0-9a-fA-F]"
# Half of a pair of escapes, which is no character.
_HALF = f"[dD][89a-fA-F]{_HEX}{{2}}"
_READ = re.compile(
    rf'"(?:[^"\\]|\\(?:[0abt\tnvfre "/\\N_LP\n]|x{_HEX}{{2}}|u(?!{_HALF}){_HEX}{{4}}'
    rf"|U(?!0000{_HALF})00(?:0{_HEX}|10){_HEX}{{4}}))*"
)
_ESCAPE = re.compile(rf"\\(?:x{_HEX}{{0,2}}|u{_HEX}{{0,4}}|U{_HEX}{{0,8}}|.)")
# Keys in braces with blanks between them.
_NO_COMMAS = re.compile(r"\{[a-z_]+: [^{}\[\]\"':]+(?: [a-z_]+: [^{}\[\]\"':]+)+\}")
_TWO_KEYS = re.compile(
    r"\s*(?:- +)*exercise: +(?P<name>[^:,\"']+?),? +(?P<key>[a-z_]+): +(?P<value>[^:,]+?)\s*"
)


def tab_for_space(stop: Stop) -> Fault | None:
    """Find a tab behind a dash or a colon."""
    if stop.stray != "\t":
        return None
    hint = f"write `{' '.join(stop.line.split())}`"
    return Fault(stop.at, "a tab stands where YAML wants a space", hint)


def reserved(stop: Stop) -> Fault | None:
    """Find `load: @RPE 8`, which begins with a character that YAML keeps for itself."""
    value = VALUE.match(stop.line)
    begins_text = value is not None and ":" in value["lead"] and value.start("value") == stop.at[1]
    if stop.stray in ("", ":") or (stop.stray in "-?" and not begins_text):
        return None
    hint = quoted_hint(stop.line, stop.at[1])
    return Fault(stop.at, f"a text cannot begin with {ticked(stop.stray)}", hint)


def indicator(stop: Stop) -> Fault | None:
    """Find a text whose first character makes it another thing: `{side} now`, `'don't stop'`."""
    value = VALUE.match(stop.line)
    if value is None or stop.at[1] <= value.start("value"):
        return None
    first = value["value"][0]
    if _NO_COMMAS.fullmatch(value["value"]):
        parted = re.sub(r"(?<=[^\s{,]) +(?=[a-z_]+: )", ", ", value["value"])
        message = "a comma stands between two keys in braces"
        hint = f"write `{value['lead'].lstrip()}{parted}`"
        return Fault((stop.at[0], value.start("value")), message, hint)
    if first in "\"'":
        message = "the text goes on after its quote is closed"
    elif first in "{[" and _balanced(value["value"]) != value["value"]:
        return None
    elif first in "{[&!|>*":
        message = f"a text that begins with `{first}` must be quoted"
    else:
        return None
    return Fault((stop.at[0], value.start("value")), message, quoted_hint(stop.line))


def bad_escape(stop: Stop) -> Fault | None:
    r"""Find `"C:\music"`, whose backslash begins the name of no character."""
    read = _READ.match(stop.begun_text()) if stop.in_token else None
    if read is None:
        return None
    *above, before = read[0].split("\n")
    line, column = stop.begun[0] + len(above), len(before) + (0 if above else stop.begun[1])
    escape = _ESCAPE.match(stop.lines[line], column)
    if escape is None:
        return None
    message = f"`{escape[0]}` stands for no character"
    right = _in_single_quotes(stop.lines[line], stop.begun[1]) if line == stop.begun[0] else None
    hint = f"write `{right or escape[0].replace(_BACKSLASH, _BACKSLASH * 2)}`"
    return Fault((line, column), message, hint, len(escape[0]))


def _in_single_quotes(line: str, column: int) -> str | None:
    """Return a line with its text in single quotes, in which a backslash is a backslash.

    None where a backslash already stood for something else.
    """
    text = re.compile(r'"((?:[^"\\]|\\[^"\\])*)\\?"').match(line, column)
    if text is None:
        return None
    return f"{line[:column]}{quoted(line[column + 1 : text.end() - 1])}{line[text.end() :]}".strip()


def unclosed_quote(stop: Stop) -> Fault | None:
    """Find a quote that opens a text and does not close it."""
    quote, position = stop.character(stop.begun), stop.begun
    if not stop.in_token or quote not in _QUOTES or _CLOSED.match(stop.begun_text()):
        # The next quote may have closed it: then what this one should open stands bare.
        found = next(_half_open(stop), None)
        if found is None:
            return None
        position, quote = found
    hint = f"write `{_with_end(stop.lines[position[0]], quote)}`"
    return Fault(position, "this quote is never closed", hint)


def _half_open(stop: Stop) -> Iterator[tuple[Position, str]]:
    """Yield the quotes that open a text and do not close it in its line, where YAML went on."""
    for number, line in enumerate(stop.lines[: stop.at[0]]):
        value = VALUE.match(line)
        quote = value["value"][0] if value else ""
        if value and quote in _QUOTES and quote in stop.line and line.count(quote) == 1:
            yield (number, value.start("value")), quote


def _with_end(line: str, quote: str) -> str:
    """Return a line with the quote that ends it, before the brackets that end it."""
    text = line.strip()
    inner = text.rstrip("]}")
    end = text[len(inner) :]
    return f"{inner[:-1] if inner[-1] in _QUOTES and inner[-1] != quote else inner}{quote}{end}"


def colon_in_text(stop: Stop) -> Fault | None:
    """Find `say: Now: breathe`."""
    head = VALUE.match(stop.line)
    if stop.stray != ":" or head is None or ":" not in head["lead"]:
        return None
    if stop.at[1] < head.start("value"):
        return None
    hint = _key_behind(stop.line) or quoted_hint(stop.line)
    return Fault(stop.at, "a text with `: ` in it must be quoted", hint)


def _key_behind(line: str) -> str | None:
    """Return the hint for `exercise: Squats, reps: 10`, two keys in a line, or None."""
    found = _TWO_KEYS.fullmatch(line)
    if found is None:
        return None
    return f"write `exercise: {found['name']}`, and `{found['key']}: {found['value']}` below"


def open_bracket(stop: Stop) -> Fault | None:
    """Find `tips: [Breathe` without an end."""
    if stop.in_token:
        return None
    for position in reversed(stop.brackets):
        bracket = stop.character(position)
        # What is open may be a pair without braces: `[at: 10s`.
        if bracket in _CLOSING:
            line = stop.lines[position[0]].rstrip()
            if line.endswith(("[", "{", ",")):
                last = stop.above(stop.at[0]) or position[0]
                message = f"the `{bracket}` of line {position[0] + 1} is never closed"
                return Fault(stop.start_of(last), message, f"write `{_CLOSING[bracket]}` below")
            hint = f"write `{_balanced(line.strip())}`"
            length = len(line) - position[1]
            return Fault(position, f"this `{bracket}` is never closed", hint, length)
    return None


def _balanced(text: str) -> str:
    """Return a line in which every bracket is closed, the innermost first, without its comment."""
    right, open_brackets = "", ""
    for character in _COMMENT.sub("", text):
        while character in "]}" and open_brackets and _CLOSING[open_brackets[-1]] != character:
            right, open_brackets = right + _CLOSING[open_brackets[-1]], open_brackets[:-1]
        if character in "]}":
            open_brackets = open_brackets[:-1]
        elif character in "[{":
            open_brackets += character
        right += character
    return right + "".join(_CLOSING[bracket] for bracket in reversed(open_brackets))
