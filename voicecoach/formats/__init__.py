"""Formats: one module a container, named as the file's suffix. Each encodes and tags.

A format is a module with a function `write` of the shape of `Format.write`; nothing else lists it.
Modules with an underscore in their names are no formats but parts of them.
"""

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from voicecoach.audio import AudioSegment
from voicecoach.formats.whole_file import check_target, replacing
from voicecoach.problems import WrongUsageError


@dataclass(frozen=True, slots=True)
class Tags:
    """What a player shows of a programme, in any characters."""

    title: str
    artist: str = "voicecoach"


class Format(Protocol):
    """What a format's module offers."""

    def write(
        self,
        target: BinaryIO,
        segments: Iterable[AudioSegment],
        duration_ms: int,
        tags: Tags,
    ) -> None:
        """Encode `segments`, 48 kHz mono and `duration_ms` altogether, into an empty file.

        `target` can be sought in. Raise `ValueError` if the segments last longer or shorter.
        """


def suffixes() -> list[str]:
    """Return the suffixes that can be written, in alphabetical order: `[".mp3"]`."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(f".{name}" for name in names if "_" not in name)


def for_path(path: Path) -> Format:
    """Return the format that a file's suffix asks for; raise `WrongUsageError` if there is none."""
    suffix = path.suffix.lower()
    known = suffixes()
    if suffix not in known:
        wanted = f"`{suffix}` is no known format" if suffix else "its name has no suffix"
        raise WrongUsageError(f"cannot write {path}: {wanted}; use {', '.join(known)}")
    return cast(Format, importlib.import_module(f"{__name__}.{suffix[1:]}"))


def check(path: Path) -> None:
    """Raise `WrongUsageError` if a programme cannot be written to `path`."""
    check_target(path)
    for_path(path)


def save(path: Path, segments: Iterable[AudioSegment], duration_ms: int, tags: Tags) -> None:
    """Write a programme to a file in the format of its suffix, whole or not at all.

    Raise `WrongUsageError` if the file cannot be written there, `EngineError` if writing fails.
    """
    container = for_path(path)
    with replacing(path) as target:
        container.write(target, segments, duration_ms, tags)
