"""Blocks without a kind key: what each was meant to be, and how that is written."""

from collections.abc import Collection, Sequence
from typing import Any

from voicecoach.language import block_hints, words
from voicecoach.problems import Span, nearest
from voicecoach.text.document import DataPath, Document
from voicecoach.text.layout import row

# Where it stands, what is wrong, what to write, and the code.
Noted = tuple[Span, str, str, str]


def fault(
    document: Document,
    path: DataPath,
    data: dict[str, Any],
    kinds: Sequence[str],
    exercise_keys: Collection[str],
    header_keys: Collection[str],
) -> Noted:
    """Return what is wrong with the block at `path`, whose keys are none of `kinds`."""
    key = next(iter(data), "")
    span = document.locate_key((*path, key))
    if len(data) == 1 and key in header_keys and nearest(key, kinds) is None:
        message = f"`{key}` is a key of the whole file, and no block"
        return span, message, block_hints.of_the_file(document, (*path, key)), "unknown-key"
    if data and key not in exercise_keys:
        hint = block_hints.named_by_key(document, path, data, kinds)
        if hint is not None:
            return span, f"`{key}` is no kind of block", hint, "unknown-key"
    meant = _meant(data, kinds, exercise_keys)
    if meant is not None:
        word, kind = meant
        place, message = document.locate_key((*path, word)), f"unknown key `{word}` in a block"
        return place, message, f"did you mean `{kind}`?", "unknown-key"
    if any(key in exercise_keys for key in data):
        message = "this block has keys of an exercise, and no `exercise`"
        return span, message, "write `exercise:` with its name above its keys", "invalid"
    hint = f"begin it with one of `{'`, `'.join(kinds)}`"
    return span, "this block does not say what it is", hint, "invalid"


def cut_off(
    document: Document, path: DataPath, items: Sequence[Any], exercise_keys: Collection[str]
) -> Noted | None:
    """Return what is wrong with the first item that is a key of the exercise above it, if any.

    `exercise_keys` are those that begin no block of their own.
    """
    for index in range(1, len(items)):
        upper, item = items[index - 1 : index + 1]
        if not isinstance(item, dict) or not isinstance(upper, dict) or "exercise" not in upper:
            continue
        if item and all(key in exercise_keys for key in item):
            key = next(iter(item))
            span = document.locate_key((*path, index, key))
            line = row(document.source_line(span.line))
            column = document.locate_key((*path, index - 1, "exercise")).column - 1
            message = f"a dash cuts `{key}` off from its exercise"
            return span, message, f"write `{' ' * column}{line.content}`", "invalid"
    return None


def _meant(
    data: dict[str, Any], kinds: Sequence[str], exercise_keys: Collection[str]
) -> tuple[str, str] | None:
    """Return the key that stands for a kind, and that kind; None where no key does."""
    holds_blocks = any(isinstance(value, list) for value in data.values())
    for key in data:
        kind = words.suggestion(key, kinds) if holds_blocks or key not in exercise_keys else None
        if kind == "exercise" and holds_blocks:
            kind = "circuit" if "rounds" in data or "sets" in data else "section"
        if kind is not None:
            return key, kind
    return None
