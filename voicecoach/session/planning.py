"""Planned: a routine with its timeline, its voice and its sounds, before anything is mixed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import LOUDNESS_LUFS
from voicecoach.audio.songs import Song
from voicecoach.files.store import default_directory
from voicecoach.language import MAX_DURATION_MS, load
from voicecoach.language.values import Level
from voicecoach.routine import Routine
from voicecoach.routine.voice import Voice
from voicecoach.session.sounds import chosen_songs, songs_of, sounds_of
from voicecoach.speech.engines import engine_names
from voicecoach.speech.narrator import Narrator
from voicecoach.timeline import Timeline, plan

Progress = Callable[[str, int, int | None], None]

# A few new lines are spoken sooner than guessed.
_LINES_BEFORE_GUESSING = 8
# For each character of a line.
_GUESSED_MS = 60


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller chooses over the routine; None leaves the routine's own choice.

    `voice` is a voice's name or an engine's; `variables` win over the routine's `vars`.
    `loudness_lufs` is that of speech, as two loudspeakers play it. `music` are files, or none.
    """

    level: Level | None = None
    voice: str | None = None
    rate_wpm: int | None = None
    max_duration_ms: int = MAX_DURATION_MS
    variables: Mapping[str, str] = field(default_factory=dict)
    loudness_lufs: float = LOUDNESS_LUFS
    music: Sequence[Path] | None = None

    def written(self) -> list[str]:
        """Return the options that say something, as they are written on the command line."""
        given = {"level": self.level, "voice": self.voice, "rate": self.rate_wpm}
        if self.loudness_lufs != LOUDNESS_LUFS:
            given["loudness"] = f"{self.loudness_lufs:g}"
        words = [f"--{name} {value}" for name, value in given.items() if value is not None]
        words += [f"--set {name}={value}" for name, value in self.variables.items()]
        music = ["off"] if self.music == () else [file.name for file in self.music or ()]
        return words + [f"--music {name}" for name in music]


@dataclass(frozen=True, slots=True)
class Planned:
    """A routine and its timeline, with the voice and the sounds that they were made with.

    `sounds` has the tone of each role and each sound file by its path; `songs` are the music.
    """

    routine: Routine
    timeline: Timeline
    narrator: Narrator
    sounds: Mapping[str, AudioSegment]
    songs: Sequence[Song]


@contextmanager
def planned(
    routine_path: Path,
    options: Options,
    progress: Progress,
    before_speaking: Callable[[Routine], object] = lambda _: None,
    speaking: AbstractContextManager[object] | None = None,
) -> Iterator[Planned]:
    """Yield a routine with all that its sound is made of; then the voice is closed.

    `progress` is called with the stage, how much of it is done, and of how much (None where that
    is not known); `before_speaking` with the routine once it is read. Lines are spoken within
    `speaking`. Raises RoutineError, WrongUsageError or EngineError.
    """
    progress("Reading", 0, None)
    routine = load(routine_path, options.level, options.max_duration_ms, options.variables)
    before_speaking(routine)
    sounds = sounds_of(routine, options.loudness_lufs)

    def listening() -> None:
        progress("Listening", 0, None)

    chosen = options.music
    songs = songs_of(routine, listening) if chosen is None else chosen_songs(chosen, listening)
    voice = _voice(routine.voice, options)
    lengths_ms = {key: len(sound) for key, sound in sounds.items()}
    with Narrator(voice, routine.language, default_directory(), options.loudness_lufs) as narrator:
        with speaking or nullcontext():
            timeline = _timeline(routine, lengths_ms, narrator, progress)
        yield Planned(routine, timeline, narrator, sounds, songs)


def _timeline(
    routine: Routine, lengths_ms: Mapping[str, int], narrator: Narrator, progress: Progress
) -> Timeline:
    """Return the timeline, planned with the lengths of the lines as they are spoken.

    Which lines there are is known only when it is planned. Where many are new, a plan with guessed
    lengths tells nearly all of them, so that they can be spoken side by side.
    """
    spoken: set[str] = set()
    new: set[str] = set()

    def told(text: str) -> None:
        spoken.add(text)
        progress("Speaking", len(spoken), None)

    def measure(line: str) -> int:
        text = routine.spelled(line)
        if not narrator.knows(text):
            new.add(text)
            if len(new) == _LINES_BEFORE_GUESSING:
                narrator.speak_ahead(_guessed_lines(routine, lengths_ms), told)
        if text not in spoken:
            told(text)
        return narrator.measure(text)

    return plan(routine, measure, lengths_ms)


def _guessed_lines(routine: Routine, lengths_ms: Mapping[str, int]) -> list[str]:
    """Return the lines that are asked for when nobody knows how long they take, in order."""
    lines: dict[str, None] = {}

    def guess(line: str) -> int:
        lines[routine.spelled(line)] = None
        return _GUESSED_MS * len(line)

    plan(routine, guess, lengths_ms)
    return list(lines)


def _voice(voice: Voice, options: Options) -> Voice:
    if options.voice in engine_names():
        voice = replace(voice, engine=options.voice, name=None)
    elif options.voice is not None:
        voice = replace(voice, name=options.voice)
    return voice if options.rate_wpm is None else replace(voice, rate_wpm=options.rate_wpm)
