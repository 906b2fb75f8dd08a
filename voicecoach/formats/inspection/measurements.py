"""Measurements of the sound of a file: decoded and measured in pieces, however long it is."""

import math
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

import soundfile
import soxr
from msgspec import Struct

from voicecoach.audio.metering import LoudnessMeter
from voicecoach.audio.pcm import Samples
from voicecoach.audio.peaks import PeakMeter
from voicecoach.audio.stderr import silenced_stderr
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLES_PER_MS, level_db, samples

_PIECE_S = 4


class Measurements(Struct, frozen=True):
    """The length, sampling and loudness of a sound.

    Levels are gated loudness and true peak according to ITU-R BS.1770-4, as played by two
    loudspeakers: one channel counts for both, which is 3 LU more than its meter reads. They are
    None for silence; `spoken_ms` and `speech_lufs` also if the spoken lines are not known.
    `missing_samples` is how many fewer there are than the file states.
    """

    length_ms: int
    channels: int
    sample_rate_hz: int
    loudness_lufs: float | None
    true_peak_db: float | None
    spoken_ms: int | None
    speech_lufs: float | None
    missing_samples: int


def measure(path: Path, lines_ms: Sequence[tuple[int, int]] | None) -> Measurements:
    """Measure the sound of a file, whose spoken lines are at `lines_ms`, None if not known.

    Raises `soundfile.LibsndfileError` if it cannot be decoded.
    """
    # By its name, soundfile opens none that has bytes in it which are no characters.
    with silenced_stderr(), path.open("rb") as opened, soundfile.SoundFile(opened) as file:
        whole = LoudnessMeter(file.channels)
        speech = LoudnessMeter(file.channels)
        peaks = PeakMeter(file.channels)
        # The powers of two channels are added; that of one is doubled by this factor.
        factor = math.sqrt(2) if file.channels == 1 else 1.0
        lines = deque((samples(start), samples(end)) for start, end in lines_ms or ())
        length = 0
        for piece in _pieces(file):
            peaks.add(piece)
            whole.add(factor * piece)
            for spoken in _spoken(piece, length, lines):
                speech.add(factor * spoken)
            length += len(piece)
        return Measurements(
            length_ms=round(length / SAMPLES_PER_MS),
            channels=file.channels,
            sample_rate_hz=file.samplerate,
            loudness_lufs=_finite(whole.integrated_lufs()),
            true_peak_db=_finite(level_db(peaks.true_peak())),
            spoken_ms=None if lines_ms is None else _spoken_ms(lines_ms, length),
            speech_lufs=_finite(speech.integrated_lufs()),
            missing_samples=file.frames - file.tell(),
        )


def _pieces(file: soundfile.SoundFile) -> Iterator[Samples]:
    """Yield the sound at 48 kHz, a row for each moment."""
    resampler = soxr.ResampleStream(file.samplerate, SAMPLE_RATE_HZ, file.channels, dtype="float64")
    more = True
    while more:
        piece = file.read(_PIECE_S * file.samplerate, dtype="float64", always_2d=True)
        more = len(piece) > 0
        if file.samplerate != SAMPLE_RATE_HZ:
            piece = resampler.resample_chunk(piece, last=not more)
        if len(piece):
            yield piece


def _spoken(piece: Samples, start: int, lines: deque[tuple[int, int]]) -> Iterator[Samples]:
    """Yield the spoken parts of a piece that begins at `start`, and drop lines that are over."""
    while lines and lines[0][1] <= start:
        lines.popleft()
    for first, end in lines:
        if first >= start + len(piece):
            break
        yield piece[max(0, first - start) : end - start]


def _spoken_ms(lines_ms: Sequence[tuple[int, int]], length: int) -> int:
    """Return how much of a sound of `length` samples is spoken; a damaged tag may go beyond it."""
    length_ms = round(length / SAMPLES_PER_MS)
    return sum(max(0, min(end, length_ms) - start) for start, end in lines_ms)


def _finite(level: float) -> float | None:
    return level if math.isfinite(level) else None
