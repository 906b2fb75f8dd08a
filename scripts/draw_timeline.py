"""Draws a stretch of a programme as two SVGs, for a light and a dark page.

    voicecoach script routines/runners-lower-back.yaml --format json |
        python3 scripts/draw_timeline.py 42 80 docs/timeline

reads the timeline, and writes what is heard from second 42 to second 80 into
`docs/timeline-light.svg` and `docs/timeline-dark.svg`. Time runs from top to bottom, so that the
words can be read on a phone.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

WIDTH = 640
PX_A_SECOND = 20
TOP = 12
BAR = (84, 166)  # where the bars begin, and how wide they are
LABELS = 286
LINE_HEIGHT = 27
SIZE = 20
# A line of this many characters is as wide as the column of the words.
CHARACTERS = 34

NAMES = {"prepare": "get ready", "work": "work", "switch": "change sides", "rest": "rest"}


class Palette(NamedTuple):
    """The colours of a picture."""

    text: str
    faint: str
    tone: str
    on_bar: str
    bars: dict[str, str]


PALETTES = {
    "light": Palette(
        "#1f2328", "#59636e", "#a0430a", "#ffffff",
        {"work": "#1a7f37", "switch": "#8250df", "rest": "#57606a", "prepare": "#0969da"},
    ),
    "dark": Palette(
        "#e6edf3", "#9198a1", "#f0a35e", "#ffffff",
        {"work": "#238636", "switch": "#7d4fd1", "rest": "#57606a", "prepare": "#1f6feb"},
    ),
}  # fmt: skip


class Label(NamedTuple):
    """What is heard at a moment: the lines of a text, and whether it is a tone."""

    at_ms: int
    lines: list[str]
    tone: bool


def main() -> None:
    """Draw the timeline on standard input."""
    if len(sys.argv) != 4:
        sys.exit("usage: draw_timeline.py FROM_SECOND TO_SECOND FILE")
    from_ms, to_ms = (round(float(argument) * 1000) for argument in sys.argv[1:3])
    timeline = json.load(sys.stdin.buffer)
    for name, palette in PALETTES.items():
        picture = "\n".join(draw(timeline, from_ms, to_ms, palette)) + "\n"
        Path(f"{sys.argv[3]}-{name}.svg").write_text(picture, "utf-8")


def draw(timeline: Any, from_ms: int, to_ms: int, palette: Palette) -> Iterator[str]:
    """Yield the lines of the SVG."""

    def y(at_ms: int) -> float:
        return TOP + (min(max(at_ms, from_ms), to_ms) - from_ms) / 1000 * PX_A_SECOND

    height = round(y(to_ms)) + TOP
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" font-family="system-ui, -apple-system, sans-serif"'
        f' font-size="{SIZE}" role="img">'
    )
    yield f"<title>{escape(timeline['title'])}, {_clock(from_ms)} to {_clock(to_ms)}</title>"
    for phase in timeline["phases"]:
        start_ms, end_ms = phase["start_ms"], phase["start_ms"] + phase["length_ms"]
        if start_ms < to_ms and end_ms > from_ms:
            yield from _bar(phase, y(start_ms), y(end_ms), start_ms >= from_ms, palette)
    label_y = -LINE_HEIGHT
    for label in _labels(timeline["events"], from_ms, to_ms):
        at_y = round(y(label.at_ms))
        label_y = max(at_y, label_y)
        x = BAR[0] + BAR[1]
        colour = palette.tone if label.tone else palette.text
        yield (
            f'<path d="M{x} {at_y}h12L{LABELS - 10} {label_y}" fill="none"'
            f' stroke="{palette.faint}"/>'
        )
        for line in label.lines:
            yield f'<text x="{LABELS}" y="{label_y + 7}" fill="{colour}">{escape(line)}</text>'
            label_y += LINE_HEIGHT
    yield "</svg>"


def _bar(
    phase: Any, top: float, bottom: float, shows_start: bool, palette: Palette
) -> Iterator[str]:
    x, width = BAR
    colour = palette.bars.get(phase["kind"], palette.faint)
    yield (
        f'<rect x="{x}" y="{top:g}" width="{width}" height="{bottom - top - 2:g}" rx="4"'
        f' fill="{colour}"/>'
    )
    if shows_start:
        yield (
            f'<text x="{x - 12}" y="{top + 15:g}" fill="{palette.faint}" text-anchor="end">'
            f"{_clock(phase['start_ms'])}</text>"
        )
    lines = [NAMES.get(phase["kind"], phase["kind"])]
    if shows_start:
        lines.append(f"{phase['length_ms'] / 1000:g} s")
    if phase["kind"] == "work" and phase["side"]:
        lines = [phase["name"], phase["side"], *lines[1:]]
    for number, line in enumerate(lines):
        y = top + 26 + number * LINE_HEIGHT
        yield f'<text x="{x + 12}" y="{y:g}" fill="{palette.on_bar}">{escape(line)}</text>'


def _labels(events: Any, from_ms: int, to_ms: int) -> Iterator[Label]:
    """Yield what is heard; the numbers of a countdown are one label."""
    counting: list[str] = []
    start_ms = 0
    for event in events:
        if not from_ms <= event["start_ms"] < to_ms:
            continue
        if event["role"] == "countdown":
            start_ms = start_ms if counting else event["start_ms"]
            counting.append(event["text"])
            if event["text"] == "1":
                yield Label(start_ms, [f"“{', '.join(counting)}”"], False)
                counting = []
        elif event["kind"] == "tone":
            yield Label(event["start_ms"], [f"♪ {event['role']}"], True)
        else:
            yield Label(event["start_ms"], list(_wrapped(f"“{event['text']}”")), False)


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > CHARACTERS:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _clock(at_ms: int) -> str:
    return f"{at_ms // 60_000}:{at_ms % 60_000 / 1000:04.1f}"


if __name__ == "__main__":
    main()
