"""Outputs: what is made of a timeline, one module per output.

Modules with the names of `TextModule` can be printed, those with the names of `OutputModule` can be
written by a build beside the sound.
"""

import importlib
from collections.abc import Callable
from typing import Protocol, cast

from msgspec import Struct

from voicecoach.timeline import Timeline


class Finished(Struct, frozen=True):
    """A programme whose sound has been written; `sound_name` is its file, beside the output.

    `read_sound` returns the bytes of that file, `read_cover` the picture in it, PNG or JPEG, or
    None.
    """

    timeline: Timeline
    sound_name: str
    read_sound: Callable[[], bytes]
    read_cover: Callable[[], bytes | None]


class TextModule(Protocol):
    """The names of the module of an output that is a text."""

    def text(self, timeline: Timeline) -> str:
        """Return the text, which is whole as it is: it ends with the end of its last line."""


class OutputModule(Protocol):
    """The names of an output's module; `SUFFIX` is that of its file, such as `.lrc`."""

    SUFFIX: str

    def render(self, finished: Finished) -> bytes:
        """Return the file's content."""


def text_module(name: str) -> TextModule:
    """Return the module of an output that is a text."""
    return cast(TextModule, importlib.import_module(f"{__name__}.{name}"))


def output_module(name: str) -> OutputModule:
    """Return the module of an output."""
    return cast(OutputModule, importlib.import_module(f"{__name__}.{name}"))
