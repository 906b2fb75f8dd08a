"""Behind the dose: what people write there though it has another place, and what they mean."""

from collections.abc import Iterator

from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.paces import find_paces
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.parts import (
    Part,
    count_value,
    duration_value,
    is_times,
    misfit,
)
from voicecoach.language.short_form.sides import find_sides
from voicecoach.language.short_form.tails import find_tails

# Words that nothing is known about weigh more than any that have a place of their own.
_LEFT_OVER = 3


def find_behind_dose(
    line: TokenLine, at: int, lexicon: Lexicon, before: tuple[Part, ...]
) -> Iterator[Part]:
    """Yield what begins at `at` behind the parts `before`, each with its objection."""
    dose = next((part for part in before if part.role == "dose"), None)
    if dose is not None:
        yield from _hold_behind_reps(line, at, lexicon, dose)
        yield from _repeated_hold(line, at, lexicon, dose)
        yield from _second_time(line, at, lexicon, dose)
        yield from _pace_without_at(line, at, lexicon, dose)
        yield from _said_again(line, at, lexicon, before)
        yield from _a_day(line, at, lexicon)
        yield from _rest_without_word(line, at, lexicon, dose)
        yield from _rest_behind_slash(line, at, lexicon)
        yield from _with_something(line, at, lexicon)
        yield from _left_over(line, at, lexicon)


def _with_something(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `with a band` behind the dose: a load without its `@`."""
    start = lexicon.ends("with", line, at)
    end = start
    while end is not None and line.is_kind(end, "word"):
        end += 1
    if start is not None and end is not None and end > start:
        written = line.part(start, end)
        message = "{} has an `@` before it, as a load"
        yield misfit("load", written, (at, end), {"load": written}, message, weight=2)


def _hold_behind_reps(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `hold 5s` behind `x10`, also as a load: held repetitions are written otherwise."""
    if set(dose.keys) - {"reps", "sets"}:
        return
    start = at + (line.folded(at) == "@")
    start = lexicon.ends("with", line, start) or start
    word = lexicon.ends("hold", line, start)
    time_at = start if word is None else lexicon.ends("for", line, word) or word
    for found in find_durations(line, time_at, lexicon):
        end = found.end if word is not None else lexicon.ends("hold", line, found.end)
        if end is not None:
            written = line.part(at, end)
            message = "{} stands behind the repetitions: is each of them a hold?"
            held = duration_value(line, time_at, found)
            yield misfit("within", written, (at, end), {"hold": held}, message)


def _repeated_hold(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `repeat 10 times` behind a hold."""
    start = lexicon.ends("repeat", line, at)
    if start is None or set(dose.keys) not in ({"hold"}, {"for"}):
        return
    for found in find_counts(line, start, lexicon):
        end = lexicon.ends("rep", line, found.end) or found.end
        written = line.part(at, end)
        value = count_value(line, start, found)
        message = "{} stands behind the hold, not before it"
        yield misfit("sets", written, (at, end), {"times": value}, message)


def _pace_without_at(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `5:30/km` and `at 5:30/km` behind a distance, without its `@`."""
    if "distance" not in dose.keys:
        return
    start = lexicon.ends("at", line, at) or at
    for found in find_paces(line, start, lexicon):
        written = line.part(start, found.end)
        message = "{} is a pace, and has an `@` before it"
        yield misfit("within", written, (at, found.end), {"pace": written}, message)


def _second_time(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `2:30` behind `500 m` or `x10`, without its `in`."""
    if not {"distance", "reps"} & dose.keys.keys() or "hold" in dose.keys:
        return
    start = at + (line.folded(at) == "@" and "distance" in dose.keys)
    first = line.part(dose.start, dose.end)
    for found in find_durations(line, start, lexicon):
        written = line.part(start, found.end)
        message = f"`{first}` and {{}} are two doses without an `in`"
        value = duration_value(line, start, found)
        yield misfit("within", written, (at, found.end), {"for": value}, message)


def _rest_without_word(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `40s` behind `30s`, and `40s between sets`: what follows may be a rest."""
    for found in find_durations(line, at, lexicon):
        between = lexicon.ends("between", line, found.end)
        if between is None and "for" not in dose.keys:
            continue
        end = between or found.end
        written = line.part(at, end)
        message = f"`{line.part(dose.start, dose.end)}` and {{}} are two times: a rest?"
        value = duration_value(line, at, found)
        yield misfit("rest", written, (at, end), {"rest": value}, message)


def _a_day(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `3 times a day`, which is no part of one programme."""
    for found in find_counts(line, at, lexicon):
        behind = found.end + is_times(line, found.end)
        behind = lexicon.ends("rep", line, behind) or behind
        end = lexicon.ends("a_day", line, behind)
        if end is not None:
            written = line.part(at, end)
            message = "{}: how often a programme is done is no part of it"
            yield misfit("again", written, (at, end), {}, message)


def _said_again(
    line: TokenLine, at: int, lexicon: Lexicon, before: tuple[Part, ...]
) -> Iterator[Part]:
    """Yield a side, a load or a rest where the line has one already."""
    said = {part.role: part for part in before}
    found = [*find_sides(line, at, lexicon, has_dose=True), *find_tails(line, at, lexicon)]
    for part in found:
        again = part.role in said and part.role in ("sides", "load", "rest")
        sets_again = part.role == "sets" and "sets" in said["dose"].keys
        if again or sets_again:
            written = line.part(at, part.end)
            before_it = said["dose" if sets_again else part.role]
            first = line.part(before_it.start, before_it.end)
            message = f"{{}} says a second time what `{first}` says"
            yield misfit("again", written, (at, part.end), {}, message)


def _rest_behind_slash(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `/ 1 min` behind sets: the rest between them."""
    if line.folded(at) != "/" or not line.is_spaced(at + 1):
        return
    for found in find_durations(line, at + 1, lexicon):
        if found.end == len(line):
            written = line.part(at, found.end)
            value = duration_value(line, at + 1, found)
            message = "{} cannot be read here: a rest?"
            yield misfit("rest", written, (at, found.end), {"rest": value}, message)


def _left_over(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield all that is left of a line behind its dose: words to be said in the work?"""
    start, end = at, _rest_start(line, at, lexicon)
    while end > start and line.is_kind(start, "mark"):
        start += 1
    while end > start and line.folded(end - 1) in tuple("()[],;."):
        end -= 1
    if start < end and line.is_kind(start, "word"):
        written = line.part(start, end)
        message = "{} cannot be read here, behind the dose"
        stretch = (at, _rest_start(line, at, lexicon))
        yield misfit("tips", written, stretch, {"tips": written}, message, _LEFT_OVER)
    elif line.folded(at) == "@" and at == len(line) - 1:
        message = "no load stands behind the {}"
        yield misfit("load", line.part(at, at + 1), (at, at + 1), {}, message)


def _rest_start(line: TokenLine, at: int, lexicon: Lexicon) -> int:
    """Return where a rest begins behind a comma, or the end of the line."""
    for place in range(at + 1, len(line)):
        if line.folded(place) == ",":
            tails = find_tails(line, place + 1, lexicon)
            if any(part.role == "rest" and not part.objections for part in tails):
                return place
    return len(line)
