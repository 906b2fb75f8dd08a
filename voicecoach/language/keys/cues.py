"""The keys of `cues`: what is called out. The nearest setting wins."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from voicecoach.language import fields, values
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import refusal
from voicecoach.language.values import per_set, text
from voicecoach.language.values.choice import Choice
from voicecoach.language.values.count import Count
from voicecoach.language.values.duration import Duration
from voicecoach.language.values.fragments import Fragment, whole, whole_number
from voicecoach.language.values.off import OrOff, is_off
from voicecoach.routine.cues import Cues, Line
from voicecoach.units import SECOND_MS

MAX_COUNTDOWN = 10
SHORTEST_CLOCK_MS = 10_000


@dataclass(frozen=True)
class _SecondsCounted(Count):
    """How many seconds are counted down."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the seconds, 1 to 10."""
        if value == "0":
            raise refusal("`0` seconds cannot be counted", "write `off`")
        if isinstance(value, str) and value.lower() in ("on", "yes", "true"):
            raise refusal(f"`{value}`: how many seconds?", "write `3`")
        seconds = super().read(value, lexicon)
        if seconds > MAX_COUNTDOWN:
            raise refusal(f"`{value}`: at most {MAX_COUNTDOWN} seconds are counted down")
        return seconds

    def describe(self) -> Fragment:
        """Return the schema of the seconds."""
        message = f"`off`, or a number from 1 to {MAX_COUNTDOWN}"
        numbers = "|".join(map(str, range(1, MAX_COUNTDOWN + 1)))
        return whole_number(whole(rf"0*(?:{numbers})"), message, 1, MAX_COUNTDOWN)


@dataclass(frozen=True)
class _ClockEvery(Duration):
    """How often the clock is called out."""

    positive: bool = True

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the interval in ms, 10 s or more."""
        every_ms = super().read(value, lexicon)
        if every_ms < SHORTEST_CLOCK_MS:
            most_often = f"every {SHORTEST_CLOCK_MS // SECOND_MS} s at the most"
            message = f"`{value}`: the clock is told {most_often}"
            raise refusal(message, "write for instance `1 min`")
        return every_ms


@dataclass(frozen=True)
class _Encouragement(text.SpokenLine):
    """A line of encouragement."""

    def read(self, value: Any, lexicon: Lexicon) -> Line:
        """Return the line."""
        if value == "on":
            raise refusal("`on` is no line to be said", "write the lines, or `off`")
        return super().read(value, lexicon)


_TIMES_LEFT = per_set.OneOrMore(Duration(positive=True), or_none=True)


class CueKeys(fields.Keys):
    """The cues that one mapping sets; what it does not set is None and without effect."""

    what: ClassVar[str] = "`cues`"
    announce: Annotated[Literal["full", "name", "off"] | None, Choice(("full", "name", "off"))] = (
        None
    )
    next_up: values.OnOff | None = None
    countdown: Annotated[
        int | None, OrOff(_SecondsCounted(), 0, f"a number from 1 to {MAX_COUNTDOWN}")
    ] = None
    halfway: values.OnOff | None = None
    time_left_ms: Annotated[
        tuple[int, ...] | None, OrOff(_TIMES_LEFT, (), "times such as `[30s, 10s]`")
    ] = Field(None, alias="time_left")
    progress: values.OnOff | None = None
    clock_ms: Annotated[int | None, OrOff(_ClockEvery(), None, "a duration such as `5 min`")] = (
        Field(None, alias="clock")
    )
    encourage: Annotated[
        tuple[Line, ...] | None, OrOff(per_set.OneOrMore(_Encouragement()), (), "lines")
    ] = None

    def over(self, outer: Cues) -> Cues:
        """Return `outer` overridden by what is set here."""
        return replace(outer, **{name: getattr(self, name) for name in self.model_fields_set})


def _expand(value: Any) -> Any:
    """Return the keys that `off` stands for: every cue is off."""
    return dict.fromkeys(fields.by_key(CueKeys), value) if is_off(value) else value


CuesField = Annotated[CueKeys, fields.Shorthand(Choice(("off",)), _expand)]
