"""Tails: what may stand around name and dose: a time to do it in, sets, a load, a rest."""

from collections.abc import Iterator

from msgspec.structs import replace

from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.paces import find_paces
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.parts import (
    UNITS,
    Objection,
    Part,
    chain_end,
    closes,
    count_value,
    duration_value,
    is_times,
    objections,
    opens,
)
from voicecoach.language.short_form.sides import find_sides
from voicecoach.text.document import Text


def find_within(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `in 60s` and, for a distance, `@ 6:00/km`."""
    start = lexicon.ends("in", line, at)
    if start is not None:
        yield from _times(line, start, lexicon, Part("within", at, start, {}), "for")
    if line.folded(at) == "@":
        for found in find_paces(line, at + 1, lexicon):
            faults = objections(line, at + 1, found.end, found.fault)
            pace = line.part(at + 1, found.end)
            yield Part("within", at, found.end, {"pace": pace}, faults)


def find_sets(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `x 3`, `3 sets` and `3x` by themselves, as behind a dose."""
    start = lexicon.ends("for", line, at) or at
    start += is_times(line, start)
    for found in find_counts(line, start, lexicon):
        value = count_value(line, start, found)
        if start > at and _is_measured(line, found.end, lexicon):
            continue
        for end, key in _behind_number_of_sets(line, found.end, lexicon, start > at):
            if closes(line, end):
                faults = objections(line, at, end, found.fault)
                yield Part("sets", at, end, {key: value}, faults)


def _is_measured(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether the number before `at` is that of a time, a distance or a weight."""
    return lexicon.meaning(UNITS, line, at) is not None


def _behind_number_of_sets(
    line: TokenLine, at: int, lexicon: Lexicon, is_led: bool
) -> Iterator[tuple[int, str]]:
    """Yield where a number of sets ends, which something leads to, and the key that it is for."""
    sets = lexicon.ends("set", line, at)
    times = lexicon.ends("rep", line, at)
    if sets is not None:
        yield sets, "sets"
    elif times is not None:
        yield times, "repeats"
    elif is_led:
        yield at, "times"
    elif is_times(line, at):
        yield at + 1, "times"


def find_load(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `@ 20 kg`, which goes on up to a comma, another `@`, a side or a rest."""
    if line.folded(at) != "@" or at + 1 >= len(line):
        return
    end = at + 1
    while end < len(line) and line.folded(end) not in (",", "@", ";", ")"):
        begins = end > at + 1 and line.is_spaced(end)
        inside = end + (line.folded(end) == "(")
        if begins and (_is_other_tail(line, inside, lexicon) or _leads_to_time(line, end, lexicon)):
            break
        end += 1
    if end < len(line) and line.folded(end - 1) == "-":
        end -= 1  # `@ 5 kg - 60s rest`: a dash between parts
    spaced = [place for place in range(at + 2, end) if line.is_spaced(place)]
    sets = [place for place in spaced if _are_sets(line, place, end, lexicon)]
    doses = [
        place for place in spaced if is_times(line, place + 1) and line.is_kind(place, "number")
    ]
    for load_end in (*(sets or [end]), *doses):
        if load_end > at + 1 and not _is_no_load(line, at + 1, load_end, lexicon):
            yield Part("load", at, load_end, {"load": line.part(at + 1, load_end)})


def _is_other_tail(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether a side or a rest begins here."""
    sides = find_sides(line, at, lexicon, has_dose=True)
    return any(sides) or any(not rest.objections for rest in find_rest(line, at, lexicon))


def _leads_to_time(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether `in 60s` or `for 60s` begins here."""
    start = lexicon.ends("in", line, at) or lexicon.ends("for", line, at)
    return start is not None and any(find_durations(line, start, lexicon))


def _are_sets(line: TokenLine, at: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether `x 3` or `3 sets` is all that stands up to `end`."""
    return any(sets.end == end for sets in find_sets(line, at, lexicon))


def _is_no_load(line: TokenLine, at: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a side, a rest, `3x10`, `5s hold` or the numbers of a tempo stand here."""
    if _is_other_tail(line, at, lexicon):
        return True
    if line.is_kind(at, "number") and is_times(line, at + 1) and at + 3 == end:
        return True
    times = find_durations(line, at, lexicon)
    is_hold = any(lexicon.ends("hold", line, time.end) == end for time in times)
    return is_hold or (chain_end(line, at) > at + 4 and line.is_kind(at, "number"))


def find_rest(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `rest 30s`, `30s rest`, `with 15s rest`, `pause of 1 min between sets`, `no rest`."""
    start = lexicon.ends("with", line, at) or lexicon.ends("then", line, at) or at
    none = lexicon.ends("without", line, at)
    if none is not None:
        end = rest_word(line, none, lexicon)
        if end is not None:
            zero = Text("0", line.part(at, end).span, inline=False)
            yield Part("rest", at, _behind_rest(line, end, lexicon), {"rest": zero})
    word = rest_word(line, start, lexicon)
    if word is not None:
        behind = _behind_rest(line, word, lexicon)
        time_at = behind + (line.folded(behind) in tuple(":.,-=("))
        for link in ("of", "for"):
            time_at = lexicon.ends(link, line, time_at) or time_at
        yield from _resting(line, time_at, lexicon, Part("rest", at, time_at, {}))
    for found in find_durations(line, start, lexicon):
        after = lexicon.ends("of", line, found.end) or found.end
        end = rest_word(line, after, lexicon)
        if end is not None:
            value = duration_value(line, start, found)
            end = _behind_rest(line, end, lexicon)
            faults = objections(line, start, found.end, found.fault)
            yield Part("rest", at, end, {"rest": value}, faults)


def rest_word(line: TokenLine, at: int, lexicon: Lexicon) -> int | None:
    """Return where a word for a rest ends that begins at `at`, or None."""
    return lexicon.ends("rest", line, at) or lexicon.ends("recovery", line, at)


def _resting(line: TokenLine, at: int, lexicon: Lexicon, part: Part) -> Iterator[Part]:
    """Yield rests whose time is at `at`; a mere number is seconds, which has to be written."""
    opened = line.folded(at - 1) == "("
    for found in _times(line, at, lexicon, part, "rest"):
        closed = opened and line.folded(found.end) == ")"
        end = _behind_rest(line, found.end + closed, lexicon)
        yield replace(found, end=end)
    if line.is_kind(at, "number") and closes(line, at + 1):
        number = line.part(at, at + 1)
        if number.strip("0") == "":
            yield replace(part, end=at + 1, keys={"rest": number})
        else:
            message = f"`{line.part(part.start, at + 1)}` does not say in what: seconds or minutes?"
            seconds = Text(f"{number}s", number.span, inline=False)
            objection = Objection(number, message)
            yield replace(part, end=at + 1, keys={"rest": seconds}, objections=(objection,))


def _behind_rest(line: TokenLine, at: int, lexicon: Lexicon) -> int:
    return lexicon.ends("between", line, at) or at


def _times(line: TokenLine, at: int, lexicon: Lexicon, part: Part, key: str) -> Iterator[Part]:
    for found in find_durations(line, at, lexicon):
        if closes(line, found.end):
            faults = objections(line, at, found.end, found.fault)
            value = duration_value(line, at, found)
            yield replace(part, end=found.end, keys={key: value}, objections=faults)


TAILS = (find_within, find_sets, find_load, find_rest)


def find_tails(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield what may stand around name and dose and begins at `at`, other than sides."""
    if opens(line, at):
        for rule in TAILS:
            yield from rule(line, at, lexicon)
