"""Reads drawings: the elements of an SVG with their places, and the pixels of a PNG."""

import re
import subprocess
from typing import Any, NamedTuple
from xml.etree import ElementTree

import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

from voicecoach.outputs.picture.colours import SHAPES
from voicecoach.outputs.picture.text import TextStyle, width

_TO_PIXELS = "-v error -f png_pipe -i - -f rawvideo -pix_fmt rgb24 -"
_SVG = "{http://www.w3.org/2000/svg}"
Pixels = NDArray[np.uint8]


class Box(NamedTuple):
    """A text or a block: what it says or is, its edges, and its baseline or foot."""

    what: str
    left: float
    right: float
    y: float
    height: float


class Drawing:
    """The elements of a picture."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def elements(self, name: str) -> list[Any]:
        """Return the elements of a name, in order."""
        return list(self.root.iter(_SVG + name))

    def texts(self) -> list[Box]:
        """Return the texts; how wide they are is what the program reckons with."""
        found = []
        for element in self.elements("text"):
            text = "".join(element.itertext())
            style = TextStyle(float(element.get("font-size")), "b" in element.get("class").split())
            wide = width(text, style)
            left = float(element.get("x")) - wide * _SHIFTS[element.get("text-anchor")]
            found.append(Box(text, left, left + wide, float(element.get("y")), style.size))
        return found

    def rows(self) -> list[list[Box]]:
        """Return the blocks of each row of the band, by the line that they stand on."""
        lines: dict[float, list[Box]] = {}
        for element in self.root.iter():
            kind = element.get("class", "")
            if kind in SHAPES:
                box = _block(kind, element)
                lines.setdefault(round(box.y, 1), []).append(box)
        axes = len(self.paths("line-stroke"))
        return [lines[y] for y in sorted(lines)[-axes:]]

    def paths(self, look: str) -> list[str]:
        """Return how the paths of a class run."""
        return [path.get("d") for path in self.elements("path") if path.get("class") == look]


_SHIFTS = {None: 0.0, "middle": 0.5, "end": 1.0}


def _block(kind: str, element: Any) -> Box:
    if element.tag == f"{_SVG}rect":
        x, y, wide, height = (float(element.get(key)) for key in ("x", "y", "width", "height"))
        return Box(kind, x, x + wide, y + height, height)
    left, bottom, _, right, top = map(float, re.findall(r"-?[\d.]+", element.get("d"))[:5])
    return Box(kind, left, right, bottom, bottom - top)


def pixels(png: bytes) -> Pixels:
    """Return the pixels of a PNG, as ffmpeg decodes it: rows, columns, red, green and blue."""
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    decoded = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), *_TO_PIXELS.split()],
        input=png,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return np.frombuffer(decoded, np.uint8).reshape(high, wide, 3)


def colour(code: str) -> tuple[int, ...]:
    """Return `#rrggbb` as numbers."""
    return tuple(bytes.fromhex(code[1:]))


def chunks(png: bytes) -> list[str]:
    """Return the names of the chunks of a PNG (RFC 2083)."""
    names, at = [], 8
    while at < len(png):
        names.append(png[at + 4 : at + 8].decode())
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    return names
