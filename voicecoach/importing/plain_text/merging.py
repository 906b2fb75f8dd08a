"""Merging: what all the doses in a text come to together."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from voicecoach.importing.plain_text.doses import Found, doses_in
from voicecoach.importing.plain_text.facts import Facts, facts_of
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Open, Reps, Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.units import SECOND_MS

# As in a line of the language: so short a hold, done so often, is one of repetitions.
_LONGEST_HELD_REP_MS = 15 * SECOND_MS


@lru_cache(maxsize=4096)
def facts_in(text: str, lexicon: Lexicon) -> Facts | None:
    """Return what a text says about how much is done, None where it says nothing."""
    found = doses_in(text, lexicon)
    facts = _merged(found, text, lexicon)
    words = Words(lexicon.tag)
    most = _most(lexicon.tag).search(text)
    if most is not None and all(
        isinstance(dose, Reps) and not dose.within_ms for dose in facts.doses
    ):
        sets = int(most["sets"]) if most["sets"] else facts.sets
        start = min(most.start(), facts.start or most.start())
        doubts = (*facts.doubts, f"“{most['most']}” is no number")
        facts = replace(
            facts, doses=(Open(),), sets=sets, start=start, end=most.end(), doubts=doubts
        )
    lap = words.find(text, "lap")
    if lap is not None and not facts.doses:
        facts = replace(facts, doses=(Open("you press lap"),), start=lap.start(), end=lap.end())
    counted = _counted(lexicon.tag).search(text)
    if not facts.doses and counted is not None and int(counted[1]):
        start = facts.start or counted.start()
        facts = replace(facts, doses=(Reps(int(counted[1])),), start=start, end=counted.end(1))
    if not facts.doses and facts.sets is None and facts.rest_ms is None:
        return None
    if (
        facts.doses
        and not facts.each_side
        and facts.side is None
        and words.find(text, "other_side")
    ):
        facts = replace(facts, each_side=True)
    return facts


@lru_cache(maxsize=64)
def _most(tag: str) -> re.Pattern[str]:
    """Return the pattern of `3 x max` and `3 sets to failure`."""
    words = Words(tag)
    of = rf"(?:\s+(?:{words.any('of')}))?"
    sets = rf"(?:(?P<sets>\d{{1,2}})\s*(?:[x×]|(?:{words.any('set')}){of})\s*)?"
    most = rf"(?P<most>{words.any('max', 'failure')})(?!\s+(?:{words.any('in')})\s)"
    return re.compile(rf"(?<![^\W\d_]){sets}(?<![^\W\d_]){most}(?![^\W\d_])", re.IGNORECASE)


@lru_cache(maxsize=64)
def _counted(tag: str) -> re.Pattern[str]:
    """Return the pattern of a count of what is named behind it: `perform 10 squats`."""
    words = Words(tag)
    others = words.any(
        "round", "period", "exercise", "of", "second", "minute", "set", "times", "rep"
    )
    return re.compile(
        rf"(?<!\w)(?:{words.any('do')})\s+(\d{{1,3}})\s+(?!(?:{others})\b)(?=[^\W\d_])",
        re.IGNORECASE,
    )


def _merged(found: Sequence[Found], text: str, lexicon: Lexicon) -> Facts:
    facts = Facts()
    for each in found:
        new = facts_of(each.keys, lexicon, each.held)
        said = text[each.start : each.end]
        first = not facts.doses and facts.sets is None and facts.rest_ms is None
        if first:
            facts = replace(facts, start=each.start, end=each.end)
        if new.rest_ms is not None and facts.rest_ms is None:
            facts = replace(facts, rest_ms=new.rest_ms, rest_between=said)
        if new.doses:
            facts = _with_doses(facts, new, each, said)
        facts = replace(
            facts,
            sets=new.sets if facts.sets is None else facts.sets,
            each_side=facts.each_side or new.each_side,
            side=facts.side or new.side,
            load=facts.load or new.load,
            doubts=(*facts.doubts, *new.doubts),
        )
    return facts


def _with_doses(facts: Facts, new: Facts, found: Found, said: str) -> Facts:
    """Return facts with another dose, which may be a part of the first one."""
    if not facts.doses:
        return replace(facts, doses=new.doses)
    first, second = facts.doses[0], new.doses[0]
    may_be_sets = facts.sets is None and isinstance(second, Reps) and second.most is None
    if len(facts.doses) > 1 or len(new.doses) > 1:
        pass
    elif isinstance(first, Reps) and isinstance(second, Time):
        if first.hold_ms is None and (found.held or second.hold):
            return replace(facts, doses=(replace(first, hold_ms=second.length_ms or None),))
    elif isinstance(first, Time) and isinstance(second, Reps) and second.hold_ms is None:
        is_brief = first.length_ms <= _LONGEST_HELD_REP_MS and facts.rest_ms is None
        if first.hold and is_brief and second.most is None:
            return replace(facts, doses=(Reps(second.count, first.length_ms or None),))
        if may_be_sets and (first.hold or found.again):
            return replace(facts, sets=second.count)
    elif isinstance(second, Reps) and may_be_sets and found.again:
        return replace(facts, sets=second.count)
    if first == second:
        return facts
    return replace(facts, doubts=(*facts.doubts, f"“{said}” is said as well"))
