"""Headings: the titles of sections, and the names of exercises above their blocks."""

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH, Row
from voicecoach.outputs.picture.text import TextStyle, shorten, width
from voicecoach.outputs.programme import programme
from voicecoach.timeline import Timeline

HEADING_HEIGHT = 30
NAMES_HEIGHT = 22
HEADING = TextStyle(18, bold=True)
NAME = TextStyle(15, bold=True)
DOSE = TextStyle(15)
_APART = 8
_BAR = 3
_INDENT = 9
_END = float(MARGIN + ROW_WIDTH)


class Stretch(Struct, frozen=True):
    """A named part of the programme, and what may follow the name if there is room."""

    name: str
    start_ms: int
    end_ms: int
    more: str = ""


def headings(sections: Sequence[Stretch], row: Row, y: float) -> list[str]:
    """Return the headings of the sections that begin in a row, each with a bar at its beginning.

    The title is to the right of the bar, or to the left if there is more room.
    """
    here = [section for section in sections if row.holds(section.start_ms)]
    starts = [row.x(section.start_ms) for section in here]
    drawn = []
    free = float(MARGIN)
    for section, x, limit in zip(here, starts, [*starts, _END][1:], strict=True):
        drawn.append(element("rect", class_="ink", x=x, y=y + 6, width=_BAR, height=18))
        before, after = x - free - 2 * _APART, limit - x - _INDENT - _APART
        free = x + _BAR
        left = after < min(before, width(section.name, HEADING))
        shown = shorten(section.name, HEADING, before if left else after)
        if shown and left:
            drawn.append(label(shown, x - _APART, y + 21, HEADING, "ink", "end"))
        elif shown:
            drawn.append(label(shown, x + _INDENT, y + 21, HEADING, "ink"))
            free = x + _INDENT + width(shown, HEADING)
    return drawn


def find_sections(timeline: Timeline) -> list[Stretch]:
    """Return the sections in order; one that recurs is listed again."""
    sections = []
    for title, phases in groupby(timeline.phases, key=lambda phase: phase.section):
        if title is not None:
            first = next(phases)
            sections.append(Stretch(clean(title), first.start_ms, first.end_ms))
    return sections


def find_runs(timeline: Timeline) -> list[Stretch]:
    """Return the exercises in the order in which they are done.

    All sets and sides of one are a single run, with the rests and changes of sides in between and
    the time to get ready for it.
    """
    rows = programme(timeline, timeline.phrases).rows
    doses = {(row.section, row.line, row.name): row.dose for row in rows}
    named = [(clean(phase.name), phase) for phase in timeline.phases if phase.name is not None]
    runs = []
    for (name, _), run in groupby(named, key=lambda pair: (pair[0], pair[1].line)):
        phases = [phase for _, phase in run]
        first, last = phases[0], phases[-1]
        dose = _with_times(doses.get((first.section, first.line, first.name or ""), ""))
        runs.append(Stretch(name, first.start_ms, last.end_ms, dose))
    return runs


def names(runs: Sequence[Stretch], row: Row, y: float) -> list[str]:
    """Return the names of the exercises of a row, as far as there is room.

    Where there is none for any of them, they are listed at the beginning of the row.
    """
    drawn = []
    here = [run for run in runs if row.touches(run.start_ms, run.end_ms)]
    starts = [row.x(run.start_ms) for run in here]
    for run, x, limit in zip(here, starts, [*starts, _END][1:], strict=True):
        shown = shorten(run.name, NAME, limit - x - _APART)
        if not shown:
            continue
        room = limit - x - _APART - width(f"{shown} ", NAME)
        complete = shown == run.name and width(run.more, DOSE) <= room
        drawn.append(label(shown, x, y + 16, NAME, "ink", more=run.more if complete else ""))
    if here and not drawn:
        listed = " · ".join(dict.fromkeys(run.name for run in here))
        shown = shorten(listed, NAME, ROW_WIDTH)
        drawn = [label(shown, MARGIN, y + 16, NAME, "ink")] if shown else []
    return drawn


def _with_times(dose: str) -> str:
    """Return a dose with `×` before bare repetitions: `× 8, each side`."""
    return f"× {dose}" if re.match(r"\d[\d-]*(,|$)", dose) else dose
