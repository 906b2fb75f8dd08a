"""Tables: each row of a table in Markdown as a line, in the words of the short form."""

import re
from collections.abc import Sequence

from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.lexicon import Lexicon

Numbered = tuple[int, str]

_DELIMITERS = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?")
# What a heading says first counts: `Sets x Reps` is a column of sets.
_COLUMNS = (
    ("day", "column_day"), ("tempo", "column_tempo"), ("set", "set"), ("rep", "rep"),
    ("rest", "rest"), ("hold", "hold"), ("time", "column_time"), ("load", "column_load"),
    ("name", "column_name"),
)  # fmt: skip


def without_tables(numbered: Sequence[Numbered], lexicon: Lexicon) -> list[Numbered]:
    """Return lines with the rows of tables as items of a list."""
    found: list[Numbered] = []
    columns: list[str] | None = None
    day = ""
    for at, (number, text) in enumerate(numbered):
        next_text = numbered[at + 1][1].strip() if at + 1 < len(numbered) else ""
        if "|" not in text:
            columns = None
            found.append((number, text))
        elif "|" in next_text and _DELIMITERS.fullmatch(next_text):
            columns, day = _columns(_cells(text), lexicon), ""
        elif columns is None:
            found.append((number, text))
        elif not _DELIMITERS.fullmatch(text.strip()):
            row = _row(_cells(text), columns)
            if row.get("day", day) != day:
                day = row["day"]
                found.append((number, f"## {day}"))
            found += [(number, line) for line in _lines(row, lexicon)]
    return found


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def _columns(headings: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return what each column holds; the first one of unknown ones is the name, if none is."""
    columns = [_column(heading, lexicon) for heading in headings]
    if "name" not in columns and "tip" in columns:
        columns[columns.index("tip")] = "name"
    return columns


def _column(heading: str, lexicon: Lexicon) -> str:
    """Return what a column holds, with its unit: `time min`."""
    words = Words(lexicon.tag)
    told = " ".join(word.strip(":.()[]*_") for word in heading.split())
    places = [
        (found.start(), column)
        for column, meaning in _COLUMNS
        if (found := words.find(told, meaning)) is not None
    ]
    unit = next(
        (lexicon.usual[each] for each in ("second", "minute") if words.find(told, each)), ""
    )
    if not places:
        return f"time {unit}" if unit else "tip"
    column = min(places, key=lambda place: place[0])[1]
    return f"{column} {unit}" if unit and column in ("time", "rest", "hold") else column


def _row(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by what they hold; a number gets the unit of its column."""
    row: dict[str, str] = {}
    tips: list[str] = []
    for column, cell in zip(columns, cells, strict=False):
        key, _, unit = column.partition(" ")
        if not cell.strip("-–— "):
            continue
        if key == "tip":
            tips.append(cell)
        else:
            row.setdefault(key, f"{cell} {unit}" if unit and _NUMBER.fullmatch(cell) else cell)
    return {**row, "tip": ". ".join(tips)} if tips else row


def _lines(row: dict[str, str], lexicon: Lexicon) -> list[str]:
    """Return what a row says, in lines."""
    name = row.get("name", "")
    if not name:
        return []
    dose = row.get("time", "")
    if "hold" in row:
        dose = f"{row['hold']} {lexicon.usual['hold']}"
    if "rep" in row:
        bare = _NUMBER.fullmatch(row["rep"])
        dose = f"{row['rep']} {lexicon.usual['rep']}" if bare else row["rep"]
    if "set" in row:
        bare = _NUMBER.fullmatch(row["set"])
        sets = f"{row['set']} {lexicon.usual['set']}" if bare else row["set"]
        dose = f"{sets} {lexicon.usual['of']} {dose}" if dose else sets
    if "load" in row:
        dose = f"{dose} @ {row['load']}"
    if "tempo" in row:
        dose = f"{dose}, {lexicon.usual['tempo']} {row['tempo']}"
    if "rest" in row:
        dose = f"{dose}, {lexicon.usual['rest']} {row['rest']}"
    tip = f". {row['tip']}" if "tip" in row else ""
    return [f"- {name}: {dose.strip(', ')}{tip}" if dose else f"- {name}{tip}"]
