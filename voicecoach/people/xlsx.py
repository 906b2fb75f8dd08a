"""Tables of Excel (ISO/IEC 29500): the first sheet with something in it, read by openpyxl.

Excel makes hours of what is typed as `1:30`. Here it is text again, as it was typed; nobody means
an exercise of hours. A date is text as in ISO 8601.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any

from voicecoach.people.table import Row, Table, TableError
from voicecoach.problems import EngineError
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS, clock

# Unpacked: what has more is no table of people, but made to fill a memory.
_MOST_BYTES = 2_000_000_000
# What is shown as a time and lasts more than a day arrives as one of the first days of 1900.
_DAY_ZERO = datetime(1899, 12, 31)
_FIRST_YEAR = 1901
_NO_VALUE = "the cell {} holds a formula without its value (open the table in Excel and save it)"
_AN_ERROR = "the cell {} holds the error {}"


def table_of(path: Path, content: bytes) -> Table:
    """Return the table in a workbook.

    Raises TableError where it is none, and EngineError where openpyxl is not there.
    """
    values, formulas = _sheets(path, content)
    rows = []
    for number, (cells, written) in enumerate(zip_longest(values, formulas, fillvalue=()), 1):
        texts = [_text(cell) for cell in cells]
        faults = (_fault(cell, kind) for cell, kind in zip(cells, written, strict=False))
        fault = next(filter(None, faults), None)
        if fault or any(texts):
            rows.append(Row(number, tuple(texts), fault))
    if not rows:
        raise TableError(f"{path} is empty", "write a heading, and one row a person below it")
    heading = rows[0].cells
    width = max(number for number, cell in enumerate(heading, 1) if cell) if any(heading) else 0
    return Table(path, heading[:width], tuple(_fitted(row, width) for row in rows[1:]))


def _sheets(path: Path, content: bytes) -> tuple[Iterator[Any], Iterator[Any]]:
    """Return the rows of the first sheet with something in it: with values, and with formulas."""
    try:
        import openpyxl
    except ImportError:
        hint = "install voicecoach with the extra `xlsx`, or save the table as .csv"
        raise EngineError("reading .xlsx needs the package openpyxl", hint) from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(file.file_size for file in archive.infolist()) > _MOST_BYTES:
                raise TableError(f"{path} is larger than 2 GB once it is unpacked")
        with warnings.catch_warnings():
            # Of what it does not read, such as colours that depend on a value.
            warnings.simplefilter("ignore")
            books = [
                openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
                for data_only in (True, False)
            ]
    except TableError:
        raise
    except Exception as error:
        # It raises whatever its parsers raise.
        message = f"{path} is no workbook that can be read"
        raise TableError(message, "save it in Excel as .xlsx, or as .csv") from error
    for name in books[0].sheetnames:
        sheets = [book[name] for book in books]
        # A chart may have a sheet of its own.
        if not all(hasattr(sheet, "reset_dimensions") for sheet in sheets):
            continue
        for sheet in sheets:
            # What a file says of its size may be wrong.
            sheet.reset_dimensions()
        values, formulas = (_read(path, sheet) for sheet in sheets)
        if any(any(cell.value is not None for cell in row) for row in _read(path, sheets[0])):
            return values, formulas
    raise TableError(f"{path} is empty", "write a heading, and one row a person below it")


def _read(path: Path, sheet: Any) -> Iterator[Any]:
    try:
        yield from sheet.iter_rows()
    except Exception as error:
        message = f"{path} is damaged: its rows cannot be read"
        raise TableError(message, "open it in Excel and save it again") from error


def _fault(cell: Any, written: Any) -> str | None:
    if cell.data_type == "e":
        return _AN_ERROR.format(cell.coordinate, cell.value)
    if cell.value is None and written.data_type == "f":
        return _NO_VALUE.format(written.coordinate)
    return None


def _fitted(row: Row, width: int) -> Row:
    """Return a row as wide as the heading."""
    fault = row.fault
    if any(row.cells[width:]):
        fault = fault or "it has more cells than the heading"
    return Row(row.number, (*row.cells[:width], *[""] * (width - len(row.cells))), fault)


def _text(cell: Any) -> str:
    """Return what somebody has typed into a cell."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime) and value.year < _FIRST_YEAR:
        value = value - _DAY_ZERO
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second,
                          microseconds=value.microsecond)  # fmt: skip
    if isinstance(value, timedelta):
        return _length(value, cell.number_format or "")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _length(value: timedelta, number_format: str) -> str:
    """Return a length of time as it was typed: `1:30` arrives as an hour and a half.

    A format with seconds tells `0:05:00`, five minutes, from `0:05`. Of hours it tells nothing:
    `75:00` arrives as 75 of them and with seconds, and some programs write all times so.
    """
    length_ms = round(value / timedelta(milliseconds=1))
    with_seconds = "s" in number_format.lower() and length_ms < HOUR_MS
    if with_seconds or length_ms % MINUTE_MS:
        return clock(round(length_ms / SECOND_MS) * SECOND_MS)
    minutes, seconds = divmod(length_ms // MINUTE_MS, 60)
    return f"{minutes}:{seconds:02}"
