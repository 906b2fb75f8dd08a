"""Csv: a sheet with a step in each row, for a spreadsheet or a simple timer.

```csv
name,seconds,rest
Plank,40,20
Side plank,30,20
```

Name, seconds and rest are always there, the other columns where something stands in them. The
importer `csv` reads all of them.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from voicecoach.exporting.losses import LEFT_OUT, READ_AS_REST, Losses
from voicecoach.exporting.setups import with_setups_once
from voicecoach.exporting.singles import with_single_steps
from voicecoach.exporting.workout import Export, Workout
from voicecoach.files.spreadsheet import BYTE_ORDER_MARK, harmless
from voicecoach.importing.steps import Part, Reps, Rest, Section, Step, Time
from voicecoach.importing.tree import flat
from voicecoach.units import SECOND_MS

LOSES: Losses = {
    "changes of side": "they become rests",
    "changes of side by themselves": "they become rests",
    "distances": "only their times stay",
    "lines by themselves": LEFT_OUT,
    "tempos": "only the lengths of repetitions stay",
    "times of tips": "all tips of a step are one text",
    "work with the name of a rest": READ_AS_REST,
}

_ALWAYS = ("name", "seconds", "rest")
_COLUMNS = (
    "section", "name", "side", "seconds", "hold", "reps", "rep_seconds", "release_seconds", "rest",
    "load", "effort", "setup", "tip",
)  # fmt: skip

Row = dict[str, str]


def export(workout: Workout) -> Export:
    """Return a workout as a sheet, beginning with a byte order mark, its lines ended by CR LF."""
    rows = list(_rows(with_setups_once(tuple(flat(with_single_steps(workout.parts))))))
    used = {column for row in rows for column, text in row.items() if text}
    columns = [column for column in _COLUMNS if column in used or column in _ALWAYS]
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return Export((BYTE_ORDER_MARK + file.getvalue()).encode())


def _rows(parts: Sequence[Part]) -> Iterator[Row]:
    """Yield a row for each step, with the rest after it, and for each rest that has none before."""
    section = ""
    waiting: Row | None = None
    for part in parts:
        if isinstance(part, Section):
            section = part.title
        elif isinstance(part, Rest):
            assert isinstance(part.dose, Time)
            seconds = _seconds(part.dose.length_ms)
            if waiting is not None and part.text is None:
                yield {**waiting, "rest": seconds}
                waiting = None
                continue
            if waiting is not None:
                yield waiting
            waiting = None
            yield _row({"section": section, "name": "Rest", "seconds": seconds, "tip": part.text})
        elif isinstance(part, Step):
            if waiting is not None:
                yield waiting
            waiting = _row({"section": section, **_of_step(part)})
    if waiting is not None:
        yield waiting


def _row(cells: dict[str, str | None]) -> Row:
    return {column: harmless(text or "") for column, text in cells.items()}


def _of_step(step: Step) -> dict[str, str | None]:
    texts = (*step.tips, *(cue.text for cue in step.cues))
    said = {
        "name": step.name,
        "side": step.side,
        "load": step.load,
        "effort": step.effort,
        "setup": step.setup,
        "tip": " ".join(dict.fromkeys(texts)),
    }
    dose = step.dose
    if isinstance(dose, Reps) and dose.within_ms is not None:
        return {**said, "reps": str(dose.count), "seconds": _seconds(dose.within_ms)}
    if isinstance(dose, Reps):
        lengths_ms = (dose.hold_ms, dose.rep_ms, dose.release_ms)
        lengths = (None if length_ms is None else _seconds(length_ms) for length_ms in lengths_ms)
        columns = zip(("hold", "rep_seconds", "release_seconds"), lengths, strict=True)
        return {**said, "reps": str(dose.count), **dict(columns)}
    if isinstance(dose, Time):
        return {
            **said,
            "hold" if dose.hold else "seconds": _seconds(dose.length_ms),
            "reps": "max" if dose.as_many else None,
        }
    return {**said, "seconds": _seconds(getattr(dose, "length_ms", 0))}


def _seconds(length_ms: int) -> str:
    """Return a length in seconds, with as many decimals as it needs."""
    return f"{length_ms / SECOND_MS:.3f}".rstrip("0").rstrip(".")
