"""Atomic writes: a file is written beside its target first, then renamed over it."""

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from voicecoach.files.draft import Draft, check_replaceable
from voicecoach.files.ordinary import resolved
from voicecoach.files.write_errors import write_errors


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file that replaces `path`, as `replacing_together` does."""
    with replacing_all([path]) as (file,):
        yield file


@contextlib.contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[list[BinaryIO]]:
    """Yield new files that replace `paths`, as `replacing_together` does."""
    with replacing_together() as new:
        yield [new.open(path) for path in paths]


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files that replace those at their paths, as `replacing_together` does."""
    with replacing_together() as new:
        for path, content in contents.items():
            with new.opened(path) as file:
                file.write(content)


class Replacements:
    """New files that are put in place together: see `replacing_together`."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []

    def open(self, path: Path) -> BinaryIO:
        """Return a new file for `path` that stays open until all are put in place."""
        self._drafts.append(Draft(path))
        return self._drafts[-1].open()

    @contextlib.contextmanager
    def opened(self, path: Path) -> Iterator[BinaryIO]:
        """Yield a new file for `path`, and close it after the block.

        So there may be more of them than a system lets a program have open.
        """
        yield self.open(path)
        self._drafts[-1].finish()

    @property
    def written(self) -> dict[Path, os.stat_result]:
        """What the system knew of each file when it was closed, by the path it is for."""
        statuses = ((draft.path, draft.status) for draft in self._drafts)
        return {path: status for path, status in statuses if status is not None}

    def put_in_place(self) -> None:
        """Rename all files over their targets, or none."""
        for draft in self._drafts:
            if not draft.file.closed:
                draft.finish()
        _commit(self._drafts)

    def discard(self) -> None:
        """Leave nothing beside the targets."""
        for draft in self._drafts:
            draft.discard()


@contextlib.contextmanager
def replacing_together() -> Iterator[Replacements]:
    """Yield a maker of new files, which replace the old ones if the block ends without exception.

    After an exception the old files are unchanged and nothing is left beside them. A new file gets
    the old one's permissions, or the default ones. A link stays a link. Raise `WrongUsageError` if
    no file can be made there, `EngineError` if the disk fails.
    """
    new = Replacements()
    try:
        yield new
        new.put_in_place()
    finally:
        new.discard()


def check_target(path: Path) -> None:
    """Raise `WrongUsageError` if it is already clear that `path` cannot be written."""
    with write_errors(path):
        target = resolved(path)
        check_replaceable(target)
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such directory")
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "the directory is write-protected")


def _commit(drafts: Sequence[Draft]) -> None:
    """Rename all files over their targets; if one fails, restore the old ones."""
    if len(drafts) == 1:
        # One rename happens or not: nothing is kept that could be restored.
        drafts[0].commit()
        return
    for draft in drafts:
        draft.back_up()
    try:
        for draft in drafts:
            draft.commit()
    except BaseException:
        for draft in drafts:
            draft.roll_back()
        raise
