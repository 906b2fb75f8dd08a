"""Readings: every way in which a whole line can be understood, with each token used.

A line has at most one name, one dose and one of each tail. All complete readings are found; which
of them counts is decided elsewhere.
"""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.assembling import assembled
from voicecoach.language.short_form.doses import find_doses
from voicecoach.language.short_form.misfits import find_misfits
from voicecoach.language.short_form.parts import (
    ABOUT_MARKS,
    Objection,
    Part,
    closes,
    is_times,
    opens,
)
from voicecoach.language.short_form.reading import Progress, Reading
from voicecoach.language.short_form.sides import find_sides
from voicecoach.language.short_form.tails import find_tails

_SEPARATORS = tuple(",;:|=.-…!")
_CLOSING_BRACKETS = {"(": ")", "[": "]"}
# With what no name ends.
_NO_END = frozenset((*_SEPARATORS, *ABOUT_MARKS, "(", "[", "/", "+", "&", "x"))
_JOINTS = ("for", "of", "in", "with", "about", "then", "at", "to")
_MOST_READINGS = 200
_MOST_STEPS = 5_000


def readings(line: TokenLine, lexicon: Lexicon, with_misfits: bool) -> list[Reading]:
    """Return the complete readings of a line, those whose dose comes first before the others.

    With misfits, they include what cannot stand as it is, each with its objections.
    """
    found: list[Reading] = []
    for read in _Search(line, lexicon, with_misfits).complete(Progress()):
        reading = assembled(read, line, lexicon)
        if reading is not None:
            found.append(reading)
        if len(found) == _MOST_READINGS:
            break
    return sorted(found, key=lambda each: (each.rank, each.question is not None, each.weight))


