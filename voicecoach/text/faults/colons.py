"""Colons that are too many or missing, and keys that so stand where none may."""

import re

from voicecoach.text.faults.stop import Fault, Stop
from voicecoach.text.traps import TIGHT_KEY, VALUE, quoted_hint

# YAML looks for the colon of a key no further than this, in characters.
_LONGEST_KEY = 1024
# An item of a list that is a text; other ones begin with a key.
_TEXT_ITEM = re.compile(r"\s*- +(?![\w-]+:(?:\s|$))(?P<text>.*)")


def in_text(stop: Stop) -> Fault | None:
    """Find `say: Now: breathe`."""
    head = VALUE.match(stop.line)
    if stop.stray != ":" or head is None or ":" not in head["lead"]:
        return None
    if stop.at[1] < head.start("value"):
        return None
    return Fault(stop.at, "a text with `: ` in it must be quoted", quoted_hint(stop.line))


def below_line(stop: Stop) -> Fault | None:
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


def missing(stop: Stop) -> Fault | None:
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
