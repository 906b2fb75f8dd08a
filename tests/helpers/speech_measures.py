"""What is measured of speech: its pace and its pitch."""

import re
from functools import cache

import numpy as np

from helpers.golden import GOLDEN
from voicecoach.speech.engines import Recording

_LINES = 45
_SPEECH = re.compile(r" speech \S+ :\d+ (.+)")


@cache
def paced_lines() -> tuple[str, ...]:
    """Return lines of the shipped English routines, evenly from all there are."""
    texts = [file.read_text("utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    english = [text for text in texts if " · en · " in text.partition("\n")[0]]
    lines = sorted({line for text in english for line in _SPEECH.findall(text)})
    return tuple(lines[number * len(lines) // _LINES] for number in range(_LINES))


def words(text: str) -> int:
    """Return how many words a text has: what stands between blanks, with a letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def pitch_hz(recording: Recording) -> float:
    """Return the median pitch of the voiced stretches, by the peak of their autocorrelation."""
    wave, rate_hz = recording.samples.astype(float), recording.rate_hz
    size = rate_hz // 25
    pitches = []
    for start in range(0, len(wave) - size, size // 2):
        frame = wave[start : start + size] - wave[start : start + size].mean()
        correlation = np.correlate(frame, frame, "full")[size - 1 :]
        lowest, highest = rate_hz // 600, rate_hz // 70
        lag = lowest + int(correlation[lowest:highest].argmax())
        if correlation[0] > 1e8 and correlation[lag] > 0.55 * correlation[0]:
            pitches.append(rate_hz / lag)
    return float(np.median(pitches))
