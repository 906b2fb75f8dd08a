"""Addresses: file systems elsewhere, as fsspec names them: `s3://bucket/week-1`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from voicecoach.problems import EngineError, VoicecoachError, WrongUsageError, words_of

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_OBJECT_STORES = frozenset(("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "memory"))


def is_address(where: str) -> bool:
    """Return whether a place is an address rather than a folder."""
    return _ADDRESS.match(where) is not None


def absolute(where: str) -> str:
    """Return an address as it is, and a folder with its path from the root."""
    return where if is_address(where) else str(Path(where).absolute())


def file_system(where: str) -> tuple[Any, str]:
    """Return the fsspec file system of an address, and the path in it.

    Raises EngineError where fsspec or what the address needs is not there, WrongUsageError where
    there is no such file system.
    """
    try:
        import fsspec
    except ImportError:
        hint = "install voicecoach with the extra `cluster`"
        raise EngineError("an address needs the package fsspec", hint) from None
    try:
        fs, root = fsspec.url_to_fs(where)
        return fs, root
    except ImportError as error:
        raise EngineError(f"{where} cannot be used: {error}") from error
    except Exception as error:
        raise WrongUsageError(f"{where} is no address of files: {words_of(error)}") from error


def is_object_store(fs: Any) -> bool:
    """Return whether nobody sees a file of a file system before all of it is there."""
    protocols = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    return not _OBJECT_STORES.isdisjoint(protocols)


@contextmanager
def failing(where: str) -> Iterator[None]:
    """Raise as EngineError whatever goes wrong at an address."""
    try:
        yield
    except (FileNotFoundError, VoicecoachError):
        raise
    except Exception as error:
        hint = "check the address, what you may do there, and the connection"
        raise EngineError(f"{where} cannot be used: {words_of(error)}", hint) from error
