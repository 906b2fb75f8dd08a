"""Doses: how much of an exercise there is, in all the ways in which a line can say it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from voicecoach.language.counts import FoundCount, find_counts
from voicecoach.language.distances import find_distances
from voicecoach.language.durations import find_durations
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form_new.parts import (
    Objection,
    Part,
    Value,
    closes,
    count_value,
    duration_value,
    has_unit,
    is_times,
    objections,
    opens,
)
from voicecoach.language.short_form_new.sides import find_sides
from voicecoach.language.short_form_new.tails import find_sets
from voicecoach.language.tokens import TokenLine
from voicecoach.text.document import Text


def find_doses(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the doses that begin at `at`."""
    if opens(line, at):
        for rule in (_of_sets, _listed, _of_one_set, _bare):
            yield from rule(line, at, lexicon)


def counts(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[FoundCount, Part]]:
    """Yield the counts at `at`, each with a part that holds no keys yet."""
    for found in find_counts(line, at, lexicon):
        faults = objections(line, at, found.end, found.fault)
        question = _dash_question(line, at, found.end) if found.loose_dash else None
        yield found, Part("dose", at, found.end, {}, faults, question)


def _dash_question(line: TokenLine, at: int, end: int) -> str | None:
    """Return the question of a dash between blanks, which may also end the name before it."""
    before_x = is_times(line, at - 1) and line.is_spaced(at - 1)
    if at == 0 or before_x:
        return None
    return (
        f"`{line.part(at, end)}` can be read two ways: a range, or the end of the name and a dose?"
    )


