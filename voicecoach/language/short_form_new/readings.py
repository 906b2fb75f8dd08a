"""Readings: every way in which a whole line can be understood, with each token used.

A line has at most one name, one dose and one of each tail. All complete readings are found, also
those with an objection, which say what was meant; which of them counts is decided elsewhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from voicecoach.language.lexicon import Lexicon
from voicecoach.language.pace import find_paces
from voicecoach.language.short_form_new.doses import find_doses
from voicecoach.language.short_form_new.misfits import find_misfits, inches_question
from voicecoach.language.short_form_new.parts import Objection, Part, Value, closes, opens
from voicecoach.language.short_form_new.sides import find_sides
from voicecoach.language.short_form_new.tails import find_tails
from voicecoach.language.tokens import TokenLine, tokens_of
from voicecoach.text.document import Text

# Up to this long, a counted hold is one of so many repetitions; a longer one is a set.
LONGEST_REPEATED_HOLD_MS = 15_000
_SEPARATORS = tuple(",;:|=.-…!")
# What stands beside a number and says no more than `about`.
_ABOUT_MARKS = tuple("~>≥≈<≤*")
_MOST_READINGS = 200
_DOSE_KEYS = ("for", "hold", "reps", "breaths", "distance")


@dataclass(frozen=True, slots=True)
class Reading:
    """A line understood: the keys that it stands for, among them the name as `exercise`.

    `rank` has where its dose begins, beyond the line where there is none, and how many tokens are
    left to the name: the least comes first. A `question` says that it is one of several readings;
    objections, that the line cannot stand as it is. `note` is what `check` tells about the reading
    that was taken.
    """

    keys: Mapping[str, Value]
    rank: tuple[int, int]
    objections: tuple[Objection, ...] = ()
    question: str | None = None
    note: str | None = None
    bare: bool = False

    @property
    def weight(self) -> int:
        """How much there is to object."""
        return sum(objection.weight for objection in self.objections)

    @property
    def has_dose(self) -> bool:
        """Whether it says how much."""
        return any(key in self.keys for key in _DOSE_KEYS)


@dataclass(frozen=True, slots=True)
class _State:
    """What has been read of a line: its parts, and the stretches of tokens that are its name."""

    at: int = 0
    parts: tuple[Part, ...] = ()
    name: tuple[tuple[int, int], ...] = ()
    open_brackets: int = 0

    def has(self, role: str) -> bool:
        return any(part.role == role for part in self.parts)

    @property
    def name_may_begin(self) -> bool:
        """Whether the name is still to come, or goes on behind `5-minute`."""
        last = self.parts[-1] if self.parts else None
        goes_on = last is not None and last.hyphened and len(self.name) == 1
        return not self.name or (goes_on and last is not None and last.end == self.at)


def readings(line: TokenLine, lexicon: Lexicon) -> list[Reading]:
    """Return the complete readings of a line, those whose dose comes first before the others."""
    found: list[Reading] = []
    for state in _complete(_State(), line, lexicon):
        reading = _assembled(state, line, lexicon)
        if reading is not None:
            found.append(reading)
        if len(found) == _MOST_READINGS:
            break
    return sorted(found, key=lambda each: (each.rank, each.question is not None, each.weight))


def _complete(state: _State, line: TokenLine, lexicon: Lexicon) -> Iterator[_State]:
    """Yield all ways to read a line on to its end."""
    at = state.at
    if at == len(line):
        if not state.open_brackets:
            yield state
        return
    if _is_separator(line, at, lexicon):
        yield from _complete(replace(state, at=at + 1), line, lexicon)
    if line.folded(at) in ("(", "["):
        opened = replace(state, at=at + 1, open_brackets=state.open_brackets + 1)
        yield from _complete(opened, line, lexicon)
    if line.folded(at) in (")", "]") and state.open_brackets:
        closed = replace(state, at=at + 1, open_brackets=state.open_brackets - 1)
        yield from _complete(closed, line, lexicon)
    of = lexicon.ends("of", line, at)
    if of is not None and state.has("dose") and not state.name and state.parts[-1].end == at:
        yield from _complete(replace(state, at=of), line, lexicon)
    for part in _parts(state, line, lexicon):
        yield from _complete(_with(state, part), line, lexicon)
    if state.name_may_begin and not state.open_brackets:
        yield from _named(state, line, lexicon)


def _with(state: _State, part: Part) -> _State:
    return replace(state, at=part.end, parts=(*state.parts, part))


def _named(state: _State, line: TokenLine, lexicon: Lexicon) -> Iterator[_State]:
    """Yield the states behind each name that begins here and that something can follow."""
    at = state.at
    if line.folded(at) in (*_SEPARATORS, ")", "]", "/", "@") or lexicon.ends("of", line, at):
        return
    for end in range(at + 1, len(line) + 1):
        if not _ends_name(line, end, lexicon):
            continue
        named = replace(state, at=end, name=(*state.name, (at, end)))
        if end == len(line):
            if not named.open_brackets:
                yield named
        elif line.folded(end) in (*_SEPARATORS, "(", "[") or _parts(named, line, lexicon):
            yield from _complete(named, line, lexicon)


def _ends_name(line: TokenLine, end: int, lexicon: Lexicon) -> bool:
    """Return whether a name can end before a token: not with a mark, nor a word that joins."""
    last = end - 1
    if line.folded(last) in (*_SEPARATORS, *_ABOUT_MARKS, "(", "[", "/", "x"):
        return False
    return lexicon.meaning(("for", "of", "with", "about", "then"), line, last) is None


def _parts(state: _State, line: TokenLine, lexicon: Lexicon) -> list[Part]:
    """Return the parts that begin here and that the line does not have yet."""
    at = _behind_about(line, state.at, lexicon)
    has_dose = state.has("dose")
    found = [*find_tails(line, at, lexicon), *find_misfits(line, at, lexicon, state.parts)]
    if not has_dose:
        linked = at
        if state.name and not line.folded(at).isdigit():
            linked = lexicon.ends("for", line, at) or lexicon.ends("of", line, at) or at
        found += find_doses(line, _behind_about(line, linked, lexicon), lexicon)
    if opens(line, at) or line.is_kind(at - 1, "number"):
        found += find_sides(line, at, lexicon, has_dose)
    return [
        part
        for part in found
        if not state.has(part.role)
        and (closes(line, part.end) or any(find_sides(line, part.end, lexicon, has_dose=True)))
        and (has_dose or part.role != "sets" or "sets" in part.keys)
    ]


def _behind_about(line: TokenLine, at: int, lexicon: Lexicon) -> int:
    """Return where a number begins behind `~` or `about`."""
    if line.folded(at) in _ABOUT_MARKS and line.is_spaced(at) and at + 1 < len(line):
        return at + 1
    about = lexicon.ends("about", line, at)
    if about is None:
        return at
    about += line.folded(about) == "."
    return about if line.is_kind(about, "number") or line.is_kind(about, "clock") else at


def _is_separator(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether the mark at `at` merely parts what is around it."""
    mark = line.folded(at)
    if mark not in (*_SEPARATORS, "/"):
        return False
    blank_around = line.is_spaced(at) or line.is_spaced(at + 1)
    if mark == "/":
        return blank_around and any(
            part.role == "rest" for part in find_tails(line, at + 1, lexicon)
        )
    return mark in tuple(",;:!") or blank_around or line.folded(at + 1) in tuple("([.…,")


