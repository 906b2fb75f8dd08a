"""SVG as text: elements, numbers and texts, escaped."""

import unicodedata
from html import escape

from voicecoach.outputs.picture.text import TextStyle

# The marks of Unicode around a text that has a direction of its own: first strong isolate, and its
# end. They keep a colon behind Arabic words, and the numbers of what follows from among them.
_ISOLATE, _END = "\u2068", "\u2069"


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """Return an element; in attribute names, `_` stands for `-`, and is dropped at the end."""
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_attribute(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{words}>{content}</{name}>" if content else f"<{name}{words}/>"


def label(
    text: str, x: float, y: float, style: TextStyle, look: str, anchor: str = "", more: str = ""
) -> str:
    """Return a text with its baseline at `y` and its beginning, or its `anchor`, at `x`.

    `more` follows it, neither bold nor bright.
    """
    anchored = {"text_anchor": anchor} if anchor else {}
    look = f"{look} b" if style.bold else look
    content = escape(text, quote=False)
    if _has_right_to_left(text):
        content = f"{_ISOLATE}{content}{_END}"
    if more:
        tspan = element("tspan", escape(more, quote=False), class_="faint", font_weight="normal")
        content += f" {tspan}"
    return element("text", content, class_=look, x=x, y=y, font_size=style.size, **anchored)


def _has_right_to_left(text: str) -> bool:
    """Return whether there are letters of a script such as Arabic or Hebrew."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def number(value: float) -> str:
    """Return a number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _attribute(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
