"""A folder that is made for the files of one build, and is gone if it comes to nothing."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from voicecoach.files.ordinary import is_directory, resolved
from voicecoach.files.write_errors import write_errors


@contextlib.contextmanager
def made_folder(path: Path) -> Iterator[None]:
    """Make a folder if it is not there; after an exception, one that is new and empty goes again.

    Raises WrongUsageError if it cannot be made.
    """
    if is_directory(path):
        yield
        return
    folder = resolved(path)
    with write_errors(path):
        folder.mkdir()
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise
