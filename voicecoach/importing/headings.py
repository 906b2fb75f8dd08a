"""Headings: a section in which nothing is done is only a comment, as a routine has none such."""

from collections.abc import Sequence

from voicecoach.importing.steps import Part, Remark, Repeat, Rest, Section, Step


def with_empty_sections_as_remarks(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts with the title of each section that holds nothing that lasts as a remark."""
    found: list[Part] = []
    filled = False
    for part in reversed(parts):
        if isinstance(part, Section):
            found.append(part if filled else Remark(part.title, part.line, doubt=False))
            filled = False
        else:
            filled = filled or isinstance(part, Step | Rest | Repeat)
            found.append(part)
    return tuple(reversed(found))
