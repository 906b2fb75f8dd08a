"""Key reading: a mapping being read, and what is wrong in it: noted, so that all of it is found."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.text.document import DataPath


class KeyFault(Struct, frozen=True):
    """What is wrong with the `value` at a place in a mapping; `refusal` says it if it is refused.

    A key is `empty` that has no value, and a value `unmapped` where keys belong. The `loc` of what
    is `unknown` or `missing` ends with the key.
    """

    kind: Literal["missing", "unknown", "empty", "unmapped", "refused"]
    loc: DataPath
    value: Any
    refusal: RefusalError | None = None


class KeyReading(Struct, frozen=True):
    """A value being read, with its place, the words of its file, and all faults so far."""

    lexicon: Lexicon
    faults: list[KeyFault]
    loc: DataPath = ()

    def inside(self, step: str | int) -> "KeyReading":
        """Return the reading of what stands below."""
        return KeyReading(self.lexicon, self.faults, (*self.loc, step))


# How a value is read. It raises a refusal, or notes faults of what stands below.
Form = Callable[[Any, KeyReading], Any]
