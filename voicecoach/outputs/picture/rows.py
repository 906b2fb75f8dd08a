"""Rows: the programme's time, broken like lines of text into stretches of equal length."""

from collections.abc import Iterator

from msgspec import Struct

from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS

# In units of the picture: pixels on a phone 480 pixels wide.
WIDTH = 480
MARGIN = 16
ROW_WIDTH = WIDTH - 2 * MARGIN

# The longest programme that is broken into rows of a length, that length, and the time from tick to
# tick; in seconds.
_LENGTHS_S = (
    (40, 10, 2),
    (2 * 60, 15, 3),
    (4 * 60, 30, 5),
    (7 * 60, 60, 10),
    (17 * 60, 2 * 60, 20),
    (27 * 60, 3 * 60, 30),
    (150 * 60, 5 * 60, 60),
    (6 * 3600, 10 * 60, 2 * 60),
)
_MOST_LONG_ROWS = 24


class Row(Struct, frozen=True):
    """A stretch of the programme, drawn from left to right.

    `end_ms` is where the programme ends or the next row begins; a full row lasts `length_ms`.
    """

    start_ms: int
    end_ms: int
    length_ms: int
    tick_ms: int

    def x(self, at_ms: float) -> float:
        """Return the position of a time; one outside the row is moved to its edge."""
        inside_ms = min(max(at_ms, self.start_ms), self.end_ms) - self.start_ms
        return MARGIN + inside_ms / self.length_ms * ROW_WIDTH

    def holds(self, at_ms: int) -> bool:
        """Return whether a time is in this row; the programme's end is in none."""
        return self.start_ms <= at_ms < self.end_ms

    def touches(self, start_ms: int, end_ms: int) -> bool:
        """Return whether any part of a stretch is in this row."""
        return start_ms < self.end_ms and end_ms > self.start_ms

    def ticks_ms(self) -> Iterator[int]:
        """Yield the times marked on the axis, the row's start first."""
        yield from range(self.start_ms, self.end_ms, self.tick_ms)


def rows(duration_ms: int) -> list[Row]:
    """Return the rows of a programme: few enough for a page, and detailed enough to be read."""
    length_ms, tick_ms = _lengths_ms(duration_ms)
    return [
        Row(start_ms, min(start_ms + length_ms, duration_ms), length_ms, tick_ms)
        for start_ms in range(0, max(1, duration_ms), length_ms)
    ]


def _lengths_ms(duration_ms: int) -> tuple[int, int]:
    for longest_s, length_s, tick_s in _LENGTHS_S:
        if duration_ms <= longest_s * SECOND_MS:
            return length_s * SECOND_MS, tick_s * SECOND_MS
    hours = -(-duration_ms // (_MOST_LONG_ROWS * HOUR_MS))
    return hours * HOUR_MS, hours * 10 * MINUTE_MS
