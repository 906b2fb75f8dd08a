"""The legend: what each shape and colour means, and how much of it there is."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from voicecoach import phrases
from voicecoach.outputs.picture.band import outline
from voicecoach.outputs.picture.colours import SHAPES
from voicecoach.outputs.picture.lanes import ROLES, tone_mark
from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH
from voicecoach.outputs.picture.text import TextStyle, width
from voicecoach.routine.phase import PhaseKind
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock

WORDS = TextStyle(14)
# Draws a mark at the left end of a line of text.
Mark = Callable[[float, float], str]
_LINE = 24
_MARK_WIDTH = 19
_APART = 12


def legend(timeline: Timeline, y: float) -> tuple[list[str], float]:
    """Return the legend from `y` downwards, and its height."""
    drawn: list[str] = []
    bottom = y
    for items in (_band_items(timeline), _lane_items(timeline)):
        x = float(MARGIN)
        bottom += _LINE if items else 0
        for words, mark in items:
            wide = _MARK_WIDTH + width(words, WORDS)
            if x + wide > MARGIN + ROW_WIDTH:
                x = float(MARGIN)
                bottom += _LINE
            drawn.append(mark(x, bottom - 8))
            drawn.append(label(words, x + _MARK_WIDTH, bottom - 8, WORDS, "ink"))
            x += wide + _APART
    return drawn, bottom - y


def _band_items(timeline: Timeline) -> list[tuple[str, Mark]]:
    """Return the words and marks for the kinds of phases."""
    lengths_ms = Counter[PhaseKind]()
    for phase in timeline.phases:
        lengths_ms[phase.kind] += phase.length_ms
    words = phrases.load(timeline.language)
    return [
        (f"{words.legend(kind)} {whole_clock(lengths_ms[kind])}", partial(_block, kind))
        for kind in SHAPES
        if lengths_ms[kind]
    ]


def _lane_items(timeline: Timeline) -> list[tuple[str, Mark]]:
    """Return the words and marks for speech and tones."""
    spoken_ms = sum(event.length_ms for event in timeline.events if event.kind == "speech")
    heard = {event.role for event in timeline.events if event.kind == "tone"}
    words = phrases.load(timeline.language)
    bar = [(f"{words.legend('speech')} {whole_clock(spoken_ms)}", _bar)] if spoken_ms else []
    return [*bar, *((words.tone(role), partial(_tone, role)) for role in ROLES if role in heard)]


def _block(kind: PhaseKind, x: float, y: float) -> str:
    return outline(SHAPES[kind], kind, x, 14, y + 1, 16)


def _bar(x: float, y: float) -> str:
    return element("rect", class_="speech", x=x, y=y - 8, width=14, height=6)


def _tone(role: str, x: float, y: float) -> str:
    return tone_mark(role, x + 7, y - 5)[0]
