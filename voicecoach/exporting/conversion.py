"""Conversion: a routine to a file of another program, and notes on what that cannot hold."""

from datetime import datetime

from msgspec import Struct

from voicecoach.exporting.formats import exporter
from voicecoach.exporting.losses import notes_on
from voicecoach.exporting.parts import parts_of
from voicecoach.exporting.setups import with_setups_once
from voicecoach.exporting.shortening import shortened
from voicecoach.exporting.workout import Workout
from voicecoach.outputs.clean import clean
from voicecoach.problems import Problem
from voicecoach.routine.routine import Routine


class Exported(Struct, frozen=True):
    """The content of a file, and notes on what it does not hold, in the order of the routine."""

    content: bytes
    notes: tuple[Problem, ...]


def export(
    routine: Routine, format_name: str, length_ms: int, start: datetime, now: datetime
) -> Exported:
    """Return the file that a routine becomes in a format, which is one of `format_names`.

    `length_ms` is that of the whole programme; it begins at `start`, the local time of whoever does
    it; `now` has a time zone. Raises EngineError where a library is missing.
    """
    module = exporter(format_name)
    parts = parts_of(routine)
    short = shortened([placed.part for placed in parts.placed])
    workout = Workout(
        title=clean(routine.title),
        language=routine.language,
        parts=with_setups_once(short),
        length_ms=length_ms,
        start=start,
        now=now,
        author=clean(routine.author or "") or None,
        description=clean(routine.description or "") or None,
    )
    export = module.export(workout)
    notes = notes_on(routine, parts, module.LOSES, f".{format_name}")
    title = routine.source_line(routine.span)
    remarks = [
        Problem(routine.span, remark, code="export", source_line=title) for remark in export.remarks
    ]
    return Exported(export.content, (*remarks, *notes))
