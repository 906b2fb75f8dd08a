"""The colours of the pictures, and the shapes that tell the phases apart without colour.

The hues are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which colour-blind people
can tell apart, made darker or lighter for a contrast with the page of 3:1, for texts of 4.5:1 (WCAG
2.2, 1.4.3 and 1.4.11).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from voicecoach.routine.phase import PhaseKind

Palette = Mapping[str, str]


class Shape(NamedTuple):
    """A phase in the band: its height at the beginning and end (that of work is 1), its name."""

    begins: float
    ends: float
    name: str


SHAPES: Mapping[PhaseKind, Shape] = MappingProxyType(
    {
        "work": Shape(1, 1, "work"),
        "prepare": Shape(0.16, 0.58, "get ready"),
        "switch": Shape(0.5, 0.5, "change sides"),
        "rest": Shape(0.3, 0.3, "rest"),
        "pause": Shape(0.22, 0.22, "pause"),
        "say": Shape(0.12, 0.12, "talk"),
        "sound": Shape(0.4, 0.4, "sound"),
    }
)

LIGHT: Palette = MappingProxyType(
    {
        "page": "#ffffff",
        "ink": "#1b2026",
        "faint": "#57606b",
        "line": "#d9dee4",
        "on-work": "#ffffff",
        "work": "#0068a8",
        "prepare": "#cf7d00",
        "switch": "#b3568d",
        "rest": "#00936b",
        "pause": "#57606b",
        "say": "#7c8793",
        "sound": "#7c8793",
        "speech": "#57606b",
        "tone": "#c24a00",
    }
)
DARK: Palette = MappingProxyType(
    {
        "page": "#14181d",
        "ink": "#edf0f3",
        "faint": "#a3adb8",
        "line": "#363e48",
        "on-work": "#0a1a26",
        "work": "#5bb5ec",
        "prepare": "#eda63a",
        "switch": "#dd8fbd",
        "rest": "#2fb992",
        "pause": "#a3adb8",
        "say": "#838f9b",
        "sound": "#838f9b",
        "speech": "#a3adb8",
        "tone": "#ff9350",
    }
)
