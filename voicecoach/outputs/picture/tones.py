"""Tones as marks, one shape per role: a beginning points up, an end down."""

from collections.abc import Mapping
from types import MappingProxyType

from voicecoach.outputs.picture.markup import element, number

# Each is drawn around the time of its tone, as tall as a lower-case letter.
_SHAPES: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "start": ("m-4.5 5h9l-4.5 -10z", 9),
        "end": ("m-4.5 -5h9l-4.5 10z", 9),
        "switch": ("m-5 0l5 -5l5 5l-5 5z", 10),
        "halfway": ("m-3.5 -5h2.4v10h-2.4zm4.6 0h2.4v10h-2.4z", 7),
        "tick": ("m-.7 -4h1.4v8h-1.4z", 1.4),
        "metronome": ("m-.7 -1.5h1.4v3h-1.4z", 1.4),
        "sound": ("m0 -5a5 5 0 1 1 -.01 0z", 10),
        "finish": ("m-5.5 5v-4h3v4zm4 0v-7h3v7zm4 0v-10h3v10z", 11),
    }
)
ROLES = tuple(_SHAPES)


def tone_mark(role: str, x: float, y: float, free: float = 0) -> tuple[str, float]:
    """Return the mark of a tone at `x`, around the line `y`, and where it ends.

    If earlier marks, which end at `free`, leave no room, it is a line; if that would overlap them,
    too, it is left out.
    """
    shape, wide = _SHAPES[role]
    if x - wide / 2 < free:
        shape, wide = _SHAPES["tick"]
    if x - wide / 2 < free:
        return "", free
    return element("path", class_="tone", d=f"M{number(x)} {number(y)}{shape}"), x + wide / 2
