"""Jobs: the files of a batch one by one, as they are handed to processes and machines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.people.addresses import absolute
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.session.options import Options
from voicecoach.session.outputs import AlbumEntry, CoverChoice


class Discreet(Struct, frozen=True):
    """What a worker may write down as it is: its `options` and `own` are not shown.

    They tell what people are called.
    """

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        shown = (name for name in self.__struct_fields__ if name not in ("options", "own"))
        return [(name, getattr(self, name)) for name in shown]


class Job(Discreet, frozen=True):
    """One sound file: `name` is its path in the folder of the batch, without a suffix.

    `row` and `id` are those of the person, and `own` what only that row says. `built_of` is the
    digest of what the file is made of that lies there already, None where there is none. `entry` is
    the place of a session in its programme, as a player shows it.
    """

    row: int
    id: str
    name: str
    source: Path
    options: Options
    own: Mapping[str, str] = field(default_factory=dict)
    built_of: str | None = None
    entry: AlbumEntry | None = None

    @property
    def file(self) -> str:
        """The name of the sound file."""
        return f"{self.name}.mp3"

    @property
    def sheet(self) -> str:
        """The name of the sheet to print."""
        return f"{self.name}.html"


class Setting(Struct, frozen=True):
    """What is the same for all jobs of a batch, wherever they are done.

    `store` and `destination` are folders or addresses. `year` is that of the tags. The others are
    those of `SoundOutput`; `with_sheet` asks for a page to print as well.
    """

    store: str
    destination: str
    year: int
    bitrate_kbps: int | None = None
    cover: CoverChoice = None
    comment: str | None = None
    with_sheet: bool = False

    def absolute(self) -> "Setting":
        """Return it with paths that hold wherever somebody is."""
        cover = self.cover.absolute() if isinstance(self.cover, Path) else self.cover
        return replace(
            self, store=absolute(self.store), destination=absolute(self.destination), cover=cover
        )


class Checked(Struct, frozen=True):
    """A job that can be done: how long its programme is, by guess where lines are `unspoken`.

    `digest` is that of all that the file is made of; `is_up_to_date` says that this one is there.
    `voices` are those of the unspoken lines, `needed_voices` those for which there is no other.
    `warnings` can be read by anybody.
    """

    job: Job
    digest: str
    length_ms: int = 0
    is_up_to_date: bool = False
    language: str = ""
    unspoken: tuple[Utterance, ...] = ()
    voices: frozenset[Voice] = frozenset()
    needed_voices: frozenset[Voice] = frozenset()
    warnings: tuple[str, ...] = ()


class Built(Struct, frozen=True):
    """A job that is done: the length of its programme, and the size of the sound file."""

    checked: Checked
    length_ms: int
    size_bytes: int


class Unspoken(Struct, frozen=True):
    """A job for which the store lacks a line: it is to be done where there is a voice."""


class Failed(Struct, frozen=True):
    """A row of which nothing, or not all, can be made, and why.

    `reason` is for the table, `public_reason` what anybody may read. `exit_code` is the one that
    such a fault leads to.
    """

    row: int
    id: str
    reason: str
    public_reason: str
    exit_code: int = 1
    disk_is_full: bool = False
