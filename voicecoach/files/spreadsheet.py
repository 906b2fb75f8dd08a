"""Cells for a spreadsheet, which takes what begins like a formula for one.

See https://owasp.org/www-community/attacks/CSV_Injection.
"""

import re

# Without it, Excel reads everything beyond ASCII wrongly.
BYTE_ORDER_MARK = "\ufeff"

# The wide forms of East Asia are among them. What has an apostrophe before it gets one more, so
# that one can be taken away again.
_SIGNED = "'*[=+@＝＋－＠-]"
_FORMULA = re.compile(rf"{_SIGNED}|'*[\t\r]")
# Where a semicolon parts the cells, as in much of Europe, a formula may begin behind one.
_FORMULA_WITHIN = re.compile(f"(; ?)(?={_SIGNED})")
_HARMLESS_WITHIN = re.compile(f"(; ?)'(?={_SIGNED})")


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe before all that a spreadsheet would take for a formula."""
    line = _FORMULA_WITHIN.sub(r"\1'", cell)
    return f"'{line}" if _FORMULA.match(line) else line


def as_written(cell: str) -> str:
    """Return a cell without the apostrophes that `harmless` has put into it."""
    line = cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
    return _HARMLESS_WITHIN.sub(r"\1", line)
