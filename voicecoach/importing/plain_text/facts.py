"""Facts: how much of an exercise is done, and what the keys of one dose say of it."""

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.importing.plain_text.stretches import Keys
from voicecoach.importing.steps import Distance, Dose, Open, Reps, Time
from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.distances import find_distances
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form.parts import Value
from voicecoach.language.values.bare import tokens
from voicecoach.units import SECOND_MS


class Facts(Struct, frozen=True):
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


def facts_of(keys: Keys, lexicon: Lexicon, held: bool = False) -> Facts:
    """Return what the keys of one dose, number of sets or rest say; `held` that one keeps still."""
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
        doses=tuple(_doses(keys, held, lexicon)),
        sets=sets,
        each_side=sides is not None and not one_side and not each_set,
        side=sides if one_side else None,
        rest_ms=rest_ms,
        load=_text(keys["load"]) if "load" in keys else None,
        doubts=tuple(doubts),
    )


def held_reps(facts: Facts, other: Facts) -> Facts | None:
    """Return the repetitions of facts held as long as others say, None where they are not."""
    if len(facts.doses) != 1 or len(other.doses) != 1:
        return None
    (reps,), (hold,) = facts.doses, other.doses
    if not isinstance(reps, Reps) or not isinstance(hold, Time):
        return None
    if reps.hold_ms is not None or reps.within_ms is not None or not hold.hold:
        return None
    return replace(facts, doses=(replace(reps, hold_ms=hold.length_ms or None),))


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
        within_ms = _lengths_ms(_first(keys["for"]), lexicon)[0] if "for" in keys else None
        hold_ms = _lengths_ms(_first(keys["hold"]), lexicon)[0] if "hold" in keys else None
        low, high = _counts(str(text), lexicon)
        if within_ms and not low:
            # As many as possible.
            return Time(within_ms)
        return Reps(low, hold_ms or None, high if high != low else None, within_ms)
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
