"""Misfits: what people write in a line though it has another place, and what they mean by it."""

from collections.abc import Iterator

from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.behind_dose import find_behind_dose
from voicecoach.language.short_form.intervals import find_intervals, seconds_at
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    Role,
    Rule,
    chain_end,
    closes,
    count_value,
    duration_value,
    is_times,
    misfit,
    near_unit,
    opens,
)
from voicecoach.language.short_form.sides import find_sides
from voicecoach.language.short_form.tails import rest_word
from voicecoach.text.document import Text


def find_misfits(
    line: TokenLine, at: int, lexicon: Lexicon, before: tuple[Part, ...]
) -> Iterator[Part]:
    """Yield the misfits that begin at `at` behind the parts `before`, each with its objection."""
    if opens(line, at):
        for rule in _ANYWHERE:
            yield from rule(line, at, lexicon)
        yield from find_behind_dose(line, at, lexicon, before)


def _weight(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `20 kg`, also behind `with` or `at`: a load without its `@`."""
    start = lexicon.ends("with", line, at) or at
    start = lexicon.ends("at", line, start) or start
    if not line.is_kind(start, "number"):
        return
    for unit in ("weight", "size"):
        end = lexicon.ends(unit, line, start + 1)
        if end is None:
            continue
        for last in dict.fromkeys((end, _end_of_words(line, end) if start > at else end)):
            written = line.part(start, last)
            objection = Objection(written, f"`{written}` is a load, and has an `@` before it")
            yield Part("load", at, last, {"load": written}, (objection,), parts_name=True)


def _end_of_words(line: TokenLine, at: int) -> int:
    while line.is_kind(at, "word"):
        at += 1
    return at


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
        message = "{} is neither a time nor a number of repetitions"
        value = duration_value(line, at + 1, found)
        yield misfit("dose", written, (at, found.end), {"for": value}, message)


def _total(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the 20 of `20 (10 each leg)`, which the doses of both sides come to."""
    if not line.is_kind(at, "number") or line.folded(at + 1) != "(":
        return
    for found in find_counts(line, at + 2, lexicon):
        if any(find_sides(line, found.end, lexicon, has_dose=True)):
            written = line.part(at, at + 1)
            message = f"{{}} and `{line.part(at + 2, found.end)}` are two doses"
            yield misfit("again", written, (at, at + 1), {}, message)


def _no_number(line: TokenLine, at: int, _lexicon: Lexicon) -> Iterator[Part]:
    """Yield an `x` at the end."""
    if is_times(line, at) and at == len(line) - 1 and at > 0:
        written = line.part(at, at + 1)
        ten = Text("10", written.span, inline=False)
        yield misfit("dose", written, (at, at + 1), {"reps": ten}, "no number stands behind the {}")


def _effort(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `easy`, `RPE 8` or `zone 2` at the end of what has a dose already."""
    end = lexicon.ends("effort", line, at)
    if end is None:
        return
    while line.is_kind(end, "number") or (line.folded(end) == "-" and not line.is_spaced(end)):
        end += 1
    if end == len(line) or line.folded(end) in (",", ")"):
        written = line.part(at, end)
        message = "{} has an `@` before it behind the dose"
        yield misfit("load", written, (at, end), {"load": written}, message)


def _tempo(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `2-0-2`, numbers that are no range and no list."""
    start = at + (line.folded(at) == "@")
    numbers_at = lexicon.ends("tempo", line, start) or start
    if not line.is_kind(numbers_at, "number"):
        return
    end = chain_end(line, numbers_at)
    if not 5 <= end - numbers_at <= 7:
        return
    written = line.part(numbers_at, end)
    end = lexicon.ends("tempo", line, end) or end
    breathes = lexicon.find("breathe", line, 0, len(line)) is not None
    question = "a `breath:` or a `tempo:`" if breathes else "a `tempo:`"
    message = f"{{}} is no dose: is it {question}?"
    for key in ("breath", "tempo") if breathes else ("tempo",):
        yield misfit("tempo", written, (at, end), {key: written}, message)


def _vague_rest(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `rest` and `rest as needed`, which do not say how long."""
    end = rest_word(line, at, lexicon)
    if end is None:
        return
    time_at = end + (line.folded(end) in (":", ",", "-", "="))
    if any(find_durations(line, time_at, lexicon)):
        return
    end = lexicon.ends("between", line, end) or lexicon.ends("as_needed", line, end) or end
    end = lexicon.ends("as_needed", line, end) or end
    written = line.part(at, end)
    minute = Text("60s", written.span, inline=False)
    message = "{} does not say how long"
    yield misfit("rest", written, (at, end), {"rest": minute}, message)


def _initial_of_rest(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `r60`, `r 2'` and `R=1'`, the first letter of a rest and its time."""
    if line.folded(at) not in ("r", lexicon.usual["rest"][0].casefold()):
        return
    time_at = at + 1 + (line.folded(at + 1) == "=")
    end, rest = seconds_at(line, time_at, lexicon)
    if rest is not None and closes(line, end):
        written = line.part(at, end)
        message = "{} is no word: a rest?"
        yield misfit("rest", written, (at, end), {"rest": rest}, message)


_ANYWHERE: tuple[Rule, ...] = (
    _weight, _inches, _effort, _tempo, find_intervals, _mistyped, _times_time, _total, _no_number,
    _vague_rest, _initial_of_rest,
)  # fmt: skip
