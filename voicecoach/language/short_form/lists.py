"""Lists: a value a set, as `10, 8, 6`, `10-8-6` or `20s, 30s, 40s`."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.amounts import timed
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    Value,
    closes,
    has_unit,
    is_times,
)
from voicecoach.text.document import Text


def find_lists(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `10, 8, 6`, `10-8-6`, `20s, 30s, 40s`, each with a value a set, perhaps held."""
    for end, values in _number_lists(line, at):
        if is_times(line, end):
            for time in timed(line, end + 1, lexicon):
                held = lexicon.ends("hold", line, time.end)
                if held is not None:
                    keys: dict[str, Value] = {"reps": values, "hold": time.keys["for"]}
                    yield replace(time, start=at, end=held, keys=keys)
        if not has_unit(line, end, lexicon) and closes(line, end):
            yield Part("dose", at, end, {"reps": values})
        unit_end = _unit_end(line, end - 1, lexicon)
        if unit_end > end:
            unit = line.part(end, unit_end)
            united = [Text(f"{value}{unit}", value.span, inline=False) for value in values]
            yield Part("dose", at, unit_end, {"for": united})
        rep = lexicon.ends("rep", line, end)
        if rep is not None:
            yield Part("dose", at, rep, {"reps": values})
    yield from _with_slashes(line, at)
    yield from _joined_times(line, at, lexicon)
    yield from _behind_their_number(line, at)
    tight = line.folded(at).split(",")
    if len(tight) > 2 and all(number.isdigit() for number in tight):
        written = line.part(at, at + 1)
        listed: list[Text] = [Text(number, written.span, inline=False) for number in tight]
        objection = Objection(written, f"`{written}` is no number: a list needs blanks")
        yield Part("dose", at, at + 1, {"reps": listed}, (objection,))
    for times in _times_listed(line, at, lexicon):
        yield times
        hold = lexicon.ends("hold", line, times.end)
        if hold is not None:
            yield replace(times, end=hold, keys={"hold": times.keys["for"]})


def _with_slashes(line: TokenLine, at: int) -> Iterator[Part]:
    """Yield `10/8/6`, perhaps behind an `x`: a list without commas."""
    places = [at + is_times(line, at)]
    while line.folded(places[-1] + 1) == "/" and line.is_kind(places[-1] + 2, "number"):
        places.append(places[-1] + 2)
    if len(places) > 2 and line.is_kind(places[0], "number"):
        written = line.part(at, places[-1] + 1)
        listed = [line.part(place, place + 1) for place in places]
        objection = Objection(written, f"`{written}` is no list: one has commas")
        yield Part("dose", at, places[-1] + 1, {"reps": listed}, (objection,))


def _joined_times(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `30-45-60s` and `60s/45s/30s`: times without commas."""
    for mark in ("-", "/"):
        places, unit_end = [at], _unit_end(line, at, lexicon)
        while line.folded(unit_end) == mark and line.is_kind(unit_end + 1, "number"):
            places.append(unit_end + 1)
            unit_end = _unit_end(line, unit_end + 1, lexicon)
        unit = line.part(places[-1] + 1, unit_end)
        if len(places) > 2 and unit:
            written = line.part(at, unit_end)
            texts = [f"{line.part(place, place + 1)}{unit}" for place in places]
            times = [Text(text, written.span, inline=False) for text in texts]
            objection = Objection(written, f"`{written}` is no list: one has commas")
            yield Part("dose", at, unit_end, {"for": times}, (objection,))


def _unit_end(line: TokenLine, at: int, lexicon: Lexicon) -> int:
    """Return where the unit ends that may stand behind the number at `at`."""
    ends = (lexicon.ends(unit, line, at + 1) for unit in ("second", "minute"))
    return next((end for end in ends if end is not None), at + 1)


def _behind_their_number(line: TokenLine, at: int) -> Iterator[Part]:
    """Yield `3x12, 10, 8`: a list whose length is said as well."""
    if not line.is_kind(at, "number") or not is_times(line, at + 1):
        return
    for end, values in _number_lists(line, at + 2):
        if line.folded(at) == str(len(values)):
            written = line.part(at, end)
            objection = Objection(written, f"`{written}`: a list says by itself how many sets")
            yield Part("dose", at, end, {"reps": values}, (objection,))


def _number_lists(line: TokenLine, at: int) -> Iterator[tuple[int, list[Text]]]:
    """Yield three or more counts between commas, or strictly falling ones between hyphens."""
    for mark in (",", "-") if line.is_kind(at, "number") else ():
        places = [at]
        while (
            line.folded(places[-1] + 1) == mark
            and line.is_kind(places[-1] + 2, "number")
            and line.is_spaced(places[-1] + 2) is (mark == ",")
        ):
            places.append(places[-1] + 2)
        numbers = [line.folded(place) for place in places]
        if len(places) < 3 or not all(number.isdecimal() for number in numbers):
            continue
        falling = all(Decimal(one) > Decimal(other) for one, other in pairwise(numbers))
        # Behind a comma a rest may stand, whose number is none of the list's.
        lengths = range(len(places), 2, -1) if mark == "," else [len(places)] * falling
        for length in lengths:
            values = [line.part(place, place + 1) for place in places[:length]]
            yield places[length - 1] + 1, values


def _times_listed(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield three or more durations between commas; of two, a line has to say more."""
    found = [next(timed(line, at, lexicon), None)]
    while found[-1] is not None and line.folded(found[-1].end) == ",":
        found.append(next(timed(line, found[-1].end + 1, lexicon), None))
    times = [time for time in found if time is not None]
    if any(time.question for time in times):
        return
    for length in range(len(times), 1, -1):
        yield _list_of(times[:length], line)


def _list_of(times: list[Part], line: TokenLine) -> Part:
    """Return the part of several times, one a set."""
    objections = [objection for time in times for objection in time.objections]
    if len(times) == 2:
        written = line.part(times[0].start, times[1].end)
        objections.append(Objection(written, f"`{written}` are two doses, one a set?"))
    return replace(
        times[-1],
        start=times[0].start,
        keys={"for": [value for time in times if isinstance(value := time.keys["for"], Text)]},
        objections=tuple(objections),
        hold_ms=max(time.hold_ms for time in times),
    )
