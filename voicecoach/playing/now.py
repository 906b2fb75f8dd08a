"""Now: what is shown at a time of the programme; it changes once a second at most."""

from bisect import bisect_right

from msgspec import Struct

from voicecoach.phrases.filling import filled
from voicecoach.playing.programme import Part, Programme
from voicecoach.units import SECOND_MS

# So long what was said can still be read.
_STAYS_MS = 3000


class Now(Struct, frozen=True):
    """What is shown: the part, how long it still lasts, and what is said.

    `at_ms` and `left_ms` are whole seconds: those that have passed, and those that have begun.
    """

    part: Part
    details: tuple[str, ...]
    at_ms: int
    left_ms: int
    caption: str


def now(programme: Programme, at_ms: int) -> Now:
    """Return what is shown `at_ms` after the beginning, before which and after its end it stays."""
    at_ms = max(0, min(at_ms, programme.duration_ms))
    part = programme.parts[part_at(programme, at_ms)]
    left_ms = -(-(part.end_ms - at_ms) // SECOND_MS) * SECOND_MS
    passed_ms = at_ms // SECOND_MS * SECOND_MS
    return Now(part, _details(programme, part, at_ms), passed_ms, left_ms, _said(programme, at_ms))


def part_at(programme: Programme, at_ms: int) -> int:
    """Return the index of the part that is done at a time."""
    return max(0, bisect_right([part.start_ms for part in programme.parts], at_ms) - 1)


def _details(programme: Programme, part: Part, at_ms: int) -> tuple[str, ...]:
    if not part.reps or not part.rep_period_ms:
        return part.details
    number = min(part.reps, (at_ms - part.start_ms) // part.rep_period_ms + 1)
    counted = filled(programme.words.page("repetition"), {"n": number, "all": part.reps})
    return (*part.details, counted)


def _said(programme: Programme, at_ms: int) -> str:
    index = bisect_right([caption.start_ms for caption in programme.captions], at_ms) - 1
    if index < 0 or at_ms >= programme.captions[index].end_ms + _STAYS_MS:
        return ""
    return programme.captions[index].text
