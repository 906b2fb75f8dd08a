"""A reading: one way in which a whole line can be understood."""

from collections.abc import Mapping

from msgspec import Struct

from voicecoach.language.short_form.parts import Objection, Part, Value

DOSE_KEYS = ("for", "hold", "reps", "breaths", "distance", "pace")


class Reading(Struct, frozen=True):
    """A line understood: the keys that it stands for, among them the name as `exercise`.

    `rank` has where its dose begins, beyond the line where there is none, how many tokens are left
    to the name, and of how many parts it is made: the least comes first. A `question` says that it
    is one of several readings; objections, that the line cannot stand as it is. `note` is what
    `check` tells about the reading that was taken. `bare` says that its dose is a mere number,
    `filled` that it has an example for what the line lacks.
    """

    keys: Mapping[str, Value]
    rank: tuple[int, int, int]
    objections: tuple[Objection, ...] = ()
    question: Objection | None = None
    note: str | None = None
    bare: bool = False
    filled: bool = False

    @property
    def weight(self) -> int:
        """How much there is to object."""
        return sum(objection.weight for objection in self.objections)

    @property
    def says_dose(self) -> bool:
        """Whether the line itself says how much, or how often."""
        return self.has_dose and not (self.filled and "sets" not in self.keys)

    @property
    def has_dose(self) -> bool:
        """Whether it says how much."""
        return any(key in self.keys for key in DOSE_KEYS)


class Progress(Struct, frozen=True):
    """What has been read of a line: its parts, and the stretches of tokens that are its name."""

    at: int = 0
    parts: tuple[Part, ...] = ()
    name: tuple[tuple[int, int], ...] = ()
    open_brackets: str = ""

    def has(self, role: str) -> bool:
        """Return whether a part of some role has been read."""
        return any(part.role == role for part in self.parts)

    @property
    def dose(self) -> Part | None:
        """The dose, if it has been read."""
        return next((part for part in self.parts if part.role == "dose"), None)

    @property
    def name_may_begin(self) -> bool:
        """Whether the name is still to come, or goes on behind `5-minute`."""
        last = self.parts[-1] if self.parts else None
        goes_on = last is not None and last.parts_name and last.end == self.at
        return not self.name or (goes_on and len(self.name) == 1)
