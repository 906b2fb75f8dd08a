"""Tables of people, in all the ways in which spreadsheets write them."""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from helpers.cases import cases
from voicecoach.people.errors_file import errors_path, write_errors
from voicecoach.people.table import Row, TableError, read_table
from voicecoach.problems import WrongUsageError

HEADING = ("id", "name", "hold")
ROWS = (("p1", "Jürgen Müßig", "1:30"), ("p2", "“Zoë”, née Roux", "40s"))


def _read(path: Path, content: bytes) -> list[tuple[str, ...]]:
    path.write_bytes(content)
    table = read_table(path)
    assert all(row.fault is None for row in table.rows)
    return [table.heading, *(row.cells for row in table.rows)]


def _as_text(separator: str, end: str = "\r\n") -> str:
    rows = [
        [f'"{cell}"' if separator in cell else cell for cell in row] for row in (HEADING, *ROWS)
    ]
    return "".join(f"{separator.join(row)}{end}" for row in rows)


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        pytest.param("utf-8", ",", id="as the standard says"),
        pytest.param("utf-8-sig", ";", id="CSV UTF-8 of Excel in Europe"),
        pytest.param("utf-16", "\t", id="Unicode text of Excel"),
        pytest.param("cp1252", ";", id="CSV of Excel on Windows"),
    ],
)
def test_text_of_every_spreadsheet_is_read(encoding: str, separator: str, tmp_path: Path) -> None:
    content = _as_text(separator).encode(encoding)
    assert _read(tmp_path / "people.csv", content) == [HEADING, *ROWS]


def test_an_encoding_that_is_a_guess_is_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    for encoding, name in (("cp1252", "Windows-1252"), ("mac_roman", "mac_roman")):
        path.write_bytes("id;name\np1;Jürgen Müßig\n".encode(encoding))
        table = read_table(path)
        assert table.rows[0].cells == ("p1", "Jürgen Müßig")
        assert name in (table.doubt or "")


def test_cells_in_quotes_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    text = 'sep=;\r\nid;name\r\np1;"Anna ""Nan""\r\nRoux; junior"\r\n\r\n;\r\np2;Bert;\r\n'
    (tmp_path / "people.csv").write_text(text, "utf-8", newline="")
    rows = read_table(tmp_path / "people.csv").rows
    assert rows == (
        Row(3, ("p1", 'Anna "Nan"\r\nRoux; junior')),
        Row(6, ("p2", "Bert")),
    )


def _workbook(*rows: tuple[Any, ...], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet("People")
    for row in rows:
        book["People"].append(row)
    for cell, number_format in (formats or {}).items():
        book["People"][cell].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_what_excel_makes_of_cells_is_what_was_typed(tmp_path: Path) -> None:
    typed: dict[str, tuple[Any, str]] = {
        "1:30": (time(1, 30), "h:mm"),
        "1:31": (time(1, 31), "h:mm:ss"),
        "0:45": (time(0, 45), "h:mm"),
        "5:00": (time(0, 5), "h:mm:ss"),
        "1:32": (time(0, 1, 32), "mm:ss"),
        "75:00": (timedelta(hours=75), "[h]:mm:ss"),
        "30:00": (datetime(1900, 1, 1, 6), "h:mm"),
        "2026-12-07": (date(2026, 12, 7), "dd.mm.yyyy"),
        "12": (12.0, "General"),
        "2.5": (2.5, "General"),
        "true": (True, "General"),
        "Ann": ("  Ann ", "General"),
    }
    columns = [f"c{number}" for number in range(len(typed))]
    formats = {f"{chr(ord('B') + at)}2": form for at, (_, form) in enumerate(typed.values())}
    content = _workbook(("id", *columns), ("p", *(v for v, _ in typed.values())), formats=formats)
    assert _read(tmp_path / "people.xlsx", content)[1] == ("p", *typed)


def test_a_cell_of_excel_without_a_value_is_a_fault_of_its_row(tmp_path: Path) -> None:
    rows = (("id", "hold"), ("p1", "=1+1"), (None, None), ("p2", "#N/A"), ("p3", 1, 2))
    (tmp_path / "people.xlsx").write_bytes(_workbook(*rows))
    table = read_table(tmp_path / "people.xlsx")
    assert [(row.number, row.fault) for row in table.rows] == [
        (2, "the cell B2 holds a formula without its value (open the table in Excel and save it)"),
        (4, "the cell B4 holds the error #N/A"),
        (5, "it has more cells than the heading"),
    ]


@cases(
    ("content", "message"),
    {
        "nothing": ("", "is empty"),
        "a heading alone": ("id;name\n", "there is nobody in"),
        "no text": ("id\0;name\np1;A\n", "is no text"),
        "an open quote": ('id;name\np1;"Ann\n', "row 2 cannot be read"),
    },
)
def test_what_is_no_table_is_told(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(content, "utf-8")
    with pytest.raises(TableError, match=message):
        read_table(tmp_path / "people.csv")


def test_what_only_has_the_name_of_a_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "people.xlsx").write_bytes(b"PK\3\4 and no more")
    with pytest.raises(TableError, match="is no workbook"):
        read_table(tmp_path / "people.xlsx")
    for name in ("people.ods", "missing.csv"):
        with pytest.raises(WrongUsageError):
            read_table(tmp_path / name)


def test_rows_that_failed_can_be_read_again_and_are_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    cells = ("p1", '=HYPERLINK("http://example.org";"Ann")', "-5")
    others = ("p2", "@sum", "a; =b")
    path.write_text(
        "id\tname\thold\n" + "".join("\t".join(row) + "\n" for row in (cells, others, ("p3", "C"))),
        "utf-8",
    )
    table = read_table(path)
    written = write_errors(table, {2: "=wrong", 3: "too long"})
    assert written == errors_path(path) == tmp_path / "people.errors.csv"
    text = written.read_text("utf-8-sig")
    assert not any(
        cell.startswith(tuple("=+-@")) for row in text.splitlines() for cell in row.split("\t")
    )
    again = read_table(written)
    assert again.heading == ("row", "error", "id", "name", "hold")
    assert [row.cells[2:] for row in again.rows] == [cells, others]
    write_errors(table, {})
    assert not written.exists()
