"""HTML: the text of a page or mail as lines, with the marks of Markdown for what it is."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

_STARTS = re.compile(
    r"\s*<(?:!doctype html|html|head|body|div|p|ul|ol|table|h[1-6]|br|span|meta)\b", re.I
)
_BLOCKS = {
    "p", "div", "br", "ul", "ol", "table", "tbody", "thead", "blockquote", "hr", "section", "pre",
}  # fmt: skip
_UNSEEN = {"head", "style", "script", "title"}
_HEADING = re.compile(r"h([1-6])")


def is_html(text: str) -> bool:
    """Return whether a text is that of a page rather than of XML."""
    return _STARTS.match(text) is not None


def html_lines(text: str) -> Sequence[tuple[int, str]]:
    """Return the lines of text on a page, each with its line in the file. Tags may be open."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_line()
    return page.lines


class _Page(HTMLParser):
    """Collects the lines of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[int, str]] = []
        self._text = ""
        self._number = 1
        self._unseen = 0
        self._cells: list[str] | None = None
        self._rows = 0

    def handle_starttag(self, tag: str, _attrs: Sequence[tuple[str, str | None]]) -> None:
        heading = _HEADING.fullmatch(tag)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self.end_line()
            self._rows = 0
        elif tag == "tr":
            self.end_line()
            self._cells = []
        elif tag in ("td", "th"):
            self._text = ""
        elif self._cells is not None:
            self._text += " "
        elif tag == "li" or heading is not None:
            self.end_line()
            self._text = "- " if heading is None else f"{'#' * int(heading[1])} "
        elif tag in _BLOCKS:
            self.end_line(is_parted=tag == "p")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th") and self._cells is not None:
            self._cells.append(" ".join(self._text.split()))
            self._text = ""
        elif tag == "tr" and self._cells is not None:
            self._end_row(self._cells)
        elif tag == "li" or (tag in _BLOCKS and self._cells is None) or _HEADING.fullmatch(tag):
            self.end_line(is_parted=tag in ("p", "ul", "ol", "table"))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            if not self._text.strip("-# "):
                self._number = self.getpos()[0] + len(data) - len(data.lstrip("\n"))
            self._text += data

    def end_line(self, is_parted: bool = False) -> None:
        """End the line of text that is being collected; `is_parted` puts a blank one behind it."""
        text = " ".join(self._text.split())
        self._text = ""
        if text.strip("-# "):
            self.lines.append((self._number, text))
        if is_parted:
            self.lines.append((self._number, ""))

    def _end_row(self, cells: Sequence[str]) -> None:
        self._cells = None
        self._rows += 1
        number = self.getpos()[0]
        self.lines.append((number, f"| {' | '.join(cells)} |"))
        if self._rows == 1:
            self.lines.append((number, "|" + "---|" * len(cells)))
