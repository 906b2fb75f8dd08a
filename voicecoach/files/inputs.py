"""Inputs: what a build depends on in the world around it, noted where it is read.

Whatever reads a file, looks for one, lists a folder, asks for a variable of the environment, a
program or the day, does so through here or through `voicecoach.files.ordinary`. So a build that is
being noted knows all that it was made of, and none of it can be forgotten; where nothing is noted,
nothing is done.

What is noted is what was there *before* it was read. So a file that changes while it is read is
found to have changed.
"""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import Any

from voicecoach.files.probes import PROBES, holds

_noted: "ContextVar[Inputs | None]" = ContextVar("noted", default=None)


class Inputs:
    """What was noted: by the kind of probe and its subject, what was found first."""

    def __init__(self, found: dict[tuple[str, str], Any] | None = None) -> None:
        self._found = found or {}

    @classmethod
    def from_json(cls, data: Any) -> "Inputs":
        """Return inputs from what `to_json` has made. Raise `ValueError` or `TypeError`."""
        return cls({(str(kind), str(subject)): found for kind, subject, found in data})

    def to_json(self) -> Any:
        """Return them as JSON data."""
        return [[kind, subject, found] for (kind, subject), found in self._found.items()]

    def note(self, kind: str, subject: str) -> Any:
        """Note what a probe finds, unless it was noted before; return what is noted."""
        if (kind, subject) not in self._found:
            self._found[kind, subject] = PROBES[kind](subject)
        return self._found[kind, subject]

    def add(self, other: "Inputs") -> None:
        """Note what others have found, unless it was noted before."""
        self._found = {**other._found, **self._found}

    def hold(self) -> bool:
        """Return whether all is as it was. Raise `KeyError` for what no probe is for."""
        return all(holds(*key, found) for key, found in self._found.items())

    def files(self) -> set[str]:
        """Return the absolute paths of the files that were read."""
        return {subject for kind, subject in self._found if kind == "content"}

    def without(self, outputs: Collection[Path]) -> "Inputs":
        """Return the inputs but for what a build has noted of its own outputs.

        Neither counts that the folders are there in which they are: that goes with the files.
        """
        own = {str(each) for path in outputs for each in (path.absolute(), path.resolve())}
        above = {str(parent) for path in own for parent in Path(path).parents}
        return Inputs(
            {
                (kind, subject): found
                for (kind, subject), found in self._found.items()
                if subject not in own and not (kind == "type" and subject in above)
            }
        )


@contextmanager
def noting() -> Iterator[Inputs]:
    """Yield what this thread notes from now on, until the end of the block."""
    inputs = Inputs()
    token = _noted.set(inputs)
    try:
        yield inputs
    finally:
        _noted.reset(token)


def note(kind: str, subject: str = "") -> None:
    """Note what one of the `PROBES` finds, if a build is being noted."""
    inputs = _noted.get()
    if inputs is not None:
        inputs.note(kind, subject)


def probed(kind: str, subject: str) -> Any:
    """Return what one of the `PROBES` finds, and note it if a build is being noted."""
    inputs = _noted.get()
    return PROBES[kind](subject) if inputs is None else inputs.note(kind, subject)


def note_again(inputs: Inputs) -> None:
    """Note what was noted before, by whoever keeps what came of it."""
    into = _noted.get()
    if into is not None:
        into.add(inputs)


def note_path(kind: str, path: Path) -> None:
    """Note what one of the `PROBES` finds at a path."""
    if _noted.get() is None:
        return
    if not path.is_absolute():
        note("directory")
    note(kind, str(absolute(path)))


def absolute(path: Path) -> Path:
    """Return a path from the root, or as it is written if the directory one is in was removed."""
    try:
        return path.absolute()
    except OSError:
        return path


def names_in(folder: Path, pattern: str = "*") -> list[str]:
    """Return the names of a pattern in a folder, sorted, without hidden ones.

    Raise `OSError` if it cannot be read.
    """
    from fnmatch import fnmatch

    note_path("names", folder / pattern)
    names = (entry.name for entry in os.scandir(folder))
    return sorted(name for name in names if fnmatch(name, pattern) and not name.startswith("."))


def variable(name: str) -> str | None:
    """Return a variable of the environment, None where it is not set."""
    note("variable", name)
    return os.environ.get(name)


def program(name: str) -> str | None:
    """Return the path of the program that is run for a name, None if there is none."""
    from shutil import which

    note("program", name)
    return which(name)


def today(by: str) -> date:
    """Return the day, of which only the `day`, the `week` or the `year` counts."""
    note(by)
    return date.today()
