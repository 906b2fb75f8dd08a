"""Listening to MP3 files: what decoders make of them, and how far that is from what was sent."""

import io
import subprocess
from typing import Any

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt
import soundfile

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm, from_samples
from voicecoach.formats import Form, Tags, mp3

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()


def noise(length_ms: int, channels: int = 1) -> AudioSegment:
    """Return dull noise, another one for each length and channel."""
    rng = np.random.default_rng([length_ms, channels])
    wave = rng.normal(0, 0.1, (channels, 48 * length_ms))
    dull = [np.convolve(channel, np.ones(16) / 8, "same") for channel in wave]
    return from_samples(dull[0] if channels == 1 else np.stack(dull, axis=1))


def encoded(*segments: AudioSegment, tags: Tags | None = None, kbps: int | None = None) -> bytes:
    """Return the file of a programme with as many channels as its segments."""
    file = io.BytesIO()
    length_ms = sum(len(segment) for segment in segments)
    form = Form(length_ms, segments[0].channels, kbps)
    mp3.write(file, segments, form, tags or Tags("Legs"))
    return file.getvalue()


def by_libsndfile(file: bytes) -> Pcm:
    """Return what libsndfile hears: 16 bit, two channels as rows of two."""
    pcm, _ = soundfile.read(io.BytesIO(file), dtype="int16")
    return np.asarray(pcm, dtype=np.int16)


def by_ffmpeg(file: bytes, *options: str, channels: int = 1) -> Pcm:
    """Return what ffmpeg hears as so many channels, with options before the file."""
    said = ffmpeg(file, *options, form=("-ac", str(channels), "-f", "s16le"))
    pcm = np.frombuffer(said.stdout, dtype="<i2")
    return pcm if channels == 1 else pcm.reshape(-1, channels)


def ffmpeg(
    file: bytes, *options: str, form: tuple[str, ...]
) -> "subprocess.CompletedProcess[bytes]":
    """Return what ffmpeg says to a file that it reads without a complaint."""
    command = [FFMPEG, "-hide_banner", *options, "-i", "-", *form, "-"]
    return subprocess.run(command, input=file, capture_output=True, check=True)


def lag(sent: npt.NDArray[Any], heard: npt.NDArray[Any]) -> int:
    """Return by how many samples one channel is heard late."""
    size = 1 << (2 * len(sent)).bit_length()
    product = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(sent, size))
    found = int(np.fft.irfft(product, size).argmax())
    return found if found < len(sent) else found - size


def snr_db(sent: npt.NDArray[Any], heard: npt.NDArray[Any]) -> float:
    """Return how far coding noise lies below the sound."""
    wave = sent.astype(np.float64)
    return float(10 * np.log10(np.square(wave).sum() / np.square(heard - wave).sum()))
