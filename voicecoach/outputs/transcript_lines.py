"""Everything that is said, by chapter and phase, each line with its time in whole seconds."""

from collections.abc import Iterator

from msgspec import Struct

from voicecoach.outputs.clean import clean
from voicecoach.outputs.script import phases_with_events
from voicecoach.phrases import Phrases
from voicecoach.timeline import TimedPhase, Timeline
from voicecoach.units import SECOND_MS, clock

_NUMBERS = ("count", "countdown")


class TranscriptLine(Struct, frozen=True):
    """A line and when it begins; `is_number` marks those of a count or countdown."""

    time: str
    text: str
    is_number: bool


class TranscriptPhase(Struct, frozen=True):
    """A phase in words, when it begins, and what is said in it; `is_work` marks work."""

    time: str
    heading: str
    is_work: bool
    lines: tuple[TranscriptLine, ...]


class TranscriptPart(Struct, frozen=True):
    """A chapter and its phases."""

    title: str
    phases: tuple[TranscriptPhase, ...]


def transcript_parts(timeline: Timeline) -> list[TranscriptPart]:
    """Return the transcript of a programme, all texts clean."""
    phases = list(_phases(timeline))
    return [
        TranscriptPart(
            clean(chapter.title),
            tuple(
                phase for start_ms, phase in phases if chapter.start_ms <= start_ms < chapter.end_ms
            ),
        )
        for chapter in timeline.chapters
    ]


def _phases(timeline: Timeline) -> Iterator[tuple[int, TranscriptPhase]]:
    words = timeline.phrases
    for phase, events in phases_with_events(timeline):
        lines = tuple(
            TranscriptLine(_time(event.start_ms), clean(event.text or ""), event.role in _NUMBERS)
            for event in events
            if event.kind == "speech"
        )
        heading = clean(_heading(phase, words))
        is_work = phase.kind == "work"
        yield phase.start_ms, TranscriptPhase(_time(phase.start_ms), heading, is_work, lines)


def _heading(phase: TimedPhase, words: Phrases) -> str:
    """Return what a phase is, with the set, round and side of work, as far as there are more."""
    if phase.kind != "work":
        kind = words.legend(phase.kind)
        return kind[:1].upper() + kind[1:]
    parts = [phase.name or ""]
    if phase.sets and phase.sets > 1:
        parts.append(words.say("interval_set", phase.set, all=phase.sets))
    if phase.rounds and phase.rounds > 1:
        parts.append(words.say("interval_round", phase.round, all=phase.rounds))
    if phase.side:
        parts.append(words.side_call(phase.side))
    return ", ".join(parts)


def _time(at_ms: int) -> str:
    return clock(at_ms // SECOND_MS * SECOND_MS)
