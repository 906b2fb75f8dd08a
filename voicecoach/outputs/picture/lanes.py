"""The lanes below the band: speech, tones, and the time."""

from collections.abc import Iterator

from voicecoach.outputs.picture.markup import element, label, number
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH, Row
from voicecoach.outputs.picture.text import TextStyle, width
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
# By role, the path of a mark around the time of its tone, as tall as a lower-case letter, and its
# width. A beginning points up, an end down.
_MARKS = {
    "start": ("m-4.5 5h9l-4.5 -10z", 9),
    "end": ("m-4.5 -5h9l-4.5 10z", 9),
    "round": ("m-4.5 -5h9l-3.5 7.6h3.5v2.4h-9v-2.4h3.5z", 9),
    "switch": ("m-5 0l5 -5l5 5l-5 5z", 10),
    "halfway": ("m-3.5 -5h2.4v10h-2.4zm4.6 0h2.4v10h-2.4z", 7),
    "tick": ("m-.7 -4h1.4v8h-1.4z", 1.4),
    "metronome": ("m-.7 -1.5h1.4v3h-1.4z", 1.4),
    "sound": ("m0 -5a5 5 0 1 1 -.01 0z", 10),
    "finish": ("m-5.5 5v-4h3v4zm4 0v-7h3v7zm4 0v-10h3v10z", 11),
}
ROLES = tuple(_MARKS)


def lanes(timeline: Timeline, row: Row, y: float) -> Iterator[str]:
    """Yield the speech of a row as bars and its tones as marks; `y` is the bottom of the band."""
    bars = "".join(
        f"M{number(left)} {number(y + _SPEECH_Y)}H{number(right)}"
        for left, right in _bars(timeline.events, row)
    )
    if bars:
        yield element("path", class_="speech-stroke", stroke_width=_SPEECH_HEIGHT, d=bars)
    free = 0.0
    for event in timeline.events:
        if event.kind == "tone" and row.holds(event.start_ms):
            x = row.x(event.start_ms)
            mark, free = tone_mark(event.role, x, y + _TONES_Y, free)
            if mark:
                yield mark


def tone_mark(role: str, x: float, y: float, free: float = 0) -> tuple[str, float]:
    """Return the mark of a tone at `x`, around the line `y`, and where it ends.

    If earlier marks, which end at `free`, leave no room, it is a line; if that would overlap them,
    too, it is left out.
    """
    shape, wide = _MARKS[role]
    if x - wide / 2 < free:
        shape, wide = _MARKS["tick"]
    if x - wide / 2 < free:
        return "", free
    return element("path", class_="tone", d=f"M{number(x)} {number(y)}{shape}"), x + wide / 2


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
