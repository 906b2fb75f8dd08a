"""Utterance: a line to be spoken, as the planner, the narrator and the mixer pass it on."""

from collections.abc import Callable

from msgspec import Struct

from voicecoach.routine.voice import Voice


class Utterance(Struct, frozen=True):
    """A line and who speaks it: `role` says what for.

    `text` is the line as it is written, `spoken` as it is read aloud: words, digits and
    punctuation, or empty where there is nothing to be spoken.
    """

    role: str
    text: str
    spoken: str
    voice: Voice


# How long an utterance takes, in ms.
Measure = Callable[[Utterance], int]
# Who speaks a line, given its role, how it is written and how it is read aloud.
CastVoice = Callable[[str, str, str], Voice]
