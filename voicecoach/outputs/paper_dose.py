"""Doses as they are written on paper: `3 × 10, each side`, `20-30-40 s hold`."""

from collections import defaultdict
from collections.abc import Sequence

from voicecoach.phrases import Phrases
from voicecoach.timeline import TimedPhase
from voicecoach.units import MINUTE_MS, SECOND_MS, whole_clock


def paper_dose(works: Sequence[TimedPhase], words: Phrases, spell_reps: bool = False) -> str:
    """Return the dose of an exercise, given all its work in order.

    A single number of repetitions stands for itself, or as `10 repetitions` with `spell_reps`.
    """
    first = works[0]
    one_side = [work for work in works if work.side == first.side]
    one_round = [work for work in one_side if work.round == first.round]
    sets = one_round if len(one_round) > 1 else one_side
    dose = _sets(sets, words)
    if spell_reps and first.dose == "reps" and first.sets == 1 and dose.isdigit():
        dose = words.say("dose_reps", int(dose))
    alike = len({(work.distance, work.length_ms) for work in sets}) == 1
    if first.sets and first.sets > 1 and alike:
        # On paper, `2 × 20 s hold` is two held repetitions as well.
        as_sets = first.dose == "hold"
        dose = (
            words.say("paper_sets", first.sets, dose=dose) if as_sets else f"{first.sets} × {dose}"
        )
    if len({work.side for work in works}) > 1:
        dose += f", {words.say('each_side')}"
    rounds = _rounds(works)
    return words.say("paper_rounds", rounds, dose=dose) if rounds > 1 else dose


def paper_time(length_ms: int, words: Phrases) -> str:
    """Return a length: `45 s`, or from a minute on `1:30`."""
    return "".join(_length(length_ms, length_ms >= MINUTE_MS, words))


def _rounds(works: Sequence[TimedPhase]) -> int:
    """Return in how many rounds an exercise is done, at most, on one side.

    An entry of a list that is taken in turn is not done in all rounds of its block.
    """
    rounds: dict[str | None, set[int | None]] = defaultdict(set)
    for work in works:
        rounds[work.side].add(work.round)
    return max(map(len, rounds.values()))


def _sets(works: Sequence[TimedPhase], words: Phrases) -> str:
    """Return the doses of all sets; different ones as `6-4-2 holds of 10 s`.

    Distances have a time each: `400 m in 2:00, 200 m in 0:50`.
    """
    first = works[0]
    as_clock = any(work.length_ms >= MINUTE_MS for work in works)
    lengths = [_length(work.length_ms, as_clock, words) for work in works]
    _, unit = lengths[0]
    time = _joined([number for number, _ in lengths]) + unit
    if first.distance is not None:
        each = [
            words.say("paper_in", amount=work.distance, time="".join(length))
            for work, length in zip(works, lengths, strict=True)
        ]
        return _joined(each, ", ")
    if first.dose == "breaths":
        return _joined([words.say("dose_breaths", work.reps or 0) for work in works], ", ")
    if first.dose == "hold":
        return words.say("paper_hold", time=time)
    reps = _joined([str(work.reps or words.say("paper_max")) for work in works])
    if first.dose == "reps+for":
        return words.say("paper_in", amount=reps, time="".join(lengths[0]))
    if first.dose == "reps+hold":
        hold = paper_time(first.rep_ms or 0, words)
        return words.say("paper_holds", first.reps, number=reps, time=hold)
    return reps if first.dose == "reps" else time


def _joined(parts: Sequence[str], separator: str = "-") -> str:
    """Return the parts side by side, or only one where all are the same."""
    return parts[0] if len(set(parts)) == 1 else separator.join(parts)


def _length(length_ms: int, as_clock: bool, words: Phrases) -> tuple[str, str]:
    """Return a length as a number and its unit, or as a clock time without one."""
    if as_clock:
        return whole_clock(length_ms), ""
    return f"{length_ms / SECOND_MS:g}", f" {words.second_sign}"
