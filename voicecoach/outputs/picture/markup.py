"""SVG as text: elements, numbers and texts that no character can break."""

from html import escape

from voicecoach.outputs.picture.text import Type


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """Return an element; of an attribute's name, `_` stands for `-` and is dropped at the end."""
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{words}>{content}</{name}>" if content else f"<{name}{words}/>"


def label(
    text: str, x: float, y: float, style: Type, look: str, anchor: str = "", more: str = ""
) -> str:
    """Return a text whose baseline begins at `x`, `y`, or with `anchor` has its middle there.

    `more` follows it, neither bold nor loud.
    """
    anchored = {"text_anchor": anchor} if anchor else {}
    look = f"{look} b" if style.bold else look
    content = escape(text, quote=False)
    if more:
        content += " " + element(
            "tspan", escape(more, quote=False), class_="faint", font_weight="normal"
        )
    return element("text", content, class_=look, x=x, y=y, font_size=style.size, **anchored)


def number(value: float) -> str:
    """Return a number with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _written(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
