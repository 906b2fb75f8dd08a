"""Announced: whether a text says more than the announcement of its step does already.

Name, length and effort are announced. A text that says nothing else is not said a second time.
"""

import re

from voicecoach.importing.numbers import decimal
from voicecoach.importing.steps import Cue, Distance, Step, Time
from voicecoach.importing.texts import one_line
from voicecoach.units import MINUTE_MS, SECOND_MS, clock

_WORD = re.compile(r"\d+|[^\W\d_]+")
_NAMED = re.compile(
    r"(?P<number>\d+(?:\.\d+)?) (?P<unit>\w+)"
    r"(?:: ?(?P<name>\S.*)| (?P<short>(?:[\w-]+ ){0,2}[\w-]+)[.!]*)"
)
_FILLERS = {
    "a", "and", "at", "by", "for", "go", "going", "in", "is", "it", "next", "now", "of", "on",
    "start", "the", "this", "time", "to", "up", "with",
}  # fmt: skip
_UNITS = {
    "s": SECOND_MS, "sec": SECOND_MS, "secs": SECOND_MS, "second": SECOND_MS, "seconds": SECOND_MS,
    "m": MINUTE_MS, "min": MINUTE_MS, "mins": MINUTE_MS, "minute": MINUTE_MS, "minutes": MINUTE_MS,
}  # fmt: skip


def cues_to_say(step: Step) -> tuple[list[Cue], list[str]]:
    """Return the cues of a step that say more, and what is doubtful about the others that do."""
    length_ms = step.dose.length_ms if isinstance(step.dose, Time | Distance) else None
    cues: list[Cue] = []
    doubts: list[str] = []
    for cue in step.cues:
        text = one_line(cue.text)
        if not text or not _says_more(text, step):
            continue
        if length_ms is not None and not 0 <= cue.at_ms < length_ms:
            doubts.append(f"“{text}” at {clock(cue.at_ms)} lies beyond the end of the step")
        else:
            cues.append(cue)
    return cues, doubts


def _says_more(text: str, step: Step) -> bool:
    """Return whether a text in one line has words that the announcement of its step lacks."""
    words = _WORD.findall(text.lower())
    known = {*_FILLERS, *_words(step.name), *_words(step.effort or "")}
    if "".join(words) == "".join(_words(step.name)):
        return False
    rest: list[str] = []
    at = 0
    while at < len(words):
        if _is_length(words[at : at + 2], step):
            at += 2
        else:
            rest.append(words[at])
            at += 1
    joined = "".join(_words(step.name))
    return any(word not in known and word != joined for word in rest)


def name_in(text: str, step: Step) -> str | None:
    """Return the name in a text such as `15 seconds VO2 Max.` that begins with a step's length.

    It has no more than three words, or stands behind a colon; None where there is no such name.
    """
    found = _NAMED.fullmatch(text)
    if found is None or not isinstance(step.dose, Time):
        return None
    number, unit_ms = decimal(found["number"]), _UNITS.get(found["unit"].lower(), 0)
    if number is None or number * unit_ms != step.dose.length_ms:
        return None
    name: str = found["name"] or found["short"]
    return name if found["name"] else name[0].upper() + name[1:]


def _is_length(words: list[str], step: Step) -> bool:
    """Return whether two words say how long a step lasts."""
    if len(words) != 2 or not words[0].isdecimal() or not isinstance(step.dose, Time):
        return False
    return int(words[0][:9]) * _UNITS.get(words[1], 0) == step.dose.length_ms


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
