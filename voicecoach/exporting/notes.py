"""Notes: what is said of a workout and its steps, as one text for formats with no better place."""

from collections.abc import Iterator, Sequence

from voicecoach.exporting.lines import texts_of
from voicecoach.exporting.singles import with_sides_in_names
from voicecoach.exporting.workout import Workout
from voicecoach.importing.steps import Part, Repeat, Rest, Say, Section, Step


def notes_of(workout: Workout) -> str:
    """Return the description, and a line for each step with what is said of it, each once."""
    lines = [text for text in (workout.description,) if text]
    lines += _lines(with_sides_in_names(workout.parts))
    return "\n".join(dict.fromkeys(lines))


def note_of(part: Step | Rest) -> str:
    """Return what is said of a step or in a rest, the load first, "" if nothing is."""
    load = [part.load] if isinstance(part, Step) and part.load else []
    return " ".join([*load, *texts_of(part)])


def _lines(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Repeat):
            yield from _lines(part.parts)
        elif isinstance(part, Section):
            yield f"{part.title}:"
        elif isinstance(part, Say):
            yield part.text
        elif isinstance(part, Step | Rest) and note_of(part):
            yield f"{part.name if isinstance(part, Step) else 'Rest'}: {note_of(part)}"
