"""Alternating: two things in turn, so many times, on one line: `5 x (3 min hard, 2 min easy)`."""

import re

from voicecoach.importing.plain_text.exercises import exercise_in, is_span
from voicecoach.importing.steps import Part, Repeat, Rest, Step, Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import is_rest_word

_TIMES = re.compile(
    r"(?:(?P<name>[^\W\d][^\d:]*):\s*)?(?P<times>\d{1,3})\s*[x×*]\s*\(?(?P<parts>[^()]+)\)?"
)
_JOINT = re.compile(r"\s*[/,;+&]\s*|\s+(?:then|and|with)\s+", re.IGNORECASE)
_PARTS = 2


def alternating_in(text: str, line: int, lexicon: Lexicon) -> Part | None:
    """Return the repeat that a line is, None where it is none: each part has a time and a name."""
    found = _TIMES.fullmatch(text.rstrip(". "))
    if found is None or not int(found["times"]):
        return None
    told = [exercise_in(part, lexicon) for part in _JOINT.split(found["parts"].strip())]
    if len(told) != _PARTS or not all(each.facts.doses and is_span(each.facts) for each in told):
        return None
    parts: list[Part] = []
    for each in told:
        (dose,) = each.facts.doses
        assert isinstance(dose, Time)
        name = each.name or found["name"]
        if name and is_rest_word(name, lexicon):
            parts.append(Rest(Time(dose.length_ms), line))
        elif name:
            parts.append(Step(name, dose, line, effort=each.manner.effort))
        else:
            return None
    return Repeat(int(found["times"]), tuple(parts), line)
