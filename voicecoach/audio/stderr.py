"""Standard error, silenced: mpg123, which libsndfile uses to read MP3, writes to it unasked."""

import contextlib
import os
import threading
from collections.abc import Iterator

_changing = threading.Lock()
_silencing = 0
_stderr: int | None = None


@contextlib.contextmanager
def silenced_stderr() -> Iterator[None]:
    """Drop what is written to standard error within the block; real errors are raised anyway.

    This affects the whole process, so keep the block short. Blocks may nest, and several threads
    may be in one at a time.
    """
    _change(1)
    try:
        yield
    finally:
        _change(-1)


def _change(by: int) -> None:
    """Count the blocks, and turn standard error off before the first and on after the last."""
    global _silencing, _stderr
    with _changing:
        _silencing += by
        if _silencing == 1 and by == 1:
            # It may be closed, and is silent then anyway.
            with contextlib.suppress(OSError):
                _stderr = os.dup(2)
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, 2)
                os.close(nowhere)
        elif _silencing == 0 and _stderr is not None:
            os.dup2(_stderr, 2)
            os.close(_stderr)
            _stderr = None
