"""QR codes (ISO/IEC 18004) as lines of half blocks, two rows of modules to a line.

The light modules are drawn: what a terminal shows so is right on a dark ground, and with the
colours that the lines are to be printed in on any.
"""

from itertools import zip_longest

import segno

# Of four modules, as the standard has it.
_QUIET_ZONE = 4
_BLOCKS = {(1, 1): " ", (1, 0): "▄", (0, 1): "▀", (0, 0): "█"}


def qr_lines(text: str) -> list[str]:
    """Return the QR code of a text, with its quiet zone, as lines of one width."""
    code = segno.make_qr(text, error="l", boost_error=True)
    rows = [list(row) for row in code.matrix_iter(border=_QUIET_ZONE)]
    return [
        "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip_longest(rows[::2], rows[1::2], fillvalue=[0] * len(rows[0]))
    ]
