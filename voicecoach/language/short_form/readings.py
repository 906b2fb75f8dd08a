"""Readings: every way in which a whole line can be understood, with each token used.

A line has at most one name, one dose and one of each tail. All complete readings are found, also
those with an objection, which say what was meant; which of them counts is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form.assembling import assembled
from voicecoach.language.short_form.doses import find_doses
from voicecoach.language.short_form.misfits import find_misfits
from voicecoach.language.short_form.parts import Part, closes, opens
from voicecoach.language.short_form.reading import Progress, Reading
from voicecoach.language.short_form.sides import find_sides
from voicecoach.language.short_form.tails import find_tails
from voicecoach.language.tokens import TokenLine

_SEPARATORS = tuple(",;:|=.-…!")
# What stands beside a number and says no more than `about`.
_ABOUT_MARKS = tuple("~>≥≈<≤*")
_MOST_READINGS = 200


def readings(line: TokenLine, lexicon: Lexicon) -> list[Reading]:
    """Return the complete readings of a line, those whose dose comes first before the others."""
    found: list[Reading] = []
    for read in _complete(Progress(), line, lexicon):
        reading = assembled(read, line, lexicon)
        if reading is not None:
            found.append(reading)
        if len(found) == _MOST_READINGS:
            break
    return sorted(found, key=lambda each: (each.rank, each.question is not None, each.weight))


def _complete(read: Progress, line: TokenLine, lexicon: Lexicon) -> Iterator[Progress]:
    """Yield all ways to read a line on to its end."""
    at = read.at
    if at == len(line):
        if not read.open_brackets:
            yield read
        return
    if _is_separator(line, at, lexicon):
        yield from _complete(replace(read, at=at + 1), line, lexicon)
    if line.folded(at) in ("(", "["):
        opened = replace(read, at=at + 1, open_brackets=read.open_brackets + 1)
        yield from _complete(opened, line, lexicon)
    if line.folded(at) in (")", "]") and read.open_brackets:
        closed = replace(read, at=at + 1, open_brackets=read.open_brackets - 1)
        yield from _complete(closed, line, lexicon)
    of = lexicon.ends("of", line, at)
    if of is not None and read.has("dose") and not read.name and read.parts[-1].end == at:
        yield from _complete(replace(read, at=of), line, lexicon)
    for part in _parts(read, line, lexicon):
        yield from _complete(_with(read, part), line, lexicon)
    if read.name_may_begin and not read.open_brackets:
        yield from _named(read, line, lexicon)


def _with(read: Progress, part: Part) -> Progress:
    return replace(read, at=part.end, parts=(*read.parts, part))


def _named(read: Progress, line: TokenLine, lexicon: Lexicon) -> Iterator[Progress]:
    """Yield the reads behind each name that begins here and that something can follow."""
    at = read.at
    if line.folded(at) in (*_SEPARATORS, ")", "]", "/", "@") or lexicon.ends("of", line, at):
        return
    for end in range(at + 1, len(line) + 1):
        if not _ends_name(line, end, lexicon):
            continue
        named = replace(read, at=end, name=(*read.name, (at, end)))
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


def _parts(read: Progress, line: TokenLine, lexicon: Lexicon) -> list[Part]:
    """Return the parts that begin here and that the line does not have yet."""
    at = _behind_about(line, read.at, lexicon)
    has_dose = read.has("dose")
    found = [*find_tails(line, at, lexicon), *find_misfits(line, at, lexicon, read.parts)]
    if not has_dose:
        linked = at
        if read.name and not line.folded(at).isdigit():
            linked = lexicon.ends("for", line, at) or lexicon.ends("of", line, at) or at
        found += find_doses(line, _behind_about(line, linked, lexicon), lexicon)
    if opens(line, at) or line.is_kind(at - 1, "number"):
        found += find_sides(line, at, lexicon, has_dose)
    return [
        part
        for part in found
        if not read.has(part.role)
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
