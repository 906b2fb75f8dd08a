"""Assembling: what the parts of a line come to together."""

from collections.abc import Mapping

from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.paces import find_paces
from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.language.short_form.holds import BEFORE_HOLD, LONGEST_REPEATED_HOLD_MS
from voicecoach.language.short_form.misfits import inches_question
from voicecoach.language.short_form.parts import Objection, Part, Value
from voicecoach.language.short_form.reading import Progress, Reading
from voicecoach.text.document import Text


def assembled(read: Progress, line: TokenLine, lexicon: Lexicon) -> Reading | None:
    """Return what has been read of a whole line, or None where its parts do not fit together."""
    keys: dict[str, Value] = {}
    for part in read.parts:
        if keys.keys() & part.keys.keys():
            return None
        keys |= part.keys
    dose = read.dose
    if (
        _has_no_bare_dose(read, line)
        or _takes_a_word(read, line, lexicon)
        or not _fits_pace(keys, dose, lexicon)
    ):
        return None
    if "repeats" in keys:
        if "reps" in keys:
            return None
        keys["times"] = keys.pop("repeats")
    if (read.has("within") and dose is None) or {"times", "sets"} <= keys.keys():
        return None
    if "tempo" in keys and "breaths" in keys:
        return None
    if "breath" in keys:
        if "for" in keys:
            return None
        if "reps" in keys:
            keys["breaths"] = keys.pop("reps")
    note = _resolve_times(keys, 0 if dose is None else dose.hold_ms, lexicon.usual)
    if read.name:
        keys["exercise"] = _name(read, line)
    return Reading(
        keys,
        _rank(read, line),
        tuple(objection for part in read.parts for objection in part.objections),
        _question(read, keys, line, lexicon),
        note,
        bare=dose is not None and dose.bare,
    )


def _has_no_bare_dose(read: Progress, line: TokenLine) -> bool:
    """Return whether a bare number is no dose where it stands."""
    dose = read.dose
    twice = dose is not None and dose.question and line.folded(dose.start + 1) == "/"
    if twice and read.has("sets"):
        return True  # `90/90 stretch x5`
    last = read.name[-1][1] - 1 if read.name else 0
    if dose is not None and dose.bare and read.name and line.is_kind(last, "number"):
        return True  # `Lunges 12 (6 each side)`
    leads = dose is not None and dose.bare and dose.start == 0
    return leads and not (read.name and dose is not None and read.name[0][0] >= dose.end)


def _takes_a_word(read: Progress, line: TokenLine, lexicon: Lexicon) -> bool:
    """Return whether the name takes a word of a time beside it: `40s hold`, `rest 4s`."""
    dose = read.dose
    if dose is None:
        return False
    rests = [part.start for part in read.parts if part.role == "rest" and not part.objections]
    if "for" in dose.keys and dose.end not in rests and lexicon.ends("rest", line, dose.end):
        return True
    for start, end in read.name:
        if start == dose.end and lexicon.ends("hold", line, start) == end:
            return True
        if end == dose.start and "for" in dose.keys:
            is_rest = lexicon.ends("rest", line, end - 1) == end
            return is_rest or _takes_hold(read, line, end - 1, lexicon)
    return False


def _takes_hold(read: Progress, line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether `hold` ends the name though it stands behind a mark, or is done many times."""
    dose = read.dose
    if dose is None or lexicon.ends("hold", line, at) != at + 1:
        return False
    is_short = dose.hold_ms <= LONGEST_REPEATED_HOLD_MS
    repeated = any({"times", "repeats"} & part.keys.keys() for part in read.parts)
    return line.folded(at - 1) in BEFORE_HOLD or (is_short and repeated)


def _fits_pace(keys: dict[str, Value], dose: Part | None, lexicon: Lexicon) -> bool:
    """Return whether a pace stands with a distance: what has one is no load of minutes."""
    if "pace" in keys:
        return "distance" in keys
    if "load" not in keys:
        return True
    if "distance" in keys and _is_time(keys["load"], lexicon):
        return False
    if not _is_pace(keys["load"], lexicon):
        return True
    is_metres = dose is not None and dose.bare_m and not _is_far_pace(keys, lexicon)
    return "distance" not in keys and not is_metres


def _question(
    read: Progress, keys: dict[str, Value], line: TokenLine, lexicon: Lexicon
) -> Objection | None:
    """Return the question that remains once all is together."""
    is_timed = "for" in keys or "pace" in keys
    if "distance" in keys and is_timed and not _is_far_pace(keys, lexicon):
        return None
    question = next((part.question for part in read.parts if part.question), None)
    dose = read.dose
    if question is None and dose is not None and dose.quoted and read.has("sets"):
        return inches_question(line.part(dose.start, dose.end))
    return question


def _rank(read: Progress, line: TokenLine) -> tuple[int, int, int]:
    """Return where what says how much begins, the length of the name, and the number of parts."""
    amounts = [part.start for part in read.parts if part.role in ("dose", "sets")]
    named = sum(end - start for start, end in read.name)
    return (len(line) + 1 if read.dose is None else amounts[0], named, len(read.parts))


def _resolve_times(keys: dict[str, Value], hold_ms: int, word: Mapping[str, str]) -> str | None:
    """Make of `times` repetitions of a short hold, or sets of anything else; return the note."""
    times = keys.pop("times", None)
    if times is None:
        return None
    hold = keys.get("hold")
    if hold is None or "reps" in keys or isinstance(hold, list):
        keys["sets"] = times
        return None
    if str(times).strip() == "1":
        return None
    if "rest" in keys or hold_ms > LONGEST_REPEATED_HOLD_MS:
        keys["sets"] = times
        other = f"{times} {word['rep']} {word['of']} {hold} {word['hold']}"
        return f"{times} sets of a hold; {times} held repetitions are `{other}`"
    keys["reps"] = times
    other = f"{times} {word['set']} {word['of']} {hold} {word['hold']}"
    return f"{times} held repetitions; {times} sets of a hold are `{other}`"


def _name(read: Progress, line: TokenLine) -> Text:
    pieces = [line.part(start, end) for start, end in read.name]
    if len(pieces) == 1:
        return pieces[0]
    return Text(" ".join(pieces), line.text.span, inline=False)


def _is_time(value: Value, lexicon: Lexicon) -> bool:
    line = tokens_of(value) if isinstance(value, Text) else None
    return line is not None and any(
        time.end == len(line) for time in find_durations(line, 0, lexicon)
    )


def _is_pace(value: Value, lexicon: Lexicon) -> bool:
    line = tokens_of(value) if isinstance(value, Text) else None
    return line is not None and any(pace.end == len(line) for pace in find_paces(line, 0, lexicon))


def _is_far_pace(keys: dict[str, Value], lexicon: Lexicon) -> bool:
    """Return whether a pace per kilometre or mile stands on the line: a bare `m` is asked then."""
    value = keys.get("pace") or keys.get("load")
    line = tokens_of(value) if isinstance(value, Text) else None
    if line is None or not _is_pace(line.text, lexicon):
        return False
    last = len(line) - 1
    return any(lexicon.ends(unit, line, last) is not None for unit in ("kilometre", "mile"))
