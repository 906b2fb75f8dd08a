"""The programme as it is shown while it plays, made of a timeline or of a finished file."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from voicecoach import phrases
from voicecoach.formats.inspection.description import Description
from voicecoach.outputs.page.captions import Caption, captions
from voicecoach.outputs.phase_labels import (
    exercise_starts_ms,
    kind_title,
    phase_details,
    phase_title,
    rep_period_ms,
)
from voicecoach.phrases import Phrases
from voicecoach.phrases.filling import filled
from voicecoach.timeline import TimedPhase, Timeline
from voicecoach.timeline.model import Chapter
from voicecoach.units import whole_clock

_LEADING_TO_ITS_WORK = ("prepare", "switch")
_BETWEEN = ("rest", "switch", "pause")


class Part(Struct, frozen=True):
    """A phase or a chapter. `kind` is what it is, where its title does not say so.

    `following` is the line about what comes next, empty where nothing does. Where repetitions are
    counted, there are `reps` of them, one each `rep_period_ms`.
    """

    start_ms: int
    end_ms: int
    title: str
    kind: str = ""
    details: tuple[str, ...] = ()
    following: str = ""
    reps: int | None = None
    rep_period_ms: int | None = None


class Programme(Struct, frozen=True):
    """What is shown: the parts tile it, and the keys go to `exercise_starts_ms`.

    `words` are those in which it is shown.
    """

    title: str
    duration_ms: int
    parts: Sequence[Part]
    exercise_starts_ms: Sequence[int]
    captions: Sequence[Caption]
    words: Phrases


def programme_of_timeline(timeline: Timeline) -> Programme:
    """Return the programme of a timeline: each phase is a part."""
    words = timeline.phrases
    parts = tuple(
        _part(phase, _next(timeline, index), timeline)
        for index, phase in enumerate(timeline.phases)
    )
    return Programme(
        timeline.title,
        timeline.duration_ms,
        parts,
        tuple(exercise_starts_ms(timeline)),
        tuple(captions(timeline)),
        words,
    )


def programme_of_file(path: Path, described: Description) -> Programme:
    """Return the programme of a finished file: each chapter is a part, to which the keys go."""
    tag, words = described.tag, phrases.english()
    title = tag.title or path.name
    chapters = sorted(tag.chapters, key=lambda chapter: chapter.start_ms)
    if not chapters or chapters[0].start_ms > 0:
        # Another program's chapters need not begin with the sound.
        chapters.insert(0, Chapter(title, 0, described.length_ms))
    end = Chapter("", described.length_ms, described.length_ms)
    parts = tuple(
        Part(
            chapter.start_ms,
            following.start_ms,
            chapter.title or title,
            following=_line(words, following.title) if following.title else "",
        )
        for chapter, following in pairwise([*chapters, end])
    )
    return Programme(
        title,
        described.length_ms,
        parts,
        tuple(part.start_ms for part in parts),
        tuple(Caption(line.start_ms, line.end_ms, line.text) for line in tag.lines or ()),
        words,
    )


def _part(phase: TimedPhase, following: Sequence[str], timeline: Timeline) -> Part:
    words = timeline.phrases
    title, kind = phase_title(phase, timeline, words), kind_title(phase, words)
    period_ms = rep_period_ms(phase)
    return Part(
        phase.start_ms,
        phase.end_ms,
        title,
        kind if kind != title else "",
        tuple(phase_details(phase, words)),
        _line(words, " · ".join(following)) if following else "",
        phase.reps if period_ms else None,
        period_ms,
    )


def _next(timeline: Timeline, index: int) -> tuple[str, ...]:
    """Return what comes after a phase: the next work, and what lies between."""
    words, phases = timeline.phrases, timeline.phases
    work = next((phase for phase in phases[index + 1 :] if phase.kind == "work"), None)
    if work is None or phases[index].kind in _LEADING_TO_ITS_WORK:
        return ()
    return (*_between(phases[index + 1], words), work.name or "", *phase_details(work, words))


def _between(phase: TimedPhase, words: Phrases) -> Iterator[str]:
    if phase.kind in _BETWEEN:
        yield f"{kind_title(phase, words)} {whole_clock(phase.length_ms)}"


def _line(words: Phrases, what: str) -> str:
    return filled(words.page("next"), {"what": what})
