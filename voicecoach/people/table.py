"""The table: its heading and its rows as text, whatever program has written it."""

from pathlib import Path

from msgspec import Struct

from voicecoach.files.ordinary import read_ordinary
from voicecoach.problems import VoicecoachError, WrongUsageError, reason

MOST_BYTES = 200_000_000


class TableError(VoicecoachError):
    """The table itself is wrong, so that none of its rows can be used."""


class Row(Struct, frozen=True):
    """A row of a table, with a cell for each column of the heading.

    `number` is the one that a spreadsheet shows beside it. `fault` is what makes it unusable,
    worded to be read behind the row: None where nothing does.
    """

    number: int
    cells: tuple[str, ...]
    fault: str | None = None


class Table(Struct, frozen=True):
    """A table with its rows that are not empty.

    `separator` parts the cells, where it is text. `doubt` is what may have been read wrongly, None
    where nothing may.
    """

    path: Path
    heading: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str = ","
    doubt: str | None = None


def read_table(path: Path) -> Table:
    """Return the table in a CSV or XLSX file.

    Raises WrongUsageError where the file cannot be read, and TableError where it is no table.
    """
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tsv", ".txt", ".xlsx"):
        hint = "save it as .csv or .xlsx"
        raise WrongUsageError(f"{path} is no table that can be read", hint)
    try:
        content = read_ordinary(path, MOST_BYTES)
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
    if len(content) > MOST_BYTES:
        raise TableError(f"{path} is larger than 200 MB", "split it into several tables")
    if suffix == ".xlsx":
        from voicecoach.people.xlsx import table_of
    else:
        from voicecoach.people.csv import table_of
    table = table_of(path, content)
    if not table.rows:
        raise TableError(f"there is nobody in {path}", "write one row a person below the heading")
    return table
