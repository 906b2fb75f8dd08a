"""Efforts: how strenuous the author says that work is, as one of three levels."""

import re
from typing import get_args

from voicecoach.phrases import EffortLevel, Phrases, english
from voicecoach.routine.phase import PhaseKind
from voicecoach.timeline import TimedPhase

LEVELS: tuple[EffortLevel, ...] = get_args(EffortLevel)
# The look of a block: a kind of phase, or a level of work.
Look = PhaseKind | EffortLevel

# Of a range, `6-7`, the first number counts. What has a colon before it is a time: `2:00/500m`.
_NUMBER = r"\d+(?:[.,]\d+)?"
_AMOUNT = rf"(?<![\d:])(?P<amount>{_NUMBER})(?:\s*[-–]\s*{_NUMBER})?"
# Numbers that need no most beside them, and what it is: heart rate zones, the scale of exertion.
_SCALES = {
    re.compile(rf"{_AMOUNT}\s*%"): 100,
    re.compile(rf"zones?\s*{_AMOUNT}", re.IGNORECASE): 5,
    re.compile(rf"\bRPE:?\s*(?P<amount>{_NUMBER})", re.IGNORECASE): 10,
    re.compile(rf"{_AMOUNT}\s*RPE\b", re.IGNORECASE): 10,
    re.compile(rf"^\s*{_AMOUNT}\s*$"): 10,
}
# What a percentage is of: the "max" of `60 % of max` tells no level.
_WHOLE = re.compile(r"%[^,;.()]*")
# The greatest share of the most that is still easy, and moderate.
_EASY = 0.4
_MODERATE = 0.7


def look(phase: TimedPhase, words: Phrases) -> Look:
    """Return the look of a phase: its kind, or for work with an effort the level of that."""
    if phase.kind != "work" or phase.effort is None:
        return phase.kind
    return effort_level(phase.effort, words) or phase.kind


def effort_level(effort: str, words: Phrases) -> EffortLevel | None:
    """Return the level of an effort in the routine's words or English, or as a number, or None.

    Words come first, as a number beside them may be of anything: `easy, 130 bpm`. Numbers are
    `7 of 10`, `3/5`, `80 %`, `zone 2` (of 5), `RPE 6` (of 10) or the whole text (of 10).
    """
    return (
        _of_words(effort, words)
        or _of_words(effort, english())
        or _of_number(effort, {*words.effort_of, *english().effort_of})
    )


def _of_words(effort: str, words: Phrases) -> EffortLevel | None:
    """Return the level of the first word that is known."""
    levels = words.effort_levels()
    told = re.findall(r"[^\W\d_]+", _WHOLE.sub(" ", effort).casefold())
    return next((levels[word] for word in told if word in levels), None)


def _of_number(effort: str, of: set[str]) -> EffortLevel | None:
    share = re.search(
        rf"{_AMOUNT}\s*(?:/|{'|'.join(map(re.escape, of))})\s*(?P<most>\d+)\b",
        effort,
        re.IGNORECASE,
    )
    if share is not None:
        return _of_share(share["amount"], float(share["most"]))
    found = ((scale.search(effort), most) for scale, most in _SCALES.items())
    return next((_of_share(match["amount"], most) for match, most in found if match), None)


def _of_share(amount: str, most: float) -> EffortLevel:
    share = float(amount.replace(",", ".")) / max(most, 1)
    if share <= _EASY:
        return "easy"
    return "moderate" if share <= _MODERATE else "hard"
