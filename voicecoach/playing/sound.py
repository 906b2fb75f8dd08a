"""The sound: a player that runs beside this program, started anew for each jump."""

import subprocess
from pathlib import Path
from typing import IO

from voicecoach.playing.players import Player
from voicecoach.problems import PlayerError, reason

_LONGEST_MESSAGE = 300


class Sound:
    """A file that is heard through a player, whose errors are written to an open file."""

    def __init__(self, player: Player, file: Path, errors: IO[bytes]) -> None:
        self._player, self._file, self._errors = player, file, errors
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def seeks(self) -> bool:
        """Whether it can begin anywhere."""
        return self._player.seeks

    def start(self, at_ms: int) -> None:
        """Play from a time on, and no longer where it plays. Raises PlayerError."""
        self.close()
        self._errors.seek(0)
        self._errors.truncate()
        # In the terminal's own group of processes: if it is closed, the player ends, too.
        try:
            self._process = subprocess.Popen(
                self._player.command(self._file, at_ms),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
            )
        except OSError as error:
            message = f"`{self._player.program}` cannot be run: {reason(error)}"
            raise PlayerError(message) from error

    def close(self) -> None:
        """End the player, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def has_ended(self) -> bool:
        """Return whether the player has ended by itself. Raises PlayerError if it has failed."""
        code = None if self._process is None else self._process.poll()
        if code:
            raise self.failure()
        return code == 0

    def failure(self) -> PlayerError:
        """Return the error that the player did not play to the end, with what it said last."""
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace").split("\n")
        last = next(
            (line.strip() for line in reversed(said) if line.strip()), "it does not say why"
        )
        return PlayerError(
            f"`{self._player.program}` has stopped playing: {last[:_LONGEST_MESSAGE]}"
        )
