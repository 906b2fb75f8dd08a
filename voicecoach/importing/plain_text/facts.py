"""Facts: what all the doses in a text come to together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from voicecoach.importing.plain_text.doses import Found, Keys, doses_in
from voicecoach.importing.steps import Distance, Dose, Open, Reps, Time
from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.distances import find_distances
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form.parts import Value
from voicecoach.language.values.bare import tokens
from voicecoach.units import SECOND_MS

# As in a line of the language: so short a hold, done so often, is one of repetitions.
_LONGEST_HELD_REP_MS = 15 * SECOND_MS
_OTHER_SIDE = re.compile(
    r"\b(switch|change|swap|alternate) (the )?(sides?|legs?|arms?|hands?)\b"
    r"|\b(repeat|repeat it"
    r"|then|do|and|same) (this )?(on|with|for|to) (the|your) (other|opposite)\b"
    r"|\b(repeat|again|switch)( it| this)?( on| with| for| to)? the (other|opposite)\b"
    r"|\b(seite|bein|arm)(e|en)? wechseln\b|\bandere[nrs]? (seite|bein|arm)\b",
    re.IGNORECASE,
)
# A count of what is named behind it: `perform 10 squats`.
_COUNTED = re.compile(
    r"\b(?:perform|do|complete) (\d{1,3}) (?!rounds?\b|circuits?\b|more\b|days?\b|weeks?\b"
    r"|exercises?\b|different\b|of\b)(?=[a-z])",
    re.IGNORECASE,
)
_LAP = re.compile(
    r"\b(press(ing)?|hit|push) (the )?lap\b"
    r"|\blap[ -](button|press|key)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """How much of an exercise is done, as far as a text says it.

    `doses` holds one a set where they differ. `sides` names a single side. `start` and `end` are
    the characters between which it is said first.
    """

    doses: tuple[Dose, ...] = ()
    sets: int | None = None
    each_side: bool = False
    side: str | None = None
    rest_ms: int | None = None
    rest_between: str = ""
    load: str | None = None
    doubts: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def facts_in(text: str, lexicon: Lexicon) -> Facts | None:
    """Return what a text says about how much is done, None where it says nothing."""
    found = doses_in(text, lexicon)
    facts = _merged(found, text, lexicon)
    lap = _LAP.search(text)
    if lap is not None and not facts.doses:
        facts = replace(facts, doses=(Open("you press lap"),), start=lap.start(), end=lap.end())
    counted = _COUNTED.search(text)
    if not facts.doses and counted is not None and int(counted[1]):
        start = facts.start or counted.start()
        facts = replace(facts, doses=(Reps(int(counted[1])),), start=start, end=counted.end(1))
    if not facts.doses and facts.sets is None and facts.rest_ms is None:
        return None
    if facts.doses and not facts.each_side and facts.side is None and _OTHER_SIDE.search(text):
        facts = replace(facts, each_side=True)
    return facts


def facts_of(keys: Keys, text: str, lexicon: Lexicon) -> Facts:
    """Return what the keys of a line say."""
    return _merged([Found(0, len(text), keys)], text, lexicon)


def _merged(found: Sequence[Found], text: str, lexicon: Lexicon) -> Facts:
    facts = Facts()
    for each in found:
        new = _facts(each, lexicon)
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


def _facts(found: Found, lexicon: Lexicon) -> Facts:
    """Return what one dose, number of sets or rest says."""
    keys = found.keys
    doubts: list[str] = []
    sets = None
    if "sets" in keys:
        low, high = _counts(_text(keys["sets"]), lexicon)
        sets = low
        if high != low:
            doubts.append(f"{low} to {high} sets: the fewest are taken")
    rest_ms = None
    if "rest" in keys:
        low, high = _lengths_ms(_first(keys["rest"]), lexicon)
        rest_ms = low
        if high != low:
            doubts.append(f"a rest of {_first(keys['rest'])}: the shortest is taken")
    sides = _text(keys["sides"]) if "sides" in keys else None
    one_side = sides is not None and (
        lexicon.is_word("right", sides) or lexicon.is_word("left", sides)
    )
    # `3 sets of 30 seconds each` is each of the sets.
    each_set = sides is not None and sets is not None and lexicon.is_word("each", sides)
    if each_set:
        doubts.append("whether “each” is each side is not said")
    return Facts(
        doses=tuple(_doses(keys, found.held, lexicon)),
        sets=sets,
        each_side=sides is not None and not one_side and not each_set,
        side=sides if one_side else None,
        rest_ms=rest_ms,
        load=_text(keys["load"]) if "load" in keys else None,
        doubts=tuple(doubts),
    )


def _doses(keys: Keys, held: bool, lexicon: Lexicon) -> list[Dose]:
    for key in ("reps", "for", "hold", "distance", "breaths"):
        if key in keys:
            value = keys[key]
            each = value if isinstance(value, list) else [value]
            return [_dose(key, text, keys, held, lexicon) for text in each]
    return []


def _dose(key: str, text: str, keys: Keys, held: bool, lexicon: Lexicon) -> Dose:
    if key == "breaths":
        return Open(f"{text} breaths are taken")
    if key == "distance":
        time_ms = _lengths_ms(_first(keys["for"]), lexicon)[0] if "for" in keys else None
        return _distance(text, time_ms, lexicon)
    if key == "reps":
        if "for" in keys:
            return Time(_lengths_ms(_first(keys["for"]), lexicon)[0])
        hold_ms = _lengths_ms(_first(keys["hold"]), lexicon)[0] if "hold" in keys else None
        low, high = _counts(str(text), lexicon)
        return Reps(low, hold_ms or None, high if high != low else None)
    low, high = _lengths_ms(text, lexicon)
    return Time(low, key == "hold" or held, high if high != low else None)


def _distance(text: str, length_ms: int | None, lexicon: Lexicon) -> Dose:
    for found in find_distances(tokens(text), 0, lexicon):
        metres = found.distance.amount * (found.distance.unit.metres or 0)
        if metres and metres == int(metres):
            return Distance(int(metres), length_ms)
    return Open(f"{text} are done") if length_ms is None else Time(length_ms)


def _counts(text: str, lexicon: Lexicon) -> tuple[int, int]:
    """Return the ends of a count or range, which the short form has read already."""
    for found in find_counts(tokens(text), 0, lexicon):
        return found.low, found.high
    return 0, 0


def _lengths_ms(text: str, lexicon: Lexicon) -> tuple[int, int]:
    """Return the ends of a duration or range in ms; a bare number is seconds."""
    line = tokens(text)
    for found in find_durations(line, 0, lexicon):
        return found.low_ms, found.high_ms
    for count in find_counts(line, 0, lexicon):
        return count.low * SECOND_MS, count.high * SECOND_MS
    return 0, 0


def _first(value: Value) -> str:
    return value[0] if isinstance(value, list) else value


def _text(value: Value) -> str:
    return ", ".join(value) if isinstance(value, list) else value
