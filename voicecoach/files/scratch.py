"""Scratch: a temporary directory for one run, on a disk with room."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from voicecoach.files.strays import SCRATCH_PREFIX, hold
from voicecoach.problems import DiskFullError, EngineError, reason

# A line of a minute, as an engine writes it and as its samples.
LEAST_FREE_BYTES = 6_000_000
_HINT = "make room on the disk, or set TMPDIR to a directory that can be written"


class ScratchDirectory(TemporaryDirectory[str]):
    """A new temporary directory, which is held so that no other build takes it for a stray."""

    def __init__(self) -> None:
        super().__init__(prefix=SCRATCH_PREFIX, ignore_cleanup_errors=True)
        self._handle: int | None = None
        # Windows opens no directories, and removes none that is in use.
        with suppress(OSError):
            self._handle = os.open(self.name, os.O_RDONLY)
            hold(self._handle)

    def cleanup(self) -> None:
        """Remove the directory."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)
        super().cleanup()


def scratch_directory() -> ScratchDirectory:
    """Return a new temporary directory. Raise `EngineError` if none can be made, or it is full."""
    try:
        directory = ScratchDirectory()
    except OSError as error:
        raise EngineError(f"no temporary directory can be made: {reason(error)}", _HINT) from error
    try:
        check_room(Path(directory.name))
    except DiskFullError:
        directory.cleanup()
        raise
    return directory


def check_room(directory: Path) -> None:
    """Raise `DiskFullError` if there is no room in a temporary directory.

    Engines do not fail on one but wait, or write what is cut off.
    """
    with suppress(OSError):
        if shutil.disk_usage(directory).free < LEAST_FREE_BYTES:
            message = f"the disk is full on which the temporary files are: {directory.parent}"
            raise DiskFullError(message, _HINT)
