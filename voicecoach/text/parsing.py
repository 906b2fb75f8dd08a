"""Parsing: a document out of the text of a YAML file, or what is wrong with it.

Hostile input is refused while it is still a stream of events, before anything is built from it, so
memory stays flat.
"""

import codecs
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

import yaml

from voicecoach.problems import RoutineError, Span
from voicecoach.text import faults, files, traps
from voicecoach.text.document import Conversion, Document
from voicecoach.text.limits import Stream
from voicecoach.text.routine_text import MAX_BYTES
from voicecoach.text.vocabulary import Words, no_words

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What ends a line for YAML 1.1, and so counts in its marks.
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NO_CHARACTERS = (
    (
        yaml.reader.Reader.NON_PRINTABLE,
        "a control character (U+{code:04X}) stands here",
        "delete it",
    ),
    # PyYAML's own parser fails where it makes a character of such an escape.
    (re.compile(r"\\U(?!00(?:0|10))[0-9a-fA-F]{8}"), "`{}` stands for no character", None),
)


def read_document(path: Path, name: str | None = None, vocabulary: Words = no_words) -> Document:
    """Read the file at `path`, called `name` in messages; hints know its `vocabulary`.

    Raises WrongUsageError where there is no readable file and RoutineError where it is not YAML
    that can be a routine.
    """
    name = name or str(path)
    return parse_document(_read(path, name), name, vocabulary)


def shared_document(path: Path, vocabulary: Words = no_words) -> Document:
    """Return the document in a file, as `read_document` does, for programmes that vary in little.

    It is the same one as long as the file is the same, and not to be changed.
    """
    return shared_text_document(_read(path, str(path)), str(path), vocabulary)


@lru_cache(maxsize=32)
def shared_text_document(text: str, name: str, vocabulary: Words = no_words) -> Document:
    """Return the document that `text` holds, as `shared_document` does for a file."""
    return parse_document(text, name, vocabulary)


def _read(path: Path, name: str) -> str:
    content = files.read(path, name, MAX_BYTES)
    if len(content) > MAX_BYTES:
        _refuse_size(name)
    return _decode(content, name)


def parse_document(text: str, name: str, vocabulary: Words = no_words) -> Document:
    """Return the document that `text` holds; hints know its `vocabulary`. Raises RoutineError."""
    if len(text) > MAX_BYTES:
        _refuse_size(name)
    document = Document(name, _LINE_BREAK.split(text))
    stream = Stream(document.lines)
    try:
        fault = stream.refusal(text, _Loader)
        root = None if fault else yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        fault = faults.explain(error, document.lines, stream.open, vocabulary())
    except (yaml.reader.ReaderError, ValueError, OverflowError):
        _refuse_character(document)
    if fault is not None:
        line, column = fault.position
        _refuse(document, line + 1, column + 1, fault.message, fault.hint, fault.length)
    if root is None or traps.is_empty(root):
        _refuse(document, 1, 1, "the file is empty", vocabulary().needed)
    conversion = Conversion(document, vocabulary)
    document.data = conversion.data(root)
    if conversion.problems:
        raise RoutineError(conversion.problems)
    return document


def _refuse_size(name: str) -> NoReturn:
    _refuse(Document(name, []), 1, 1, "the file is larger than 1 MB", "a routine is a few kB")


def _decode(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        document = Document(name, content.decode("utf-16", "replace").splitlines())
        _refuse(document, 1, 1, "this text is in UTF-16", "save the file as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        shown = content.decode("utf-8", "replace").splitlines()
        document = Document(name, shown)
        _refuse(document, line, column, "this is not UTF-8 text", "save the file as UTF-8")


def _refuse(
    document: Document,
    line: int,
    column: int,
    message: str,
    hint: str | None = None,
    length: int = 1,
) -> NoReturn:
    span = Span(document.file, line, column, length)
    raise RoutineError([document.problem(span, message, hint, "yaml")])


def _refuse_character(document: Document) -> NoReturn:
    for wrong, message, hint in _NO_CHARACTERS:
        for number, text in enumerate(document.lines, start=1):
            found = wrong.search(text)
            if found is not None:
                message = message.format(found[0], code=ord(found[0][0]))
                _refuse(document, number, found.start() + 1, message, hint)
    _refuse(document, 1, 1, "the file holds characters that YAML does not allow")
