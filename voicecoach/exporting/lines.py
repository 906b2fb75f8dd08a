"""Lines: steps in words, as the routine language writes them in a line, and people do."""

from collections.abc import Iterator

from voicecoach.importing.steps import Distance, Reps, Rest, Step, Time
from voicecoach.language.grammar.durations import written


def line_of(part: Step | Rest) -> str:
    """Return `Squats 3 sets of 10 reps @ 20 kg, rest 30s` or `rest 1 min`."""
    if isinstance(part, Rest):
        assert isinstance(part.dose, Time)
        return f"rest {written(part.dose.length_ms)}"
    line = f"{part.name} {_dose(part)}"
    line += ", each side" if part.each_side else ""
    line += f" @ {part.load}" if part.load else ""
    return line + (f", rest {written(part.set_rest_ms)}" if part.set_rest_ms else "")


def texts_of(part: Step | Rest) -> Iterator[str]:
    """Yield what is said of a step or in a rest, the effort first."""
    if isinstance(part, Rest):
        yield from (text for text in (part.text,) if text)
        return
    texts = (part.effort, part.setup, *part.tips, *(cue.text for cue in part.cues))
    yield from dict.fromkeys(text for text in texts if text)


def _dose(step: Step) -> str:
    dose, sets = step.dose, step.sets
    if isinstance(dose, Reps) and dose.within_ms is not None:
        time = written(dose.within_ms)
        return f"{sets}x{dose.count} in {time}" if sets > 1 else f"{dose.count} reps in {time}"
    if isinstance(dose, Reps) and dose.hold_ms is None:
        reps = f"{dose.count} reps"
        return f"{sets} sets of {reps}" if sets > 1 else reps
    if isinstance(dose, Reps):
        hold = f"{written(dose.hold_ms or 0)} hold"
        if sets > 1:
            return f"{sets}x{dose.count}x{hold}"
        # `3x30s hold` would be three sets.
        return f"{dose.count} reps of {hold}" if dose.count > 1 else hold
    assert isinstance(dose, Time | Distance)
    time = written(dose.length_ms or 0)
    if isinstance(dose, Time) and dose.hold:
        return f"{sets} sets of {time} hold" if sets > 1 else f"{time} hold"
    return f"{sets}x{time}" if sets > 1 else time
