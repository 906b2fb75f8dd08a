"""Names: what of a line is the name of an exercise, and what its brackets say besides."""

import re
from functools import lru_cache

from voicecoach.importing.plain_text.facts import Facts
from voicecoach.importing.plain_text.words import Words

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_DASH = re.compile(r"\s[-–—]\s|\s?–\s|\s?—\s|\s-(?=\d)")
_MARKS = " ,;:=.|–—-*@"
_MOST_TAIL_WORDS = 5


def named(header: str, facts: Facts | None, tag: str) -> tuple[str, tuple[str, ...]]:
    """Return the name in a line, and what its brackets say besides how much."""
    tips: list[str] = []
    before = header if facts is None else header[: facts.start]
    if facts is not None and not clean(before.split(":")[0], tag):
        # The dose stands first: what it is of comes behind it.
        before = header[facts.end :]
    for found in _BRACKETS.finditer(header):
        inner = found[1] or found[2] or ""
        dosed = facts is not None and found.start() < facts.start < found.end()
        if not dosed and inner.strip() and not load_pattern(tag).fullmatch(inner.strip()):
            tips.append(inner.strip())
    name = _BRACKETS.sub(" ", before)
    name = name.split("(")[0] if name.split("(")[0].strip() else name
    head, colon, tail = name.partition(":")
    if colon and clean(head, tag):
        if facts is not None and len(clean(tail, tag).split()) > 3:
            tips.append(clean(tail, tag))
        elif facts is None and tail.strip():
            tips.append(tail.strip())
        name = head
    dash = list(_DASH.finditer(name))
    if dash and clean(name[: dash[-1].start()], tag):
        tail = clean(name[dash[-1].end() :], tag)
        if not tail or load_pattern(tag).fullmatch(tail):
            name = name[: dash[-1].start()]
        elif len(tail.split()) > _MOST_TAIL_WORDS:
            tips.append(tail)
            name = name[: dash[-1].start()]
    return clean(name, tag), tuple(tips)


def clean(name: str, tag: str) -> str:
    """Return a name without what joins it to its dose."""
    name = _lead(tag).sub("", " ".join(name.split()).strip(_MARKS))
    return _joints(tag).sub("", name).strip(f"{_MARKS})]")


def without_goal(text: str, tag: str) -> str:
    """Return a text without the race that is trained for, which is no distance: `Couch to 5K`."""
    return _goal(tag).sub("", text)


def is_bracketed(header: str, facts: Facts) -> bool:
    """Return whether how much is done stands in brackets."""
    before = header[: facts.start]
    return before.count("(") > before.count(")")


@lru_cache(maxsize=64)
def load_pattern(tag: str) -> re.Pattern[str]:
    """Return the pattern of a weight, a share of one, or a power: `20-25 kg`."""
    number = r"\d{1,4}(?:[.,]\d+)?"
    weight = Words(tag).any("weight")
    return re.compile(rf"{number}(?:\s*[-–]\s*{number})?\s*(?:{weight})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _goal(tag: str) -> re.Pattern[str]:
    to = Words(tag).any("to", "for")
    return re.compile(rf"(?<!\w)(?:{to})\s+(?:an?\s+)?\d{{1,3}}\s?km?(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _lead(tag: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{Words(tag).any('do', 'of', 'for', 'then')})\s+", re.IGNORECASE)


@lru_cache(maxsize=64)
def _joints(tag: str) -> re.Pattern[str]:
    words = Words(tag)
    little = words.any("for", "of", "each", "then", "to", "about", "per", "until", "at", "with")
    # Behind a mark it tells what to do; without one it belongs to the name: `Hollow hold`.
    told = rf"(?:[:;,.(–—]|\s-)\s*(?:{words.any('do', 'hold')})(?!\w)"
    return re.compile(rf"(?:[\s,;:=.|(\[@–—-]|(?<!\w)(?:x|{little})(?!\w)|{told})+$", re.IGNORECASE)
