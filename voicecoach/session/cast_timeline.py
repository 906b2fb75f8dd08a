"""The timeline of a routine, planned with the lengths of its lines as its voices speak them."""

from collections.abc import Mapping
from contextlib import suppress

from msgspec import Struct

from voicecoach.problems import MissingEngineError, RoutineError, SpeechError
from voicecoach.routine.routine import Routine
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.session.session import OnProgress
from voicecoach.speech.casting import Casting
from voicecoach.speech.narrator import Narrator
from voicecoach.timeline import Timeline, plan

# Below this many new lines, speaking them as they come is faster than guessing first.
_LINES_BEFORE_GUESSING = 8
# Per character of a line.
_GUESSED_MS = 60


class Stage(Struct, frozen=True):
    """What timelines are planned with: the lengths of sounds, and who speaks."""

    lengths_ms: Mapping[str, int]
    narrator: Narrator
    on_progress: OnProgress


def cast_timeline(routine: Routine, stage: Stage, most_ms: int) -> tuple[Casting, Timeline]:
    """Return who speaks, and the timeline. An engine that nobody asked for by name may fail.

    `most_ms` is as long as the timeline may get. Raises MissingEngineError or SpeechError if
    another one does.
    """
    casting = Casting(routine.voice, routine.parts, routine.language)
    while True:
        try:
            return casting, _timeline(routine, casting, stage, most_ms)
        except (MissingEngineError, SpeechError) as error:
            if not casting.can_do_without(error.engine):
                raise
            casting = casting.without(error)


def _timeline(routine: Routine, casting: Casting, stage: Stage, most_ms: int) -> Timeline:
    """Return the timeline, planned with the actual lengths of the spoken lines.

    Which lines there are is known only from planning. If many are new, planning with guessed
    lengths first finds nearly all of them, so that they can be spoken in parallel. If even the
    first line is new, most are.
    """
    narrator = stage.narrator
    spoken: set[tuple[str, Voice]] = set()
    new: set[tuple[str, Voice]] = set()

    def on_line(utterance: Utterance) -> None:
        spoken.add((utterance.spoken, utterance.voice))
        stage.on_progress("Speaking", len(spoken), None)

    def measure(utterance: Utterance) -> int:
        if not narrator.knows(utterance):
            new.add((utterance.spoken, utterance.voice))
            if not spoken or len(new) == _LINES_BEFORE_GUESSING:
                narrator.expect_many(utterance)
                narrator.speak_ahead(_guess_lines(routine, casting, stage, most_ms), on_line)
        if (utterance.spoken, utterance.voice) not in spoken:
            on_line(utterance)
        return narrator.measure(utterance)

    return plan(routine, measure, stage.lengths_ms, casting.voice_for, most_ms)


def _guess_lines(routine: Routine, casting: Casting, stage: Stage, most_ms: int) -> list[Utterance]:
    """Return the lines of a plan with guessed lengths, in order, up to where it is too long."""
    lines: dict[Utterance, None] = {}

    def guess(utterance: Utterance) -> int:
        lines[utterance] = None
        return _GUESSED_MS * len(utterance.text)

    # What is wrong is told by the plan with the actual lengths.
    with suppress(RoutineError):
        plan(routine, guess, stage.lengths_ms, casting.voice_for, most_ms)
    return list(lines)
