"""The rows that failed, as a table beside the one they stand in: `people.errors.csv`.

It has their cells as they were, so that it can be mended and given to a batch itself, and what is
wrong with each. Nothing in it is a formula.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from voicecoach.files.ordinary import read_ordinary
from voicecoach.files.spreadsheet import BYTE_ORDER_MARK, harmless
from voicecoach.files.whole_file import write_all
from voicecoach.people.table import Table

# The columns before those of the table.
ADDED = ("row", "error")


def errors_path(table: Path) -> Path:
    """Return where the rows of a table are written that failed."""
    return table.with_name(f"{table.stem}.errors.csv")


def write_errors(table: Table, errors: Mapping[int, str]) -> Path | None:
    """Write the rows that failed, by their numbers, and return where; None where none has.

    An old file of this kind goes where none has. Raises WrongUsageError or EngineError where it
    cannot be written.
    """
    path = errors_path(table.path)
    if not errors:
        _remove(path, table.separator)
        return None
    kept = [at for at, name in enumerate(table.heading) if name.lower() not in ADDED]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=table.separator)
    writer.writerow([*ADDED, *(harmless(table.heading[at]) for at in kept)])
    for row in table.rows:
        if row.number in errors:
            cells = (errors[row.number], *(row.cells[at] for at in kept))
            writer.writerow([row.number, *map(harmless, cells)])
    write_all({path: (BYTE_ORDER_MARK + file.getvalue()).encode()})
    return path


def _remove(path: Path, separator: str) -> None:
    """Remove the errors of another time, if that is what the file holds."""
    begin = (BYTE_ORDER_MARK + separator.join(ADDED)).encode()
    try:
        if read_ordinary(path, len(begin))[: len(begin)] == begin:
            path.unlink()
    except OSError:
        # There is none, or it is somebody else's.
        return
