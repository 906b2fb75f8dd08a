"""Players: programs that play a sound file without a window, and how each is called."""

import shutil
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from voicecoach.problems import MissingPlayerError
from voicecoach.units import SECOND_MS


class Player(Struct, frozen=True):
    """A program. `arguments` are those before the file that let it begin at a time in seconds.

    Without `seeks`, it only plays from the beginning.
    """

    program: str
    arguments: Callable[[str], tuple[str, ...]]
    seeks: bool = True

    def command(self, file: Path, at_ms: int) -> list[str]:
        """Return the command that plays a file from `at_ms` on, and ends with it.

        The path is absolute: a name may look like an option or, with a colon, like an address.
        """
        at_s = f"{at_ms / SECOND_MS:.3f}"
        return [self.program, *self.arguments(at_s), str(file.absolute())]


# https://ffmpeg.org/ffplay.html, https://mpv.io/manual/stable/, afplay(1), cvlc(1)
PLAYERS = (
    Player(
        "ffplay",
        lambda at_s: ("-nodisp", "-vn", "-autoexit", "-loglevel", "error", "-ss", at_s, "-i"),
    ),
    Player("mpv", lambda at_s: ("--no-config", "--no-video", "--really-quiet", f"--start={at_s}")),
    Player("afplay", lambda _: (), seeks=False),
    Player(
        "cvlc", lambda at_s: ("--quiet", "--no-video", "--play-and-exit", f"--start-time={at_s}")
    ),
)


def find_player() -> Player:
    """Return the first player that is installed. Raises MissingPlayerError if none is."""
    for player in PLAYERS:
        if shutil.which(player.program):
            return player
    names = ", ".join(player.program for player in PLAYERS)
    raise MissingPlayerError(f"no program that plays sound is there: none of {names}")
