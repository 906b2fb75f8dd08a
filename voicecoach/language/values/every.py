"""Every so often: how long it is from one time that something is told to the next."""

from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.duration import Duration
from voicecoach.units import SECOND_MS

SHORTEST_MS = 10_000


class EverySoOften(Duration, frozen=True):
    """How often something is told."""

    positive: bool = True
    what: str = "the clock"

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the interval in ms, 10 s or more."""
        every_ms = super().read(value, lexicon)
        if every_ms < SHORTEST_MS:
            most_often = f"every {SHORTEST_MS // SECOND_MS} s at the most"
            message = f"`{value}`: {self.what} is told {most_often}"
            raise RefusalError(message, "write for instance `1 min`")
        return every_ms
