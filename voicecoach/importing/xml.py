"""XML: a foreign file as elements that know their lines, and in which case makes no difference.

Programs write XML by hand and get it wrong: the names of elements and attributes come in any case,
and an `&` stands by itself. Such an `&` is read as one. Everything else that is no XML is refused,
as are entities of the file's own, which a few lines can blow up to any size.
"""

import re
from typing import Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString
from msgspec import Struct, field

from voicecoach.importing.source import Source

_MAX_DEPTH = 50

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_COMMENT_OR_ELEMENT = re.compile(r"<(?:!--|(?:[\w.-]+:)?([A-Za-z_][\w.-]*))")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
# What no XML may hold, not even written as a number.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Element(Struct):
    """An element: its name and those of its attributes in lower case, without namespaces.

    `text` is all that stands directly in it.
    """

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def get(self, *names: str) -> str | None:
        """Return the first of these attributes that is there and says something, None if none."""
        values = (self.attributes.get(name, "").strip() for name in names)
        return next(filter(None, values), None)

    def child(self, *names: str) -> "Element | None":
        """Return the first child of one of these names."""
        return next((child for child in self.children if child.name in names), None)

    def text_of(self, *names: str) -> str | None:
        """Return the text of the first child of one of these names that has any."""
        found = (child.text.strip() for child in self.children if child.name in names)
        return next(filter(None, found), None)


def begins_with(source: Source, *names: str) -> bool:
    """Return whether the first element of a file has one of these names, in lower case."""
    found = _COMMENT_OR_ELEMENT.search(source.text)
    while found is not None and found[1] is None:
        end = source.text.find("-->", found.end())
        found = _COMMENT_OR_ELEMENT.search(source.text, end) if end >= 0 else None
    return found is not None and found[1].lower() in names


def parse(source: Source) -> Element:
    """Return the outermost element of a file. Raises RoutineError where it is no XML."""
    # The text is no longer in the encoding that is declared; the lines stay where they are.
    text = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), source.text, count=1)
    text = _CONTROLS.sub(" ", _BARE_AMPERSAND.sub("&amp;", text))
    handler = _Handler(source)
    try:
        parseString(text.encode(), handler, forbid_dtd=False)
    except SAXParseException as error:
        line, column = error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1
        message = f"this is no XML, from column {column} on"
        raise source.error(line, message, "mend the line, or export the file anew") from None
    except DefusedXmlException:
        raise source.error(1, "the file defines entities, which no workout needs") from None
    assert handler.root is not None  # otherwise there was an error
    return handler.root


class _Handler(ContentHandler):
    """Makes elements of what the parser finds."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.root: Element | None = None
        self._source = source
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802
        """Keep what knows the current line."""
        self._locator = locator

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        """Open an element."""
        line = self._locator.getLineNumber()
        if len(self._open) >= _MAX_DEPTH:
            raise self._source.error(line, f"elements stand more than {_MAX_DEPTH} deep")
        element = Element(_local(name), line, {_local(key): attrs[key] for key in attrs.getNames()})
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        """Close an element."""
        self._open.pop().text = "".join(self._texts.pop())

    def characters(self, content: str) -> None:
        """Keep text."""
        self._texts[-1].append(content)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
