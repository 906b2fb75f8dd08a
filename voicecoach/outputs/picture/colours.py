"""The colours of the pictures, and the shapes that tell the phases apart without colour.

The hues are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which colour-blind people
can tell apart, made darker or lighter for a contrast with the page of 3:1, for texts of 4.5:1 (WCAG
2.2, 1.4.3 and 1.4.11).
"""

from collections.abc import Mapping
from typing import NamedTuple

from voicecoach.outputs.picture.efforts import Look

Palette = Mapping[str, str]


class Shape(NamedTuple):
    """A phase in the band: its height at the beginning and at the end; that of work is 1."""

    begins: float
    ends: float


SHAPES: Mapping[Look, Shape] = {
    "work": Shape(1, 1),
    "easy": Shape(0.62, 0.62),
    "moderate": Shape(0.8, 0.8),
    "hard": Shape(1, 1),
    "prepare": Shape(0.16, 0.58),
    "switch": Shape(0.5, 0.5),
    "rest": Shape(0.3, 0.3),
    "pause": Shape(0.22, 0.22),
    "say": Shape(0.12, 0.12),
    "sound": Shape(0.4, 0.4),
}

# For a light page and for a dark one.
_COLOURS = {
    "page": ("#ffffff", "#14181d"),
    "ink": ("#1b2026", "#edf0f3"),
    "faint": ("#57606b", "#a3adb8"),
    "line": ("#d9dee4", "#363e48"),
    "on-work": ("#ffffff", "#0a1a26"),
    "on-easy": ("#0a1a26", "#ffffff"),
    "on-moderate": ("#ffffff", "#0a1a26"),
    "on-hard": ("#ffffff", "#0a1a26"),
    # Work without an effort, and with one: the harder, the further from the page.
    "work": ("#0068a8", "#5bb5ec"),
    "easy": ("#3a93cf", "#2a7ab0"),
    "moderate": ("#0068a8", "#5bb5ec"),
    "hard": ("#003f73", "#b4e0fb"),
    "prepare": ("#cf7d00", "#eda63a"),
    "switch": ("#b3568d", "#dd8fbd"),
    "rest": ("#00936b", "#2fb992"),
    "pause": ("#57606b", "#a3adb8"),
    "say": ("#7c8793", "#838f9b"),
    "sound": ("#7c8793", "#838f9b"),
    "speech": ("#57606b", "#a3adb8"),
    "tone": ("#c24a00", "#ff9350"),
}
LIGHT: Palette = {look: light for look, (light, _) in _COLOURS.items()}
DARK: Palette = {look: dark for look, (_, dark) in _COLOURS.items()}
