"""What a build writes: the sound, and the outputs beside it.

How they are written stands elsewhere, so that what a build would write is known without importing
codecs and samples.
"""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from voicecoach.files.store import Store
    from voicecoach.outputs import OutputModule
    from voicecoach.session.options import Options
    from voicecoach.session.plan import Plan
    from voicecoach.session.session import OnProgress

# A picture file; None for the drawn cover.
CoverChoice = Path | Literal["off"] | None


class BuildContext(Struct, frozen=True):
    """What outputs are made of. `sound` is the open file of the first one.

    `new_file` makes one more file, which is put in place with the others. `encoder_threads` are
    those of `formats.Form`.
    """

    plan: "Plan"
    options: "Options"
    store: "Store"
    on_progress: "OnProgress"
    sound: BinaryIO
    sound_name: str
    new_file: Callable[[Path], AbstractContextManager[BinaryIO]]
    encoder_threads: int | None = None


class AlbumEntry(Struct, frozen=True):
    """A file's place in an album: its title there, and which of how many tracks it is."""

    album: str
    title: str
    track: tuple[int, int]


class SoundOutput(Struct, frozen=True):
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
        from voicecoach.files.whole_file import check_target

        check_target(self.target)
        self.check_form()

    def check_form(self) -> None:
        """Raise an error as `check` does, wherever it is to be written."""
        from voicecoach import formats
        from voicecoach.session.covers import read_cover

        formats.for_path(self.target).check(self.bitrate_kbps)
        if isinstance(self.cover, Path):
            read_cover(self.cover)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Mix, encode and tag the programme. Raises WrongUsageError or EngineError."""
        from voicecoach.session.sound import write_sound

        write_sound(file, self, context)


class TimelineOutput(Struct, frozen=True):
    """A file that a module of `voicecoach.outputs` makes, from the timeline and finished sound.

    `name` is the module's, for whose import nobody waits where the file is up to date; `cover` is
    that of the sound.
    """

    target: Path
    name: str
    cover: CoverChoice = None
    sources: Collection[Path] = ()

    @property
    def module(self) -> "OutputModule":
        """The module that makes it."""
        from voicecoach.outputs import output_module

        return output_module(self.name)

    def check(self) -> None:
        """Raise WrongUsageError if it is already clear that it cannot be written."""
        from voicecoach.files.whole_file import check_target

        check_target(self.target)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Write what the module makes to an empty file."""
        from voicecoach.outputs import Finished
        from voicecoach.session.covers import chosen_cover

        def read_sound() -> bytes:
            context.sound.seek(0)
            return context.sound.read()

        def cover_data() -> bytes | None:
            cover = chosen_cover(self.cover, timeline, context.store)
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
