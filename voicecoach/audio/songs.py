"""Songs: music files that have been measured, and how their samples are read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soxr
from msgspec import Struct

from voicecoach.audio import ffmpeg
from voicecoach.audio.ffmpeg import readable
from voicecoach.audio.levels import TWO_CHANNELS_LU
from voicecoach.audio.metering import LoudnessMeter
from voicecoach.audio.pcm import Samples
from voicecoach.audio.stderr import silenced_stderr
from voicecoach.audio.usable import Audibility, check_numbers, check_size, check_whole
from voicecoach.files.ordinary import check_readable, open_ordinary
from voicecoach.files.probes import stamp_of
from voicecoach.problems import reason
from voicecoach.units import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import soundfile

# About a second of the file is read at a time, of all channels together.
_PIECE = 1 << 16
_SHORTEST_S = 1
# Half a day of two channels at 48 kHz.
MOST_SAMPLES = 12 * 3600 * 48_000 * 2
# Anything softer is not music but the noise of an empty recording.
_SILENT_LUFS = -70.0
_HASHED_BYTES = 1 << 20


class Song(Struct, frozen=True):
    """A music file that has been measured: 1 or 2 channels, `length` samples each at 48 kHz.

    `loudness_lufs` is that of two loudspeakers, `stamp` that of the file when it was measured, and
    `content` the SHA-256 of its bytes and its `decoder`.
    """

    path: Path
    stamp: tuple[int, ...]
    content: str
    channels: int
    length: int
    loudness_lufs: float


def measure(path: Path, on_piece: Callable[[], object] = lambda: None) -> Song:
    """Return a music file (wav, flac, ogg, mp3, m4a) of any rate and number of channels as a song.

    More than two channels become one, as their order differs from file to file. Raise `ValueError`
    if the file cannot be read, is shorter than it claims, silent, shorter than a second, or not as
    `voicecoach.audio.usable` says, `EngineError` for m4a without ffmpeg. `on_piece` is called from
    time to time while it is read.
    """
    stamp = stamp_at(path)
    length, meter, audibility = 0, None, Audibility()
    for piece in _decode(path, audibility):
        on_piece()
        channels = piece.shape[1]
        meter = meter or LoudnessMeter(channels)
        meter.add(piece)
        length += len(piece)
    if meter is None or length < _SHORTEST_S * SAMPLE_RATE_HZ:
        raise ValueError("it is shorter than a second")
    audibility.check()
    loudness_lufs = meter.integrated_lufs() + (TWO_CHANNELS_LU if channels == 1 else 0.0)
    if loudness_lufs < _SILENT_LUFS:
        raise ValueError("there is no sound in it")
    return Song(path, stamp, content_digest(path), channels, length, loudness_lufs)


def decoder(path: Path) -> str:
    """Return what the samples of a file depend on besides its bytes.

    Raise `EngineError` for m4a without ffmpeg.
    """
    versions = [f"{name} {metadata.version(name)}" for name in ("soundfile", "soxr")]
    if ffmpeg.is_needed(path):
        program = Path(ffmpeg.find())
        versions.append(f"{program} {stamp_of(program.stat())}")
    return ", ".join(versions)


def stamp_at(path: Path) -> tuple[int, ...]:
    """Return what changes when a file is written or replaced. Raise `ValueError` without one."""
    try:
        return tuple(stamp_of(path.stat()))
    except OSError as error:
        raise ValueError(reason(error)) from error


@contextmanager
def opened(decodable: Path) -> Iterator["soundfile.SoundFile"]:
    """Open what libsndfile reads. Raise `ValueError`, here or in the block, if it cannot."""
    # Few routines have music; the others start faster without this import.
    import soundfile

    try:
        with silenced_stderr():
            file = soundfile.SoundFile(decodable)
        with file:
            yield file
    except soundfile.LibsndfileError as error:
        raise ValueError("it is no sound file that can be read") from error


def pieces(file: "soundfile.SoundFile", length: int) -> Iterator[Samples]:
    """Yield `length` samples of each channel from where a file is, or what is left of them.

    Raise `ValueError` if they are no numbers.
    """
    while length > 0:
        most = max(1, _PIECE // file.channels)
        with silenced_stderr():
            piece = file.read(min(length, most), dtype="float32", always_2d=True)
        if not len(piece):
            break
        check_numbers(piece)
        yield piece
        length -= len(piece)


def one_or_two(piece: Samples) -> Samples:
    """Return more than two channels as one."""
    return piece if piece.shape[1] <= 2 else piece.mean(axis=1, keepdims=True)


def _decode(path: Path, audibility: Audibility) -> Iterator[Samples]:
    """Yield a file's samples at 48 kHz, in rows of 1 or 2. Raise `ValueError` as `measure` does.

    `audibility` looks at all of its channels.
    """
    try:
        check_readable(path)
        with readable(path, MOST_SAMPLES) as decodable, opened(decodable) as file:
            check_size(file.frames, file.channels, file.samplerate, MOST_SAMPLES)
            read = _read_whole(file, audibility)
            yield from _resample(read, file.samplerate, 1 if file.channels != 2 else 2)
    except OSError as error:
        raise ValueError(reason(error)) from error


def _read_whole(file: "soundfile.SoundFile", audibility: Audibility) -> Iterator[Samples]:
    """Yield a file's samples at its own rate."""
    length = 0
    for piece in pieces(file, MOST_SAMPLES):
        length += len(piece)
        audibility.add(piece)
        yield one_or_two(piece)
    check_whole(length, file.frames)


def _resample(read: Iterator[Samples], rate_hz: int, channels: int) -> Iterator[Samples]:
    if rate_hz == SAMPLE_RATE_HZ:
        yield from read
        return
    stream = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, channels, dtype="float32")
    for piece in read:
        resampled = stream.resample_chunk(piece).reshape(-1, channels)
        # Of a high rate, a short piece may not be enough for one sample.
        if len(resampled):
            yield resampled
    nothing = np.zeros((0, channels), np.float32)
    ending = stream.resample_chunk(nothing, last=True).reshape(-1, channels)
    if len(ending):
        yield ending


def content_digest(path: Path) -> str:
    """Return the `content` of a song. Raise `ValueError` if its file cannot be read."""
    digest = sha256(decoder(path).encode())
    try:
        with open_ordinary(path) as file:
            while piece := file.read(_HASHED_BYTES):
                digest.update(piece)
    except OSError as error:
        raise ValueError(reason(error)) from error
    return digest.hexdigest()
