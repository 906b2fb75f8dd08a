"""The band: each phase as a block from its start to its end, the more strenuous the higher."""

from collections.abc import Iterator

from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture.colours import SHAPES, Shape
from voicecoach.outputs.picture.efforts import Look, look
from voicecoach.outputs.picture.markup import element, label, number
from voicecoach.outputs.picture.rows import Row
from voicecoach.outputs.picture.text import TextStyle, width
from voicecoach.phrases import Phrases
from voicecoach.timeline import TimedPhase, Timeline
from voicecoach.units import SECOND_MS, whole_clock

BAND_HEIGHT = 46
LENGTHS = TextStyle(14)
_PADDING = 4
# Between blocks that are wide enough.
_GAP = 1.2
_NARROWEST_WITH_GAP = 4


def band(timeline: Timeline, row: Row, y: float) -> Iterator[str]:
    """Yield the blocks of a row, with their sides and lengths in or above them."""
    words = timeline.phrases
    for phase in timeline.phases:
        if row.touches(phase.start_ms, phase.end_ms):
            left, right = row.x(phase.start_ms), row.x(phase.end_ms)
            seen = look(phase, timeline.phrases)
            shape = _visible_shape(phase, seen, row)
            yield block(seen, shape, left, right, y + BAND_HEIGHT, BAND_HEIGHT)
            yield from _labels(phase, seen, words, left, right, y)


def _visible_shape(phase: TimedPhase, seen: Look, row: Row) -> Shape:
    """Return the shape of the part of a phase that is in a row."""
    shape = SHAPES[seen]
    start_ms, end_ms = max(phase.start_ms, row.start_ms), min(phase.end_ms, row.end_ms)
    rise = (shape.ends - shape.begins) / phase.length_ms
    begins = shape.begins + rise * (start_ms - phase.start_ms)
    return Shape(begins, begins + rise * (end_ms - start_ms))


def block(seen: Look, shape: Shape, left: float, right: float, bottom: float, height: float) -> str:
    """Return a phase as a block on the line `bottom`; `height` is that of work."""
    room = right - left
    wide = room - _GAP if room > _NARROWEST_WITH_GAP else max(room, 0.1)
    return outline(shape, seen, left, wide, bottom, height)


def outline(
    shape: Shape, seen: Look, left: float, wide: float, bottom: float, height: float
) -> str:
    """Return a shape: a rectangle, or a ramp where it ends higher than it begins."""
    top = height * shape.ends
    if shape.begins == shape.ends:
        return element("rect", class_=seen, x=left, y=bottom - top, width=wide, height=top)
    corners = f"M{number(left)} {number(bottom)}v{number(-height * shape.begins)}"
    corners += f"L{number(left + wide)} {number(bottom - top)}V{number(bottom)}z"
    return element("path", class_=seen, d=corners)


def _labels(
    phase: TimedPhase, seen: Look, words: Phrases, left: float, right: float, y: float
) -> Iterator[str]:
    middle, room = (left + right) / 2, right - left - 2 * _PADDING
    if phase.kind == "work":
        for text in _in_work(phase, words):
            if width(text, LENGTHS) <= room:
                centre = y + BAND_HEIGHT * (1 - SHAPES[seen].ends / 2)
                yield label(text, middle, centre + 6, LENGTHS, f"on-{seen}", "middle")
                return
    elif width(length(phase.length_ms, words), LENGTHS) <= room + _PADDING:
        yield label(length(phase.length_ms, words), middle, y + 16, LENGTHS, "faint", "middle")


def _in_work(phase: TimedPhase, words: Phrases) -> Iterator[str]:
    """Yield the texts that a block of work may show, the longest first."""
    dose = f"× {phase.reps}" if phase.dose == "reps" else length(phase.length_ms, words)
    if phase.distance is not None:
        yield words.say("paper_in", amount=phase.distance, time=dose)
    if phase.side:
        side = clean(words.side(phase.side))
        yield f"{side} · {dose}"
        yield side
    yield dose


def length(length_ms: int, words: Phrases) -> str:
    """Return a length in everyday form, in whole seconds: `18 s`, `1:30`."""
    seconds = round(length_ms / SECOND_MS)
    return f"{seconds} {words.second_sign}" if seconds < 60 else whole_clock(length_ms)
