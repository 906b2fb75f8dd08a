"""Destinations: where the files of a batch go, a folder or an fsspec address (`s3://bucket/week`).

In a folder each file is written beside its place and renamed, by the build itself. Elsewhere it is
built in a temporary directory first. A store of objects shows an object once it has all of it, so
one put at the final name is enough there; any other file system gets the file under another name,
and then a rename.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from voicecoach.files.ordinary import no_directory, resolved
from voicecoach.files.scratch import scratch_directory
from voicecoach.files.write_errors import write_errors
from voicecoach.people.addresses import failing, file_system, is_address, is_object_store
from voicecoach.problems import WrongUsageError, reason


class Destination(Protocol):
    """Where files are written by their names, which may have a folder before them."""

    def writing(self, name: str) -> Any:
        """Return a context with the path that the file `name` is to be written to.

        What is written beside it with the same stem goes to the same place. Raises WrongUsageError
        or EngineError.
        """

    def state(self, name: str) -> str | None:
        """Return what changes when a file does, None where there is none. Raises EngineError."""


def destination_at(where: str) -> Destination:
    """Return the destination at an address or in a folder, which is made if it is not there.

    Raises WrongUsageError where it cannot be used, EngineError where fsspec is not there.
    """
    if is_address(where):
        fs, root = file_system(where)
        return AddressDestination(fs, root.rstrip("/"), where)
    folder = Path(where)
    try:
        resolved(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        in_the_way = no_directory(folder)
        why = f"{in_the_way} is none" if in_the_way else reason(error)
        message = f"cannot make the directory {folder}: {why}"
        raise WrongUsageError(message, "choose another one") from error
    return FolderDestination(folder)


class FolderDestination(Struct, frozen=True):
    """A folder of this machine, or one that several share."""

    folder: Path

    @contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """Yield where a file is to be written; see `Destination`."""
        target = self.folder / name
        # The sessions of a programme have a folder of their own, made by whoever comes first.
        with write_errors(target):
            target.parent.mkdir(exist_ok=True)
        yield target

    def state(self, name: str) -> str | None:
        """Return the size and the time of a file; see `Destination`."""
        try:
            stat = (self.folder / name).stat()
        except OSError:
            return None
        return f"{stat.st_size} {stat.st_mtime_ns}"


class AddressDestination(Struct, frozen=True):
    """A folder of an fsspec file system: `root` is its path there, `where` the whole address."""

    fs: Any
    root: str
    where: str

    @contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """Yield where a file is to be built, and put it in its place; see `Destination`."""
        directory = scratch_directory()
        try:
            target = Path(directory.name, Path(name).name)
            yield target
            for built in sorted(target.parent.iterdir()):
                self._put(built, f"{self.root}/{Path(name).with_name(built.name).as_posix()}")
        finally:
            directory.cleanup()

    def _put(self, built: Path, path: str) -> None:
        with failing(self.where):
            if is_object_store(self.fs):
                self.fs.put_file(str(built), path)
                return
            folder = path.rpartition("/")[0]
            self.fs.makedirs(folder, exist_ok=True)
            beside = f"{folder}/.voicecoach-{secrets.token_hex(4)}.tmp"
            self.fs.put_file(str(built), beside)
            self.fs.mv(beside, path)

    def state(self, name: str) -> str | None:
        """Return what the file system tells of a file; see `Destination`."""
        with failing(self.where):
            try:
                info = self.fs.info(f"{self.root}/{name}")
            except FileNotFoundError:
                return None
        keys = ("size", "ETag", "etag", "LastModified", "mtime")
        return " ".join(str(info[key]) for key in keys if info.get(key) is not None)
