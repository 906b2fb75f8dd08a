"""Doses: an exercise's keys resolved into doses, set by set, at the chosen level."""

from typing import Any

from msgspec import Struct

from voicecoach.language.grammar.paces import Pace, usual_pace, usual_time
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.layers import DOSE_FIELDS
from voicecoach.language.values import Level, PerSet, Range
from voicecoach.routine.distance import Distance
from voicecoach.routine.exercise import SHORTEST_PART_MS, Dose, TempoPart
from voicecoach.units import SECOND_MS


class DoseFaultError(Exception):
    """The keys make no valid dose; `key` is the one to point at, None for the whole exercise."""

    def __init__(self, key: str | None, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.key, self.message, self.hint = key, message, hint


class ResolvedSets(Struct, frozen=True):
    """Doses and loads, one per set, and the rests in ms between sets.

    A rest is None where none is written.
    """

    doses: tuple[Dose, ...]
    loads: tuple[str | None, ...]
    rests_ms: tuple[int | None, ...]


def resolve(
    keys: ExerciseKeys, level: Level, rounds: int | None = None, read_out: bool = False
) -> ResolvedSets:
    """Resolve `keys` into sets. Raises DoseFaultError.

    With `rounds`, per-set lists have one value per round, so there must be as many. What is only
    `read_out` needs no time for a distance.
    """
    _check_kind(keys)
    if keys.fields_set & {"distance", "pace"}:
        _check_distance(keys, read_out)
    sets = _number_of_sets(keys, level) if rounds is None else _number_of_rounds(keys, rounds)
    doses = tuple(_dose(keys, index, level) for index in range(sets))
    loads = tuple(_nth(keys.load, index) for index in range(sets))
    written = (_nth(keys.rest, index) for index in range(sets - 1))
    rests = tuple(None if rest is None else _at(rest, level, resting=True) for rest in written)
    return ResolvedSets(doses, tuple(None if load is None else str(load) for load in loads), rests)


def has_lists(keys: ExerciseKeys) -> bool:
    """Return whether any key has a list with one value per set."""
    return any(_lists(keys))


def _check_kind(keys: ExerciseKeys) -> None:
    fields_set = keys.fields_set
    if not fields_set & DOSE_FIELDS:
        raise DoseFaultError(None, "no dose")
    if {"for_", "hold"} <= fields_set:
        hint = "keep `for` to move or `hold` to keep still"
        raise DoseFaultError("hold", "two doses: `for` and `hold`", hint)
    others = fields_set & {"for_", "hold", "reps"}
    if "breaths" in fields_set and others:
        other = min(others).rstrip("_")
        raise DoseFaultError("breaths", f"two doses: `{other}` and `breaths`", "keep one of them")
    if "reps" in fields_set and None in _values(keys.reps) and "for_" not in fields_set:
        hint = (
            "write how many, for instance `10`"
            if "hold" in fields_set
            else "write `for: 60s` below"
        )
        raise DoseFaultError("reps", "`max` needs a time", hint)


def _check_distance(keys: ExerciseKeys, read_out: bool) -> None:
    fields_set = keys.fields_set
    if "distance" not in fields_set:
        raise DoseFaultError("pace", "`pace` needs a distance", "write `distance: 5 km` beside it")
    for other in ("hold", "reps", "breaths"):
        if other in fields_set:
            message = f"two doses: `{other}` and `distance`"
            raise DoseFaultError("distance", message, "keep one of them")
    if {"for_", "pace"} <= fields_set:
        message = "two times for one distance: `for` and `pace`"
        raise DoseFaultError("pace", message, "keep one of them")
    if not read_out and not fields_set & {"for_", "pace"}:
        first = _nth(keys.distance, 0)
        usual = usual_pace(first.unit)
        hint = f"write beside it `for: {usual_time(first)}`, or a pace such as `pace: {usual}`"
        raise DoseFaultError("distance", f"`{first}` needs a time or a pace", hint)


def _values(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, PerSet) else (value,)


def _number_of_sets(keys: ExerciseKeys, level: Level) -> int:
    # How many sets each list is for: rests are one fewer.
    lists = {key: len(values) + (key == "rest") for key, values in _lists(keys).items()}
    sets = next(iter(lists.values()), 1) if keys.sets is None else keys.sets.at(level, 1)
    for key, number in lists.items():
        if number != sets:
            have, need = number - (key == "rest"), sets - (key == "rest")
            noun = "value" if have == 1 else "values"
            message = f"`{key}` lists {have} {noun} where {sets} sets need {need}"
            hint = "one value a set" if key != "rest" else "one value between two sets"
            raise DoseFaultError(key, message, hint)
    return sets


def _number_of_rounds(keys: ExerciseKeys, rounds: int) -> int:
    for key, values in _lists(keys).items():
        if key != "rest" and len(values) != rounds:
            message = f"`{key}` lists {len(values)} values for {rounds} rounds"
            raise DoseFaultError(key, message, "with `by_round`, one value a round")
    if keys.sets is not None and keys.sets != Range(1, 1):
        raise DoseFaultError("sets", "with `by_round`, a round has one set of each exercise")
    return rounds


def _lists(keys: ExerciseKeys) -> dict[str, PerSet]:
    values = {
        "for": keys.for_, "hold": keys.hold, "reps": keys.reps, "breaths": keys.breaths,
        "distance": keys.distance, "pace": keys.pace, "load": keys.load, "rest": keys.rest,
    }  # fmt: skip
    return {key: value for key, value in values.items() if isinstance(value, PerSet)}


def _dose(keys: ExerciseKeys, index: int, level: Level) -> Dose:
    fields_set = keys.fields_set
    sides = max(1, len(keys.sides)) if keys.side_order == "each-rep" else 1
    if "distance" in fields_set:
        return _distance(keys, index, level)
    if "breaths" in fields_set:
        breaths = _at(_nth(keys.breaths, index), level, step=1)
        pattern = _breath_of(keys)
        breath_ms = sum(part.length_ms for part in pattern)
        return Dose("breaths", breaths * breath_ms, breaths, breath_ms, tempo=pattern)
    cycle_ms = sum(part.length_ms for part in keys.tempo)
    if "hold" in fields_set:
        hold_ms = _at(_nth(keys.hold, index), level)
        if "reps" not in fields_set:
            return Dose("hold", hold_ms)
        reps = _at(_nth(keys.reps, index), level, step=1) * sides
        length_ms = reps * hold_ms + (reps - 1) * keys.release
        return Dose(
            "reps+hold", length_ms, reps, hold_ms, keys.release, count=keys.count, sides=sides
        )
    if "for_" in fields_set:
        length_ms = _at(_nth(keys.for_, index), level)
        if "reps" in fields_set:
            return _paced_reps(_nth(keys.reps, index), length_ms, level)
        if not cycle_ms:
            return Dose("for", length_ms)
        return Dose("for", length_ms, None, cycle_ms, tempo=keys.tempo, count=keys.count)
    reps = _at(_nth(keys.reps, index), level, step=1) * sides
    rep_ms = cycle_ms or keys.rep
    return Dose(
        "reps", reps * rep_ms, reps, rep_ms, tempo=keys.tempo, count=keys.count, sides=sides
    )


def _paced_reps(reps: Range | None, length_ms: int, level: Level) -> Dose:
    """Return repetitions at one's own pace; `reps` is None for as many as possible."""
    most = None if reps is None else reps.at(level, 1)
    if most is not None and length_ms < most * SHORTEST_PART_MS:
        message = f"nobody can do {most} repetitions in {length_ms / SECOND_MS:g} s"
        raise DoseFaultError("reps", message, "write fewer, or `max`")
    return Dose("reps+for", length_ms, most)


def _distance(keys: ExerciseKeys, index: int, level: Level) -> Dose:
    distance: Distance = _nth(keys.distance, index)
    pace: Pace | None = _nth(keys.pace, index)
    if pace is not None:
        length_ms = _length_at(pace, distance, level)
    else:
        # Who does it hard is faster.
        length_ms = _at(_nth(keys.for_, index), level, resting=True)
    return Dose("distance", length_ms, distance=distance)


def _length_at(pace: Pace, distance: Distance, level: Level) -> int:
    if not pace.fits(distance):
        hint = f"write a pace such as `pace: {usual_pace(distance.unit)}`"
        raise DoseFaultError("pace", f"`{pace}` is no pace for `{distance}`", hint)
    length_ms = pace.length_ms(distance, level)
    if length_ms < SHORTEST_PART_MS:
        message = f"at `{pace}`, `{distance}` takes no time"
        raise DoseFaultError("pace", message, "slow it down")
    return length_ms


def _breath_of(keys: ExerciseKeys) -> tuple[TempoPart, ...]:
    """Return one breath: `breath`, or else a tempo with named parts, as the catalogue has them."""
    named = bool(keys.tempo) and all(part.name is not None for part in keys.tempo)
    return keys.tempo if named and "breath" not in keys.fields_set else keys.breath


def _nth(value: Any, index: int) -> Any:
    return value[index] if isinstance(value, PerSet) else value


def _at(value: Range | None, level: Level, step: int = SECOND_MS, resting: bool = False) -> int:
    return 0 if value is None else value.at(level, step, resting)
