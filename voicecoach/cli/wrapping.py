"""Wrapping: a message in lines as wide as the terminal, which would cut it in the middle of a word.

What is shown in backticks stays in one line where it fits, as it is there to be copied. Where
another program reads the messages, they stay in one line each.
"""

import re
import sys

_SHOWN = re.compile(r"`` .+? ``|`[^`]+`")
_NARROWEST = 40
# Stands for a blank at which no line may end.
_FIRM = "\x00"


def width() -> int | None:
    """Return the width of the terminal that stderr is, in columns, None where it is none."""
    if not sys.stderr.isatty():
        return None
    import shutil

    return max(_NARROWEST, shutil.get_terminal_size().columns)


def wrapped(text: str, columns: int | None, indent: int) -> str:
    """Return text in lines of so many columns, the second and all further ones indented."""
    if columns is None or len(text) <= columns:
        return text
    import textwrap

    room = columns - indent
    firm = _SHOWN.sub(
        lambda shown: shown[0].replace(" ", _FIRM) if len(shown[0]) <= room else shown[0], text
    )
    lines = textwrap.wrap(
        firm,
        columns,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(_FIRM, " ")
