"""Formats: one module a container, named as the file's suffix. Each encodes and tags.

A format is a module with the functions of `Format`; nothing else lists it. What formats are made of
lies in the packages below.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from voicecoach.audio import AudioSegment
from voicecoach.files.pictures import Mime
from voicecoach.files.store import Store
from voicecoach.files.whole_file import check_target
from voicecoach.problems import WrongUsageError
from voicecoach.timeline.model import Chapter


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture, as the bytes of its file."""

    mime: Mime
    data: bytes


@dataclass(frozen=True, slots=True)
class Lyric:
    """A spoken line and when it is heard."""

    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What a player shows of a programme, in any characters; what is empty is left out.

    `language` is a BCP 47 tag. `chapters` tile the programme, at most 255; `lyrics` are in order
    of time.
    """

    title: str
    artist: str = "voicecoach"
    album: str = ""
    genre: str = ""
    year: int | None = None
    comment: str = ""
    language: str = "en"
    chapters: Sequence[Chapter] = ()
    lyrics: Sequence[Lyric] = ()
    cover: Cover | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """How long a programme's sound is, and how it is encoded.

    `channels` is 1 or 2; a `bitrate_kbps` of None is the format's own choice. What is encoded may
    be kept in the `store`.
    """

    duration_ms: int
    channels: int = 1
    bitrate_kbps: int | None = None
    store: Store | None = None


class Format(Protocol):
    """What a format's module offers."""

    def check(self, bitrate_kbps: int | None) -> None:
        """Raise an error if nothing can be written, so that it is known before anything is spoken.

        `WrongUsageError` where the format has no such bitrate, `EngineError` where a program or
        library is missing.
        """

    def write(
        self, target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags
    ) -> None:
        """Encode `segments`, 48 kHz, 16 bit and as `form` says, into an empty file.

        `target` can be read and sought in. Raise `ValueError` if the segments last longer or
        shorter than `form.duration_ms`, `EngineError` if encoding fails.
        """


def suffixes() -> list[str]:
    """Return the suffixes that can be written, in alphabetical order: `[".flac", ".m4a", ...]`."""
    return sorted(f".{found.name}" for found in pkgutil.iter_modules(__path__) if not found.ispkg)


def for_path(path: Path) -> Format:
    """Return the format that a file's suffix asks for; raise `WrongUsageError` if there is none."""
    suffix = path.suffix.lower()
    known = suffixes()
    if suffix not in known:
        wanted = f"`{suffix}` is no known format" if suffix else "its name has no suffix"
        raise WrongUsageError(f"cannot write {path}: {wanted}; use {', '.join(known)}")
    return cast(Format, importlib.import_module(f"{__name__}.{suffix[1:]}"))


def check(path: Path, bitrate_kbps: int | None = None) -> None:
    """Raise `WrongUsageError` or `EngineError` if a programme cannot be written to `path`."""
    check_target(path)
    for_path(path).check(bitrate_kbps)


def lasting(segments: Iterable[AudioSegment], duration_ms: int) -> Iterator[AudioSegment]:
    """Yield the segments; raise `ValueError` if they do not last `duration_ms`."""
    total_ms = 0
    for segment in segments:
        total_ms += len(segment)
        yield segment
    if total_ms != duration_ms:
        raise ValueError(f"the sound lasts {total_ms} ms instead of {duration_ms} ms")
