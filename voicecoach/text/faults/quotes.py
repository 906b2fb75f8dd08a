"""Quotes that do not hold a text together."""

import re

from voicecoach.text.faults.stop import Fault, Stop

_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!')""", re.DOTALL)
_HEX = "[0-9a-fA-F]"
# Half of a pair of escapes, which is no character.
_HALF = f"[dD][89a-fA-F]{_HEX}{{2}}"
_READ = re.compile(
    rf'"(?:[^"\\]|\\(?:[0abt\tnvfre "/\\N_LP\n]|x{_HEX}{{2}}|u(?!{_HALF}){_HEX}{{4}}'
    rf"|U(?!0000{_HALF})00(?:0{_HEX}|10){_HEX}{{4}}))*"
)
_ESCAPE = re.compile(rf"\\(?:x{_HEX}{{0,2}}|u{_HEX}{{0,4}}|U{_HEX}{{0,8}}|.)")


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
    hint = f"write `\\{escape[0]}`, or put the text in single quotes"
    return Fault((line, column), f"`{escape[0]}` stands for no character", hint)


def never_closed(stop: Stop) -> Fault | None:
    """Find a quote that opens a text and does not close it."""
    quote = stop.character(stop.begun)
    if not stop.in_token or quote not in ("'", '"') or _CLOSED.match(stop.begun_text()):
        return None
    return Fault(stop.begun, "this quote is never closed", f"close the text with {quote}")
