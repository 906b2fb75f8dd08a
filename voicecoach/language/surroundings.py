"""Surroundings: what a block inherits from the file and the blocks around it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from voicecoach.language.keys.exercise import DefaultsKeys
from voicecoach.language.shares import Shares
from voicecoach.language.values import Level, Range
from voicecoach.phrases import Phrases
from voicecoach.routine.cues import Cues
from voicecoach.routine.sounds import CLASSIC, Sounds
from voicecoach.units import SECOND_MS

if TYPE_CHECKING:
    from voicecoach.language.definitions import Definition, DefinitionKeys


class Surroundings(Struct, frozen=True):
    """What a block inherits from the file and the blocks around it.

    `shares` choose from ranges of doses, sets and rounds in place of the `level`.
    `language` is that of the routine, empty until its header is read; `phrases` are its phrases.
    `faulty` are the short names
    whose definition has been refused. `seed` is the number that lists are drawn by, None until the
    header is read; without `drawing`, all in them is done in order. `by_round` is the number of
    rounds if per-set lists have one value per round; `in_rounds` means that an enclosing circuit or
    repeat does everything several times, `sided` that it does so on each side, `read_out` that the
    exercises are those of an amrap, which are only listed.
    """

    phrases: Phrases
    level: Level = "medium"
    shares: Shares | None = None
    language: str = ""
    seed: int | None = None
    drawing: bool = True
    defaults: DefaultsKeys = field(default_factory=DefaultsKeys)
    cues: Cues = field(default_factory=Cues)
    sounds: Sounds = field(default_factory=lambda: CLASSIC)
    definitions: Mapping[str, "Definition[DefinitionKeys]"] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    by_round: int | None = None
    in_rounds: bool = False
    sided: bool = False
    read_out: bool = False
    depth: int = 0

    def rounds(self, amount: Range) -> int:
        """Return one of a range of rounds."""
        if self.shares is not None:
            return amount.at_share(self.shares.counts, 1)
        return amount.at(self.level, 1)

    def time_ms(self, amount: Range) -> int:
        """Return one of a range of the time of a block, in whole seconds between its ends."""
        if self.shares is not None:
            return amount.at_share(self.shares.doses, SECOND_MS)
        return amount.at(self.level, SECOND_MS)

    def speaks(self, language: str) -> bool:
        """Return whether the routine is in a language, in any country."""
        return self.language.split("-")[0] == language
