"""The keys of `cues`: what is called out. The nearest setting wins."""

from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator

from voicecoach.phases import Cues
from voicecoach.routine import fields, values
from voicecoach.routine.fields import Keys
from voicecoach.routine.refusal import each, refusal

MAX_COUNTDOWN = 10


def seconds_counted(value: Any) -> int:
    """Return how many seconds are counted down; `off` is 0."""
    if value == "off":
        return 0
    if value == "0":
        raise refusal("`0` seconds cannot be counted", "write `off`")
    seconds = values.count(value)
    if seconds > MAX_COUNTDOWN:
        raise refusal(f"`{value}`: at most {MAX_COUNTDOWN} seconds are counted down")
    return seconds


def times_left(value: Any) -> tuple[int, ...]:
    """Return the times left, in ms, at which they are said; `off` is none."""
    if value == "off":
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(each(items, values.positive_duration))


class CueKeys(Keys):
    """The cues that are set in one place; None where it says nothing."""

    what: ClassVar[str] = "`cues`"
    announce: fields.AnnounceField | None = None
    next_up: fields.OnOff | None = None
    countdown: Annotated[int | None, PlainValidator(seconds_counted)] = None
    halfway: fields.OnOff | None = None
    time_left: Annotated[tuple[int, ...] | None, PlainValidator(times_left)] = None
    progress: fields.OnOff | None = None

    def over(self, outer: Cues) -> Cues:
        """Return `outer` with what is set here in its place."""
        return Cues(
            announce=outer.announce if self.announce is None else self.announce,
            next_up=outer.next_up if self.next_up is None else self.next_up,
            countdown=outer.countdown if self.countdown is None else self.countdown,
            halfway=outer.halfway if self.halfway is None else self.halfway,
            time_left_ms=outer.time_left_ms if self.time_left is None else self.time_left,
            progress=outer.progress if self.progress is None else self.progress,
        )
