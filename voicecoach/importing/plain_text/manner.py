"""Manner: how an exercise is done besides how much: its tempo, its effort, and for which sides."""

import re
from functools import lru_cache

from msgspec import Struct

from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.lexicon import Lexicon

_EFFORT = re.compile(
    r"@?\s*\b((?:RPE|RIR)\s*:?\s*\d{1,2}(?:[.,]5)?(?:[-–]\d{1,2}(?:[.,]5)?)?(?:\s*/\s*10)?"
    r"|(?:zone|Z)\s?[1-7])\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"(?<!\d)(\d{1,4})\s*/\s*\1(?!\d)")
_LIST = re.compile(r"\([^()]*,[^()]*\)")
_PARTS = r"(\d)[-–/.]?(\d)[-–/.]?(\d)(?:[-–/.]?(\d))?"


class Manner(Struct, frozen=True):
    """How an exercise is done: `tempo` as `3-1-1-0`, `effort` as `RPE 8`; `each_side` of itself."""

    tempo: str | None = None
    effort: str | None = None
    each_side: bool = False


def without_manner(text: str, lexicon: Lexicon) -> tuple[str, Manner]:
    """Return the head of a line without how it is done, and that."""
    effort = _EFFORT.search(text)
    if effort is not None:
        text = _cut(text, effort)
    tempo = _tempo(lexicon.tag).search(text)
    parts = [] if tempo is None else [part for part in tempo.groups() if part is not None]
    if tempo is not None and any(part != "0" for part in parts):
        text = _cut(text, tempo)
    else:
        parts = []
    sides = _sides(lexicon.tag).search(text)
    if sides is not None:
        text = text[: sides.start()]
    return text, Manner(
        "-".join(parts) or None, None if effort is None else effort[1], sides is not None
    )


def is_each_of_several(text: str, lexicon: Lexicon) -> bool:
    """Return whether `each` in the head of a line may mean other things than sides.

    It does in `10 reps each with both balls` and in `Poses (cat, cow) - 1 minute each`.
    """
    words = Words(lexicon.tag)
    if words.find(text, "each_side", "each_limb", "other_side") or _TWICE.search(text):
        return False
    found = words.find(text, "each")
    if found is None:
        return False
    return text[found.end() :].strip(" .,;)]") != "" or _LIST.search(text) is not None


def _cut(text: str, found: re.Match[str]) -> str:
    """Return a text without a part of it, and without the brackets or comma around that."""
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if after[:1] in ("", ",", ";", ")"):
        before = before.rstrip(" ,;@")
    return f"{before} {after}".strip() if after[:1] not in (",", ";", ")") else before + after


@lru_cache(maxsize=64)
def _tempo(tag: str) -> re.Pattern[str]:
    return re.compile(
        rf"@?\s*\b(?:{Words(tag).any('tempo', 'column_tempo')})\s*:?\s*{_PARTS}(?![\d-])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _sides(tag: str) -> re.Pattern[str]:
    """Return the pattern of the sides that stand apart at the end of a line."""
    each = Words(tag).any("each_side", "each_limb")
    return re.compile(rf"\s*(?:[,;–—]|[(\[]|\s-\s)\s*(?:{each})[)\]]?[\s.]*$", re.IGNORECASE)
