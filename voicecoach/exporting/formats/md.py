"""Md: the plan as Markdown, a step in each line as the routine language writes it.

```markdown
# Legs

- Squats 3x10 @ 20 kg, rest 30s
- rest 1 min
- Side plank 20s hold, each side
```

The importer `text` reads it. What is said stands in quotes, which it leaves out: a number in a
sentence would be read as a dose.
"""

import re
from collections.abc import Iterator, Sequence

from voicecoach.exporting.losses import LEFT_OUT, READ_AS_REST, Losses
from voicecoach.exporting.singles import USUAL_SWITCH_MS, with_sides_in_names, with_single_steps
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.steps import (
    Distance,
    Part,
    Repeat,
    Reps,
    Rest,
    Say,
    Section,
    Step,
    Time,
)
from voicecoach.importing.tree import flat
from voicecoach.language.grammar.durations import written

_QUOTED = "they stand in quotes, which are not read again"

LOSES: Losses = {
    "changes of side": "they become rests, unless they last 5 seconds",
    "changes of side by themselves": "they become rests",
    "distances": "only their times stay",
    "efforts": _QUOTED,
    "lengths of repetitions": "each takes 3 seconds when it is read again",
    "lines by themselves": _QUOTED,
    "numbers of repetitions in a time": "only the time stays",
    "setups": _QUOTED,
    "sides": "a side by itself stands in the name",
    "texts in rests": _QUOTED,
    "times of releases": "each takes 2 seconds when it is read again",
    "times of tips": LEFT_OUT,
    "tips": _QUOTED,
    "work with the name of a rest": READ_AS_REST,
}

# What is markup anywhere in a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#$]")


def export(workout: Workout) -> Export:
    """Return a workout as Markdown."""
    blocks = [f"# {_escaped(workout.title)}"]
    if workout.description:
        blocks.append(f"> {_escaped(workout.description)}")
    items: list[str] = []
    for part in with_sides_in_names(tuple(_flat(workout.parts))):
        if isinstance(part, Step | Rest):
            items += _item(part)
            continue
        if items:
            blocks.append("\n".join(items))
        items = []
        blocks.append(_paragraph(part))
    if items:
        blocks.append("\n".join(items))
    return Export(("\n\n".join(blocks) + "\n").encode())


def _flat(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield parts with their repeats written out; sets, and sides with a usual change, stay."""
    for part in parts:
        if isinstance(part, Repeat):
            for _ in range(part.count):
                yield from _flat(part.parts)
        elif isinstance(part, Step) and part.each_side and part.switch_ms != USUAL_SWITCH_MS:
            yield from flat(with_single_steps([part]))
        else:
            yield part


def _paragraph(part: Part) -> str:
    if isinstance(part, Section):
        return f"## {_escaped(part.title)}"
    assert isinstance(part, Say)
    return f"> {_escaped(part.text)}"


def _item(part: Step | Rest) -> Iterator[str]:
    if isinstance(part, Rest):
        assert isinstance(part.dose, Time)
        yield f"- rest {written(part.dose.length_ms)}"
        yield from _quotes(part.text)
        return
    line = f"- {_escaped(part.name)} {_dose(part)}"
    line += ", each side" if part.each_side else ""
    line += f" @ {_escaped(part.load)}" if part.load else ""
    yield line + (f", rest {written(part.set_rest_ms)}" if part.set_rest_ms else "")
    yield from _quotes(part.effort, part.setup, *part.tips, *(cue.text for cue in part.cues))


def _quotes(*texts: str | None) -> Iterator[str]:
    yield from (f"  > {_escaped(text)}" for text in texts if text)


def _dose(step: Step) -> str:
    dose = step.dose
    if isinstance(dose, Reps):
        if dose.hold_ms is None:
            reps = f"{dose.count} reps"
            return f"{step.sets} sets of {reps}" if step.sets > 1 else reps
        hold = f"{written(dose.hold_ms)} hold"
        if step.sets > 1:
            return f"{step.sets}x{dose.count}x{hold}"
        # A longer hold would be taken for sets.
        return f"{dose.count} reps of {hold}" if dose.count > 1 else hold
    assert isinstance(dose, Time | Distance)
    time = written(dose.length_ms or 0)
    if isinstance(dose, Time) and dose.hold:
        return f"{step.sets} sets of {time} hold" if step.sets > 1 else f"{time} hold"
    return f"{step.sets}x{time}" if step.sets > 1 else time


def _escaped(line: str) -> str:
    """Return a clean line in which nothing is markup."""
    return _MARKUP.sub(r"\\\g<0>", line)
