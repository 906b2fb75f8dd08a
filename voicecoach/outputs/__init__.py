"""Outputs: what is made of a timeline, one module an output.

Those that a build can write beside the sound are modules with the names of `BesideSound`, called as
their options: `lrc.py` is written by `--lrc`.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from voicecoach.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Finished:
    """A programme whose sound is written, and will stand beside the output as `sound_name`.

    `read_sound` returns the bytes of the sound's file.
    """

    timeline: Timeline
    sound_name: str
    read_sound: Callable[[], bytes]


class BesideSound(Protocol):
    """What the module of an output beside the sound offers; `SUFFIX` is its file's, as `.lrc`."""

    SUFFIX: str

    def render(self, finished: Finished) -> bytes:
        """Return the file's content."""


def beside_sound(name: str) -> BesideSound:
    """Return the output of a name."""
    return cast(BesideSound, importlib.import_module(f"{__name__}.{name}"))
