"""Routine: a routine file, checked and written out flat."""

from dataclasses import dataclass
from typing import Literal

from voicecoach.phases import Line, Phase
from voicecoach.problems import Span
from voicecoach.sounds import ToneSet
from voicecoach.voice import Voice


@dataclass(frozen=True, slots=True)
class Routine:
    """What a routine file says, at one level.

    `phases` are those of the workout; intro, caution and the closing are made from their own
    fields. `lines` is the text of the file, for messages that show a line.
    """

    file: str
    title: str
    span: Span
    language: str
    voice: Voice
    tones: ToneSet
    phases: tuple[Phase, ...]
    lines: tuple[str, ...] = ()
    author: str | None = None
    caution: Line | None = None
    intro: Literal["auto", "off"] | Line = "auto"
    outro: Literal["auto", "off"] | Line = "auto"
    fit: Literal["keep", "extend"] = "keep"

    @property
    def exact_ms(self) -> int:
        """The sum of the lengths that do not depend on how long something takes to say."""
        return sum(phase.length_ms or 0 for phase in self.phases)
