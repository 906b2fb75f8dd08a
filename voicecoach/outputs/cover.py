"""The cover: title, length and the programme's band, as a square picture for music libraries.

The band is the whole programme, from the left edge to the right. The background is one of a few
dark colours, chosen by the title, so that the covers of different routines differ at a glance.
"""

import zlib
from bisect import bisect_right

from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture.band import block
from voicecoach.outputs.picture.colours import DARK, SHAPES
from voicecoach.outputs.picture.efforts import look
from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.raster import png
from voicecoach.outputs.picture.text import TextStyle, shorten, width, wrap
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock

PIXELS = 720
# In units of the drawing, which is 1000 wide and high.
_SIDE = 1000
_MARGIN = 70
_ROOM = _SIDE - 2 * _MARGIN
_BAND_HEIGHT = 330
_MOST_BLOCKS = 250
_TITLE_TOP = 215
_TITLE_HEIGHT = 400
_LENGTH = TextStyle(120, bold=True)
_TITLE_SIZES = (150, 132, 116, 102, 90, 79, 70)
_LINE = 1.12

_BACKGROUNDS = (
    "#12325a",
    "#0b4149",
    "#43215a",
    "#1b4a2c",
    "#5a1f33",
    "#2b343f",
    "#2a2d70",
    "#533518",
)


def cover(timeline: Timeline) -> bytes:
    """Return the cover of a programme as a PNG of 720 × 720 pixels, well below 500 kB."""
    return rendered(drawing(timeline))


def rendered(svg: str) -> bytes:
    """Return the drawing of a cover as its picture."""
    return png(svg, PIXELS)


def drawing(timeline: Timeline) -> str:
    """Return the cover as an SVG."""
    title = clean(timeline.title)
    background = _BACKGROUNDS[zlib.crc32(title.encode()) % len(_BACKGROUNDS)]
    parts = [
        element("style", _style(background)),
        element("rect", class_="ground", width=_SIDE, height=_SIDE),
        label(whole_clock(timeline.duration_ms), _MARGIN, 165, _LENGTH, "length"),
        *_title(title),
        *_band(timeline),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">'
    return "\n".join([head, *parts, "</svg>"])


def _style(background: str) -> str:
    looks = {**DARK, "ground": background, "length": DARK["prepare"]}
    rules = ["text{font-family:Roboto}.b{font-weight:bold}rect{shape-rendering:crispEdges}"]
    return "".join([*rules, *(f".{name}{{fill:{colour}}}" for name, colour in looks.items())])


def _title(title: str) -> list[str]:
    """Return the lines of the title, as large as fits."""
    style, lines = _typeset(title)
    return [
        label(line, _MARGIN, _TITLE_TOP + style.size * (0.85 + number * _LINE), style, "ink")
        for number, line in enumerate(lines)
    ]


def _typeset(title: str) -> tuple[TextStyle, list[str]]:
    """Return the style and the lines of a title; one that is too long ends in an ellipsis."""
    longest = max(title.split(), key=len, default="")
    for size in _TITLE_SIZES:
        style = TextStyle(size, bold=True)
        lines = wrap(title, style, _ROOM)
        if len(lines) * size * _LINE <= _TITLE_HEIGHT and width(longest, style) <= _ROOM:
            return style, lines
    most = int(_TITLE_HEIGHT / (style.size * _LINE))
    if len(lines) > most:
        lines[most - 1 :] = [shorten(" ".join(lines[most - 1 :]), style, _ROOM)]
    return style, lines


def _band(timeline: Timeline) -> list[str]:
    """Return the blocks of the band; more than can be seen are thinned out to a few hundred."""
    starts_ms: list[float] = [phase.start_ms for phase in timeline.phases]
    shown_ms = starts_ms
    if len(starts_ms) > _MOST_BLOCKS:
        step_ms = timeline.duration_ms / _MOST_BLOCKS
        shown_ms = [number * step_ms for number in range(_MOST_BLOCKS)]
    phases = [timeline.phases[bisect_right(starts_ms, at) - 1] for at in shown_ms]
    looks = [look(phase, timeline.phrases) for phase in phases]
    bounds = [at / timeline.duration_ms for at in shown_ms]
    return [
        block(seen, SHAPES[seen], left * _SIDE, right * _SIDE, _SIDE, _BAND_HEIGHT)
        for seen, left, right in zip(looks, bounds, [*bounds, 1][1:], strict=True)
    ]
