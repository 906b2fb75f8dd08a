"""Tables as text (RFC 4180), in all the ways in which spreadsheets write it.

Cells are parted by commas, semicolons or tabs: the one that stands in the first row most often, or
the one that Excel names in a line `sep=;` above it. A cell in quotes may hold any of them, and line
breaks. Excel writes UTF-8 or UTF-16 with a byte order mark, or else the encoding of its system.
"""

import codecs
import csv
import io
import locale
import re
from collections.abc import Iterator
from pathlib import Path

from voicecoach.files.spreadsheet import as_written
from voicecoach.people.table import Row, Table, TableError

_SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"[^"]*"')
_SEP_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Of Excel in Western Europe and the Americas: on Windows, and on a Mac.
_WINDOWS, _MAC = "cp1252", "mac_roman"


def table_of(path: Path, content: bytes) -> Table:
    """Return the table that a file holds. Raises TableError."""
    text, encoding = _decoded(content)
    doubt = None
    if encoding is not None:
        doubt = f"{path} is no UTF-8, and was read as {encoding}; save it as “CSV UTF-8” if letters"
        doubt += " are wrong"
    if "\0" in text:
        raise TableError(f"{path} is no text", "save it as CSV, or name the .xlsx file")
    sep_line = _SEP_LINE.match(text)
    text = text[sep_line.end() :] if sep_line else text
    separator = sep_line[1] if sep_line else _separator(text)
    rows = list(_rows(path, text, separator, 2 if sep_line else 1))
    if not rows:
        raise TableError(f"{path} is empty", "write a heading, and one row a person below it")
    (_, heading), *others = rows
    return Table(
        path,
        tuple(cell.strip() for cell in heading),
        tuple(_row(number, cells, len(heading)) for number, cells in others),
        separator,
        doubt,
    )


def _decoded(content: bytes) -> tuple[str, str | None]:
    """Return the text, and its encoding where that is a guess."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace"), None
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    encodings = dict.fromkeys([_system_encoding(), _WINDOWS, _MAC])
    texts = {encoding: content.decode(encoding, "replace") for encoding in encodings}
    best = max(texts, key=lambda encoding: _likelihood(texts[encoding]))
    return texts[best], "Windows-1252" if best == _WINDOWS else best


def _system_encoding() -> str:
    encoding = locale.getpreferredencoding(False)
    return _WINDOWS if codecs.lookup(encoding).name in ("utf-8", "ascii") else encoding


def _likelihood(text: str) -> int:
    """Return how likely it is that a text was decoded rightly.

    Beyond ASCII, most characters of names and sentences are lower-case letters.
    """
    return sum(2 * each.islower() - (each == "\ufffd") for each in text if not each.isascii())


def _separator(text: str) -> str:
    first = _QUOTED.sub("", text.lstrip()).partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _rows(
    path: Path, text: str, separator: str, first_number: int
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, with their numbers."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = first_number - 1
    try:
        for number, cells in enumerate(reader, first_number):
            if any(cell.strip() for cell in cells):
                yield number, [as_written(cell) for cell in cells]
    except csv.Error as error:
        message = f"{path}: row {number + 1} cannot be read: {error}"
        hint = "a cell that begins with a quote has to end with one; a quote in it is doubled"
        raise TableError(message, hint) from None


def _row(number: int, cells: list[str], width: int) -> Row:
    beyond = [cell for cell in cells[width:] if cell.strip()]
    fault = "it has more cells than the heading" if beyond else None
    padded = [*cells[:width], *[""] * (width - len(cells))]
    return Row(number, tuple(cell.strip() for cell in padded), fault)
