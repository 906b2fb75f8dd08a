"""Watching: tells when files have changed, and which.

What the system tells about a directory is a sign to look there and no more. Whether a file has
changed is told by its stamp: its time, size and identity. So a change is noticed also if nobody was
waiting for it, and if the file was replaced by another, as editors do. Looking once a second finds
what the system does not tell of, such as changes on network drives.
"""

import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

_LOOK_S = 1.0
# Nothing has been written to a file for so long when it is read.
_QUIET_S = 0.06
# Editors empty or remove a file before they write it anew; after this, it is meant so.
_SETTLING_S = 1.5
_EVENTS = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}

# Time of the last change in ns, size in bytes, number of the file; None where there is no file.
Stamp = tuple[int, int, int] | None


class Watch:
    """Knows the files it follows, there or not; to be closed."""

    def __init__(self) -> None:
        self._stirred = threading.Event()
        self._stamps: dict[Path, Stamp] = {}
        self._directories: set[Path] = set()
        self._observer = Observer()
        self._observer.start()

    def follow(self, files: Iterable[Path], since_ns: int | None = None) -> None:
        """Follow these files instead of those before.

        Of a file that is not followed yet, what changes from now on counts; with `since_ns`, a time
        as `time.time_ns` gives it, what has changed since then counts, too.
        """
        stamps: dict[Path, Stamp] = {}
        for file in files:
            stamp = _stamp(file)
            if since_ns is not None and stamp is not None and stamp[0] >= since_ns:
                stamp = None
            stamps[file] = self._stamps.get(file, stamp)
        self._stamps = stamps
        for directory in {file.absolute().parent for file in files} - self._directories:
            self._directories.add(directory)
            # It may not be there, or the system may have no watches left.
            with suppress(OSError):
                self._observer.schedule(_Sign(self._stirred), str(directory))

    def changed(self) -> list[Path]:
        """Wait until followed files have changed and come to rest; return them, sorted.

        A file has also changed when it is there for the first time, or no longer.
        """
        while True:
            self._stirred.clear()
            if self._look():
                self._settle()
                found = self._look()
                if found:
                    self._stamps.update(found)
                    return sorted(found)
            self._stirred.wait(_LOOK_S)

    def close(self) -> None:
        """Follow nothing any longer."""
        self._observer.stop()
        self._observer.join()

    def _look(self) -> dict[Path, Stamp]:
        """Return the files that have changed, with their new stamps."""
        now = {file: _stamp(file) for file in self._stamps}
        return {file: stamp for file, stamp in now.items() if stamp != self._stamps[file]}

    def _settle(self) -> None:
        """Return when nothing is being written any more."""
        deadline_s = time.monotonic() + _SETTLING_S
        found = self._look()
        while time.monotonic() < deadline_s:
            time.sleep(_QUIET_S)
            before, found = found, self._look()
            if found == before and not any(map(_unfinished, found.values())):
                return


class _Sign(FileSystemEventHandler):
    """Sets an event when something is written, renamed or removed."""

    def __init__(self, stirred: threading.Event) -> None:
        self._stirred = stirred

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take what the system tells."""
        if event.event_type in _EVENTS:
            self._stirred.set()


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _unfinished(stamp: Stamp) -> bool:
    """Return whether a file is gone or empty, perhaps for a moment only."""
    return stamp is None or stamp[1] == 0
