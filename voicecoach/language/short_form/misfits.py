"""Misfits: what people write in a line though it has another place, and what they mean by it."""

from collections.abc import Iterator

from voicecoach.language.counts import find_counts
from voicecoach.language.durations import find_durations
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    Role,
    Rule,
    closes,
    count_value,
    duration_value,
    is_times,
    near_unit,
    opens,
)
from voicecoach.language.short_form.sides import find_sides
from voicecoach.language.short_form.tails import find_tails, rest_word
from voicecoach.language.tokens import TokenLine
from voicecoach.text.document import Text

# Words that nothing is known about weigh more than any that have a place of their own.
_LEFT_OVER = 3


def find_misfits(
    line: TokenLine, at: int, lexicon: Lexicon, before: tuple[Part, ...]
) -> Iterator[Part]:
    """Yield the misfits that begin at `at` behind the parts `before`, each with its objection."""
    if not opens(line, at):
        return
    for rule in _ANYWHERE:
        yield from rule(line, at, lexicon)
    dose = next((part for part in before if part.role == "dose"), None)
    if dose is not None:
        yield from _hold_behind_reps(line, at, lexicon, dose)
        yield from _second_time(line, at, lexicon, dose)
        yield from _said_again(line, at, lexicon, before)
        yield from _rest_behind_slash(line, at, lexicon)
        yield from _repeated_hold(line, at, lexicon, dose)
        yield from _left_over(line, at)


