"""Options: what the caller of a build chooses, whatever the routine says."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from voicecoach.defaults import LOUDNESS_LUFS, MAX_DURATION_MS

if TYPE_CHECKING:
    from voicecoach.language.values import Level
    from voicecoach.routine.phase import Split


class Options(Struct, frozen=True):
    """The caller's choices, which win over the routine's; None leaves the choice to the routine.

    `language` is a BCP 47 tag. `length_ms` is the length to come near to. `voice` is the name of a
    voice or an engine; `variables` win over the routine's `vars`; `seed` is a number, `date` or
    `week`. `only` and `skip` are names of what is done alone or not at all; `from_ms` and `to_ms`
    cut what they leave, by its own times. `loudness_lufs` is that of speech, as played by two
    loudspeakers. `music` is a list of files, empty for no music. `split` makes the chapters,
    whatever the routine chooses.
    """

    level: "Level | None" = None
    language: str | None = None
    length_ms: int | None = None
    voice: str | None = None
    rate_wpm: int | None = None
    max_duration_ms: int = MAX_DURATION_MS
    variables: Mapping[str, Any] = field(default_factory=dict)
    seed: str | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    from_ms: int | None = None
    to_ms: int | None = None
    loudness_lufs: float = LOUDNESS_LUFS
    music: Sequence[Path] | None = None
    split: "Split | None" = None
