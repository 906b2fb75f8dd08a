"""Doses: how much of an exercise there is, in all the ways in which a line can say it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from voicecoach.language.grammar.distances import find_distances
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.amounts import counted, minutes_question, timed
from voicecoach.language.short_form.bare import find_bare, mere_reps
from voicecoach.language.short_form.holds import BEFORE_HOLD, find_counted_hold, find_hold
from voicecoach.language.short_form.lists import find_lists
from voicecoach.language.short_form.parts import (
    Part,
    Rule,
    Value,
    behind_times,
    closes,
    corrected,
    count_value,
    has_unit,
    is_times,
    objections,
    opens,
)
from voicecoach.language.short_form.sides import find_sides
from voicecoach.text.document import Text


def find_doses(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the doses that begin at `at`."""
    if not opens(line, at):
        return
    begins_with_number = line.is_kind(at, "number") or line.is_kind(at, "clock")
    for rule in _BY_NUMBER if begins_with_number else _BY_WORD:
        yield from rule(line, at, lexicon)


def _of_sets(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `3x10`, `3 sets of 10 reps`, `3x40s`, `3x10x5s hold`."""
    for found, head in counted(line, at, lexicon):
        sets = count_value(line, at, found)
        inner_at, is_said = _behind_sets(line, found.end, lexicon)
        if inner_at is None:
            continue
        for inner in (*_of_one_set(line, inner_at, lexicon), *mere_reps(line, inner_at, lexicon)):
            keys = _with_sets(sets, inner.keys, is_said)
            if keys is not None:
                yield replace(
                    inner,
                    start=at,
                    keys=keys,
                    objections=head.objections + inner.objections,
                    question=head.question or inner.question,
                    bare=False,
                )


def _behind_sets(line: TokenLine, at: int, lexicon: Lexicon) -> tuple[int | None, bool]:
    """Return where the dose of a set begins behind `3x` or `3 sets of`; whether `sets` is said."""
    end = lexicon.ends("set", line, at)
    if end is None:
        return behind_times(line, at, lexicon), False
    if line.folded(end) in (",", ":"):
        end += 1
    link = lexicon.ends("of", line, end)
    return (link or (end + 1 if is_times(line, end) else end)), True


def _with_sets(sets: Text, inner: Mapping[str, Value], is_said: bool) -> dict[str, Value] | None:
    """Return the keys of so many sets of a dose: in `3x10x5s hold`, the 10 are repetitions."""
    if "sets" in inner or isinstance(inner.get("reps"), list):
        return None
    if "times" in inner:
        keys = {key: value for key, value in inner.items() if key not in ("times", "for", "hold")}
        held = inner.get("hold") or inner["for"]
        return {**keys, "sets": sets, "reps": inner["times"], "hold": held}
    sole_hold = "hold" in inner and "reps" not in inner
    return {**inner, ("times" if sole_hold and not is_said else "sets"): sets}


def _of_one_set(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    for rule in _RULES:
        yield from rule(line, at, lexicon)


def _reps(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `x10`, `10 reps`, `10-rep`, and `10x` at an end."""
    if is_times(line, at):
        for found, part in counted(line, at + 1, lexicon):
            behind = lexicon.ends("rep", line, found.end)
            end = behind or found.end
            if behind is not None or not has_unit(line, end, lexicon):
                value = count_value(line, at + 1, found)
                yield replace(part, start=at, end=end, keys={"reps": value}, question=None)
    for found, part in counted(line, at, lexicon):
        hyphen = line.folded(found.end) == "-" and not line.is_spaced(found.end + 1)
        said = lexicon.ends("rep", line, found.end + hyphen)
        if said is None and is_times(line, found.end) and not _goes_on(line, found.end + 1):
            said = found.end + 1
        if said is not None:
            keys: dict[str, Value] = {"reps": count_value(line, at, found)}
            yield replace(part, end=said, keys=keys, parts_name=hyphen)


def _goes_on(line: TokenLine, at: int) -> bool:
    """Return whether an `x` before `at` multiplies what stands there."""
    return line.is_kind(at, "number") or line.is_kind(at, "clock") or not closes(line, at)


def _side_by_side(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `15 left, 15 right`: the same on two sides."""
    amounts = (rule(line, at, lexicon) for rule in (mere_reps, timed, _reps))
    for amount in chain.from_iterable(amounts):
        first, first_end = _one_side(line, amount.end, lexicon)
        again_at = first_end + 1
        again_end = again_at + amount.end - at
        second, end = _one_side(line, min(again_end, len(line)), lexicon)
        if not first or not second or line.folded(first_end) not in (",", "/", "+", ";"):
            continue
        if line.part(again_at, again_end) == line.part(at, amount.end):
            yield replace(amount, end=end, keys={**amount.keys, "sides": [*first, *second]})


def _one_side(line: TokenLine, at: int, lexicon: Lexicon) -> tuple[list[Text], int]:
    """Return the one side that is named at `at`, and where it ends; nothing where none is."""
    for part in find_sides(line, at, lexicon, has_dose=True):
        sides = part.keys["sides"]
        if isinstance(sides, list):
            return sides, part.end
    return [], at


def _breaths(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `5 breaths` and `5 deep breaths`."""
    start = at
    hold = lexicon.ends("hold", line, at)
    if hold is not None and line.folded(at - 1) in BEFORE_HOLD:
        start = lexicon.ends("for", line, hold) or hold
    for found, part in counted(line, start, lexicon):
        adjective = lexicon.ends("breathing", line, found.end) or found.end
        end = lexicon.ends("breath", line, adjective)
        if end is not None:
            value = count_value(line, start, found)
            yield replace(part, start=at, end=end, keys={"breaths": value})


def _distance(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `500 m`, `5 km`, `20 cal`. A bare `m` may also be minutes."""
    for found in find_distances(line, at, lexicon):
        written = line.part(at, found.end)
        question = minutes_question(line, at, found.end) if found.bare_m else None
        yield Part(
            "dose", at, found.end, {"distance": corrected(written, found.fault)},
            objections(line, at, found.end, found.fault), question, bare_m=found.bare_m,
        )  # fmt: skip


def _max(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `max`, and `to failure`, which no programme can time."""
    end = lexicon.ends("max", line, at)
    if end is None and at > 0:
        end = lexicon.ends("amrap", line, at)
    end = (
        lexicon.ends("failure", line, at) if end is None else lexicon.ends("rep", line, end) or end
    )
    if end is not None:
        yield Part("dose", at, end, {"reps": Text("max", line.part(at, end).span, inline=False)})


_RULES: tuple[Rule, ...] = (
    find_counted_hold, _side_by_side, find_hold, timed, _reps, _breaths, _distance, _max,
)  # fmt: skip
_BY_NUMBER: tuple[Rule, ...] = (_of_sets, find_lists, _of_one_set, find_bare)
_BY_WORD: tuple[Rule, ...] = (find_lists, find_hold, _reps, _breaths, _max)