def _of_one_set(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    for rule in (_times_hold, _side_by_side, _hold, _time, _reps, _breaths, _distance, _max):
        yield from rule(line, at, lexicon)


def _of_sets(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `3x10`, `3 sets of 10 reps`, `3x40s`, `3x10x5s hold`."""
    for found, head in counts(line, at, lexicon):
        sets = count_value(line, at, found)
        inner_at, is_said = _behind_sets(line, found.end, lexicon)
        if inner_at is None:
            continue
        for inner in (*_of_one_set(line, inner_at, lexicon), *_mere_reps(line, inner_at, lexicon)):
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
        return (at + 1 if is_times(line, at) else None), False
    if line.folded(end) in (",", ":"):
        end += 1
    link = lexicon.ends("of", line, end)
    return (link or (end + 1 if is_times(line, end) else end)), True


def _with_sets(sets: Text, inner: dict[str, Value], is_said: bool) -> dict[str, Value] | None:
    """Return the keys of so many sets of a dose: in `3x10x5s hold`, the 10 are repetitions."""
    if "sets" in inner or isinstance(inner.get("reps"), list):
        return None
    if "times" in inner:
        keys = {key: value for key, value in inner.items() if key not in ("times", "for", "hold")}
        held = inner.get("hold") or inner["for"]
        return {**keys, "sets": sets, "reps": inner["times"], "hold": held}
    sole_hold = "hold" in inner and "reps" not in inner
    return {**inner, ("times" if sole_hold and not is_said else "sets"): sets}


def _mere_reps(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the number of `3x10`; `3x10/10` is ten on each side."""
    for found, part in counts(line, at, lexicon):
        if has_unit(line, found.end, lexicon) or not closes(line, found.end):
            continue
        yield replace(part, keys={"reps": count_value(line, at, found)})
        yield from _same_twice(line, at, found, part)


def _same_twice(line: TokenLine, at: int, found: FoundCount, part: Part) -> Iterator[Part]:
    number = line.part(at, found.end)
    twice = line.folded(found.end) == "/" and line.folded(found.end + 1) == line.folded(at)
    if twice and found.end == at + 1 and closes(line, at + 3) and line.folded(at + 3) != "/":
        each = Text("each", number.span, inline=False)
        yield replace(part, end=at + 3, keys={"reps": number, "sides": each})


def _times_hold(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `5x10s hold`, `5 holds of 10s`, `5 10s holds`, `5 reps of 10s hold`, `8x20s`."""
    for found, head in counts(line, at, lexicon):
        number = count_value(line, at, found)
        for end, key, is_linked in _behind_times(line, found.end, lexicon):
            for time in _timed(line, end, lexicon):
                hold_end = lexicon.ends("hold", line, time.end)
                keys: dict[str, Value] = {key: number}
                joined = replace(
                    time,
                    start=at,
                    objections=head.objections + time.objections,
                    question=head.question or time.question,
                )
                if hold_end is not None or is_linked:
                    held = {**keys, "hold": time.keys["for"]}
                    yield replace(joined, end=hold_end or time.end, keys=held)
                if hold_end is None and is_times(line, found.end):
                    yield replace(joined, keys={**keys, "for": time.keys["for"]}, hold_ms=0)


def _side_by_side(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `15 left, 15 right`: the same on two sides."""
    for amount in (*_mere_reps(line, at, lexicon), *_timed(line, at, lexicon)):
        first = next(_one_side(line, amount.end, lexicon), None)
        if first is None or line.folded(first.end) not in (",", "/", "+", ";"):
            continue
        again_at = first.end + 1
        again_end = again_at + amount.end - at
        again = line.part(again_at, min(again_end, len(line)))
        second = next(_one_side(line, again_end, lexicon), None)
        if second is not None and again == line.part(at, amount.end):
            sides = [side for one in (first, second) for side in one.keys["sides"]]
            yield replace(amount, end=second.end, keys={**amount.keys, "sides": sides})


def _one_side(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    found = find_sides(line, at, lexicon, has_dose=True)
    return (part for part in found if isinstance(part.keys["sides"], list))


def _behind_times(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, str, bool]]:
    """Yield where a hold begins behind its number, what the number counts, and if `of` is said."""
    if is_times(line, at):
        yield at + 1, "times", False
    if line.is_spaced(at) and line.is_kind(at, "number"):
        yield at, "times", False
    for word, key in (("hold", "times"), ("rep", "reps")):
        end = lexicon.ends(word, line, at)
        if end is not None:
            link = end + 1 if is_times(line, end) else lexicon.ends("of", line, end)
            yield link or end, key, link is not None


def _timed(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the durations at `at` as parts with `for`; their hold would be as long."""
    for found in find_durations(line, at, lexicon):
        question = None
        if found.bare_m:
            question = f"`{line.part(at, found.end)}`: minutes or metres?"
        elif found.loose_dash:
            question = _dash_question(line, at, found.end)
        yield Part(
            "dose",
            at,
            found.end,
            {
                "for": _in_minutes(line, at, found.end)
                if found.bare_m
                else duration_value(line, at, found)
            },
            objections(line, at, found.end, found.fault),
            question,
            hold_ms=found.high_ms,
            quoted=found.quoted,
            hyphened=found.hyphened,
            bare_m=found.bare_m,
        )


def _in_minutes(line: TokenLine, at: int, end: int) -> Text:
    """Return `40 m` as minutes, so that they are seen to be what they are."""
    written = line.part(at, end)
    return Text(f"{line.part(at, end - 1)} min", written.span, inline=False)


def _time(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    yield from _timed(line, at, lexicon)


def _hold(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `30s hold`, `30s hold x 5`, `hold 30s`, `hold 10s x 10`."""
    for time in _timed(line, at, lexicon):
        end = lexicon.ends("hold", line, time.end)
        if end is not None:
            yield replace(time, end=end, keys={"hold": time.keys["for"]})
    start = lexicon.ends("hold", line, at)
    if start is not None and line.folded(at - 1) in tuple(",;:(-"):
        start = lexicon.ends("for", line, start) or start
        for time in _timed(line, start, lexicon):
            yield replace(time, start=at, keys={"hold": time.keys["for"]})


def _reps(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `x10`, `10 reps`, `10-rep`, and `10x` at an end."""
    if is_times(line, at):
        for found, part in counts(line, at + 1, lexicon):
            end = lexicon.ends("rep", line, found.end) or found.end
            if end > found.end or not has_unit(line, end, lexicon):
                value = count_value(line, at + 1, found)
                yield replace(part, start=at, end=end, keys={"reps": value}, question=None)
    for found, part in counts(line, at, lexicon):
        hyphen = line.folded(found.end) == "-" and not line.is_spaced(found.end + 1)
        end = lexicon.ends("rep", line, found.end + hyphen)
        if end is None and is_times(line, found.end) and not _goes_on(line, found.end + 1, lexicon):
            end = found.end + 1
        if end is not None:
            keys: dict[str, Value] = {"reps": count_value(line, at, found)}
            yield replace(part, end=end, keys=keys, hyphened=hyphen)


def _goes_on(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether an `x` before `at` multiplies what stands there."""
    return line.is_kind(at, "number") or line.is_kind(at, "clock") or not closes(line, at)


def _breaths(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `5 breaths` and `5 deep breaths`."""
    for found, part in counts(line, at, lexicon):
        adjective = lexicon.ends("breathing", line, found.end) or found.end
        end = lexicon.ends("breath", line, adjective)
        if end is not None:
            yield replace(part, end=end, keys={"breaths": count_value(line, at, found)})


def _distance(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `500 m`, `5 km`, `20 cal`. A bare `m` may also be minutes."""
    for found in find_distances(line, at, lexicon):
        written = line.part(at, found.end)
        value = written
        question = f"`{written}`: minutes or metres?" if found.bare_m else None
        yield Part(
            "dose", at, found.end, {"distance": value},
            objections(line, at, found.end, found.fault), question, bare_m=found.bare_m,
        )  # fmt: skip


def _max(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `max`, and `to failure`, which no programme can time."""
    end = lexicon.ends("max", line, at)
    if end is None and at > 0:
        end = lexicon.ends("amrap", line, at)
    failure = lexicon.ends("failure", line, at)
    if end is not None:
        end = lexicon.ends("rep", line, end) or end
        yield Part("dose", at, end, {"reps": Text("max", line.part(at, end).span, inline=False)})
    elif failure is not None:
        yield Part("dose", at, failure, {"reps": Text("max", line.part(at, failure).span, False)})


def _listed(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `10, 8, 6`, `10-8-6`, `20s, 30s, 40s`, each with a value a set, perhaps held."""
    for end, values in _number_lists(line, at, lexicon):
        if is_times(line, end):
            for time in _timed(line, end + 1, lexicon):
                held = lexicon.ends("hold", line, time.end)
                if held is not None:
                    keys: dict[str, Value] = {"reps": values, "hold": time.keys["for"]}
                    yield replace(time, start=at, end=held, keys=keys)
        if not has_unit(line, end, lexicon) and closes(line, end):
            yield Part("dose", at, end, {"reps": values})
        rep = lexicon.ends("rep", line, end)
        if rep is not None:
            yield Part("dose", at, rep, {"reps": values})
    tight = line.folded(at).split(",")
    if len(tight) > 2 and all(number.isdigit() for number in tight):
        written = line.part(at, at + 1)
        listed: list[Text] = [Text(number, written.span, inline=False) for number in tight]
        objection = Objection(written, f"`{written}` is no number: a list needs blanks")
        yield Part("dose", at, at + 1, {"reps": listed}, (objection,))
    times = _times_listed(line, at, lexicon)
    if times is not None:
        yield times
        hold = lexicon.ends("hold", line, times.end)
        if hold is not None:
            yield replace(times, end=hold, keys={"hold": times.keys["for"]})


def _number_lists(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, list[Text]]]:
    """Yield three or more counts between commas, or strictly falling ones between hyphens."""
    for mark in (",", "-"):
        places = [at]
        while (
            line.folded(places[-1] + 1) == mark
            and line.is_kind(places[-1] + 2, "number")
            and line.is_spaced(places[-1] + 2) is (mark == ",")
        ):
            places.append(places[-1] + 2)
        numbers = [line.folded(place) for place in places]
        if len(places) < 3 or not all(number.isdigit() for number in numbers):
            continue
        falling = all(int(one) > int(other) for one, other in pairwise(numbers))
        if mark == "," or falling:
            yield places[-1] + 1, [line.part(place, place + 1) for place in places]


def _times_listed(line: TokenLine, at: int, lexicon: Lexicon) -> Part | None:
    """Return three or more durations between commas; of two, a line has to say more."""
    found = [next(_timed(line, at, lexicon), None)]
    while found[-1] is not None and line.folded(found[-1].end) == ",":
        found.append(next(_timed(line, found[-1].end + 1, lexicon), None))
    times = [time for time in found if time is not None]
    if len(times) < 2 or any(time.question for time in times):
        return None
    objections = [objection for time in times for objection in time.objections]
    if len(times) == 2:
        written = line.part(at, times[-1].end)
        objections.append(Objection(written, f"`{written}` are two doses, one a set?"))
    return replace(
        times[-1],
        start=at,
        keys={"for": [time.keys["for"] for time in times]},
        objections=tuple(objections),
        hold_ms=max(time.hold_ms for time in times),
    )


def _bare(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield a mere number: a dose before a side and first in a line, elsewhere a question."""
    for found, part in counts(line, at, lexicon):
        end = found.end
        sided = any(find_sides(line, end, lexicon, has_dose=True))
        if has_unit(line, end, lexicon) or not (closes(line, end) or sided):
            continue
        yield from _same_twice_alone(line, at, found, part)
        keys: dict[str, Value] = {"reps": count_value(line, at, found)}
        opened = end + 1 if line.folded(end) in ("(", ",") else end
        before_side = any(find_sides(line, opened, lexicon, has_dose=True))
        before_side |= any("sets" in sets.keys for sets in find_sets(line, end, lexicon))
        leads = (
            at == 0
            and line.is_spaced(end)
            and line.is_kind(end, "word")
            and not (is_times(line, end))
        )
        if before_side or leads:
            yield replace(part, keys=keys, bare=True)
        elif at > 0:
            question = f"`{line.part(at, end)}` can be read two ways: repetitions or seconds?"
            yield replace(part, keys=keys, question=question, bare=True)
            seconds = f"{count_value(line, at, found)}s"
            as_time = Text(seconds, line.part(at, end).span, inline=False)
            yield replace(part, keys={"for": as_time}, question=question, bare=True)


def _same_twice_alone(line: TokenLine, at: int, found: FoundCount, part: Part) -> Iterator[Part]:
    """Yield `10/10`, which is each side; from 20 on it may be seconds on and off."""
    for twice in _same_twice(line, at, found, part):
        if found.low < 20:
            yield replace(twice, bare=True)
            continue
        question = (
            f"`{line.part(at, twice.end)}` can be read two ways: sides, or seconds on and off?"
        )
        yield replace(twice, question=question, bare=True)
        seconds = Text(f"{found.low}s", line.part(at, at + 1).span, inline=False)
        yield replace(twice, keys={"for": seconds, "rest": seconds}, question=question, bare=True)
