"""The legend: what each shape and colour means, and how much of it there is."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial

from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture.band import outline
from voicecoach.outputs.picture.colours import SHAPES
from voicecoach.outputs.picture.efforts import Look, look
from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH
from voicecoach.outputs.picture.text import TextStyle, shorten, width
from voicecoach.outputs.picture.tones import ROLES, tone_mark
from voicecoach.phrases import Phrases
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock

WORDS = TextStyle(14)
# Draws a mark at the left end of a line of text.
Mark = Callable[[float, float], str]
_LINE = 24
_MARK_WIDTH = 19
_APART = 12
# Behind the efforts, there is room for the time.
_LONGEST_EFFORTS = 320


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
    """Return the words and marks for the kinds of phases, and for the efforts of work."""
    lengths_ms = Counter[Look]()
    efforts: dict[Look, list[str]] = defaultdict(list)
    for phase in timeline.phases:
        seen = look(phase, timeline.phrases)
        lengths_ms[seen] += phase.length_ms
        effort = None if seen == phase.kind else clean(phase.effort or "")
        if effort and effort not in efforts[seen]:
            efforts[seen].append(effort)
    words = timeline.phrases
    items: list[tuple[str, Mark]] = []
    for seen in SHAPES:
        if lengths_ms[seen]:
            shown = _efforts(words, efforts[seen]) if efforts[seen] else words.legend(seen)
            items.append((f"{shown} {whole_clock(lengths_ms[seen])}", partial(_block, seen)))
    return items


def _efforts(words: Phrases, efforts: list[str]) -> str:
    """Return what work of a level is called: the efforts that are drawn alike, up to its time."""
    listed = words.say("legend_efforts", work=words.legend("work"), efforts=", ".join(efforts))
    return shorten(listed, WORDS, _LONGEST_EFFORTS) + " ·"


def _lane_items(timeline: Timeline) -> list[tuple[str, Mark]]:
    """Return the words and marks for speech and tones."""
    spoken_ms = sum(event.length_ms for event in timeline.events if event.kind == "speech")
    heard = {event.role for event in timeline.events if event.kind == "tone"}
    words = timeline.phrases
    bar = [(f"{words.legend('speech')} {whole_clock(spoken_ms)}", _bar)] if spoken_ms else []
    return [*bar, *((words.tone(role), partial(_tone, role)) for role in ROLES if role in heard)]


def _block(seen: Look, x: float, y: float) -> str:
    return outline(SHAPES[seen], seen, x, 14, y + 1, 16)


def _bar(x: float, y: float) -> str:
    return element("rect", class_="speech", x=x, y=y - 8, width=14, height=6)


def _tone(role: str, x: float, y: float) -> str:
    return tone_mark(role, x + 7, y - 5)
