"""Whether processes that a test has started are gone: each holds a pipe open as long as it lives."""

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# How long a test waits for a process to end that was killed; only one that was not takes longer.
PATIENCE_S = 600


class Holders:
    """The processes that hold a pipe open; each writes a byte to it when it begins."""

    def __init__(self, file: Path, end: int) -> None:
        """`end` is the descriptor to read from."""
        self.file = file
        self._end = end

    def wait_for(self, count: int) -> None:
        """Return when so many more processes hold the pipe."""
        # As long as nobody holds it, a pipe seems to be at its end.
        own = os.open(self.file, os.O_WRONLY)
        try:
            for _ in range(count):
                assert self._read(1) == b"."
        finally:
            os.close(own)

    def expect_none(self) -> None:
        """Return when no process holds the pipe any more."""
        while self._read(100):
            pass

    def _read(self, size: int) -> bytes:
        ready, _, _ = select.select([self._end], [], [], PATIENCE_S)
        assert ready, "a process is still there"
        return os.read(self._end, size)


@contextmanager
def holding(directory: Path) -> Iterator[Holders]:
    """Yield the holders of a new pipe in a directory, none yet."""
    file = directory / "held"
    os.mkfifo(file)
    end = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    # Of a pipe that nobody ever held, it would not be told that nobody does.
    os.close(os.open(file, os.O_WRONLY))
    try:
        yield Holders(file, end)
    finally:
        os.close(end)
