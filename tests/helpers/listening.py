"""Listening: what is in a built file, as ffmpeg decodes it, and when it is heard."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt

from voicecoach.audio.pcm import FULL_SCALE, to_pcm
from voicecoach.audio.tones import render
from voicecoach.routine.sounds import Tone
from voicecoach.timeline import Event
from voicecoach.units import SAMPLE_RATE_HZ, gain, samples

Wave = npt.NDArray[np.float32]

# Speech is far above this, and what an MP3 smears in front of it below.
AUDIBLE = gain(-45.0)
# How far from its true place a tone is looked for.
REACH_MS = 100


@dataclass(frozen=True, slots=True)
class Heard:
    """A decoded file: samples from -1 to 1, 48 a millisecond."""

    wave: Wave

    @property
    def length_ms(self) -> float:
        """How long the file plays."""
        return len(self.wave) / samples(1)

    def onset_ms(self, tone: Event) -> float:
        """Return where a tone begins: where it agrees most with what is heard around there."""
        assert isinstance(tone.sound, Tone)
        wanted = to_pcm(render(tone.sound)).astype(np.float32) / FULL_SCALE
        first = max(0, samples(tone.start_ms - REACH_MS))
        around = self.wave[first : samples(tone.start_ms + REACH_MS) + len(wanted)]
        return (first + int(np.correlate(around, wanted, "valid").argmax())) / samples(1)

    def sounding_ms(self, event: Event) -> tuple[float, float, float]:
        """Return where in a line the first sound is, the last one, and the longest silence."""
        part = self.wave[samples(event.start_ms) : samples(event.end_ms)]
        loud = np.flatnonzero(np.abs(part) > AUDIBLE)
        assert len(loud), f"nothing is heard of {event.text!r}"
        longest = int(np.diff(loud).max(initial=0))
        return loud[0] / samples(1), loud[-1] / samples(1), longest / samples(1)

    def loudest_beside(self, events: tuple[Event, ...], margin_ms: int) -> float:
        """Return the highest sample that is further than `margin_ms` from every event."""
        highest, free_from = 0.0, 0
        for event in sorted(events, key=lambda event: event.start_ms):
            gap = self.wave[free_from : max(0, samples(event.start_ms - margin_ms))]
            highest = max(highest, float(np.abs(gap).max(initial=0.0)))
            free_from = max(free_from, samples(event.end_ms + margin_ms))
        return max(highest, float(np.abs(self.wave[free_from:]).max(initial=0.0)))


def listen(file: Path) -> Heard:
    """Return what ffmpeg hears in a file."""
    form = ("-ac", "1", "-ar", str(SAMPLE_RATE_HZ), "-f", "s16le")
    pcm = np.frombuffer(_ffmpeg(file, *form), dtype="<i2")
    return Heard(pcm.astype(np.float32) / np.float32(FULL_SCALE))


def loudness(wave: Wave) -> tuple[float, float]:
    """Return the loudness in LUFS and the true peak in dB that ffmpeg's meter reads.

    `wave` has a row for each moment and a column for each channel.
    """
    channels = wave.shape[1] if wave.ndim == 2 else 1
    source = ("-f", "f32le", "-ar", str(SAMPLE_RATE_HZ), "-ac", str(channels), "-i", "-")
    meter = ("-af", "ebur128=peak=true", "-f", "null", "-")
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostats", *source, *meter]
    sent = wave.astype("<f4").tobytes()
    said = subprocess.run(command, input=sent, capture_output=True, check=True).stderr.decode()
    summary = said[said.rindex("Summary:") :]
    found = [re.search(rf"{name}:\s+(-?[0-9.]+)", summary) for name in ("I", "Peak")]
    assert all(found), summary
    lufs, peak_db = (float(match[1]) for match in found if match)
    return lufs, peak_db


def listen_to_channels(file: Path, channels: int) -> Wave:
    """Return what ffmpeg hears in a file, a row for each moment."""
    form = ("-ac", str(channels), "-ar", str(SAMPLE_RATE_HZ), "-f", "f32le")
    return np.frombuffer(_ffmpeg(file, *form), dtype="<f4").reshape(-1, channels)


def tags(file: Path) -> dict[str, str]:
    """Return the tags that ffmpeg finds in a file."""
    # Those of the chapters follow.
    lines = _ffmpeg(file, "-f", "ffmetadata").decode().partition("[CHAPTER]")[0].splitlines()
    pairs = (line.partition("=") for line in lines)
    return {key: value for key, equals, value in pairs if equals}


def _ffmpeg(file: Path, *form: str) -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(file), *form, "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout
