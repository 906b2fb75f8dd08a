"""What a build writes: the sound, and the outputs beside it."""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of, lay_under
from voicecoach.audio.mixing import mix
from voicecoach.files.store import Store
from voicecoach.files.whole_file import check_target
from voicecoach.outputs import Finished, OutputModule
from voicecoach.outputs.cover import cover as draw_cover
from voicecoach.problems import Span, SpeechError
from voicecoach.routine.sounds import Music
from voicecoach.routine.utterance import Utterance
from voicecoach.session.plan import Options, Plan
from voicecoach.session.session import OnProgress
from voicecoach.session.tagging import read_cover, tags_of
from voicecoach.timeline import Timeline

# A picture file; None for the drawn cover.
CoverChoice = Path | Literal["off"] | None


@dataclass(frozen=True, slots=True)
class BuildContext:
    """What outputs are made of. `sound` is the open file of the first one.

    `new_file` makes one more file, which is put in place with the others. `encoder_threads` are
    those of `formats.Form`.
    """

    plan: Plan
    options: Options
    store: Store
    on_progress: OnProgress
    sound: BinaryIO
    sound_name: str
    new_file: Callable[[Path], AbstractContextManager[BinaryIO]]
    encoder_threads: int | None = None


@dataclass(frozen=True, slots=True)
class AlbumEntry:
    """A file's place in an album: its title there, and which of how many tracks it is."""

    album: str
    title: str
    track: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SoundOutput:
    """The programme's sound in the format of the target's suffix.

    A `bitrate_kbps` of None leaves the choice to the format; a `cover` of None is drawn; a
    `comment` of None names the program; a `year` of None is this one; an `entry` wins over the
    routine's title.
    """

    target: Path
    bitrate_kbps: int | None = None
    cover: CoverChoice = None
    comment: str | None = None
    year: int | None = None
    entry: AlbumEntry | None = None

    @property
    def sources(self) -> Collection[Path]:
        """The files that it is made of, in addition to those of the routine."""
        return [self.cover] if isinstance(self.cover, Path) else []

    def check(self) -> None:
        """Raise WrongUsageError or EngineError if it is already clear that it cannot be written."""
        check_target(self.target)
        self.check_form()

    def check_form(self) -> None:
        """Raise an error as `check` does, wherever it is to be written."""
        formats.for_path(self.target).check(self.bitrate_kbps)
        if isinstance(self.cover, Path):
            read_cover(self.cover)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Mix, encode and tag the programme. Raises WrongUsageError or EngineError."""
        form, tags = self.form_and_tags(context)
        formats.for_path(self.target).write(file, segments_of(context), form, tags)

    def form_and_tags(self, context: BuildContext) -> tuple[formats.Form, formats.Tags]:
        """Return how the programme is encoded, and what a player shows. Raises WrongUsageError."""
        plan, timeline = context.plan, context.plan.timeline
        form = formats.Form(
            timeline.duration_ms,
            channels_of(plan.songs),
            self.bitrate_kbps,
            context.store,
            context.encoder_threads,
        )
        cover = _chosen_cover(self.cover, timeline)
        tags = tags_of(plan.routine, timeline, cover, self.comment, self.year)
        if self.entry is not None:
            album, title, track = self.entry.album, self.entry.title, self.entry.track
            tags = replace(tags, album=album, title=title, track=track)
        return form, tags


@dataclass(frozen=True, slots=True)
class TimelineOutput:
    """A file that a module of `voicecoach.outputs` makes, from the timeline and finished sound.

    `cover` is that of the sound.
    """

    target: Path
    module: OutputModule
    cover: CoverChoice = None
    sources: Collection[Path] = ()

    def check(self) -> None:
        """Raise WrongUsageError if it is already clear that it cannot be written."""
        check_target(self.target)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Write what the module makes to an empty file."""

        def read_sound() -> bytes:
            context.sound.seek(0)
            return context.sound.read()

        def cover_data() -> bytes | None:
            cover = _chosen_cover(self.cover, timeline)
            return None if cover is None else cover.data

        timeline = context.plan.timeline
        finished = Finished(timeline, context.sound_name, read_sound, cover_data)
        file.write(self.module.render(finished))


class Output(Protocol):
    """What a build writes."""

    @property
    def target(self) -> Path:
        """The file."""

    @property
    def sources(self) -> Collection[Path]:
        """The files that it is made of, in addition to those of the routine."""

    def check(self) -> None:
        """Raise WrongUsageError or EngineError if it is already clear that it cannot be written."""

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Write it to an empty file. Raises WrongUsageError or EngineError."""


def _chosen_cover(choice: CoverChoice, timeline: Timeline) -> formats.Cover | None:
    """Return the cover of a programme. Raises WrongUsageError if the file cannot be used."""
    if choice is None:
        return formats.Cover("image/png", draw_cover(timeline))
    return None if choice == "off" else read_cover(choice)


def segments_of(context: BuildContext) -> Iterator[AudioSegment]:
    """Yield the programme's sound, with music if there is any, and report progress."""
    plan, timeline = context.plan, context.plan.timeline

    def clip(utterance: Utterance) -> AudioSegment:
        try:
            return plan.narrator.clip(utterance)
        except SpeechError as error:
            # The clip was measured, and has been lost since.
            error.span = error.span or _place_of(utterance, timeline)
            raise

    segments = mix(timeline, clip, plan.sounds)
    if plan.songs:
        music = plan.routine.music or Music(())
        loudness_lufs = context.options.loudness_lufs
        segments = lay_under(segments, timeline, music, plan.songs, loudness_lufs)
    mixed_ms = 0
    for segment in segments:
        context.on_progress("Mixing", mixed_ms, timeline.duration_ms)
        mixed_ms += len(segment)
        yield segment


def _place_of(utterance: Utterance, timeline: Timeline) -> Span:
    """Return the line of the routine in which an utterance is said first."""
    event = next(event for event in timeline.events if event.utterance == utterance)
    return Span(timeline.phases[event.phase].file, event.line)
