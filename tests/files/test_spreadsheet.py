"""Cells for a spreadsheet, and back."""

from hypothesis import given
from hypothesis.strategies import text

from voicecoach.files.spreadsheet import as_written, harmless


@given(text("=+-@＝;' \tx"))
def test_a_cell_that_was_made_harmless_is_read_as_it_was_written(cell: str) -> None:
    assert as_written(harmless(cell)) == cell
