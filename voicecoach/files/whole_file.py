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
    """Yield a new file that replaces `path`, as `replacing_all` does for several."""
    with replacing_all([path]) as (file,):
        yield file


@contextlib.contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[list[BinaryIO]]:
    """Yield new files that replace `paths` if the block ends without an exception.

    After an exception the old files are unchanged and nothing is left beside them. A new file gets
    the old one's permissions, or the default ones. A link stays a link. Raise `WrongUsageError` if
    no file can be made there, `EngineError` if the disk fails.
    """
    drafts: list[Draft] = []
    try:
        for path in paths:
            drafts.append(Draft(path))
        yield [draft.file for draft in drafts]
        for draft in drafts:
            draft.finish()
        _commit(drafts)
    finally:
        for draft in drafts:
            draft.discard()


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files that replace those at their paths, all of them or none, as `replacing_all` does.

    Each is closed before the next one is opened, so there may be more than a system lets a program
    have open.
    """
    drafts: list[Draft] = []
    try:
        for path, content in contents.items():
            drafts.append(Draft(path))
            drafts[-1].file.write(content)
            drafts[-1].finish()
        _commit(drafts)
    finally:
        for draft in drafts:
            draft.discard()


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
