"""Characters that YAML does not take where they stand."""

from voicecoach.text.faults.stop import Fault, Stop
from voicecoach.text.traps import VALUE, quoted_hint


def tab_indents(stop: Stop) -> Fault | None:
    """Find a tab before the first word of a line."""
    text = stop.line
    if "\t" not in text[: len(text) - len(text.lstrip())]:
        return None
    return Fault(stop.at, "a tab indents this line", f"indent with spaces: `  {text.strip()}`")


def tab_for_space(stop: Stop) -> Fault | None:
    """Find a tab behind a dash or a colon."""
    if stop.stray != "\t":
        return None
    hint = f"write `{' '.join(stop.line.replace(chr(9), ' ').split())}`"
    return Fault(stop.at, "a tab stands where YAML wants a space", hint)


def reserved(stop: Stop) -> Fault | None:
    """Find `load: @RPE 8`, which begins with a character that YAML keeps for itself."""
    if stop.stray in ("", "-", "?", ":"):
        return None
    hint = quoted_hint(stop.line, stop.at[1])
    return Fault(stop.at, f"a text cannot begin with `{stop.stray}`", hint)


def indicator(stop: Stop) -> Fault | None:
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
