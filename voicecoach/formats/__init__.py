"""Formats: one module per container, named after the file's suffix. Each encodes and tags.

A format is a module with the functions of `Format`; it is not listed anywhere else. The building
blocks of formats are in the packages below.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from msgspec import Struct

from voicecoach.audio import AudioSegment
from voicecoach.files.pictures import Mime
from voicecoach.files.store import Store
from voicecoach.files.whole_file import check_target
from voicecoach.problems import WrongUsageError
from voicecoach.timeline.model import Chapter


class Cover(Struct, frozen=True):
    """A picture file's type and bytes."""

    mime: Mime
    data: bytes


class Lyric(Struct, frozen=True):
    """A spoken line and when it is heard."""

    start_ms: int
    end_ms: int
    text: str


class Tags(Struct, frozen=True):
    """What a player shows of a programme. Texts may hold any characters; empty ones are left out.

    `track` is the number of the file in its album, and how many there are. `language` is a BCP 47
    tag. `chapters`, at most 255, tile the programme; `lyrics` are in order
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
    track: tuple[int, int] | None = None


class Form(Struct, frozen=True):
    """How long a programme's sound is, and how it is encoded.

    `channels` is 1 or 2; a `bitrate_kbps` of None leaves the choice to the format. Encoded sound
    may be kept in the `store`. `threads` may encode beside the one that mixes; None is one a core.
    """

    duration_ms: int
    channels: int = 1
    bitrate_kbps: int | None = None
    store: Store | None = None
    threads: int | None = None


class Format(Protocol):
    """The functions of a format's module."""

    def check(self, bitrate_kbps: int | None) -> None:
        """Raise an error if nothing can be written, before any time is spent on speech.

        `WrongUsageError` if the format does not support the bitrate, `EngineError` if a program or
        library is missing.
        """

    def write(
        self, target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags
    ) -> None:
        """Encode `segments`, 48 kHz, 16 bit and as `form` says, into an empty file.

        `target` is readable and seekable. Raise `ValueError` if the segments do not last
        `form.duration_ms`, `EngineError` if encoding fails.
        """


def suffixes() -> list[str]:
    """Return the suffixes that can be written, in alphabetical order: `[".flac", ".m4a", ...]`."""
    modules = pkgutil.iter_modules(__path__)
    return sorted(f".{module.name}" for module in modules if not module.ispkg)


def for_path(path: Path) -> Format:
    """Return the format for a file's suffix. Raise `WrongUsageError` if there is none."""
    suffix = path.suffix.lower()
    supported = suffixes()
    if suffix not in supported:
        fault = f"`{suffix}` is no known format" if suffix else "its name has no suffix"
        raise WrongUsageError(f"cannot write {path}: {fault}; use {', '.join(supported)}")
    return cast(Format, importlib.import_module(f"{__name__}.{suffix[1:]}"))


def check(path: Path, bitrate_kbps: int | None = None) -> None:
    """Raise `WrongUsageError` or `EngineError` if a programme cannot be written to `path`."""
    check_target(path)
    for_path(path).check(bitrate_kbps)


def lasting(segments: Iterable[AudioSegment], duration_ms: int) -> Iterator[AudioSegment]:
    """Yield the segments. Raise `ValueError` if they do not last `duration_ms` in total."""
    total_ms = 0
    for segment in segments:
        total_ms += len(segment)
        yield segment
    if total_ms != duration_ms:
        raise wrong_length(total_ms, duration_ms)


def wrong_length(length_ms: int, duration_ms: int) -> ValueError:
    """Return the error of sound that does not last as long as it is to."""
    return ValueError(f"the sound lasts {length_ms} ms instead of {duration_ms} ms")
