"""The content of the page as plain data: what its script shows at each time.

Texts are whole and in the routine's language, so that the script only chooses among them. Nothing
else of the timeline is in it, above all no path of the computer on which it was built.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from voicecoach.outputs.page.captions import captions
from voicecoach.outputs.paper_dose import paper_distance
from voicecoach.outputs.picture.efforts import look
from voicecoach.phrases import Phrases
from voicecoach.timeline import TimedPhase, Timeline

# What leads in to an exercise.
_LEADING_IN = ("prepare", "rest", "switch", "pause")
_SCRIPT_PHRASES = ("next", "repetition", "play", "pause", "paused", "done", "missing")


def page_content(timeline: Timeline, words: Phrases) -> dict[str, Any]:
    """Return what the script of the page shows; times are in ms.

    `exercises` are the times to which the buttons go. Of a phase, `title` and `details` are what
    is shown, `rep_period_ms` is the time from one of its `reps` to the next.
    """
    return {
        "title": timeline.title,
        "duration_ms": timeline.duration_ms,
        "phases": [_phase(phase, timeline, words) for phase in timeline.phases],
        "captions": [asdict(caption) for caption in captions(timeline)],
        "chapters": [
            {"title": chapter.title, "start_ms": chapter.start_ms} for chapter in timeline.chapters
        ],
        "exercises": list(_exercises(timeline)),
        "words": {key: words.page(key) for key in _SCRIPT_PHRASES},
    }


def _phase(phase: TimedPhase, timeline: Timeline, words: Phrases) -> dict[str, Any]:
    data = {
        "kind": phase.kind,
        "kind_title": _capitalized(words.legend(phase.kind)),
        "look": look(phase, timeline.phrases),
        "start_ms": phase.start_ms,
        "length_ms": phase.length_ms,
        "title": _title(phase, timeline, words),
        "details": [_capitalized(detail) for detail in _details(phase, words)],
    }
    if phase.kind == "work" and phase.dose in ("reps", "reps+hold"):
        data |= {"dose": phase.dose, "reps": phase.reps, "rep_period_ms": _rep_period_ms(phase)}
    return data


def _title(phase: TimedPhase, timeline: Timeline, words: Phrases) -> str:
    """Return the exercise that a phase is of or leads in to, else what it is."""
    if phase.kind == "say":
        return phase.section or timeline.title
    return phase.name or _capitalized(words.legend(phase.kind))


def _details(phase: TimedPhase, words: Phrases) -> Iterator[str]:
    """Yield set, side and round, and a dose that no ring shows."""
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


def _rep_period_ms(phase: TimedPhase) -> int | None:
    """Return the time from one repetition to the next; between holds there is a release."""
    if phase.dose == "reps+hold" and phase.reps and phase.reps > 1:
        return round((phase.length_ms - (phase.rep_ms or 0)) / (phase.reps - 1))
    return phase.rep_ms


def _exercises(timeline: Timeline) -> Iterator[int]:
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


def _capitalized(text: str) -> str:
    """Return a text with a capital at its beginning; the others stay as they are."""
    return text[:1].upper() + text[1:]
