"""The keyboard, read key by key while a view is shown; without one, the time just passes."""

import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Waits for so many seconds at most, and returns what has been typed.
Wait = Callable[[float], str]

_END_OF_INPUT = "\x04"
_MOST_BYTES = 1024


def wait_without_keys(most_s: float) -> str:
    """Let the time pass."""
    time.sleep(most_s)
    return ""


@contextmanager
def keyboard() -> Iterator[Wait | None]:
    """Yield what waits for keys, None where there are none: no terminal, or Windows.

    The terminal hands over each key at once and does not show it, and is as it was afterwards.
    Ctrl-C still interrupts. Ctrl-Z is off: it would stop the view, and time would go on.
    """
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield None
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        quiet = termios.tcgetattr(terminal)
        quiet[6][termios.VSUSP] = os.fpathconf(terminal, "PC_VDISABLE").to_bytes(1, "big")
        termios.tcsetattr(terminal, termios.TCSADRAIN, quiet)
        yield lambda most_s: _typed(terminal, most_s)
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def _typed(terminal: int, most_s: float) -> str:
    if not select.select([terminal], [], [], most_s)[0]:
        return ""
    return os.read(terminal, _MOST_BYTES).decode("utf-8", "replace") or _END_OF_INPUT
