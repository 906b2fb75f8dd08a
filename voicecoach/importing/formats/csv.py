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

from voicecoach.importing.formats import Match
from voicecoach.importing.numbers import decimal, duration_ms
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

TITLE = "sheet (.csv)"

_DELIMITERS = ",;\t"
_ENGLISH = lexicon("en")
_HEADINGS = {
    "name": "name exercise step title activity move interval übung name uebung exercice nom",
    "time": "seconds second secs sec s time duration work length dauer sekunden zeit arbeit durée"
    " duree temps secondes",
    "hold": "hold halten",
    "rest": "rest pause break recovery rest_seconds restseconds erholung repos récupération",
    "reps": "reps rep repetitions repeats wiederholungen wdh répétitions",
    "sets": "sets set rounds sätze serien séries",
    "load": "load weight gewicht charge poids",
    "tip": "tip tips note notes comment cue hinweis notiz bemerkung remarque",
    "section": "section group block gruppe abschnitt groupe",
    "day": "day weekday tag wochentag jour",
}
_COLUMNS = {word: column for column, words in _HEADINGS.items() for word in words.split()}
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
    heading = _heading(rows[0][1])
    if heading is not None:
        return Match.CERTAIN if {"time", "hold", "reps"} & set(heading) else Match.LIKELY
    timed = sum(_length(cells[1]) is not None for _, cells in rows)
    named = all(_length(cells[0]) is None for _, cells in rows)
    return Match.LIKELY if named and 2 * timed > len(rows) else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the plan in a sheet, or one for each of its days."""
    try:
        rows = list(_rows(source))
    except csv.Error as error:
        raise source.error(1, f"this is no sheet: {error}") from None
    if not rows:
        raise source.error(1, "there are no rows in this sheet")
    heading = _heading(rows[0][1])
    columns = heading or list(_WITHOUT_HEADING)
    if "time" not in columns and "reps" not in columns and "hold" not in columns:
        hint = "call one of the columns `seconds` or `reps`"
        raise source.error(rows[0][0], "no column says how long something is done", hint)
    words = lexicon(source.language or "en")
    days: dict[str, list[Part]] = {}
    section = ""
    for line, cells in rows[heading is not None :]:
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
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


def _heading(cells: Sequence[str]) -> list[str] | None:
    """Return the columns that a first row names, "" for an unknown one; None if it names none."""
    words = [cell.strip().lower().split("(")[0].split("[")[0].strip() for cell in cells]
    columns = [_COLUMNS.get(word, _COLUMNS.get(word.split(" ")[0], "")) for word in words]
    known = [column for column in columns if column]
    if "name" not in known or len(known) < 2 or any(map(_is_length, cells)):
        return None
    # The first of two columns with the same meaning is taken.
    return [column if columns.index(column) == at else "" for at, column in enumerate(columns)]


def _parts(row: Row, line: int, words: Lexicon) -> Iterator[Part]:
    """Yield what a row comes to."""
    name = row.get("name", "")
    rest_ms = _length(row.get("rest", ""))
    dose, doubts = _dose(row)
    if not name or is_rest_word(name, words):
        if isinstance(dose, Time):
            yield Rest(dose, line)
        elif rest_ms is not None:
            yield Rest(Time(rest_ms), line)
        else:
            yield Rest(Open(), line)
        return
    sets = _count(row.get("sets", "")) or 1
    tips = tuple(filter(None, [row.get("tip")]))
    between_ms = (rest_ms or 0) if sets > 1 else 0
    yield Step(
        name, dose, line, tips=tips, load=row.get("load") or None, sets=sets,
        set_rest_ms=between_ms, doubts=doubts,
    )  # fmt: skip
    if rest_ms:
        yield Rest(Time(rest_ms), line)
    elif rest_ms is None and row.get("rest"):
        yield Remark(f"rest {row['rest']}: how long is not said", line)


def _dose(row: Row) -> tuple[Dose, tuple[str, ...]]:
    """Return the dose of a row, and what is doubtful about it."""
    count, most = _counts(row.get("reps", ""))
    time_ms, hold_ms = _length(row.get("time", "")), _length(row.get("hold", ""))
    unread = [row[key] for key in ("time", "hold") if row.get(key) and _length(row[key]) is None]
    if row.get("reps") and count is None:
        unread.append(row["reps"])
    doubts = tuple(f"“{text}” is no length or number" for text in unread)
    if time_ms:
        return Time(time_ms), doubts
    if count:
        return Reps(count, hold_ms or None, most), doubts
    return (Time(hold_ms, hold=True) if hold_ms else Open()), doubts


def _unread(columns: Sequence[str], cells: Sequence[str], line: int) -> Iterator[Remark]:
    """Yield the cells of a row that no column is known for."""
    named = [*columns, *[""] * (len(cells) - len(columns))]
    for column, cell in zip(named, cells, strict=False):
        if not column and cell.strip():
            yield Remark(cell, line, doubt=False)


def _length(text: str) -> int | None:
    return duration_ms(text, _ENGLISH) if text.strip() else None


def _is_length(text: str) -> bool:
    return _length(text) is not None


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
