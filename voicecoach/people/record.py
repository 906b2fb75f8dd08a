"""The record of a batch: what each file that lies there is made of.

It is one file of lines, to which each finished file adds one, so that a batch that was killed goes
on where it was. Its lock says that a batch is at work there. Names of people are not in it.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from voicecoach.files.locking import locked
from voicecoach.files.store import digest
from voicecoach.files.whole_file import write_all
from voicecoach.files.write_errors import write_errors
from voicecoach.people.addresses import is_address
from voicecoach.problems import WrongUsageError

_NAME = ".voicecoach-batch"


class Record:
    """What each file is made of: by its name, a digest, and the state that the file then had."""

    def __init__(self, path: Path, file: TextIO, entries: dict[str, tuple[str, str]]) -> None:
        self._path, self._file, self._entries = path, file, entries

    def made_of(self, name: str, state: Callable[[], str | None]) -> str | None:
        """Return the digest of what a file is made of, None unless it is in the recorded state."""
        if name not in self._entries:
            return None
        made_of, recorded = self._entries[name]
        return made_of if state() == recorded else None

    def add(self, name: str, made_of: str, state: str) -> None:
        """Note a finished file. Raises EngineError where the disk fails."""
        self._entries[name] = (made_of, state)
        with write_errors(self._path, writing=True):
            self._file.write(f"{json.dumps([name, made_of, state])}\n")
            self._file.flush()


@contextmanager
def opened_record(destination: str, store: Path) -> Iterator[Record]:
    """Yield the record of a destination, which nobody else writes to meanwhile.

    That of a folder lies in it; of an address, in the `store`, which knows of this machine alone.
    Raises WrongUsageError where another batch is at work there.
    """
    path = Path(destination, _NAME)
    if is_address(destination):
        path = store / "batches" / digest({"destination": destination})
        path.parent.mkdir(parents=True, exist_ok=True)
    # Windows lets nobody read what is locked, so the lock is a file of its own.
    with locked(path.with_name(f"{path.name}.lock"), _refuse(destination)):
        entries = _entries(path)
        with write_errors(path, writing=True), path.open("a", encoding="utf-8") as file:
            yield Record(path, file, entries)


def _entries(path: Path) -> dict[str, tuple[str, str]]:
    """Return what is recorded, and leave out of the file what is no longer true."""
    lines = path.read_bytes().splitlines() if path.exists() else []
    entries: dict[str, tuple[str, str]] = {}
    for line in lines:
        # The last line of a batch that was killed may be cut off.
        with suppress(ValueError, TypeError, RecursionError):
            name, made_of, state = map(str, json.loads(line))
            entries[name] = (made_of, state)
    if len(lines) > len(entries):
        content = "".join(f"{json.dumps([name, *entry])}\n" for name, entry in entries.items())
        write_all({path: content.encode()})
    return entries


def _refuse(destination: str) -> Callable[[], None]:
    def refuse() -> None:
        message = f"another batch is writing to {destination}"
        raise WrongUsageError(message, "wait until it has ended, or choose another folder")

    return refuse
