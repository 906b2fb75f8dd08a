"""Jobs: the files of a batch one by one, as they are handed to processes and machines."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from voicecoach.people.addresses import absolute
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.session.options import Options
from voicecoach.session.outputs import AlbumEntry, CoverChoice


@dataclass(frozen=True, slots=True)
class Job:
    """One sound file: `name` is its path in the folder of the batch, without a suffix.

    `row` and `id` are those of the person, and `own` what only that row says. `built_of` is the
    digest of what the file is made of that lies there already, None where there is none. `entry` is
    the place of a session in its programme, as a player shows it.
    """

    row: int
    id: str
    name: str
    source: Path
    # A worker may write down what it was to do: not what people are called.
    options: Options = field(repr=False)
    own: Mapping[str, str] = field(default_factory=dict, repr=False)
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


@dataclass(frozen=True, slots=True)
class Setting:
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


@dataclass(frozen=True, slots=True)
class Checked:
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


@dataclass(frozen=True, slots=True)
class Built:
    """A job that is done: the length of its programme, and the size of the sound file."""

    checked: Checked
    length_ms: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Unspoken:
    """A job for which the store lacks a line: it is to be done where there is a voice."""


@dataclass(frozen=True, slots=True)
class Failed:
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
