"""Chapters: what makes one is the routine's choice; together they tile.

`section`: one a section; outside sections one an exercise or circuit. `exercise`: one an exercise
in sections and circuits, too. `interval`: one each work.
"""

from collections.abc import Sequence

from voicecoach.routine.phase import Heading, Phase, Work
from voicecoach.timeline.model import Chapter, TimedPhase
from voicecoach.timeline.wording import Wording

MAX_CHAPTERS = 255


def chapters(
    title: str,
    phases: Sequence[Phase],
    timed: Sequence[TimedPhase],
    wording: Wording,
    most: int | None = MAX_CHAPTERS,
) -> list[Chapter]:
    """Return the chapters of a programme called `title`; intervals are titled by `wording`.

    A chapter begins with the rest or prepare that leads in to it; what stands before the first
    and after the last belongs to them. Beyond `most`, neighbours merge.
    """
    starts = _starts(phases, wording)
    if not starts:
        starts = [(0, title)]
    bounds = [0, *(timed[index].start_ms for index, _ in starts[1:]), timed[-1].end_ms]
    parts = [
        Chapter(name, bounds[number], bounds[number + 1]) for number, (_, name) in enumerate(starts)
    ]
    while most is not None and len(parts) > most:
        parts = [_merged(parts[index : index + 2]) for index in range(0, len(parts), 2)]
    return parts


def _starts(phases: Sequence[Phase], wording: Wording) -> list[tuple[int, str]]:
    """Return where each chapter begins, as the number of its first phase, with its title."""
    starts: list[tuple[int, str]] = []
    current: Heading | None = None
    free = 0
    for index, phase in enumerate(phases):
        heading = _heading(phase)
        if heading is None:
            continue
        if isinstance(phase, Work) and phase.place.chapters == "interval":
            starts.append((free, wording.interval(phase)))
        elif heading != current:
            starts.append((free, heading.title))
        current, free = heading, index + 1
    return starts


def _heading(phase: Phase) -> Heading | None:
    """Return the heading of the chapter that a phase is a part of, None where it follows others."""
    if phase.kind == "work":
        return phase.place.chapter
    is_part = phase.kind == "say" and phase.place.chapters == "section"
    return phase.place.section if is_part else None


def _merged(pair: list[Chapter]) -> Chapter:
    titles = dict.fromkeys(chapter.title for chapter in pair)
    return Chapter(" · ".join(titles), pair[0].start_ms, pair[-1].end_ms)
