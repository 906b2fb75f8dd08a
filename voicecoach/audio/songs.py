"""Songs: music files, read a piece at a time and converted to the programme's rate."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soxr

from voicecoach.audio.ffmpeg import readable
from voicecoach.audio.levels import TWO_CHANNELS_LU
from voicecoach.audio.metering import LoudnessMeter
from voicecoach.audio.pcm import Samples
from voicecoach.audio.stderr import silenced_stderr
from voicecoach.audio.usable import Audibility, check_numbers, check_size, check_whole
from voicecoach.files.ordinary import check_readable
from voicecoach.problems import EngineError, reason
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


@dataclass(frozen=True, slots=True)
class Song:
    """A music file that has been measured: 1 or 2 channels, `length` samples each at 48 kHz.

    `loudness_lufs` is that of two loudspeakers.
    """

    path: Path
    channels: int
    length: int
    loudness_lufs: float

    def pieces(self, channels: int) -> Iterator[Samples]:
        """Yield the samples, a row for each moment and a column for each of 1 or 2 `channels`.

        Raise `EngineError` if the file has changed since it was measured.
        """
        length = 0
        try:
            for piece in _decode(self.path):
                length += len(piece)
                if piece.shape[1] != self.channels or length > self.length:
                    raise ValueError("it is another one")
                yield piece if self.channels == channels else np.repeat(piece, channels, axis=1)
            if length < self.length:
                raise ValueError("it is shorter")
        except ValueError as error:
            message = f"the music {self.path} was changed while it was played: {error}"
            raise EngineError(message, "build again") from error


def measure(path: Path, on_piece: Callable[[], object] = lambda: None) -> Song:
    """Return a music file (wav, flac, ogg, mp3, m4a) of any rate and number of channels as a song.

    More than two channels become one, as their order differs from file to file. Raise `ValueError`
    if the file cannot be read, is shorter than it claims, silent, shorter than a second, or not as
    `voicecoach.audio.usable` says, `EngineError` for m4a without ffmpeg. `on_piece` is called from
    time to time while it is read.
    """
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
    return Song(path, channels, length, loudness_lufs)


def _decode(path: Path, audibility: Audibility | None = None) -> Iterator[Samples]:
    """Yield a file's samples at 48 kHz, in rows of 1 or 2. Raise `ValueError` as `measure` does.

    `audibility` look at all of its channels.
    """
    # Few routines have music; the others start faster without this import.
    import soundfile

    try:
        check_readable(path)
        with readable(path, MOST_SAMPLES) as decodable:
            with silenced_stderr():
                opened = soundfile.SoundFile(decodable)
            with opened as file:
                check_size(file.frames, file.channels, file.samplerate, MOST_SAMPLES)
                pieces = _read(file, audibility)
                yield from _resample(pieces, file.samplerate, 1 if file.channels != 2 else 2)
    except OSError as error:
        raise ValueError(reason(error)) from error
    except soundfile.LibsndfileError as error:
        raise ValueError("it is no sound file that can be read") from error


def _read(file: "soundfile.SoundFile", audibility: Audibility | None) -> Iterator[Samples]:
    """Yield a file's samples at its own rate; more than two channels as one."""
    length = 0
    while True:
        with silenced_stderr():
            piece = file.read(max(1, _PIECE // file.channels), dtype="float32", always_2d=True)
        length += len(piece)
        if not len(piece):
            break
        check_numbers(piece)
        if audibility is not None:
            audibility.add(piece)
        yield piece if file.channels <= 2 else piece.mean(axis=1, keepdims=True)
    check_whole(length, file.frames)


def _resample(pieces: Iterator[Samples], rate_hz: int, channels: int) -> Iterator[Samples]:
    if rate_hz == SAMPLE_RATE_HZ:
        yield from pieces
        return
    stream = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, channels, dtype="float32")
    for piece in pieces:
        resampled = stream.resample_chunk(piece).reshape(-1, channels)
        # Of a high rate, a short piece may not be enough for one sample.
        if len(resampled):
            yield resampled
    nothing = np.zeros((0, channels), np.float32)
    ending = stream.resample_chunk(nothing, last=True).reshape(-1, channels)
    if len(ending):
        yield ending
