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
from itertools import zip_longest

from voicecoach.exporting.lines import line_of, texts_of
from voicecoach.exporting.losses import LEFT_OUT, READ_AS_REST, Losses
from voicecoach.exporting.singles import with_sides_in_names, with_single_steps
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.formats import read
from voicecoach.importing.source import source_of
from voicecoach.importing.steps import Dose, Open, Part, Repeat, Reps, Rest, Say, Section, Step
from voicecoach.importing.tree import flat
from voicecoach.problems import RoutineError
from voicecoach.routine.exercise import USUAL_SWITCH_MS

_QUOTED = "they stand in quotes, which are not read again"

LOSES: Losses = {
    "cadences": _QUOTED,
    "cadences beside targets": _QUOTED,
    "changes of side by themselves": "they become rests",
    "changes of side of another length than usual": "the sides become steps of their own",
    "distances": "only their times stay",
    "efforts in words": _QUOTED,
    "lengths of repetitions": "each takes 3 seconds when it is read again",
    "lines by themselves": _QUOTED,
    "repetitions without a number": "only the time stays",
    "setups": _QUOTED,
    "single sides": "they stand in the names",
    "targets in percent": _QUOTED,
    "targets in watts": _QUOTED,
    "targets of heart rate": _QUOTED,
    "tempos": LEFT_OUT,
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
        blocks.append(_paragraph(part, workout.title))
    if items:
        blocks.append("\n".join(items))
    content = ("\n\n".join(blocks) + "\n").encode()
    return Export(content, list(_misread(content, workout.parts)))


def _misread(content: bytes, parts: Sequence[Part]) -> Iterator[str]:
    """Yield the first step that is read again as something else, as a name may mean anything."""
    meant = _amounts(with_sides_in_names(tuple(_flat(parts))))
    try:
        (plan,) = read("text", source_of(content, ".md"))
    except (RoutineError, ValueError):
        yield "this .md file is not read again as one plan: mind its names and titles"
        return
    for line, line_read in zip_longest(meant, _amounts(plan.parts)):
        if line != line_read:
            name = (line or line_read or ("",))[0]
            yield f"“{name}” in this .md file is read again as something else"
            return


def _amounts(parts: Sequence[Part]) -> list[tuple[str, object]]:
    """Return the steps and rests in parts, written out, with how much of each is done."""
    single = flat(with_single_steps(parts))
    return [
        (part.name if isinstance(part, Step) else "Rest", _amount(part.dose))
        for part in single
        if isinstance(part, Step | Rest)
    ]


def _amount(dose: Dose) -> object:
    if isinstance(dose, Reps):
        # One held repetition is a hold.
        held = dose.hold_ms is not None and dose.count == 1
        return dose.hold_ms if held else (dose.count, dose.hold_ms, dose.within_ms)
    return None if isinstance(dose, Open) else dose.length_ms


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


def _paragraph(part: Part, title: str) -> str:
    if isinstance(part, Section) and part.title == title:
        # What is in no section stands behind a line.
        return "---"
    if isinstance(part, Section):
        return f"## {_escaped(part.title)}"
    assert isinstance(part, Say)
    return f"> {_escaped(part.text)}"


def _item(part: Step | Rest) -> Iterator[str]:
    yield f"- {_escaped(line_of(part))}"
    yield from (f"  > {_escaped(text)}" for text in texts_of(part))


def _escaped(line: str) -> str:
    """Return a clean line in which nothing is markup."""
    return _MARKUP.sub(r"\\\g<0>", line)
