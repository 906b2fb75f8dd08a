"""The tones of a row: a mark at the time of each.

Where two have no room beside each other, the weightier is drawn whole and first, a start before all
others; the lighter is a line, or nothing where even that would touch the other. Ticks that come
thick and fast are a thin bar, which leaves out the other marks.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from voicecoach.outputs.picture.markup import element, number
from voicecoach.outputs.picture.rows import Row
from voicecoach.timeline import Event

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
_WEIGHTIEST_FIRST = ("start", "finish", "round", "end", "switch", "sound", "halfway")
_BEATS = ("tick", "metronome")
_LINE = ("m-.7 -4h1.4v8h-1.4z", 1.4)
# Beats nearer than this are drawn as one bar, this high.
_DENSE = 3.0
_BAR_HEIGHT = 2.0
# Between a beat and the mark of another tone.
_CLEAR = 1.5

# The left and right end of a mark.
Extent = tuple[float, float]


def tones(events: Sequence[Event], row: Row, y: float) -> Iterator[str]:
    """Yield the marks of a row's tones around the line `y`, from left to right, above the bars."""
    places: dict[str, list[float]] = defaultdict(list)
    for event in events:
        if event.kind == "tone" and row.holds(event.start_ms):
            places[event.role].append(row.x(event.start_ms))
    taken: list[Extent] = []
    marks: list[tuple[float, str]] = []
    for role in _WEIGHTIEST_FIRST:
        marks += _marks(role, places[role], y, taken)
    beats: list[Extent] = []
    for role in _BEATS:
        bars, lines = _beats(role, places[role], y, taken, beats)
        yield from bars
        marks += lines
    yield from (mark for _, mark in sorted(marks))


def tone_mark(role: str, x: float, y: float) -> str:
    """Return the mark of a tone at `x`, around the line `y`."""
    return _mark(_MARKS[role][0], x, y)


def _mark(shape: str, x: float, y: float) -> str:
    return element("path", class_="tone", d=f"M{number(x)} {number(y)}{shape}")


def _marks(
    role: str, places: Sequence[float], y: float, taken: list[Extent]
) -> Iterator[tuple[float, str]]:
    """Yield the marks of a role with their places, as far as there is room beside those `taken`."""
    for x in places:
        for shape, wide in (_MARKS[role], _LINE):
            extent = (x - wide / 2, x + wide / 2)
            if _is_free(extent, taken):
                insort(taken, extent)
                yield x, _mark(shape, x, y)
                break


def _beats(
    role: str, places: Sequence[float], y: float, taken: Sequence[Extent], beats: list[Extent]
) -> tuple[list[str], list[tuple[float, str]]]:
    """Return the bars of a role's dense beats, and the marks of the others.

    They keep clear of the marks `taken` and of `beats`, to which they are added.
    """
    shape, wide = _MARKS[role]
    free = [
        x
        for x in places
        if _is_free((x - wide / 2 - _CLEAR, x + wide / 2 + _CLEAR), taken)
        and _is_free((x - wide / 2, x + wide / 2), beats)
    ]
    bars: list[str] = []
    lines: list[tuple[float, str]] = []
    for run in _runs(free):
        left, right = run[0] - wide / 2, run[-1] + wide / 2
        insort(beats, (left, right))
        if len(run) == 1:
            lines.append((run[0], _mark(shape, run[0], y)))
        else:
            bars.append(_bar(left, right, y))
    return bars, lines


def _runs(places: Sequence[float]) -> list[list[float]]:
    """Return places in groups of which each is nearer than `_DENSE` to the one before.

    A mark is wider than that, so no group reaches across one.
    """
    runs: list[list[float]] = []
    for x in places:
        if runs and x - runs[-1][-1] < _DENSE:
            runs[-1].append(x)
        else:
            runs.append([x])
    return runs


def _bar(left: float, right: float, y: float) -> str:
    return element(
        "rect",
        class_="tone",
        x=left,
        y=y - _BAR_HEIGHT / 2,
        width=right - left,
        height=_BAR_HEIGHT,
    )


def _is_free(extent: Extent, taken: Sequence[Extent]) -> bool:
    """Return whether a stretch touches none of those `taken`, which are sorted and apart."""
    left, right = extent
    at = bisect_left(taken, (right,))
    return at == 0 or taken[at - 1][1] <= left
