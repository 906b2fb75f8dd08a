"""Headings: where sections begin, and the names of the exercises above their blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH, Row
from voicecoach.outputs.picture.text import Type, clean, shortened, width
from voicecoach.outputs.programme import programme
from voicecoach.timeline import Timeline

HEADING_HEIGHT = 30
NAMES_HEIGHT = 22
HEADING = Type(18, bold=True)
NAME = Type(15, bold=True)
DOSE = Type(15)
_APART = 8
_BAR = 3
_INDENT = 9
_END = float(MARGIN + ROW_WIDTH)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the programme with a name, and what may be added to it where there is room."""

    name: str
    start_ms: int
    end_ms: int
    more: str = ""


def headings(found: Sequence[Stretch], row: Row, y: float) -> list[str]:
    """Return the headings of the sections that begin in a row, each with a bar at its beginning.

    The title stands to the right of the bar, or to the left where there is more room.
    """
    here = [section for section in found if row.holds(section.start_ms)]
    starts = [row.x(section.start_ms) for section in here]
    drawn = []
    free = float(MARGIN)
    for section, x, limit in zip(here, starts, [*starts, _END][1:], strict=True):
        drawn.append(element("rect", class_="ink", x=x, y=y + 6, width=_BAR, height=18))
        before, after = x - free - 2 * _APART, limit - x - _INDENT - _APART
        free = x + _BAR
        left = after < min(before, width(section.name, HEADING))
        shown = shortened(section.name, HEADING, before if left else after)
        if shown and left:
            drawn.append(label(shown, x - _APART, y + 21, HEADING, "ink", "end"))
        elif shown:
            drawn.append(label(shown, x + _INDENT, y + 21, HEADING, "ink"))
            free = x + _INDENT + width(shown, HEADING)
    return drawn


def sections(timeline: Timeline) -> list[Stretch]:
    """Return the sections in order; one that comes back is there again."""
    found: list[Stretch] = []
    current: str | None = None
    for phase in timeline.phases:
        if phase.section is not None and phase.section != current:
            found.append(Stretch(clean(phase.section), phase.start_ms, phase.end_ms))
        current = phase.section
    return found


def runs(timeline: Timeline) -> list[Stretch]:
    """Return the exercises in the order in which they are done.

    The sets and sides of one are one run, with the change of sides and the rests in between, and
    the time to get ready for it.
    """
    doses = {(row.section, row.line, row.name): row.dose for row in programme(timeline).rows}
    found: list[Stretch] = []
    last_line: int | None = None
    for phase in timeline.phases:
        if phase.name is None:
            continue
        name = clean(phase.name)
        if found and (found[-1].name, last_line) == (name, phase.line):
            found[-1] = Stretch(name, found[-1].start_ms, phase.end_ms, found[-1].more)
        else:
            dose = _with_times(doses.get((phase.section, phase.line, phase.name), ""))
            found.append(Stretch(name, phase.start_ms, phase.end_ms, dose))
        last_line = phase.line
    return found


def names(found: Sequence[Stretch], row: Row, y: float) -> list[str]:
    """Return the names of the exercises of a row, as much of them as there is room for."""
    drawn = []
    here = [run for run in found if row.touches(run.start_ms, run.end_ms)]
    starts = [row.x(run.start_ms) for run in here]
    for run, x, limit in zip(here, starts, [*starts, _END][1:], strict=True):
        shown = shortened(run.name, NAME, limit - x - _APART)
        if not shown:
            continue
        room = limit - x - _APART - width(f"{shown} ", NAME)
        complete = shown == run.name and width(run.more, DOSE) <= room
        drawn.append(label(shown, x, y + 16, NAME, "ink", more=run.more if complete else ""))
    return drawn


def _with_times(dose: str) -> str:
    """Return a dose in which bare repetitions are marked as such: `× 8, each side`."""
    return f"× {dose}" if re.match(r"\d[\d-]*(,|$)", dose) else dose
