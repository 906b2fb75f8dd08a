"""Csv: a sheet with a step in each row, as a spreadsheet exports it.

```csv
name;seconds;rest
Plank;40;20
Side plank;30;20
Push-ups;45;
```

Columns are parted by commas, semicolons or tabs. The first row may say what they are, in English,
German or French; without it they are name, seconds and rest. A number is in seconds, with a point
or a comma; `1:30`, `90 s` and `2 min` are lengths too. In sheets with `reps` a step has so many
repetitions, in as many `sets`. A row whose name is a rest, in English or the language of the
routine, or that has no name, is one.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence

from voicecoach.files.spreadsheet import as_written
from voicecoach.importing.formats import Match
from voicecoach.importing.numbers import decimal
from voicecoach.importing.sheet_columns import columns_named_by, length_ms
from voicecoach.importing.source import Source
from voicecoach.importing.steps import (
    Dose,
    Open,
    Part,
    Plan,
    Remark,
    Reps,
    Rest,
    Section,
    Step,
    Time,
)
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import is_rest_word
from voicecoach.routine.exercise import SHORTEST_PART_MS

TITLE = "sheet (.csv)"

_DELIMITERS = ",;\t"
_SIDES = {"l": "left", "r": "right"}
_MAX = "max"
_EACH_SIDE = ("each", "both", "l/r", "r/l", "left and right")
_WITHOUT_HEADING = ("name", "time", "rest")

Row = Mapping[str, str]


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a sheet: its rows have columns, one of them lengths."""
    try:
        rows = list(_rows(source))
    except csv.Error:
        return Match.NONE
    if len(rows) < 1 or any(len(cells) < 2 for _, cells in rows):
        return Match.NONE
    heading = columns_named_by(rows[0][1])
    if heading is not None:
        return Match.CERTAIN if {"time", "hold", "reps"} & set(heading) else Match.LIKELY
    timed = sum(length_ms(cells[1]) is not None for _, cells in rows)
    named = all(length_ms(cells[0]) is None for _, cells in rows)
    return Match.LIKELY if named and 2 * timed > len(rows) else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the plan in a sheet, or one for each of its days."""
    try:
        rows = list(_rows(source))
    except csv.Error as error:
        raise source.error(1, f"this is no sheet: {error}") from None
    if not rows:
        raise source.error(1, "there are no rows in this sheet")
    heading = columns_named_by(rows[0][1])
    columns = heading or list(_WITHOUT_HEADING)
    if "time" not in columns and "reps" not in columns and "hold" not in columns:
        hint = "call one of the columns `seconds` or `reps`"
        raise source.error(rows[0][0], "no column says how long something is done", hint)
    words = lexicon(source.language or "en")
    days: dict[str, list[Part]] = {}
    section = ""
    for line, cells in rows[heading is not None :]:
        named = zip(columns, cells, strict=False)
        row = {column: as_written(cell.strip()) for column, cell in named if column}
        parts = days.setdefault(row.get("day", ""), [])
        if row.get("section", "") not in ("", section):
            section = row["section"]
            parts.append(Section(section, line))
        parts += _parts(row, line, words)
        parts += _unread(columns, cells, line)
    if "rest" not in columns or len(rows[0][1]) < columns.index("rest") + 1:
        for parts in days.values():
            if not any(isinstance(part, Rest) for part in parts):
                parts.insert(0, Remark("no rest is written: one step follows another", rows[0][0]))
    return [Plan(day, tuple(parts)) for day, parts in days.items()]


def _rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, with their lines."""
    first = next((line for line in source.lines if line.strip()), "")
    if first.lower().startswith("sep="):
        delimiter = first[4:5] or ","
        lines = [line if line != first else "" for line in source.lines]
    else:
        # A comma may be a decimal one where another character parts the columns.
        delimiter = max(reversed(_DELIMITERS), key=lambda each: (each in first, each != ","))
        lines = list(source.lines)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _parts(row: Row, line: int, words: Lexicon) -> Iterator[Part]:
    """Yield what a row comes to."""
    name = row.get("name", "")
    rest_ms = length_ms(row.get("rest", ""))
    dose, doubts = _dose(row)
    text = row.get("tip") or None
    if not name or is_rest_word(name, words):
        if isinstance(dose, Time):
            yield Rest(dose, line, text)
        else:
            yield Rest(Open() if rest_ms is None else Time(rest_ms), line, text)
        return
    sets = _count(row.get("sets", "")) or 1
    side = row.get("side", "").lower()
    yield Step(
        name,
        dose,
        line,
        effort=row.get("effort") or None,
        tips=(text,) if text else (),
        setup=row.get("setup") or None,
        load=row.get("load") or None,
        each_side=side in _EACH_SIDE,
        side=None if side in _EACH_SIDE else _SIDES.get(side, side) or None,
        sets=sets,
        set_rest_ms=(rest_ms or 0) if sets > 1 else 0,
        doubts=doubts,
    )
    if rest_ms:
        yield Rest(Time(rest_ms), line)
    elif rest_ms is None and row.get("rest"):
        yield Remark(f"rest {row['rest']}: how long is not said", line)


def _dose(row: Row) -> tuple[Dose, tuple[str, ...]]:
    """Return the dose of a row, and what is doubtful about it."""
    count, most = _counts(row.get("reps", ""))
    time_ms, hold_ms = length_ms(row.get("time", "")), length_ms(row.get("hold", ""))
    unread = [row[key] for key in ("time", "hold") if row.get(key) and length_ms(row[key]) is None]
    if row.get("reps") and count is None and not (time_ms and row["reps"].lower() == _MAX):
        unread.append(row["reps"])
    doubts = tuple(f"“{text}” is no length or number" for text in unread)
    if time_ms:
        most_done = most or count or 0
        if count and most_done * SHORTEST_PART_MS <= time_ms:
            return Reps(count, most=most, within_ms=time_ms), doubts
        return Time(time_ms, as_many=row.get("reps", "").lower() == _MAX), doubts
    if count:
        rep_ms = length_ms(row.get("rep", "")) if hold_ms is None else None
        release_ms = length_ms(row.get("release", "")) if hold_ms is not None else None
        return Reps(count, hold_ms or None, most, rep_ms=rep_ms, release_ms=release_ms), doubts
    return (Time(hold_ms, hold=True) if hold_ms else Open()), doubts


def _unread(columns: Sequence[str], cells: Sequence[str], line: int) -> Iterator[Remark]:
    """Yield the cells of a row that no column is known for."""
    named = [*columns, *[""] * (len(cells) - len(columns))]
    for column, cell in zip(named, cells, strict=False):
        if not column and cell.strip():
            yield Remark(cell, line, doubt=False)


def _counts(text: str) -> tuple[int | None, int | None]:
    """Return the two ends of `8-12`, or a number such as `10` or `x10` and None."""
    low, dash, high = text.replace("–", "-").partition("-")
    first, last = _count(low), _count(high)
    if not dash or first is None:
        return (None if dash else first), None
    return (first, last) if last is not None and first < last else (None, None)


def _count(text: str) -> int | None:
    number = decimal(text.strip().lower().lstrip("x×"))
    return int(number) if number is not None and number >= 1 and number == int(number) else None
