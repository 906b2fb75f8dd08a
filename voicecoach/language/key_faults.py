"""Key faults: what is wrong in a mapping, noted while it is read, so that all of it is found."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.text.document import DataPath


class Fault(Struct, frozen=True):
    """What is wrong with the `value` at a place in a mapping; `refusal` says it if it is refused.

    A value is `unmapped` where keys belong, and the `loc` of what is `unknown` or `missing` ends
    with the key.
    """

    kind: Literal["missing", "unknown", "unmapped", "refused"]
    loc: DataPath
    value: Any
    refusal: RefusalError | None = None


class Reading(Struct, frozen=True):
    """A value being read, with its place, the words of its file, and all faults so far."""

    lexicon: Lexicon
    faults: list[Fault]
    loc: DataPath = ()

    def inside(self, step: str | int) -> "Reading":
        """Return the reading of what stands below."""
        return Reading(self.lexicon, self.faults, (*self.loc, step))

    def read(self, form: "Form", value: Any) -> Any:
        """Return what a value means, or None where faults were noted."""
        try:
            return form(value, self)
        except RefusalError as refusal:
            self.faults.append(Fault("refused", self.loc, value, refusal))
            return None


# How a value is read. It raises a refusal, or notes faults of what stands below.
Form = Callable[[Any, Reading], Any]
