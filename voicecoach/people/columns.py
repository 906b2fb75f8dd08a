"""Columns: what the heading of a table says, and what it may not say."""

from collections import Counter
from collections.abc import Mapping

from voicecoach.language.variables import name_fault
from voicecoach.people.errors_file import ADDED
from voicecoach.people.table import Table, TableError
from voicecoach.problems import nearest_hint

# All others are variables of the routine.
KNOWN = ("id", "routine", "programme", "level", "voice", "language", "start", "rate")


def columns_of(table: Table) -> Mapping[str, int]:
    """Return the position of each column that is named; known ones are in lower case.

    Raises TableError where a heading is missing, stands twice or cannot be the name of a variable.
    """
    names = list(map(_name, table.heading))
    twice = [name for name, count in Counter(names).items() if name and count > 1]
    if twice:
        raise _error(table, f"there are two columns `{twice[0]}`", "rename one of them")
    for position, name in enumerate(names):
        if not name and any(row.cells[position] for row in table.rows):
            message = f"column {position + 1} has no heading"
            raise _error(table, message, "write what it is in the first row, or delete it")
        fault = None if name in (*KNOWN, *ADDED, "") else name_fault(name)
        if fault is not None:
            message, hint = fault
            raise _error(table, f"column {position + 1}: {message}", hint)
    if "id" not in names:
        hint = nearest_hint("id", names) or "it names the file of each person, such as `p-017`"
        raise _error(table, "it has no column `id`", hint)
    return {name: at for at, name in enumerate(names) if name and name not in ADDED}


def _name(heading: str) -> str:
    return heading.lower() if heading.lower() in (*KNOWN, *ADDED) else heading


def _error(table: Table, message: str, hint: str) -> TableError:
    return TableError(f"{table.path}: {message}", hint)


def near_known(name: str) -> str | None:
    """Return a hint where the name of a variable is nearly that of a known column."""
    return nearest_hint(name, KNOWN)
