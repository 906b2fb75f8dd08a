"""Labels: what a player shows of each phase, in the routine's language; and where exercises begin.

The page and the view in the terminal show the same, without marks that turn the writing round.
"""

from collections.abc import Iterator

from voicecoach.outputs.clean import clean
from voicecoach.outputs.paper_dose import paper_distance
from voicecoach.phrases import Phrases
from voicecoach.timeline import TimedPhase, Timeline

# What leads in to an exercise.
_LEADING_IN = ("prepare", "rest", "switch", "pause")


def phase_title(phase: TimedPhase, timeline: Timeline, words: Phrases) -> str:
    """Return the exercise that a phase is of or leads in to, else what it is."""
    if phase.kind == "say":
        return clean(phase.section or timeline.title)
    return clean(phase.name) if phase.name else kind_title(phase, words)


def kind_title(phase: TimedPhase, words: Phrases) -> str:
    """Return what a phase is, such as `Rest`."""
    return _capitalized(words.legend(phase.kind))


def phase_details(phase: TimedPhase, words: Phrases) -> list[str]:
    """Return set, side and round, and a dose that no countdown shows."""
    return [_capitalized(clean(detail)) for detail in _details(phase, words)]


def rep_period_ms(phase: TimedPhase) -> int | None:
    """Return the time from one counted repetition to the next, None where none are counted.

    Between holds there is a release.
    """
    if phase.kind != "work" or phase.dose not in ("reps", "reps+hold"):
        return None
    if phase.dose == "reps+hold" and phase.reps and phase.reps > 1:
        return round((phase.length_ms - (phase.rep_ms or 0)) / (phase.reps - 1))
    return phase.rep_ms


def exercise_starts_ms(timeline: Timeline) -> Iterator[int]:
    """Yield where each exercise begins, with what leads in to it; its sets and sides are one."""
    current: tuple[object, ...] | None = None
    start_ms: int | None = None
    for phase in timeline.phases:
        if phase.kind in _LEADING_IN:
            start_ms = phase.start_ms if start_ms is None else start_ms
            continue
        if phase.kind == "work":
            exercise = (phase.name, phase.id, phase.round)
            if exercise != current:
                yield phase.start_ms if start_ms is None else start_ms
            current = exercise
        start_ms = None


def _details(phase: TimedPhase, words: Phrases) -> Iterator[str]:
    if phase.sets and phase.sets > 1:
        yield words.say("interval_set", n=phase.set, all=phase.sets)
    if phase.side:
        yield words.side_call(phase.side)
    if phase.rounds and phase.rounds > 1:
        yield words.say("interval_round", n=phase.round, all=phase.rounds)
    if phase.distance:
        yield paper_distance(phase.distance, words)
    if phase.dose == "reps+for" and phase.reps:
        yield words.say("dose_reps", phase.reps)
    if phase.dose == "breaths" and phase.reps:
        yield words.say("dose_breaths", phase.reps)


def _capitalized(text: str) -> str:
    """Return a text with a capital at its beginning; the others stay as they are."""
    return text[:1].upper() + text[1:]