class _Search(Struct):
    """A search through one line; what begins at a token is found once.

    After `_MOST_STEPS` steps it ends: a line of so many meanings is none that a person writes.
    """

    line: TokenLine
    lexicon: Lexicon
    with_misfits: bool
    steps: int = 0
    found: dict[tuple[int, bool], list[Part]] = field(default_factory=dict)

    def complete(self, read: Progress) -> Iterator[Progress]:
        """Yield all ways to read the line on to its end."""
        line, at = self.line, read.at
        self.steps += 1
        if self.steps > _MOST_STEPS:
            return
        if at == len(line):
            if not read.open_brackets:
                yield read
            return
        for end, brackets in self._marks(read):
            yield from self.complete(replace(read, at=end, open_brackets=brackets))
        for part in self._parts(read):
            yield from self.complete(replace(read, at=part.end, parts=(*read.parts, part)))
        if read.name_may_begin and not read.open_brackets:
            yield from self._named(read)

    def _marks(self, read: Progress) -> Iterator[tuple[int, str]]:
        """Yield where what merely parts the parts ends, and the brackets that are open then."""
        line, at = self.line, read.at
        if self._is_separator(at):
            yield at + 1, read.open_brackets
        if line.folded(at) in _CLOSING_BRACKETS:
            yield at + 1, read.open_brackets + line.folded(at)
        if read.open_brackets and line.folded(at) == _CLOSING_BRACKETS[read.open_brackets[-1]]:
            yield at + 1, read.open_brackets[:-1]
        if read.parts and not read.name and read.parts[-1].end == at:
            for link in ("of", "in", "for"):
                joint = self.lexicon.ends(link, line, at)
                if joint is not None:
                    yield joint, read.open_brackets

    def _named(self, read: Progress) -> Iterator[Progress]:
        """Yield what is read behind each name that begins here and that something can follow."""
        line, at = self.line, read.at
        if line.folded(at) in (*_SEPARATORS, ")", "]", "/", "@"):
            return
        if self.lexicon.meaning(("of", "for"), line, at) is not None and read.parts:
            return
        for end in range(at + 1, len(line) + 1):
            if not self._ends_name(end):
                continue
            named = replace(read, at=end, name=(*read.name, (at, end)))
            marked = line.folded(end) in (*_SEPARATORS, "(", "[")
            if end == len(line) or marked or self._parts(named):
                yield from self.complete(named)

    def _ends_name(self, end: int) -> bool:
        """Return whether a name can end before a token: not with a mark or a word that joins."""
        line, last = self.line, end - 1
        if line.folded(last) in _NO_END or (line.is_kind(last, "number") and is_times(line, end)):
            return False
        return self.lexicon.meaning(_JOINTS, line, last) is None

    def _parts(self, read: Progress) -> list[Part]:
        """Return the parts that begin here and that the line does not have yet."""
        line, lexicon, has_dose = self.line, self.lexicon, read.dose is not None
        at = self._behind_about(read.at)
        found = [*self._parts_at(at, has_dose)]
        if self.with_misfits:
            found += find_misfits(line, at, lexicon, read.parts)
        linked = lexicon.ends("for", line, at) or lexicon.ends("of", line, at)
        if linked is not None and read.name and not has_dose:
            doses = find_doses(line, self._behind_about(linked), lexicon)
            shared_out = lexicon.ends("per", line, at) and not read.has("sets")
            found += (self._each_of_what(at, dose) for dose in doses) if shared_out else doses
        return [
            part
            for part in found
            if not read.has(part.role) and (has_dose or part.role != "sets" or self._may_lead(part))
        ]

    def _each_of_what(self, at: int, dose: Part) -> Part:
        """Return the dose of German `je 30 s` at `at`, which leaves open what each is."""
        written = self.line.part(at, dose.end)
        message = f"`{written}`: each of what, the sides or several exercises?"
        each_side = f"{self.line.part(dose.start, dose.end)}, {self.lexicon.usual['each_side']}"
        hint = f"write `{each_side}`, or a line for each exercise"
        objection = Objection(written, message, hint, certain=False)
        return replace(dose, objections=(*dose.objections, objection))

    def _may_lead(self, part: Part) -> bool:
        """Return whether sets can stand before the dose: `3 sets` and `3x` can."""
        counts = self.line.is_kind(part.start, "number") and is_times(self.line, part.end - 1)
        return "sets" in part.keys or counts

    def _parts_at(self, at: int, has_dose: bool) -> list[Part]:
        """Return the parts that begin at a token, before the dose or behind it."""
        key = (at, has_dose)
        if key not in self.found:
            line, lexicon = self.line, self.lexicon
            parts = list(find_tails(line, at, lexicon))
            if not has_dose:
                parts += find_doses(line, at, lexicon)
            if opens(line, at) or line.is_kind(at - 1, "number"):
                parts += find_sides(line, at, lexicon, has_dose)
            self.found[key] = [part for part in parts if self._is_closed(part.end)]
        return self.found[key]

    def _is_closed(self, at: int) -> bool:
        sides = find_sides(self.line, at, self.lexicon, has_dose=True)
        return closes(self.line, at) or any(sides)

    def _behind_about(self, at: int) -> int:
        """Return where a number begins behind `~` or `about`."""
        line = self.line
        if line.folded(at) in ABOUT_MARKS and line.is_spaced(at) and at + 1 < len(line):
            return at + 1
        about = self.lexicon.ends("about", line, at)
        if about is None:
            return at
        about += line.folded(about) == "."
        return about if line.is_kind(about, "number") or line.is_kind(about, "clock") else at

    def _is_separator(self, at: int) -> bool:
        """Return whether the mark at `at` merely parts what is around it."""
        line = self.line
        mark = line.folded(at)
        if mark not in (*_SEPARATORS, "/"):
            return False
        blank_around = line.is_spaced(at) or line.is_spaced(at + 1)
        if mark == "/":
            tails = find_tails(line, at + 1, self.lexicon)
            return blank_around and any(part.role == "rest" for part in tails)
        return mark in tuple(",;:!") or blank_around or line.folded(at + 1) in tuple("([.…,")
