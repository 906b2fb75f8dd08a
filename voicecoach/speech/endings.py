"""Endings: processes ended with all that they started, and how one ended, in words."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path


def end_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process that leads a group, and with it all of the group; Windows has no groups."""
    if sys.platform != "win32":
        # There is nobody left, or on macOS nobody but those who have ended.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def ending(code: int) -> str:
    """Return in words how a process ended: by the signal `-code` where the code is negative."""
    if code >= 0:
        return f"ended with code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"


def end_of(file: Path, size_bytes: int) -> str:
    """Return the last bytes of a file as text."""
    with file.open("rb") as content:
        content.seek(max(0, file.stat().st_size - size_bytes))
        return content.read(size_bytes).decode("utf-8", "replace").strip()
