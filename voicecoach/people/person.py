"""People: the rows of a table, read as what each person is to get."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast, get_args

from msgspec import field
from msgspec.structs import replace

from voicecoach import phrases
from voicecoach.files.home import expanded
from voicecoach.language.own_phrases import is_phrase_file
from voicecoach.language.values import Level
from voicecoach.people.columns import KNOWN, columns_of
from voicecoach.people.ids import compared, id_fault
from voicecoach.people.job import Discreet, Failed
from voicecoach.people.table import Row, Table
from voicecoach.phrases.tags import LANGUAGE_TAG
from voicecoach.problems import nearest_hint
from voicecoach.session.options import Options

_RATES_WPM = range(80, 401)


class Person(Discreet, frozen=True):
    """A row of a table, as far as it is right by itself.

    `options` are those of the batch with what the row says; its variables win over the batch's,
    and are those of `own` besides. `start` is the first day of a programme.
    """

    row: int
    id: str
    source: Path
    is_programme: bool
    options: Options
    own: Mapping[str, str] = field(default_factory=dict)
    start: date | None = None

    def absolute(self) -> "Person":
        """Return it with paths that hold wherever somebody is."""
        music = self.options.music and [path.absolute() for path in self.options.music]
        options = replace(self.options, music=music)
        return replace(self, source=self.source.absolute(), options=options)


class _RowError(Exception):
    """What is wrong with a row, worded to be read behind it."""


def people_of(
    table: Table, routine: Path | None, options: Options
) -> tuple[list[Person], list[Failed]]:
    """Return the people of a table, and the rows that are wrong by themselves, in their order.

    `routine` is for rows that name neither a routine nor a programme; what rows name lies relative
    to the table. Raises TableError where the heading is wrong.
    """
    columns = columns_of(table)
    people: list[Person] = []
    failures: list[Failed] = []
    rows_by_id: dict[str, int] = {}
    for row in table.rows:
        cells = {name: row.cells[at] for name, at in columns.items() if row.cells[at]}
        id_ = cells.get("id", "")
        try:
            person = _person(row, cells, table.path.parent, routine, options)
            other = rows_by_id.setdefault(compared(id_), row.number)
            if other != row.number:
                raise _RowError(f"its id `{id_}` is that of row {other} (upper case or lower)")
            people.append(person)
        except _RowError as fault:
            failures.append(Failed(row.number, id_, str(fault), str(fault)))
    return people, failures


def _person(
    row: Row, cells: Mapping[str, str], folder: Path, routine: Path | None, options: Options
) -> Person:
    if row.fault is not None:
        raise _RowError(row.fault)
    id_ = cells.get("id", "")
    fault = id_fault(id_)
    if fault is not None:
        raise _RowError(fault)
    source, is_programme = _source(cells, folder, routine)
    start = cells.get("start")
    if start is not None and not is_programme:
        raise _RowError("it has a `start`, which is for a programme, and names none")
    own = {name: cell for name, cell in cells.items() if name not in KNOWN}
    return Person(
        row.number,
        id_,
        source,
        is_programme,
        _with_choices(source, options, cells, own),
        own,
        None if start is None else _day(start),
    )


def _source(cells: Mapping[str, str], folder: Path, routine: Path | None) -> tuple[Path, bool]:
    """Return the file that a row is built of, and whether it is a programme."""
    if "routine" in cells and "programme" in cells:
        raise _RowError("it names a routine and a programme: leave one of them out")
    named = cells.get("programme") or cells.get("routine")
    if named is not None:
        return folder / expanded(named), "programme" in cells
    if routine is None:
        raise _RowError("it names neither a routine nor a programme")
    return routine, False


def _has_phrases(source: Path) -> bool:
    """Return whether phrases of other languages lie beside a routine."""
    return any(map(is_phrase_file, source.parent.glob("phrases.*")))


def _with_choices(
    source: Path, options: Options, cells: Mapping[str, str], own: Mapping[str, str]
) -> Options:
    level, language, rate = (cells.get(name) for name in ("level", "language", "rate"))
    if level is not None:
        options = replace(options, level=cast(Level, _one_of(level, get_args(Level), "level")))
    if language is not None:
        if not re.fullmatch(LANGUAGE_TAG, language):
            raise _RowError(f"its language `{language}` is no tag such as `en` or `de-AT`")
        if phrases.tag_for(language.replace("_", "-")) is None and not _has_phrases(source):
            raise _RowError(f"its language `{language}` is none that the program speaks")
        options = replace(options, language=language.replace("_", "-"))
    if rate is not None:
        if not (rate.isdecimal() and int(rate) in _RATES_WPM):
            raise _RowError(f"its rate `{rate}` is no number from 80 to 400, in words a minute")
        options = replace(options, rate_wpm=int(rate))
    voice = cells.get("voice") or options.voice
    return replace(options, voice=voice, variables={**options.variables, **own})


def _one_of(word: str, words: Sequence[str], column: str) -> str:
    if word.lower() in words:
        return word.lower()
    hint = nearest_hint(word, words)
    message = f"its {column} `{word}` is none of {', '.join(words)}"
    raise _RowError(f"{message} ({hint})" if hint else message)


def _day(text: str) -> date:
    """Return a day as in ISO 8601, or as it is written in much of Europe: `7.12.2026`."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    turned = re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", text)
    numbers: Iterator[int] | None = None
    if match is not None:
        numbers = map(int, match.groups())
    elif turned is not None:
        numbers = map(int, reversed(turned.groups()))
    try:
        if numbers is not None:
            return date(*numbers)
    except ValueError:
        pass
    raise _RowError(f"its start `{text}` is no day such as 2026-12-07")
