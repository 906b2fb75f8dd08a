"""Cues: the lines that the author wrote, and what is called out."""

from typing import Literal

from msgspec import Struct

from voicecoach.problems import Span
from voicecoach.routine.sounds import Sound

CountStyle = Literal["aloud", "tick", "silent"]


class Line(Struct, frozen=True):
    """A text to be spoken, placeholders and all, and where it stands.

    `stock` is what comes with the program and not from the author: nobody misses it where there is
    no room for it.
    """

    text: str
    span: Span
    stock: bool = False


class Tip(Struct, frozen=True):
    """A line or a tone during the work.

    `at_ms` counts from the start of the work, or back from its end where negative; `at_percent` is
    a share of it (0 to 100). From then on it comes again `every_ms`; with that alone, from the
    first interval on. With none of them, the tip is said in turn. `set`, `side` and `round` narrow
    it to some of the work.
    """

    span: Span
    say: Line | None = None
    sound: Sound | None = None
    at_ms: int | None = None
    at_percent: int | None = None
    every_ms: int | None = None
    set: int | None = None
    side: str | None = None
    round: int | None = None

    @property
    def timed(self) -> bool:
        """Whether the author said when."""
        times = (self.at_ms, self.at_percent, self.every_ms)
        return any(time is not None for time in times)


class Cues(Struct, frozen=True):
    """What is called out; the values of the language's `cues`.

    `countdown` is in seconds, counted with tones where `countdown_ticks`. `calls` is whether sides,
    parts of a tempo and the author's lines are said, `count` how loud repetitions may be counted.
    """

    announce: Literal["full", "name", "off"] = "full"
    next_up: bool = True
    countdown: int = 3
    countdown_ticks: bool = False
    halfway: bool = True
    time_left_ms: tuple[int, ...] = (10_000,)
    progress: bool = True
    clock_ms: int | None = None
    encourage: tuple[Line, ...] = ()
    setup: bool = True
    tips: bool = True
    calls: bool = True
    count: CountStyle = "aloud"
