"""The keys of `cues`: what is called out. The nearest setting wins."""

from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator

from voicecoach.language import fields, values
from voicecoach.language.refusal import refusal, validate_each
from voicecoach.routine.cues import Cues, Line

MAX_COUNTDOWN = 10
SHORTEST_CLOCK_MS = 10_000


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
    """Return the times left, in ms, that are called out; `off` is none."""
    if value == "off":
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(validate_each(items, values.positive_duration))


def clock_every(value: Any) -> int | None:
    """Return the interval at which the clock is called out, in ms; None for `off`."""
    if value == "off":
        return None
    every_ms = values.positive_duration(value)
    if every_ms < SHORTEST_CLOCK_MS:
        message = f"`{value}`: the clock is told every 10 s at the most"
        raise refusal(message, "write for instance `1 min`")
    return every_ms


def encouragements(value: Any) -> tuple[Line, ...]:
    """Return the lines of encouragement; `off` is none."""
    if value == "on":
        raise refusal("`on` is no line to be said", "write the lines, or `off`")
    return () if value == "off" else fields.lines(value)


class CueKeys(fields.Keys):
    """The cues that one mapping sets; what it does not set is None and without effect."""

    what: ClassVar[str] = "`cues`"
    announce: fields.AnnounceField | None = None
    next_up: fields.OnOff | None = None
    countdown: Annotated[int | None, PlainValidator(seconds_counted)] = None
    halfway: fields.OnOff | None = None
    time_left_ms: Annotated[tuple[int, ...] | None, PlainValidator(times_left)] = Field(
        None, alias="time_left"
    )
    progress: fields.OnOff | None = None
    clock_ms: Annotated[int | None, PlainValidator(clock_every)] = Field(None, alias="clock")
    encourage: Annotated[tuple[Line, ...] | None, PlainValidator(encouragements)] = None

    def over(self, outer: Cues) -> Cues:
        """Return `outer` overridden by what is set here."""
        return replace(outer, **{name: getattr(self, name) for name in self.model_fields_set})
