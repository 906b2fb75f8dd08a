"""Pace: how many words a minute a voice speaks, measured on the lines of a routine."""

from collections.abc import Callable

from voicecoach import phrases
from voicecoach.audio.clips import trim
from voicecoach.audio.pcm import FULL_SCALE
from voicecoach.speech.engines import Recording

# The sample's lines are a little slower than those of routines on average, as measured in English.
_SAMPLE_TO_ROUTINE = 1.02


def measure_pace(speak: Callable[[str], Recording], language: str) -> float:
    """Return the pace of a voice in words a minute, without the silence around lines.

    It speaks a sample in `language`, a BCP 47 tag, or in English where there is none.
    """
    tag = phrases.tag_for(language) or "en"
    words, length_s = 0, 0.0
    for line in phrases.load(tag).sample:
        recording = speak(line)
        words += sum(any(map(str.isalnum, word)) for word in line.split())
        trimmed = trim(recording.samples / FULL_SCALE, recording.rate_hz)
        length_s += len(trimmed) / recording.rate_hz
    return _SAMPLE_TO_ROUTINE * 60 * words / length_s