def _assembled(state: _State, line: TokenLine, lexicon: Lexicon) -> Reading | None:
    """Return what the parts of a line come to together, or None where they do not fit."""
    keys: dict[str, Value] = {}
    for part in state.parts:
        if any(key in keys for key in part.keys):
            return None
        keys |= part.keys
    objections = tuple(objection for part in state.parts for objection in part.objections)
    dose = next((part for part in state.parts if part.role == "dose"), None)
    question = next((part.question for part in state.parts if part.question), None)
    if dose is not None and dose.bare and dose.start == 0 and not _follows(state.name, dose.end):
        return None
    if (
        dose is not None
        and dose.quoted
        and ("times" in keys or "sets" in keys)
        and (state.has("sets"))
    ):
        question = question or inches_question(line.part(dose.start, dose.end))
    if "distance" in keys and ("for" in keys or "pace" in keys) and not _is_far_pace(keys, lexicon):
        question = None
    if "pace" in keys and "distance" not in keys:
        return None
    if "load" in keys and _is_pace(keys["load"], lexicon):
        metres = dose is not None and dose.bare_m and not _is_far_pace(keys, lexicon)
        if "distance" in keys or metres:
            return None
    note = None
    if "repeats" in keys:
        if "reps" in keys:
            return None
        keys["times"] = keys.pop("repeats")
    if "times" in keys:
        note = _settle_times(keys, dose.hold_ms if dose is not None else 0, lexicon)
    if state.name:
        keys["exercise"] = _name(state, line)
    bare = dose is not None and dose.bare
    return Reading(keys, _place(state, line), objections, question, note, bare)


def _place(state: _State, line: TokenLine) -> tuple[int, int]:
    """Return where what says how much begins, and how many tokens are left to the name."""
    amounts = [part.start for part in state.parts if part.role in ("dose", "sets")]
    has_dose = state.has("dose")
    named = sum(end - start for start, end in state.name)
    return (amounts[0] if has_dose else len(line) + 1, named)


def _follows(name: tuple[tuple[int, int], ...], end: int) -> bool:
    return bool(name) and name[0][0] >= end


def _is_pace(value: Value, lexicon: Lexicon) -> bool:
    line = tokens_of(value) if isinstance(value, Text) else None
    return line is not None and len(line) in find_paces(line, 0, lexicon)


def _is_far_pace(keys: Mapping[str, Value], lexicon: Lexicon) -> bool:
    """Return whether a pace per kilometre or mile stands on the line: a bare `m` is asked then."""
    value = keys.get("pace") or keys.get("load")
    line = tokens_of(value) if isinstance(value, Text) else None
    if line is None or not _is_pace(line.text, lexicon):
        return False
    last = len(line) - 1
    return any(lexicon.ends(unit, line, last) is not None for unit in ("kilometre", "mile"))


def _settle_times(keys: dict[str, Value], hold_ms: int, lexicon: Lexicon) -> str | None:
    """Make of `times` repetitions of a short hold, or sets of anything else; return the note."""
    times = keys.pop("times")
    assert isinstance(times, Text)
    if "hold" not in keys or "reps" in keys or isinstance(keys["hold"], list):
        keys["sets"] = times
        return None
    if times.strip() == "1":
        return None
    hold = keys["hold"]
    if "rest" in keys or hold_ms > LONGEST_REPEATED_HOLD_MS:
        keys["sets"] = times
        return f"{times} sets of a hold; {times} held repetitions are `{times} reps of {hold} hold`"
    keys["reps"] = times
    return f"{times} held repetitions; sets of a hold are `{times} sets of {hold} hold`"


def _name(state: _State, line: TokenLine) -> Text:
    pieces = [line.part(start, end) for start, end in state.name]
    if len(pieces) == 1:
        return pieces[0]
    return Text(" ".join(pieces), line.text.span, inline=False)
