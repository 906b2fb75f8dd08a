"""What is in a finished file, as other programs find it."""

import re
import struct
import subprocess
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import imageio_ffmpeg
import numpy as np
import soundfile

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm
from voicecoach.files.whole_file import replacing
from voicecoach.formats import Form, Tags, for_path

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
# Their tags belong to the stream, those of other files to the file.
_OGG = {".ogg", ".opus"}


class ReadChapter(NamedTuple):
    """A chapter as ffmpeg reads it."""

    start_ms: int
    title: str


class Read(NamedTuple):
    """What ffmpeg reads: samples, a row for each moment; texts by their names in small letters."""

    pcm: Pcm
    texts: dict[str, str]
    chapters: list[ReadChapter]
    cover: bytes


def write(
    path: Path, *segments: AudioSegment, tags: Tags | None = None, kbps: int | None = None
) -> Path:
    """Write a programme with as many channels as its segments, and return its path."""
    length_ms = sum(len(segment) for segment in segments)
    form = Form(length_ms, segments[0].channels, kbps)
    with path.open("wb+") as target:
        for_path(path).write(target, segments, form, tags or Tags("Legs"))
    return path


def save(path: Path, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme whole or not at all, as a build does."""
    with replacing(path) as file:
        for_path(path).write(file, segments, form, tags)


def by_libsndfile(path: Path) -> Pcm:
    """Return the samples of a file, a row for each moment."""
    pcm, _ = soundfile.read(path, dtype="int16", always_2d=True)
    return np.asarray(pcm, dtype=np.int16)


@cache
def read(path: Path, channels: int, cover: bool = False) -> Read:
    """Return what ffmpeg reads in a file, and in a picture if there is to be one."""
    pcm, tags, picture = (path.with_name(f"{path.name}.{part}") for part in ("pcm", "tags", "png"))
    outputs = ["-map", "0:a", "-f", "s16le", pcm]
    source = "0:s:a:0" if path.suffix in _OGG else "0"
    outputs += ["-map_metadata", source, "-f", "ffmetadata", tags]
    if cover:
        outputs += ["-map", "0:v", "-c:v", "copy", "-f", "image2pipe", picture]
    # Without `-copyts`, ffmpeg moves chapters by an encoder's delay.
    command = [FFMPEG, "-v", "error", "-copyts", "-i", path, *outputs]
    subprocess.run([str(word) for word in command], capture_output=True, check=True)
    samples = np.frombuffer(pcm.read_bytes(), dtype="<i2").reshape(-1, channels)
    whole, *sections = re.split(r"^\[CHAPTER\]\n", tags.read_text("utf-8"), flags=re.MULTILINE)
    chapters = [_chapter(_texts(section)) for section in sections]
    return Read(samples, _texts(whole), chapters, picture.read_bytes() if cover else b"")


@cache
def noisy_png(side: int) -> bytes:
    """Return a square picture of as many pixels a side, 3 bytes each, that cannot be compressed."""
    rows = np.random.default_rng(side).integers(0, 256, (side, 1 + 3 * side), dtype=np.uint8)
    rows[:, 0] = 0
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0),
        b"IDAT": zlib.compress(rows.tobytes(), 1),
        b"IEND": b"",
    }
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chapter(texts: dict[str, str]) -> ReadChapter:
    numerator, denominator = map(int, texts["timebase"].split("/"))
    start_ms = int(texts["start"]) * numerator * 1000 // denominator
    return ReadChapter(start_ms, texts.get("title", ""))


def _texts(section: str) -> dict[str, str]:
    """Return names and texts; a backslash stands before what would end either."""
    pairs = re.findall(r"^([^;#\[=\n]+)=((?:\\[\s\S]|[^\\\n])*)$", section, re.MULTILINE)
    return {name.lower(): re.sub(r"\\([\s\S])", r"\1", text) for name, text in pairs}
