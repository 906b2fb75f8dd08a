"""The tables of lines in the page of the language: what is said to mean the same does."""

import re

import pytest

from helpers.cases import cases
from helpers.pages import text_of
from helpers.routines import in_words, plan_of, with_workout
from voicecoach.problems import RoutineError

LANGUAGE = "docs/language.md"


def _rows(mark: str) -> dict[str, list[str]]:
    """Return the cells of each row of the table after a mark, by the first line in it."""
    _, _, table = text_of(LANGUAGE).partition(f"<!-- {mark} -->\n")
    _heading, _rule, *rows = table.partition("\n\n")[0].splitlines()
    cells = [row.strip("| ").split(" | ") for row in rows]
    return {_lines(row[0])[0]: row for row in cells}


def _lines(cell: str) -> list[str]:
    """Return the lines in a cell; keys, which begin with a small letter, stand there as well."""
    return [code for code in re.findall("`([^`]+)`", cell) if not code[0].islower()]


def _heard(line: str) -> list[str]:
    """Return what is heard of a line: its phases, and the words beside them."""
    timeline = plan_of(with_workout(f"- {line}"))
    texts = [event.text for event in timeline.events if event.text]
    return [*map(in_words, timeline.phases), *texts]


@cases("row", _rows("same"))
def test_the_lines_of_a_row_mean_the_same(row: list[str]) -> None:
    first, *others = _lines(row[0])
    assert [line for line in others if _heard(line) != _heard(first)] == []


@cases("row", _rows("asked"))
def test_a_line_that_asks_is_an_error_and_what_is_to_be_written_is_none(row: list[str]) -> None:
    (asked,) = _lines(row[0])
    with pytest.raises(RoutineError):
        _heard(asked)
    for line in _lines(row[-1]):
        assert _heard(line)
