"""Recordings as a phone makes them: words with the noise of a room before, after and in them."""

from io import BytesIO
from pathlib import Path

import numpy as np
import soundfile
import soxr

from helpers.speechlike import RATE_HZ, spoken
from voicecoach.audio.pcm import Samples
from voicecoach.units import gain

AROUND_MS = 500


def in_a_room(seed: int, room_db: float, rate_hz: int = 48_000) -> tuple[Samples, Samples]:
    """Return a line in a room, and its words alone, which begin half a second into it.

    `room_db` is the level of pink noise, relative to the highest sample of the words, which is 0.5.
    """
    line = spoken(seed, 6, AROUND_MS, AROUND_MS).astype(np.float64)
    line *= 0.5 / np.abs(line).max()
    alone: Samples = soxr.resample(line, RATE_HZ, rate_hz)
    noise = _pink(seed, len(alone), rate_hz) * gain(room_db) * 0.5
    around = AROUND_MS * rate_hz // 1000
    return alone + noise, alone[around:-around]


def record(file: Path, seed: int = 0, rate_hz: int = 44_100, subtype: str | None = None) -> None:
    """Write a line in a room to a sound file of two channels, as a whole.

    The suffix chooses the format, in any case.
    """
    wave, _ = in_a_room(seed, -40, rate_hz)
    suffix = file.suffix.lower().lstrip(".")
    form = {"aif": "aiff", "opus": "ogg"}.get(suffix, suffix)
    data = BytesIO()
    soundfile.write(data, np.stack([wave, 0.8 * wave], 1), rate_hz, subtype, format=form)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(data.getvalue())
    beside.replace(file)


def _pink(seed: int, length: int, rate_hz: int) -> Samples:
    """Return noise with as much power in each octave, from 20 Hz up, of a mean square of 1."""
    rng = np.random.default_rng(seed)
    hz = np.maximum(np.fft.rfftfreq(length, 1 / rate_hz), 20.0)
    spectrum = (rng.normal(size=len(hz)) + 1j * rng.normal(size=len(hz))) / np.sqrt(hz)
    wave: Samples = np.fft.irfft(spectrum, length)
    level: float = np.sqrt(np.mean(wave**2))
    return wave / level
