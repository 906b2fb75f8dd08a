"""The song reader: any part of a song, without what is before it.

A part is the same whoever asks for it, and whatever was read before: the file is opened for it
anew, as a decoder that goes on from elsewhere may round otherwise.
"""

import math
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import soxr

from voicecoach.audio.ffmpeg import readable
from voicecoach.audio.pcm import Samples
from voicecoach.audio.songs import MOST_SAMPLES, Song, one_or_two, opened, pieces, stamp_at
from voicecoach.problems import EngineError, reason
from voicecoach.units import SAMPLE_RATE_HZ, samples

# Read around a part: more than the reach of the resampler, and of what a decoder of MP3 has to know
# of the frames before.
_CONTEXT = samples(100)


class SongReader:
    """Reads parts of songs. Decoded copies of m4a stay until `copies` is closed."""

    def __init__(self, copies: ExitStack) -> None:
        self._copies = copies
        self._decodable: dict[Path, Path] = {}

    def between(self, song: Song, start: int, end: int) -> Samples:
        """Return the samples from `start` to `end`, counted at 48 kHz, a row for each moment.

        Raise `EngineError` if the file has changed since it was measured.
        """
        try:
            if stamp_at(song.path) != song.stamp:
                raise ValueError("it is another one")
            part = _between(self._decodable_of(song), start, end)
            if stamp_at(song.path) != song.stamp or part.shape != (end - start, song.channels):
                raise ValueError("it is another one")
        except (OSError, ValueError) as error:
            fault = reason(error) if isinstance(error, OSError) else error
            message = f"the music {song.path} was changed while it was played: {fault}"
            raise EngineError(message, "build again") from error
        return part

    def _decodable_of(self, song: Song) -> Path:
        if song.path not in self._decodable:
            copy = self._copies.enter_context(readable(song.path, MOST_SAMPLES))
            self._decodable[song.path] = copy
        return self._decodable[song.path]


def _between(decodable: Path, start: int, end: int) -> Samples:
    """Return what there is between two samples at 48 kHz."""
    with opened(decodable) as file:
        rate_hz = file.samplerate
        # Where a sample at 48 kHz and one of the file lie at the same moment.
        period = SAMPLE_RATE_HZ // math.gcd(rate_hz, SAMPLE_RATE_HZ)
        first = max(0, start - _CONTEXT) // period * period
        file_first = first * rate_hz // SAMPLE_RATE_HZ
        file_end = -(-(end + _CONTEXT) * rate_hz // SAMPLE_RATE_HZ)
        file.seek(file_first)
        read = [one_or_two(piece) for piece in pieces(file, file_end - file_first)]
    wave = np.concatenate(read)
    if rate_hz != SAMPLE_RATE_HZ:
        wave = soxr.resample(wave, rate_hz, SAMPLE_RATE_HZ)
    return wave[start - first : end - first]
