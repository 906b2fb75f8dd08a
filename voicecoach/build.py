"""Build: the stages in order, from a routine's file to a programme's.

Read the routine, open the voice, plan with the measured clips, mix phase by phase into the encoder.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.mixing import mix
from voicecoach.audio.tones import render
from voicecoach.routine import MAX_DURATION_MS, Routine, load
from voicecoach.routine.values import Level
from voicecoach.speech.cache import default_cache_dir
from voicecoach.speech.engines import engine_names
from voicecoach.speech.narrator import Narrator
from voicecoach.timeline import Timeline, plan
from voicecoach.voice import Voice

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller chooses over the routine; None leaves the routine's own choice.

    `voice` is a voice's name or an engine's.
    """

    level: Level | None = None
    voice: str | None = None
    rate_wpm: int | None = None
    max_duration_ms: int = MAX_DURATION_MS


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file, what is in it, and its size."""

    target: Path
    timeline: Timeline
    size_bytes: int


def build(routine_path: Path, target: Path, options: Options, progress: Progress) -> Built:
    """Write the programme of a routine to `target`, in the format of its suffix.

    `progress` is called with the stage, how much of it is done, and of how much (None where that
    is not known). Raises RoutineError, WrongUsageError or EngineError; the old file is then as it
    was.
    """
    formats.check(target)
    with planned(routine_path, options, progress) as (routine, timeline, narrator):
        tones = {role: render(tone) for role, tone in routine.tones.items()}
        segments = _told(mix(timeline, narrator.clip, tones), timeline, progress)
        tags = formats.Tags(timeline.title, routine.author or "voicecoach")
        formats.save(target, segments, timeline.duration_ms, tags)
    return Built(target, timeline, target.stat().st_size)


@contextmanager
def planned(
    routine_path: Path, options: Options, progress: Progress
) -> Iterator[tuple[Routine, Timeline, Narrator]]:
    """Yield a routine, its timeline, and the narrator that measured it.

    Raises RoutineError, WrongUsageError or EngineError.
    """
    progress("Reading", 0, None)
    routine = load(routine_path, options.level, options.max_duration_ms)
    voice = _voice(routine.voice, options)
    spoken: set[str] = set()
    with Narrator(voice, routine.language, default_cache_dir()) as narrator:

        def measure(text: str) -> int:
            if text not in spoken:
                progress("Speaking", len(spoken), None)
                spoken.add(text)
            return narrator.measure(text)

        yield routine, plan(routine, measure), narrator


def _voice(voice: Voice, options: Options) -> Voice:
    if options.voice in engine_names():
        voice = replace(voice, engine=options.voice, name=None)
    elif options.voice is not None:
        voice = replace(voice, name=options.voice)
    return voice if options.rate_wpm is None else replace(voice, rate_wpm=options.rate_wpm)


def _told(
    segments: Iterator[AudioSegment], timeline: Timeline, progress: Progress
) -> Iterator[AudioSegment]:
    """Yield the segments, and tell how far they have come."""
    mixed_ms = 0
    for segment in segments:
        progress("Mixing", mixed_ms, timeline.duration_ms)
        mixed_ms += len(segment)
        yield segment
