"""Voice: who speaks, and how. Plain data between the routine and the speech engines."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

AUTO = "auto"
# The engine whose voices are folders of the user's own recordings.
RECORDINGS = "recordings"
DEFAULT_RATE_WPM = 150

# What is spoken is divided into parts, each of which may have a voice of its own.
Part = Literal["coach", "count", "calls"]
PARTS: tuple[Part, ...] = ("coach", "count", "calls")
# By the role of a line; the coach has all others.
_PART_OF_ROLE: Mapping[str, Part] = {
    "count": "count",
    "countdown": "count",
    "tempo": "count",
    "side": "calls",
    "halfway": "calls",
    "time-left": "calls",
    "progress": "calls",
    "clock": "calls",
}


class Voice(Struct, frozen=True):
    """A voice to speak with.

    `engine` is the name of a speech engine, or `auto` for the best one that has such a voice; a
    `name` of None leaves the voice to the engine. `rate_wpm` is in words a minute, 80 to 400;
    `pitch_semitones` is relative to the voice's own, -12 to 12; `volume` is an amplitude from 0.1
    to 1.0, the programme's speech level. `run` is the command line of the engine `command`.

    A voice of the engine `recordings` has the path of a folder as its name. Who speaks a line that
    is recorded there has that of the file, and in `stamp` what changes when the file does.
    """

    engine: str = AUTO
    name: str | None = None
    rate_wpm: int = DEFAULT_RATE_WPM
    pitch_semitones: float = 0.0
    volume: float = 1.0
    run: tuple[str, ...] = ()
    stamp: str = ""


def part_of(role: str) -> Part:
    """Return the part that lines of a role belong to."""
    return _PART_OF_ROLE.get(role, "coach")
