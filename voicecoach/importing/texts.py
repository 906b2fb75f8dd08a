"""Texts: what stands in a foreign file, made fit to stand in a routine.

Control characters, and blanks in rows, become one blank. In a text that is spoken, `{{` is a brace;
a name or title takes no braces that could name something, so it gets brackets.
"""

import re
import unicodedata

# A routine takes 2000 characters; braces may come to twice as many.
MAX_CHARACTERS = 900

_CONTROLS = ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Co", "Cn")
# They join letters and pictographs, and say which way a text runs.
_KEPT = "\u200c\u200d"
_BRACKETS = str.maketrans("{}", "()")


def one_line(text: str) -> str:
    """Return a text in one line, at most 900 characters long; empty where nothing is in it."""
    joined = _joined(text)
    return joined if len(joined) <= MAX_CHARACTERS else f"{joined[: MAX_CHARACTERS - 1]}…"


def is_cut(text: str) -> bool:
    """Return whether `one_line` cuts a text."""
    return len(text) > MAX_CHARACTERS and len(_joined(text)) > MAX_CHARACTERS


def title(text: str) -> str:
    """Return a text as a name or title, which takes no placeholders."""
    return one_line(text).translate(_BRACKETS)


def spoken(text: str) -> str:
    """Return a text as one that is spoken, with its braces as such."""
    return one_line(text).replace("{", "{{").replace("}", "}}")


def _joined(text: str) -> str:
    kept = "".join(
        " " if unicodedata.category(each) in _CONTROLS and each not in _KEPT else each
        for each in text
    )
    return re.sub(r"\s+", " ", kept).strip()
