"""Efforts: how strenuous the author says that work is, as one of three levels."""

import re
from typing import Literal, get_args

from voicecoach import phrases
from voicecoach.routine.phase import PhaseKind
from voicecoach.timeline import TimedPhase

EffortLevel = Literal["easy", "moderate", "hard"]
LEVELS: tuple[EffortLevel, ...] = get_args(EffortLevel)
# The look of a block: a kind of phase, or a level of work.
Look = PhaseKind | EffortLevel

_ENGLISH = "en"
# `7 of 10`, `3/5`, `RPE 6-7`, `80 %`: of a range the first number counts.
_AMOUNT = re.compile(
    r"(?P<amount>\d{1,6})(?:\s*[-–]\s*\d+)?"
    r"(?:\s*(?P<percent>%)|(?:\s*/\s*|(?:\s[^\W\d]+){1,2}\s)(?P<most>\d{1,6}))?"
)
# What a number by itself is out of: heart rate zones, and the usual scale of exertion.
_ZONE = re.compile(r"\bzone\b", re.IGNORECASE)
_ZONES = 5
_SCALE = 10
# The greatest share of the most that is still easy, and moderate.
_EASY = 0.4
_MODERATE = 0.7


def look(phase: TimedPhase, language: str) -> Look:
    """Return the look of a phase: its kind, or for work with an effort the level of that."""
    if phase.kind != "work" or phase.effort is None:
        return phase.kind
    return effort_level(phase.effort, language) or phase.kind


def effort_level(effort: str, language: str) -> EffortLevel | None:
    """Return the level of an effort in words of the language or English, or as a number, or None.

    Numbers are `7 of 10`, `3/5`, `80 %`, `zone 2` (of 5) or by themselves (of 10).
    """
    return _of_number(effort) or _of_words(effort, language) or _of_words(effort, _ENGLISH)


def _of_number(effort: str) -> EffortLevel | None:
    found = _AMOUNT.search(effort)
    if found is None:
        return None
    if found["percent"]:
        most = 100
    else:
        most = int(found["most"] or (_ZONES if _ZONE.search(effort) else _SCALE))
    share = int(found["amount"]) / max(most, 1)
    if share <= _EASY:
        return "easy"
    return "moderate" if share <= _MODERATE else "hard"


def _of_words(effort: str, language: str) -> EffortLevel | None:
    """Return the level of the first word that is known."""
    levels = phrases.load(language).effort_levels()
    for word in re.findall(r"[^\W\d_]+", effort.casefold()):
        if word in levels:
            return next(level for level in LEVELS if level == levels[word])
    return None