def _weight(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `20 kg`, also behind `with` or `at`: a load without its `@`."""
    start = lexicon.ends("with", line, at) or at
    start = start + 1 if line.folded(start) == "at" else start
    if not line.is_kind(start, "number"):
        return
    for unit in ("weight", "size"):
        end = lexicon.ends(unit, line, start + 1)
        if end is not None:
            written = line.part(start, end)
            objection = Objection(written, f"`{written}` is a load, and has an `@` before it")
            yield Part("load", at, end, {"load": written}, (objection,))


def inches_question(written: Text) -> Objection:
    """Return the question of `24"` where another dose stands on the line."""
    return Objection(written, f"`{written}` can be read two ways: a time, or inches?")


def _inches(line: TokenLine, at: int, _lexicon: Lexicon) -> Iterator[Part]:
    """Yield `24"`, the height of a box."""
    if line.is_kind(at, "number") and line.folded(at + 1) == '"' and not line.is_spaced(at + 1):
        written = line.part(at, at + 2)
        inches = Text(f"{line.part(at, at + 1)} inches", written.span, inline=False)
        question = inches_question(written)
        yield Part("load", at, at + 2, {"load": inches}, (question,), question)


def _mistyped(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `20 secnds`."""
    for found in find_counts(line, at, lexicon):
        unit = near_unit(line, found.end, lexicon)
        if unit is None:
            continue
        written = line.part(at, found.end + 1)
        word = line.part(found.end, found.end + 1)
        objection = Objection(written, f"`{word}` is no unit")
        number = count_value(line, at, found)
        key = {"rep": "reps", "set": "sets", "breath": "breaths"}.get(unit, "for")
        time = Text(
            f"{number}{'' if unit == 'second' else ' '}{lexicon.usual[unit]}", written.span, False
        )
        role: Role = "sets" if key == "sets" else "dose"
        value = time if key == "for" else number
        yield Part(role, at, found.end + 1, {key: value}, (objection,))


def _times_time(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `x 40s`, which is neither a time nor repetitions."""
    if not is_times(line, at):
        return
    for found in find_durations(line, at + 1, lexicon):
        written = line.part(at, found.end)
        message = f"`{written}` is neither a time nor a number of repetitions"
        value = duration_value(line, at + 1, found)
        yield Part("dose", at, found.end, {"for": value}, (Objection(written, message),))


def _no_number(line: TokenLine, at: int, _lexicon: Lexicon) -> Iterator[Part]:
    """Yield an `x` at the end."""
    if is_times(line, at) and at == len(line) - 1 and at > 0:
        written = line.part(at, at + 1)
        ten = Text("10", written.span, inline=False)
        yield Part(
            "dose", at, at + 1, {"reps": ten}, (Objection(written, "no number stands here"),)
        )


def _left_over(line: TokenLine, at: int) -> Iterator[Part]:
    """Yield all that is left of a line behind its dose: words to be said in the work?"""
    start, end = at, len(line)
    while end > start and line.is_kind(start, "mark"):
        start += 1
    while end > start and line.folded(end - 1) in tuple("()[],;."):
        end -= 1
    if start < end and line.is_kind(start, "word"):
        written = line.part(start, end)
        message = f"`{written}` cannot be read here, behind the dose"
        yield Part(
            "tips",
            at,
            len(line),
            {"tips": written},
            (Objection(written, message, weight=_LEFT_OVER),),
        )
    elif line.folded(at) == "@" and at == len(line) - 1:
        written = line.part(at, at + 1)
        yield Part("load", at, at + 1, {}, (Objection(written, "no load stands behind the `@`"),))


def _effort(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `easy` at the end of what has a dose already."""
    end = lexicon.ends("easy", line, at)
    if end is not None and (end == len(line) or line.folded(end) in (",", ")")):
        written = line.part(at, end)
        objection = Objection(written, f"`{written}` has an `@` before it behind the dose")
        yield Part("load", at, end, {"load": written}, (objection,))


def _tempo(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `2-0-2`, numbers that are no range and no list."""
    numbers_at = lexicon.ends("tempo", line, at) or at
    end = numbers_at
    while (
        line.is_kind(end, "number")
        and line.folded(end + 1) == "-"
        and (line.is_kind(end + 2, "number"))
    ):
        end += 2
    end += 1
    if not 5 <= end - numbers_at <= 7:
        return
    written = line.part(numbers_at, end)
    message = f"`{written}` is no dose: is it a tempo?"
    yield Part("tempo", at, end, {"tempo": written}, (Objection(written, message),))


def _intervals(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `20/10 x 8` and `8 x 20s/10s`: work and rest, so many times."""
    for times_at, times in _multiplied(line, at, lexicon):
        ends = list(_on_and_off(line, times_at, lexicon))
        for end, work, rest in ends:
            if times is not None:
                yield _interval_part(line, at, end, times, work, rest)
            elif is_times(line, end):
                for found in find_counts(line, end + 1, lexicon):
                    value = count_value(line, end + 1, found)
                    yield _interval_part(line, at, found.end, value, work, rest)
            elif line.folded(end - 1) == "off" or _has_units(line, at, end):
                eight = Text("8", line.part(at, end).span, inline=False)
                yield _interval_part(line, at, end, eight, work, rest)


def _multiplied(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, Text | None]]:
    yield at, None
    for found in find_counts(line, at, lexicon):
        if is_times(line, found.end):
            opened = line.folded(found.end + 1) == "("
            yield found.end + 1 + opened, count_value(line, at, found)


def _on_and_off(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, Text, Text]]:
    """Yield where `20/10`, `20s/10s` or `20s on, 10s off` ends, with both times."""
    work_end, work = _seconds(line, at, lexicon)
    if work is None:
        return
    is_on = line.folded(work_end) == "on"
    work_end += is_on
    if line.folded(work_end) in ("/", ","):
        work_end += 1
    elif not is_on:
        return
    rest_end, rest = _seconds(line, work_end, lexicon)
    if rest is None:
        return
    rest_end += line.folded(rest_end) == "off"
    rest_end += line.folded(rest_end) == ")"
    yield rest_end, work, rest


def _has_units(line: TokenLine, at: int, end: int) -> bool:
    """Return whether both times of `30s/20s` have a unit."""
    words = sum(line.is_kind(place, "word") for place in range(at, end))
    return words >= 2


def _seconds(line: TokenLine, at: int, lexicon: Lexicon) -> tuple[int, Text | None]:
    for found in find_durations(line, at, lexicon):
        return found.end, duration_value(line, at, found)
    if not line.is_kind(at, "number"):
        return at, None
    number = line.part(at, at + 1)
    return at + 1, Text(f"{number}s", number.span, inline=False)


def _interval_part(line: TokenLine, at: int, end: int, times: Text, work: Text, rest: Text) -> Part:
    written = line.part(at, end)
    objection = Objection(written, f"`{written}` is no dose: intervals of work and rest?")
    return Part("dose", at, end, {"sets": times, "for": work, "rest": rest}, (objection,))


def _vague_rest(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `rest` and `rest as needed`, which do not say how long."""
    end = rest_word(line, at, lexicon)
    if end is None:
        return
    end = lexicon.ends("between", line, end) or lexicon.ends("as_needed", line, end) or end
    end = lexicon.ends("as_needed", line, end) or end
    written = line.part(at, end)
    objection = Objection(written, f"`{written}` does not say how long")
    minute = Text("60s", written.span, inline=False)
    yield Part("rest", at, end, {"rest": minute}, (objection,))


def _glued_rest(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `r60`, the first letter of a rest and its seconds."""
    initial = lexicon.usual["rest"][0].casefold()
    if (
        line.folded(at) in ("r", initial)
        and line.is_kind(at + 1, "number")
        and not (line.is_spaced(at + 1))
    ):
        end, rest = _seconds(line, at + 1, lexicon)
        written = line.part(at, end)
        objection = Objection(written, f"`{written}` is no word: a rest?")
        if rest is not None and closes(line, end):
            yield Part("rest", at, end, {"rest": rest}, (objection,))


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
            message = f"`{written}` stands behind the repetitions: is each of them a hold?"
            held = duration_value(line, time_at, found)
            yield Part("within", at, end, {"hold": held}, (Objection(written, message),))


def _repeated_hold(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `repeat 10 times` behind a hold."""
    start = lexicon.ends("repeat", line, at)
    if start is None or set(dose.keys) != {"hold"}:
        return
    for found in find_counts(line, start, lexicon):
        end = lexicon.ends("rep", line, found.end) or found.end
        written = line.part(at, end)
        objection = Objection(written, f"`{written}` stands behind the hold, not before it")
        value = count_value(line, start, found)
        yield Part("sets", at, end, {"times": value}, (objection,))


def _second_time(line: TokenLine, at: int, lexicon: Lexicon, dose: Part) -> Iterator[Part]:
    """Yield `2:30` behind `500 m` or `x10`, without its `in`."""
    if not {"distance", "reps"} & dose.keys.keys() or "hold" in dose.keys:
        return
    for found in find_durations(line, at, lexicon):
        written = line.part(at, found.end)
        message = (
            f"`{line.part(dose.start, dose.end)}` and `{written}` are two doses without an `in`"
        )
        value = duration_value(line, at, found)
        yield Part("within", at, found.end, {"for": value}, (Objection(written, message),))


def _said_again(
    line: TokenLine, at: int, lexicon: Lexicon, before: tuple[Part, ...]
) -> Iterator[Part]:
    """Yield a side, a load or a rest where the line has one already."""
    said = {part.role: part for part in before}
    found = [*find_sides(line, at, lexicon, has_dose=True), *find_tails(line, at, lexicon)]
    for part in found:
        if part.role in said and part.role in ("sides", "load", "rest"):
            written = line.part(at, part.end)
            first = line.part(said[part.role].start, said[part.role].end)
            message = f"`{written}` says a second time what `{first}` says"
            yield Part("again", at, part.end, {}, (Objection(written, message),))


def _rest_behind_slash(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `/ 1 min` behind sets: the rest between them."""
    if line.folded(at) != "/" or not line.is_spaced(at + 1):
        return
    for found in find_durations(line, at + 1, lexicon):
        if found.end == len(line):
            written = line.part(at, found.end)
            objection = Objection(written, f"`{written}` cannot be read here: a rest?")
            value = duration_value(line, at + 1, found)
            yield Part("rest", at, found.end, {"rest": value}, (objection,))


_ANYWHERE: tuple[Rule, ...] = (
    _weight, _inches, _effort, _tempo, _intervals, _mistyped, _times_time, _no_number, _vague_rest,
    _glued_rest,
)  # fmt: skip
