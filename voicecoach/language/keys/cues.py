"""The keys of `cues`: what is called out. The nearest setting wins.

One word stands for all of them: `quiet`, `off` or `tones`.
"""

from typing import Annotated, Any, ClassVar, Literal

from msgspec import field
from msgspec.structs import replace

from voicecoach.language import fields, values
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import per_set, text
from voicecoach.language.values.bare import bare
from voicecoach.language.values.choice import Choice, spoken_list
from voicecoach.language.values.count import Count
from voicecoach.language.values.duration import Duration
from voicecoach.language.values.every import EverySoOften
from voicecoach.language.values.fragments import (
    Fragment,
    any_of,
    in_words,
    whole,
    whole_number,
)
from voicecoach.language.values.off import OrOff, is_off
from voicecoach.routine.cues import Cues, Line
from voicecoach.text.document import Text

MAX_COUNTDOWN = 10

_USUAL_SECONDS = Cues().countdown
_TICK = "tick"


class _SecondsCounted(Count, frozen=True):
    """How many seconds are counted down."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the seconds, 1 to 10."""
        if value == "0":
            raise RefusalError("`0` seconds cannot be counted", "write `off`")
        if isinstance(value, str) and value.lower() in ("on", "yes", "true"):
            raise RefusalError(f"`{value}`: how many seconds?", "write `3`")
        seconds = super().read(value, lexicon)
        if seconds > MAX_COUNTDOWN:
            raise RefusalError(f"`{value}`: at most {MAX_COUNTDOWN} seconds are counted down")
        return seconds

    def describe(self) -> Fragment:
        """Return the schema of the seconds."""
        message = f"`off`, or a number from 1 to {MAX_COUNTDOWN}"
        numbers = "|".join(map(str, range(1, MAX_COUNTDOWN + 1)))
        return whole_number(whole(rf"0*(?:{numbers})"), message, 1, MAX_COUNTDOWN)


class _Encouragement(text.SpokenLine, frozen=True):
    """A line of encouragement."""

    def read(self, value: Any, lexicon: Lexicon) -> Line:
        """Return the line."""
        if value == "on":
            raise RefusalError("`on` is no line to be said", "write the lines, or `off`")
        return super().read(value, lexicon)


_TIMES_LEFT = per_set.OneOrMore(Duration(positive=True), or_none=True)


class CountdownKeys(fields.Keys, frozen=True, kw_only=True):
    """How much is counted down, and whether aloud or with tones."""

    what: ClassVar[str] = "a countdown"
    seconds: Annotated[int, OrOff(_SecondsCounted(), 0, f"a number from 1 to {MAX_COUNTDOWN}")] = (
        _USUAL_SECONDS
    )
    as_: Annotated[Literal["aloud", "tick"], Choice(("aloud", "tick"))] = field(
        default="aloud", name="as"
    )


class _Countdown(OrOff[int, int], frozen=True):
    """The seconds of a countdown in numbers, `tick` for the usual ones as tones, or `off`."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the seconds."""
        return _USUAL_SECONDS if _is_tick(value) else super().read(value, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the seconds as they are written, `tick` or `off`."""
        return _TICK if _is_tick(text) else super().write(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of seconds, `tick` or `off`."""
        return any_of(super().describe(), {"enum": [_TICK]}, in_words(_TICK))


def _is_tick(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower() == _TICK


def _expand_countdown(value: Any) -> Any:
    return {"as": _TICK} if _is_tick(value) else {"seconds": value}


_CountdownField = Annotated[
    CountdownKeys,
    fields.Shorthand(
        _Countdown(_SecondsCounted(), 0, f"`tick`, or a number from 1 to {MAX_COUNTDOWN}"),
        _expand_countdown,
    ),
]


class CueKeys(fields.Keys, frozen=True, kw_only=True):
    """The cues that one mapping sets; what it does not set is None and without effect."""

    what: ClassVar[str] = "`cues`"
    announce: Annotated[Literal["full", "name", "off"] | None, Choice(("full", "name", "off"))] = (
        None
    )
    next_up: values.OnOff | None = None
    countdown: _CountdownField | None = None
    halfway: values.OnOff | None = None
    time_left_ms: Annotated[
        tuple[int, ...] | None, OrOff(_TIMES_LEFT, (), "times such as `[30s, 10s]`")
    ] = field(default=None, name="time_left")
    progress: values.OnOff | None = None
    clock_ms: Annotated[int | None, OrOff(EverySoOften(), None, "a duration such as `5 min`")] = (
        field(default=None, name="clock")
    )
    encourage: Annotated[
        tuple[Line, ...] | None, OrOff(per_set.OneOrMore(_Encouragement()), (), "lines")
    ] = None
    setup: values.OnOff | None = None
    tips: values.OnOff | None = None

    def over(self, outer: Cues) -> Cues:
        """Return `outer` overridden by what is set here."""
        changes = {name: getattr(self, name) for name in self.fields_set}
        counted = changes.get("countdown")
        if counted is not None:
            changes |= {"countdown": counted.seconds, "countdown_ticks": counted.as_ == _TICK}
        return replace(outer, **changes)


_OFF = Cues(
    announce="off",
    next_up=False,
    countdown=0,
    halfway=False,
    time_left_ms=(),
    progress=False,
    setup=False,
    tips=False,
    calls=False,
    count="silent",
)
# Each word means a full set of cues, whatever stands around it.
_WORDS = {
    "quiet": replace(_OFF, setup=True, tips=True),
    "off": _OFF,
    "tones": replace(_OFF, countdown=_USUAL_SECONDS, countdown_ticks=True, count="tick"),
}


class _CueWord(CueKeys, frozen=True, kw_only=True):
    """All cues at once, in place of a mapping of them."""

    cues: Cues

    def over(self, _outer: Cues) -> Cues:
        """Return the cues of the word."""
        return self.cues


def _expand(value: Any) -> Any:
    """Return what a word in place of the keys means. Raises the refusal of another word."""
    if not isinstance(value, str):
        return value
    word = "off" if is_off(value) else bare(value, "a word")
    if word not in _WORDS:
        message = f"`{word}` is not one of {spoken_list(tuple(_WORDS))}"
        raise RefusalError(message, "write one of these, or keys such as `{halfway: off}`")
    return _CueWord(cues=_WORDS[word])


CuesField = Annotated[CueKeys, fields.Shorthand(Choice(tuple(_WORDS)), _expand)]
