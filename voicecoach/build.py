"""Build: the stages in order, from a routine's file to a programme's.

Read the routine, open the voice, plan with the measured clips, mix phase by phase into the encoder.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.files import load as load_file
from voicecoach.audio.mixing import mix
from voicecoach.audio.tones import render
from voicecoach.problems import Problem, RoutineError
from voicecoach.routine import MAX_DURATION_MS, Routine, load, used_sounds
from voicecoach.routine.values import Level
from voicecoach.sounds import Tone
from voicecoach.speech.cache import default_cache_dir
from voicecoach.speech.engines import engine_names
from voicecoach.speech.narrator import Narrator
from voicecoach.timeline import Timeline, plan
from voicecoach.voice import Voice

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller chooses over the routine; None leaves the routine's own choice.

    `voice` is a voice's name or an engine's; `variables` win over the routine's `vars`.
    """

    level: Level | None = None
    voice: str | None = None
    rate_wpm: int | None = None
    max_duration_ms: int = MAX_DURATION_MS
    variables: Mapping[str, str] = field(default_factory=dict)


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
    with planned(routine_path, options, progress, target) as (routine, timeline, narrator):
        sounds = sounds_of(routine)

        def clip(text: str) -> AudioSegment:
            return narrator.clip(routine.spelled(text))

        segments = _told(mix(timeline, clip, sounds), timeline, progress)
        tags = formats.Tags(timeline.title, routine.author or "voicecoach")
        formats.save(target, segments, formats.Form(timeline.duration_ms), tags)
    return Built(target, timeline, target.stat().st_size)


@contextmanager
def planned(
    routine_path: Path, options: Options, progress: Progress, target: Path | None = None
) -> Iterator[tuple[Routine, Timeline, Narrator]]:
    """Yield a routine, its timeline, and the narrator that measured it.

    A `target` that cannot be written is refused before anything is spoken. Raises RoutineError,
    WrongUsageError or EngineError.
    """
    progress("Reading", 0, None)
    routine = load(routine_path, options.level, options.max_duration_ms, options.variables)
    if target is not None:
        formats.check(target)
    voice = _voice(routine.voice, options)
    spoken: set[str] = set()
    with Narrator(voice, routine.language, default_cache_dir()) as narrator:

        def measure(text: str) -> int:
            if text not in spoken:
                progress("Speaking", len(spoken), None)
                spoken.add(text)
            return narrator.measure(routine.spelled(text))

        lengths_ms = {key: len(sound) for key, sound in sounds_of(routine).items()}
        yield routine, plan(routine, measure, lengths_ms), narrator


def sounds_of(routine: Routine) -> dict[str, AudioSegment]:
    """Return the tone of each role, and each sound file of a routine by its path.

    Raises RoutineError where a file cannot be used, at the place that names it.
    """
    sounds: dict[str, AudioSegment] = {}
    problems: dict[str, Problem] = {}
    for key, sound in used_sounds(routine).items():
        if isinstance(sound, Tone):
            sounds[key] = render(sound)
            continue
        try:
            sounds[key] = load_file(Path(sound.path))
        except ValueError as error:
            message = f"`{Path(sound.path).name}` cannot be used: {error}"
            hint = "use a wav, flac, ogg or mp3 file"
            shown = routine.source_line(sound.span)
            problems[sound.path] = Problem(sound.span, message, hint, "sound", shown)
    if problems:
        raise RoutineError(problems.values())
    return sounds


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
