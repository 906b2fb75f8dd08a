"""All phases and events as a table of comma-separated values (RFC 4180), for spreadsheets.

A row is a phase, or a line or tone in it, in the order of time. `kind`, `role` and the other fields
are those of the timeline's JSON; a line or tone has the exercise, set, side and round of its phase.
"""

import csv
import io
from collections.abc import Iterator

from voicecoach.files.spreadsheet import BYTE_ORDER_MARK, harmless
from voicecoach.outputs.clean import clean
from voicecoach.outputs.script import phases_with_events
from voicecoach.timeline import Event, TimedPhase, Timeline
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS

COLUMNS = (
    "start", "start_ms", "end_ms", "kind", "role", "section", "exercise", "set", "sets", "side",
    "round", "rounds", "dose", "reps", "text",
)  # fmt: skip

_Cell = str | int | None


def text(timeline: Timeline) -> str:
    """Return the table, beginning with a byte order mark, its lines ended by CR LF.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in _rows(timeline):
        writer.writerow(harmless(clean(cell)) if isinstance(cell, str) else cell for cell in row)
    return BYTE_ORDER_MARK + file.getvalue()


def _rows(timeline: Timeline) -> Iterator[tuple[_Cell, ...]]:
    for phase, events in phases_with_events(timeline):
        yield _row(phase, phase.kind, None, phase, None)
        for event in events:
            yield _row(event, event.kind, event.role, phase, event.text)


def _row(
    at: TimedPhase | Event, kind: str, role: str | None, phase: TimedPhase, said: str | None
) -> tuple[_Cell, ...]:
    return (
        _time(at.start_ms), at.start_ms, at.end_ms, kind, role, phase.section, phase.name,
        phase.set, phase.sets, phase.side, phase.round, phase.rounds, phase.dose, phase.reps, said,
    )  # fmt: skip


def _time(at_ms: int) -> str:
    """Return a time in whole seconds as a spreadsheet of any country reads it: `0:04:31`."""
    hours, rest_ms = divmod(at_ms, HOUR_MS)
    minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
    return f"{hours}:{minutes:02}:{rest_ms // SECOND_MS:02}"
