"""Faults of what a line begins with: a mark of another format, or a blank that is no space."""

from voicecoach.text.faults.stop import Fault, Stop
from voicecoach.text.layout import misleads, spaces_hint, with_dash


def odd_blank(stop: Stop) -> Fault | None:
    """Find a blank that looks like a space and is none, as phones write it."""
    for number in stop.suspects:
        if misleads(stop.lines[number]):
            return Fault((number, 0), *spaces_hint(stop.lines[number]))
    return None


def other_mark(stop: Stop) -> Fault | None:
    """Find an item of a list that begins with `•`, `–` or `1.`, or with a dash and no space."""
    for number in stop.suspects:
        right = with_dash(stop.lines[number])
        if right is not None:
            message = "an item of a list begins with `- `"
            return Fault(stop.start_of(number), message, f"write `{right}`")
    return None


def other_comment(stop: Stop) -> Fault | None:
    """Find a comment that begins with `//`."""
    for number in stop.suspects:
        text = stop.lines[number].strip()
        if text.startswith("//"):
            hint = f"write `# {text.lstrip('/ ')}`"
            return Fault(stop.start_of(number), "a comment begins with `#`", hint)
    return None


def end_of_document(stop: Stop) -> Fault | None:
    """Find `...`, which ends a document."""
    for number in stop.suspects:
        if stop.lines[number].strip() == "...":
            return Fault((number, 0), "this line ends the file for YAML", "delete the line")
    return None
