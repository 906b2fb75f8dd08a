"""Programmes over music, as they are mixed: noise for each line, and songs of noise."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import numpy as np
import soundfile

from helpers.speaking import line
from voicecoach.audio import AudioSegment
from voicecoach.audio.mixing import Mix, Stretch
from voicecoach.audio.over_music import MixOverMusic, lay_under
from voicecoach.audio.pcm import from_samples
from voicecoach.audio.placed import PlacedSound
from voicecoach.audio.songs import Song, measure
from voicecoach.routine.sounds import Music
from voicecoach.timeline.model import Event, Timeline

LENGTH_MS = 20_000
# When each line begins, and how long it is.
LINES = ((1000, 700), (9000, 1500), (10_900, 800), (16_000, 600))
MUSIC = Music((), 0.0, -15.0, 800)


def three_songs(directory: Path, channels: int = 2) -> list[Song]:
    """Return three songs of other lengths and rates, of so many channels and one."""
    return [
        song(directory / "a.flac", 6, 44_100, channels),
        song(directory / "b.wav", 3, 48_000, 1),
        song(directory / "c.mp3", 1.5, 44_100, channels),
    ]


def song(path: Path, seconds: float, rate_hz: int, channels: int, seed: int = 1) -> Song:
    """Write noise to a file, and return it as a song."""
    rng = np.random.default_rng(seed)
    soundfile.write(path, rng.normal(0, 0.2, (round(seconds * rate_hz), channels)), rate_hz)
    return measure(path)


def laid(
    songs: Sequence[Song],
    lines: Sequence[tuple[int, int]] = LINES,
    music: Music = MUSIC,
    length_ms: int = LENGTH_MS,
    on_reached: Callable[[int], object] = lambda _: None,
) -> AbstractContextManager[MixOverMusic]:
    """Return lines with songs under them."""
    stretches = []
    for start_ms, said_ms in lines:
        placed = PlacedSound(start_ms, said_ms, str(said_ms), partial(_said, said_ms))
        stretches.append(Stretch((placed,), start_ms, start_ms + said_ms))
    events = tuple(Event("speech", "say", start, said, 0, line("…"), 1) for start, said in lines)
    timeline = Timeline("T", "en", length_ms, (), events, (), ())
    return lay_under(Mix(stretches, length_ms, on_reached), timeline, music, songs, -16.0)


def _said(length_ms: int) -> AudioSegment:
    rng = np.random.default_rng(length_ms)
    return from_samples(rng.normal(0, 0.2, 48 * length_ms))
