"""Markup: lines without the marks of Markdown or of a list, and what these marks say."""

import html
import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Kind = Literal["heading", "item", "text", "blank", "rule"]

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_UNDERLINE = re.compile(r"=+|-+")
_RULE = re.compile(r"([-*_=~–—])(\s*\1){2,}")
_ITEM = re.compile(r"([-*+•·●○■□▪◦‣►➤▶→➜»·∙🔹🔸👉–—]|\(?\d{1,3}[a-z]?[.)]|[a-zA-Z][.)])\s+(.*)")
_DASHED = re.compile(r"(\s*)(\d{1,2})\s?[-–—]\s+(?=[^\W\d])")
_LABEL = re.compile(r"(?:[-*+•]\s+)?\**([A-Z]\d)(?:[.):]|(?<=[AB]\d)(?=\s)|\s-)\**\s+(.*)")
_BOX = re.compile(r"\[[ xX✓✔-]?\]\s*|[☐☑☒✓✔✅⬜⬛◻◼▢❌🔲🔳🟩🔘]\ufe0f?\s*")
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)([^*_]+?)\1\s*:?")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|~~|`|(?<!\w)[*_](?=\S))(.+?)(?<=\S)\1(?!\w)")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_HASHTAG = re.compile(r"(?<!\S)#[^\W\d][\w/-]*")
# Emoji, and the signs that change how one looks.
_PICTURES = re.compile("[\u2190-\u2bff\u3030\u303d\ufe0e\ufe0f\u200d\u20e3\U0001f000-\U0001faff]+")
# Crosses that people take for the sign of times.
_TIMES = re.compile("(?<=\\d)\\s*[\u2715\u2716\u2a09\u2a2f\u2573]\\s*(?=\\d)")
_COMMENT = re.compile(r"<!--.*?-->|</?(?:br|b|i|u|p|strong|em)\s*/?>", re.IGNORECASE)
_TAB = 4


class Line(Struct, frozen=True):
    """A line without markup. `number` is its line in the file, `indent` in blanks.

    `level` is that of a heading, 1 to 6; one that is only bold, or ends with a colon, is 7. `label`
    is that of an item in a superset, such as `A1`.
    """

    kind: Kind
    text: str
    number: int
    indent: int = 0
    level: int = 0
    label: str = ""


def lines_of(numbered: Sequence[tuple[int, str]]) -> list[Line]:
    """Return the lines with these numbers and texts; the front matter of a file is left out."""
    found: list[Line] = []
    fenced = _front_matter_end(numbered)
    dashed = _are_numbered(numbered)
    for number, raw in numbered[fenced:]:
        text = raw.expandtabs(_TAB)
        text = _DASHED.sub(r"\1\2. ", text) if dashed else text
        indent = len(text) - len(text.lstrip())
        line = _line(text.strip(), number, indent)
        underlined = found and found[-1].kind == "text" and _UNDERLINE.fullmatch(text.strip())
        if underlined and len(text.strip()) > 2:
            level = 1 if text.strip()[0] == "=" else 2
            found[-1] = Line("heading", found[-1].text, found[-1].number, 0, level)
        else:
            found.append(line)
    return found


def plain(text: str) -> str:
    """Return a text without the marks of Markdown in it."""
    text = _TIMES.sub("×", html.unescape(text))
    text = _LINK.sub(r"\1", _IMAGE.sub("", _COMMENT.sub("", text)))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(_PICTURES.sub("", _HASHTAG.sub("", text)).split())


def _line(text: str, number: int, indent: int) -> Line:
    if not text or text.startswith("```"):
        return Line("blank", "", number)
    if _RULE.fullmatch(text):
        return Line("rule", "", number)
    heading = _HEADING.fullmatch(text)
    if heading is not None:
        return Line("heading", plain(heading[2]), number, 0, len(heading[1]))
    label = _LABEL.fullmatch(text)
    if label is not None:
        return Line("item", plain(label[2]), number, indent, label=label[1])
    boxed = _BOX.match(text)
    item = _ITEM.fullmatch(text)
    if item is not None or boxed is not None:
        inner = item[2] if item is not None else text
        return Line(
            "item", plain(_BOX.sub("", inner, count=1) if _boxed(inner) else inner), number, indent
        )
    if _BOLD_LINE.fullmatch(text):
        return Line("heading", plain(text), number, indent, 7)
    return Line("text" if plain(text) else "blank", plain(text), number, indent)


def _boxed(text: str) -> bool:
    return _BOX.match(text) is not None


def _are_numbered(numbered: Sequence[tuple[int, str]]) -> bool:
    """Return whether lines such as `1 – Plank` are numbered, as their numbers count up from 1."""
    found = filter(None, (_DASHED.match(text) for _, text in numbered))
    numbers = [int(each[2]) for each in found]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _front_matter_end(numbered: Sequence[tuple[int, str]]) -> int:
    """Return how many lines a block of YAML between two `---` takes at the start."""
    if not numbered or numbered[0][1].strip() != "---":
        return 0
    for at, (_, text) in enumerate(numbered[1:60], start=1):
        if text.strip() == "---":
            return at + 1
        if text.strip() and ":" not in text and not text.lstrip().startswith("- "):
            return 0
    return 0
