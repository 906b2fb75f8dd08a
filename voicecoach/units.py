"""Units: whole milliseconds, clock times, samples, counts and decibels.

Every quantity in voicecoach is a whole number of milliseconds. The programme runs at 48 kHz, so a
millisecond is exactly 48 samples and nothing is ever rounded twice.
"""

import math
from collections.abc import Sequence

SAMPLE_RATE_HZ = 48_000
SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000
# The bytes of a sample, of 16 bit.
SAMPLE_WIDTH = 2

SECOND_MS = 1000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS

# The silence between two spoken lines, and between a line and a tone.
LINE_GAP_MS = 250
TONE_GAP_MS = 100


def samples(length_ms: int) -> int:
    """Return how many samples of one channel last `length_ms`."""
    return length_ms * SAMPLES_PER_MS


def whole_ms(sample_count: int) -> int:
    """Return the length of `sample_count` samples, rounded up to whole milliseconds."""
    return -(-sample_count // SAMPLES_PER_MS)


def clock(length_ms: int) -> str:
    """Return a length as a stopwatch shows it: `0:45`, `12:30`, `1:02:30`, `0:07.5`."""
    minutes, rest_ms = divmod(length_ms, MINUTE_MS)
    hours, minutes = divmod(minutes, 60)
    seconds, fraction_ms = divmod(rest_ms, SECOND_MS)
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return text + f".{fraction_ms:03}".rstrip("0") if fraction_ms else text


def whole_clock(length_ms: int) -> str:
    """Return a length, rounded to whole seconds, as a stopwatch shows it."""
    return clock(round(length_ms / SECOND_MS) * SECOND_MS)


def megabytes(size_bytes: int) -> str:
    """Return the size of a file: `2.0 MB`."""
    return f"{size_bytes / 1_000_000:,.1f} MB"


def counted(count: int, word: str) -> str:
    """Return how many of something there are, for words with a plural in -s: `1 set`, `2 sets`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def listed(items: Sequence[str], most: int) -> str:
    """Return a list in words, with at most `most` of its items: `a, b and 3 more`."""
    shown = ", ".join(items[:most])
    return f"{shown} and {len(items) - most} more" if len(items) > most else shown


def gain(level_db: float) -> float:
    """Return the amplitude factor of a change in level of `level_db`."""
    return 10 ** (level_db / 20)


def level_db(amplitude: float) -> float:
    """Return an amplitude (1.0 is full scale) as a level in dB; silence is minus infinity."""
    return 20 * math.log10(amplitude) if amplitude > 0 else -math.inf
