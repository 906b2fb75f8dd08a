"""The content of the page as plain data: what its script shows at each time.

Texts are whole, clean and in the routine's language, so that the script only chooses among them.
Nothing else of the timeline is in it, above all no path of the computer on which it was built.
"""

from typing import Any

from msgspec.structs import asdict

from voicecoach.outputs.clean import clean
from voicecoach.outputs.page.captions import captions
from voicecoach.outputs.phase_labels import (
    exercise_starts_ms,
    kind_title,
    phase_details,
    phase_title,
    rep_period_ms,
)
from voicecoach.outputs.picture.efforts import look
from voicecoach.phrases import Phrases
from voicecoach.timeline import TimedPhase, Timeline

_SCRIPT_PHRASES = ("next", "repetition", "play", "pause", "paused", "done", "missing")


def page_content(timeline: Timeline, words: Phrases) -> dict[str, Any]:
    """Return what the script of the page shows; times are in ms.

    `exercises` are the times to which the buttons go. Of a phase, `title` and `details` are what
    is shown, `rep_period_ms` is the time from one of its `reps` to the next.
    """
    return {
        "title": clean(timeline.title),
        "duration_ms": timeline.duration_ms,
        "phases": [_phase(phase, timeline, words) for phase in timeline.phases],
        "captions": [asdict(caption) for caption in captions(timeline)],
        "chapters": [
            {"title": clean(chapter.title), "start_ms": chapter.start_ms}
            for chapter in timeline.chapters
        ],
        "exercises": list(exercise_starts_ms(timeline)),
        "words": {key: words.page(key) for key in _SCRIPT_PHRASES},
    }


def _phase(phase: TimedPhase, timeline: Timeline, words: Phrases) -> dict[str, Any]:
    data = {
        "kind": phase.kind,
        "kind_title": kind_title(phase, words),
        "look": look(phase, timeline.phrases),
        "start_ms": phase.start_ms,
        "length_ms": phase.length_ms,
        "title": phase_title(phase, timeline, words),
        "details": phase_details(phase, words),
    }
    if phase.kind == "work" and phase.dose in ("reps", "reps+hold"):
        period_ms = rep_period_ms(phase)
        data |= {"dose": phase.dose, "reps": phase.reps, "rep_period_ms": period_ms}
    return data
