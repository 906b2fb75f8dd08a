"""Build: the stages in order, from a routine's file to a programme's.

Read the routine, open the voice, plan with the measured clips, mix phase by phase into the encoder.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of, laid_under
from voicecoach.audio.levels import LOUDNESS_LUFS
from voicecoach.audio.mixing import mix
from voicecoach.audio.songs import Song
from voicecoach.formats.whole_file import check_target, replacing
from voicecoach.routine import MAX_DURATION_MS, Routine, load
from voicecoach.routine.values import Level
from voicecoach.sidecars.cover import cover as drawn_cover
from voicecoach.sidecars.lrc import lrc
from voicecoach.sound_sources import chosen_songs, songs_of, sounds_of
from voicecoach.sounds import Music
from voicecoach.speech.engines import engine_names
from voicecoach.speech.narrator import Narrator
from voicecoach.store import default_directory, sweep
from voicecoach.tagging import read_cover, tags_of
from voicecoach.timeline import Timeline, plan
from voicecoach.voice import Voice

Progress = Callable[[str, int, int | None], None]


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


@dataclass(frozen=True, slots=True)
class Output:
    """The file to write, in the format of its suffix, and how.

    A `bitrate_kbps` of None is the format's own choice; a `cover` of None is drawn. With
    `with_lrc`, the lyrics are written beside the file.
    """

    target: Path
    bitrate_kbps: int | None = None
    cover: Path | Literal["off"] | None = None
    with_lrc: bool = False

    @property
    def lrc(self) -> Path:
        """Where the lyrics are written."""
        return self.target.with_suffix(".lrc")


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


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file, what is in it, and its size."""

    target: Path
    timeline: Timeline
    size_bytes: int


def build(routine_path: Path, output: Output, options: Options, progress: Progress) -> Built:
    """Write the programme of a routine to a file.

    `progress` is called with the stage, how much of it is done, and of how much (None where that
    is not known). Raises RoutineError, WrongUsageError or EngineError; the old file is then as it
    was.
    """
    target = output.target
    formats.check(target, output.bitrate_kbps)
    if output.with_lrc:
        check_target(output.lrc)
    cover = read_cover(output.cover) if isinstance(output.cover, Path) else None
    with planned(routine_path, options, progress) as found:
        timeline = found.timeline
        if output.cover is None:
            cover = formats.Cover("image/png", drawn_cover(timeline))
        segments = _told(_mixed(found, options.loudness_lufs), timeline, progress)
        channels = channels_of(found.songs)
        form = formats.Form(timeline.duration_ms, channels, output.bitrate_kbps)
        tags = tags_of(found.routine, timeline, _given(options), cover)
        formats.save(target, segments, form, tags)
    if output.with_lrc:
        with replacing(output.lrc) as file:
            file.write(lrc(timeline).encode())
    sweep(default_directory())
    return Built(target, timeline, target.stat().st_size)


@contextmanager
def planned(routine_path: Path, options: Options, progress: Progress) -> Iterator[Planned]:
    """Yield a routine with all that its sound is made of; then the voice is closed.

    Raises RoutineError, WrongUsageError or EngineError.
    """
    progress("Reading", 0, None)
    routine = load(routine_path, options.level, options.max_duration_ms, options.variables)
    sounds = sounds_of(routine, options.loudness_lufs)
    songs = songs_of(routine) if options.music is None else chosen_songs(options.music)
    voice = _voice(routine.voice, options)
    cache_dir = default_directory()
    spoken: set[str] = set()
    with Narrator(voice, routine.language, cache_dir, options.loudness_lufs) as narrator:

        def measure(text: str) -> int:
            if text not in spoken:
                progress("Speaking", len(spoken), None)
                spoken.add(text)
            return narrator.measure(routine.spelled(text))

        lengths_ms = {key: len(sound) for key, sound in sounds.items()}
        timeline = plan(routine, measure, lengths_ms)
        yield Planned(routine, timeline, narrator, sounds, songs)


def _mixed(found: Planned, loudness_lufs: float) -> Iterator[AudioSegment]:
    """Return the programme's sound, over its music where there is some."""
    routine, timeline = found.routine, found.timeline

    def clip(text: str) -> AudioSegment:
        return found.narrator.clip(routine.spelled(text))

    segments = mix(timeline, clip, found.sounds)
    if not found.songs:
        return segments
    music = routine.music or Music(())
    return laid_under(segments, timeline, music, found.songs, loudness_lufs)


def _voice(voice: Voice, options: Options) -> Voice:
    if options.voice in engine_names():
        voice = replace(voice, engine=options.voice, name=None)
    elif options.voice is not None:
        voice = replace(voice, name=options.voice)
    return voice if options.rate_wpm is None else replace(voice, rate_wpm=options.rate_wpm)


def _given(options: Options) -> list[str]:
    """Return the options that say something, as they are written on the command line."""
    given = {"level": options.level, "voice": options.voice, "rate": options.rate_wpm}
    if options.loudness_lufs != LOUDNESS_LUFS:
        given["loudness"] = f"{options.loudness_lufs:g}"
    words = [f"--{name} {value}" for name, value in given.items() if value is not None]
    words += [f"--set {name}={value}" for name, value in options.variables.items()]
    return words + [f"--music {file.name}" for file in options.music or ()]


def _told(
    segments: Iterator[AudioSegment], timeline: Timeline, progress: Progress
) -> Iterator[AudioSegment]:
    """Yield the segments, and tell how far they have come."""
    mixed_ms = 0
    for segment in segments:
        progress("Mixing", mixed_ms, timeline.duration_ms)
        mixed_ms += len(segment)
        yield segment
