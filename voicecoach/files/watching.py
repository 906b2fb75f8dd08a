"""Watching: reports when files have changed, and which.

An event from the system only says that a directory is worth a look; whether a file has changed is
decided by its stamp: its time, size and identity. So a change is noticed even if it happened while
nobody was waiting, or if an editor replaced the file with another. Looking once a second anyway
catches changes without events, such as those on network drives.
"""

import logging
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from voicecoach.files.music import found, is_pattern
from voicecoach.files.ordinary import is_directory, status

_LOOK_S = 1.0
# A file is read once nothing has been written to it for this long: what is written in parts, as
# sounds are, pauses between them on a busy machine.
_QUIET_S = 0.2
# Editors may empty or remove a file before they rewrite it; after this, it is taken as intended.
_REWRITE_S = 1.5
# Whatever happens but that a file is read.
_EVENTS = {"created", "deleted", "modified", "moved"}

# watchdog logs an error when an event arrives while it is closing, which is none.
logging.getLogger("watchdog").addHandler(logging.NullHandler())

# Modification time in ns, size in bytes, inode number; None if there is no file.
Stamp = tuple[int, int, int] | None
# Of a folder counts that it is there: what is in it has stamps of its own.
_FOLDER: Stamp = (0, 1, 0)


class Watch:
    """Follows files, whether they exist or not, and all in a folder or found by a pattern.

    It must be closed.
    """

    def __init__(self) -> None:
        self._event_seen = threading.Event()
        self._followed: list[Path] = []
        self._stamps: dict[Path, Stamp] = {}
        self._directories: set[Path] = set()
        self._observer = Observer()
        self._observer.start()

    def follow(self, files: Iterable[Path], since_ns: int | None = None) -> None:
        """Follow these files and folders instead of the previous ones.

        For a file that was not followed before, only changes from now on count, or those since
        `since_ns`, a time as returned by `time.time_ns`.
        """
        self._followed = list(files)
        stamps: dict[Path, Stamp] = {}
        for file in _with_contents(self._followed):
            stamp = _stamp(file)
            if since_ns is not None and stamp is not None and stamp[0] >= since_ns:
                stamp = None
            stamps[file] = self._stamps.get(file, stamp)
        self._stamps = stamps
        folders = {file.absolute() for file in self._followed if is_directory(file)}
        parents = {file.absolute().parent for file in self._followed}
        for directory in (parents | folders) - self._directories:
            self._directories.add(directory)
            # It may not exist, or the system may have no watches left.
            with suppress(OSError):
                self._observer.schedule(_Handler(self._event_seen), str(directory))

    def wait(self) -> list[Path]:
        """Wait until followed files have changed and are no longer being written; return them.

        They are sorted. A file that has appeared or disappeared has changed, too.
        """
        while True:
            self._event_seen.clear()
            if self._look():
                self._wait_until_quiet()
                changes = self._look()
                if changes:
                    self._stamps.update(changes)
                    return sorted(changes)
            self._event_seen.wait(_LOOK_S)

    def close(self) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()

    def _look(self) -> dict[Path, Stamp]:
        """Return the files that have changed, with their new stamps."""
        now = {file: _stamp(file) for file in {*self._stamps, *_with_contents(self._followed)}}
        return {file: stamp for file, stamp in now.items() if stamp != self._stamps.get(file)}

    def _wait_until_quiet(self) -> None:
        """Wait until nothing is being written any more."""
        changes, since_s = self._look(), time.monotonic()
        while True:
            time.sleep(_QUIET_S)
            before, changes = changes, self._look()
            if changes != before:
                since_s = time.monotonic()
                continue
            unfinished = any(map(_unfinished, changes.values()))
            if not unfinished or time.monotonic() - since_s > _REWRITE_S:
                return


class _Handler(FileSystemEventHandler):
    """Sets a flag when something is written, renamed or removed."""

    def __init__(self, event_seen: threading.Event) -> None:
        self._event_seen = event_seen

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Handle an event from the system."""
        if event.event_type in _EVENTS:
            self._event_seen.set()


def _with_contents(files: Iterable[Path]) -> Iterator[Path]:
    """Yield files, what is in folders and what patterns find, except hidden files."""
    for file in files:
        if is_pattern(file):
            yield from found(file)
            continue
        yield file
        # It may be a file, or be gone.
        with suppress(OSError, ValueError):
            yield from (each for each in file.iterdir() if not each.name.startswith("."))


def _stamp(file: Path) -> Stamp:
    try:
        now = status(file)
    except OSError:
        return None
    if S_ISDIR(now.st_mode):
        return _FOLDER
    return now.st_mtime_ns, now.st_size, now.st_ino


def _unfinished(stamp: Stamp) -> bool:
    """Return whether a file is missing or empty, perhaps only for a moment."""
    return stamp is None or stamp[1] == 0
