"""Names: what of a line is the name of an exercise, and what its brackets say besides."""

import re

from voicecoach.importing.plain_text.facts import Facts

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
LOAD = re.compile(
    r"\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?\s*(?:lbs?|kg|kgs|pounds?|kilos?|pood)\b", re.I
)
# What stands between a name and its dose, and belongs to neither.
_JOINTS = re.compile(
    r"(?:[\s,;:=.|(\[–—-]|\b(?:for|x|of|hold|holding|held|do|perform|repeat|complete|each|then|to|about"
    r"|für|je|halten|pendant|durante|per|por|at|until|till|bis|and|und)\b)+$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:perform|do|complete|repeat|hold|of|for|then|try|mach(?:e|en)?)\s+", re.I)
_DASH = re.compile(r"\s[-–—]\s|\s?–\s|\s?—\s|\s-(?=\d)")


def named(header: str, facts: Facts | None) -> tuple[str, tuple[str, ...]]:
    """Return the name in a line, and what its brackets say besides how much."""
    tips: list[str] = []
    before = header if facts is None else header[: facts.start]
    if facts is not None and not clean(before.split(":")[0]):
        # The dose stands first: what it is of comes behind it.
        before = header[facts.end :]
    for found in _BRACKETS.finditer(header):
        inner = found[1] or found[2] or ""
        dosed = facts is not None and found.start() < facts.start < found.end()
        if not dosed and inner.strip() and not LOAD.fullmatch(inner.strip()):
            tips.append(inner.strip())
    name = _BRACKETS.sub(" ", before)
    name = name.split("(")[0] if name.split("(")[0].strip() else name
    head, colon, tail = name.partition(":")
    if colon and clean(head):
        if facts is not None and len(clean(tail).split()) > 3:
            tips.append(clean(tail))
        elif facts is None and tail.strip():
            tips.append(tail.strip())
        name = head
    dash = list(_DASH.finditer(name))
    if dash and clean(name[: dash[-1].start()]):
        tail = clean(name[dash[-1].end() :])
        if not tail:
            name = name[: dash[-1].start()]
        elif len(tail.split()) > 5:
            tips.append(tail)
            name = name[: dash[-1].start()]
    return clean(name), tuple(tips)


def clean(name: str) -> str:
    """Return a name without what joins it to its dose."""
    name = _LEAD.sub("", " ".join(name.split()).strip(" ,;:=.|–—-*"))
    return _JOINTS.sub("", name).strip(" ,;:=.|–—-*)]")


def is_bracketed(header: str, facts: Facts) -> bool:
    """Return whether how much is done stands in brackets."""
    before = header[: facts.start]
    return before.count("(") > before.count(")")
