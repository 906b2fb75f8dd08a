"""The environment: what the system hands over, made usable where it is not.

A scheduler may start a program without standard streams, or with a time zone that is none. Nothing
of that is a reason not to build.
"""

import io
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_STREAMS = ("stdin", "stdout", "stderr")


def open_closed_streams() -> None:
    """Open what is closed of stdin, stdout and stderr: empty, or for nobody.

    Else the next file that is opened would be taken for it, and get what is printed.
    """
    for number, name in enumerate(_STREAMS):
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is given out.
            opened = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(opened, True)
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, _text(io.FileIO(number, mode, closefd=False)))


def do_without_stderr() -> None:
    """See to it that a stderr that cannot be written is no error: what is told there is lost."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = _text(_Lossy(sys.stderr.fileno(), "w", closefd=False), sys.stderr.encoding)


def mend_time_zone() -> None:
    """Put UTC in the place of a `TZ` that names a file which is no time zone, as the system does.

    Babel reads it on import, and fails.
    """
    name = os.environ.get("TZ", "").removeprefix(":")
    if not name:
        return
    # Few systems set it; the others start faster without these imports.
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from voicecoach.files.ordinary import exists, open_ordinary

    if not exists(Path(name)):
        return

    try:
        with open_ordinary(Path(name)) as file:
            ZoneInfo.from_file(file)
    except Exception:
        os.environ["TZ"] = "UTC"
        _reset_time_zone()


# Windows has no such function.
_reset_time_zone: Callable[[], None] = getattr(time, "tzset", lambda: None)


class _Lossy(io.FileIO):
    """A file that takes what cannot be written to it."""

    def write(self, data: "ReadableBuffer") -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def _text(file: io.FileIO, encoding: str = "utf-8") -> io.TextIOWrapper:
    buffer = io.BufferedReader(file) if file.readable() else io.BufferedWriter(file)
    return io.TextIOWrapper(buffer, encoding, "replace", line_buffering=True)
