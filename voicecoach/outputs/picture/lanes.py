"""The lanes below the band: speech, tones, and the time."""

from collections.abc import Iterator

from voicecoach.outputs.picture.markup import element, label, number
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH, Row
from voicecoach.outputs.picture.text import TextStyle, width
from voicecoach.outputs.picture.tones import tones
from voicecoach.timeline import Event, Timeline
from voicecoach.units import clock, whole_clock

LANES_HEIGHT = 32
AXIS_HEIGHT = 20
TIMES = TextStyle(14)
_SPEECH_Y = 8
_SPEECH_HEIGHT = 6
_TONES_Y = 22
# Lines closer together than this are drawn as one.
_NEAR = 1.0
_APART = 6


def lanes(timeline: Timeline, row: Row, y: float) -> Iterator[str]:
    """Yield the speech of a row as bars and its tones as marks; `y` is the bottom of the band."""
    bars = "".join(
        f"M{number(left)} {number(y + _SPEECH_Y)}H{number(right)}"
        for left, right in _bars(timeline.events, row)
    )
    if bars:
        yield element("path", class_="speech-stroke", stroke_width=_SPEECH_HEIGHT, d=bars)
    yield from tones(timeline.events, row, y + _TONES_Y)


def axis(row: Row, y: float, last: bool) -> Iterator[str]:
    """Yield the line below the lanes with its times; the `last` row ends with the total length."""
    bottom = y + LANES_HEIGHT
    ends = row.x(row.end_ms)
    grid = "".join(f"M{number(row.x(at))} {number(y)}V{number(bottom)}" for at in row.ticks_ms())
    line = f"M{MARGIN} {number(bottom)}H{number(ends)}"
    yield element("path", class_="line-stroke", d=grid + line)
    total = whole_clock(row.end_ms)
    limit = float(MARGIN + ROW_WIDTH)
    if last:
        style = TextStyle(TIMES.size, bold=True)
        x = max(float(MARGIN), ends - width(total, style))
        yield label(total, x, bottom + 15, style, "ink")
        limit = x - _APART
    for at_ms in row.ticks_ms():
        shown = clock(at_ms)
        if row.x(at_ms) + width(shown, TIMES) <= limit:
            look = "ink" if at_ms == row.start_ms else "faint"
            yield label(shown, row.x(at_ms), bottom + 15, TIMES, look)


def _bars(events: tuple[Event, ...], row: Row) -> list[tuple[float, float]]:
    """Return the left and right ends of the bars for speech."""
    bars: list[tuple[float, float]] = []
    for event in events:
        if event.kind == "speech" and row.touches(event.start_ms, event.end_ms):
            left, right = row.x(event.start_ms), row.x(event.end_ms)
            if bars and left - bars[-1][1] < _NEAR:
                left, last_right = bars.pop()
                right = max(last_right, right)
            bars.append((left, right))
    return bars
