"""What a build writes: the sound, and the outputs beside it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of, lay_under
from voicecoach.audio.mixing import mix
from voicecoach.files.store import Store
from voicecoach.files.whole_file import check_target
from voicecoach.outputs import BesideSound, Finished
from voicecoach.outputs.cover import cover as drawn_cover
from voicecoach.routine.sounds import Music
from voicecoach.session.plan import Options, Planned
from voicecoach.session.session import OnProgress
from voicecoach.session.tagging import read_cover, tags_of


@dataclass(frozen=True, slots=True)
class Build:
    """What outputs are made of. `sound` is the file of the first one, while it is being made."""

    planned: Planned
    options: Options
    store: Store
    on_progress: OnProgress
    sound: BinaryIO
    sound_name: str


class Output(Protocol):
    """A file that a build writes."""

    @property
    def target(self) -> Path:
        """Where it is put."""

    @property
    def sources(self) -> Collection[Path]:
        """The files that it is made of besides those of the routine."""

    def check(self) -> None:
        """Raise WrongUsageError or EngineError if it is plain that it cannot be written."""

    def write(self, file: BinaryIO, build: Build) -> None:
        """Write it to an empty file. Raises WrongUsageError or EngineError."""


@dataclass(frozen=True, slots=True)
class SoundOutput:
    """The programme's sound in the format of the target's suffix.

    A `bitrate_kbps` of None is the format's own choice; a `cover` of None is drawn; a `comment` of
    None names the program.
    """

    target: Path
    bitrate_kbps: int | None = None
    cover: Path | Literal["off"] | None = None
    comment: str | None = None

    @property
    def sources(self) -> Collection[Path]:
        """The cover's file."""
        return [self.cover] if isinstance(self.cover, Path) else []

    def check(self) -> None:
        """Check target, bitrate and cover, as `Output` describes."""
        formats.check(self.target, self.bitrate_kbps)
        self._chosen_cover()

    def write(self, file: BinaryIO, build: Build) -> None:
        """Mix, encode and tag the programme, as `Output` describes."""
        planned, timeline = build.planned, build.planned.timeline
        cover = self._chosen_cover()
        if self.cover is None:
            cover = formats.Cover("image/png", drawn_cover(timeline))
        form = formats.Form(
            timeline.duration_ms, channels_of(planned.songs), self.bitrate_kbps, build.store
        )
        tags = tags_of(planned.routine, timeline, cover, self.comment)
        formats.for_path(self.target).write(file, _segments(build), form, tags)

    def _chosen_cover(self) -> formats.Cover | None:
        return read_cover(self.cover) if isinstance(self.cover, Path) else None


@dataclass(frozen=True, slots=True)
class BesideOutput:
    """What a module of `voicecoach.outputs` makes of the programme and its finished sound."""

    target: Path
    module: BesideSound
    sources: Collection[Path] = ()

    def check(self) -> None:
        """Check the target, as `Output` describes."""
        check_target(self.target)

    def write(self, file: BinaryIO, build: Build) -> None:
        """Write the output, as `Output` describes."""

        def read_sound() -> bytes:
            build.sound.seek(0)
            return build.sound.read()

        finished = Finished(build.planned.timeline, build.sound_name, read_sound)
        file.write(self.module.render(finished))


def _segments(build: Build) -> Iterator[AudioSegment]:
    """Yield the programme's sound, over its music where there is some, and tell how far it is."""
    planned, timeline = build.planned, build.planned.timeline
    segments = mix(timeline, planned.narrator.clip, planned.sounds)
    if planned.songs:
        music = planned.routine.music or Music(())
        loudness_lufs = build.options.loudness_lufs
        segments = lay_under(segments, timeline, music, planned.songs, loudness_lufs)
    mixed_ms = 0
    for segment in segments:
        build.on_progress("Mixing", mixed_ms, timeline.duration_ms)
        mixed_ms += len(segment)
        yield segment
