"""Labels: what stands before a colon, and says what the number behind it counts: `Reps: 10`."""

import re
from functools import lru_cache

from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.lexicon import Lexicon

_NUMBER = r"(\d{1,4}(?:\s*[-–]\s*\d{1,4})?)"


def without_labels(text: str, lexicon: Lexicon) -> str:
    """Return a text with labels as the short form reads them: `10 reps`, `5 seconds hold`.

    The number of an exercise, as in `Exercise 1: Squat`, is left out.
    """
    text = _numbered(lexicon.tag).sub("", text)
    text = _bare(lexicon.tag).sub(r"\1: \2, \3: \4, ", text)
    text = _apart(lexicon.tag).sub(r"\1, ", text)
    for meaning in ("set", "rep"):
        text = _counted(lexicon.tag, meaning).sub(rf"\1 {lexicon.usual[meaning]}", text)
    text = _held(lexicon.tag).sub(rf"\1 {lexicon.usual['hold']}", text)
    text = _rested(lexicon.tag).sub(r"\1 ", text)
    return _timed(lexicon.tag).sub("", text)


@lru_cache(maxsize=64)
def _numbered(tag: str) -> re.Pattern[str]:
    exercise = Words(tag).any("exercise")
    return re.compile(
        rf"^(?:{exercise})\s*(?:#|nr\.?|no\.?|n°)?\s*\d{{1,2}}\s*[:.–)-]\s*(?=\S)", re.I
    )


@lru_cache(maxsize=64)
def _bare(tag: str) -> re.Pattern[str]:
    """Return the pattern of `Sets 3 Reps 10`, in which no colon stands behind a label."""
    words = Words(tag)
    sets, reps = (rf"({words.any(each)})\s*[:=]?\s*{_NUMBER}" for each in ("set", "rep"))
    behind = r"(?![\w:/-])[\s,;|]*"
    return re.compile(rf"(?<!\w)(?<!\d ){sets}[\s,;|/]+{reps}{behind}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _apart(tag: str) -> re.Pattern[str]:
    """Return the pattern of an amount with a label, right before the next label."""
    words = Words(tag)
    label = rf"(?:{words.any('set', 'rep', 'hold', 'rest', 'column_time')})"
    unit = rf"(?:\s*(?:{words.any('second', 'minute')})\.?)?"
    return re.compile(rf"((?<!\w){label}\s*:\s*{_NUMBER}{unit})\s+(?={label}\s*:)", re.I)


@lru_cache(maxsize=128)
def _counted(tag: str, meaning: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{Words(tag).any(meaning)})\s*:\s*{_NUMBER}(?!\s*[\w:])", re.I)


@lru_cache(maxsize=64)
def _held(tag: str) -> re.Pattern[str]:
    words = Words(tag)
    unit = words.any("second", "minute")
    label = rf"(?:^|(?<=[,;|]\s))(?:{words.any('hold')})"
    return re.compile(rf"{label}\s*:\s*({_NUMBER}\s*(?:{unit}))(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _rested(tag: str) -> re.Pattern[str]:
    """Return the pattern of the colon behind a rest, which parts no name from its dose."""
    return re.compile(rf"(?<!\w)({Words(tag).any('rest')})\s*:\s+(?=\d)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _timed(tag: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{Words(tag).any('column_time')})\s*:\s*(?=\d)", re.IGNORECASE)
