"""Cutting: which texts of a foreign file are too long to be kept whole."""

from collections.abc import Iterator

from voicecoach.importing.steps import Part, Remark, Rest, Say, Section, Step
from voicecoach.importing.texts import MAX_CHARACTERS, is_cut

_SHOWN_CHARACTERS = 40


def cuts(part: Part) -> tuple[str, ...]:
    """Return what to say about the texts of a part that are cut."""
    return tuple(cut(text) for text in _texts(part) if text is not None and is_cut(text))


def cut(text: str) -> str:
    """Return what to say about a text that is cut."""
    return f"“{text[:_SHOWN_CHARACTERS]}…” is cut to {MAX_CHARACTERS} characters"


def _texts(part: Part) -> Iterator[str | None]:
    if isinstance(part, Step):
        yield from (part.name, part.effort, part.load, part.setup, *part.tips)
        yield from (cue.text for cue in part.cues)
    elif isinstance(part, Rest | Say | Remark):
        yield part.text
    elif isinstance(part, Section):
        yield part.title
