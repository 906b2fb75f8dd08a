"""In turn: a text that tells of several times after one another, as plans for runners do.

`Begin with a 5-minute walk, then alternate 1 minute of running and 2 minutes of walking for a total
of 21 minutes.`
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, field

from voicecoach.importing.plain_text.common import intervals_in
from voicecoach.importing.plain_text.exercises import exercise_in, is_span, rest_in
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.sentences import sentences
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Part, Remark, Repeat, Rest, Step, Time
from voicecoach.importing.tree import flat
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.units import clock

_MOST_NAME_WORDS = 4
_PAIR = 2


class _Telling(Struct):
    """What has been read so far: `turns` holds the two spans that alternate."""

    line: int
    parts: list[Part] = field(default_factory=list)
    turns: list[Step | Rest] | None = None

    def add(self, span: Step | Rest) -> None:
        if self.turns is not None and len(self.turns) < _PAIR:
            self.turns.append(span)
        else:
            self.parts.append(span)

    def end_turns(self, total_ms: int | None) -> None:
        """Repeat the spans that alternate for as long as is said, the nearest number of times."""
        if self.turns is None:
            return
        once_ms = sum(turn.dose.length_ms for turn in self.turns if isinstance(turn.dose, Time))
        times = 1 if total_ms is None else max(1, (total_ms + once_ms // 2) // once_ms)
        if total_ms is None:
            self.parts.append(Remark("how often they alternate is not said", self.line))
        elif times * once_ms != total_ms:
            told = f"{times} times take {clock(times * once_ms)}, and {clock(total_ms)} are said"
            self.parts.append(Remark(told, self.line))
        self.parts.append(Repeat(times, tuple(self.turns), self.line))
        self.turns = None


def spans_in(text: str, line: int, lexicon: Lexicon) -> Sequence[Part] | None:
    """Return what is done after one another, None unless a text is made of such times.

    Each time has a name. What stands beside them becomes remarks.
    """
    if not exercise_in(text, lexicon).facts.doubts or intervals_in(text, lexicon) is not None:
        return None
    telling = _Telling(line)
    for sentence in sentences(text):
        for piece in _joint(lexicon.tag).split(sentence.rstrip(". ")):
            if not _add_piece(telling, piece.strip(), lexicon):
                return None
    if telling.turns is not None and len(telling.turns) < _PAIR:
        return None
    telling.end_turns(None)
    spans = [part for part in flat(telling.parts) if isinstance(part, Step | Rest)]
    return telling.parts if len(spans) >= _PAIR else None


def _add_piece(telling: _Telling, piece: str, lexicon: Lexicon) -> bool:
    """Add what a part of a sentence says; return whether that can be read."""
    total = _total(lexicon.tag).match(piece)
    if total is not None:
        span = exercise_in(piece[total.end() :], lexicon)
        if telling.turns is None or len(telling.turns) < _PAIR or not is_span(span.facts):
            return False
        (dose,) = span.facts.doses
        telling.end_turns(dose.length_ms if isinstance(dose, Time) else None)
        return True
    lead = _lead(lexicon.tag).match(piece)
    if lead is not None and lead["turn"]:
        telling.end_turns(None)
        telling.turns = []
    span_of = _span_in(piece[lead.end() :] if lead is not None else piece, telling.line, lexicon)
    if span_of is not None:
        telling.add(span_of)
        return True
    if facts_in(piece, lexicon) is not None or (lead is not None and lead["turn"]):
        return False
    if piece:
        telling.parts.append(Remark(piece, telling.line, doubt=False))
    return True


def _span_in(text: str, line: int, lexicon: Lexicon) -> Step | Rest | None:
    rest_ms = rest_in(text, lexicon)
    if rest_ms:
        return Rest(Time(rest_ms), line)
    exercise = exercise_in(text, lexicon)
    facts = exercise.facts
    if not is_span(facts) or facts.doubts or exercise.setup or exercise.tips:
        return None
    if not 0 < len(exercise.name.split()) <= _MOST_NAME_WORDS:
        return None
    (dose,) = facts.doses
    return Step(exercise.name[:1].upper() + exercise.name[1:], dose, line)


@lru_cache(maxsize=64)
def _joint(tag: str) -> re.Pattern[str]:
    """Return the pattern of what parts two spans, a total time among them: it begins its own."""
    words = Words(tag)
    then = rf"(?:{words.any('then')})(?!\w)"
    total = rf"\s+(?=(?:{words.any('total')})(?!\w))"
    also = rf"\s+(?:{words.any('with')})\s+(?=\d)"
    return re.compile(rf"\s*[,;]\s*(?:{then}\s*)?|\s+{then}\s+|{total}|{also}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _lead(tag: str) -> re.Pattern[str]:
    """Return the pattern of `begin with a`, `you will alternate` or `a` before a span."""
    words = Words(tag)
    begin, turn = words.any("begin"), words.any("in_turn")
    return re.compile(
        rf"(?:(?:[^\W\d]+\s+){{0,2}}(?:{begin}|(?P<turn>{turn}))\s+)?(?:an?\s+)?", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _total(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{Words(tag).any('total')})\s+", re.IGNORECASE)
