"""JSON: a foreign file as objects that know their lines, and numbers as they are written."""

import json
from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import JSONObject  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from voicecoach.importing.source import Source

_NESTED_TOO_DEEP = "the file is nested too deep"


class Object(dict[str, Any]):
    """An object; `line` is where it begins, from 1."""

    line = 1

    def text(self, *keys: str) -> str | None:
        """Return the first of these values that is a text or number and says something."""
        values = (self.get(key) for key in keys)
        return next((v.strip() for v in values if isinstance(v, str) and v.strip()), None)

    def objects(self, key: str) -> Iterator["Object"]:
        """Yield the objects in a list; nothing where there is none."""
        listed = self.get(key)
        yield from (each for each in listed or () if isinstance(each, Object))


def parse(source: Source) -> Any:
    """Return what a file holds: objects, lists, texts, True, False or None. Numbers are texts.

    Raises RoutineError where it is no JSON.
    """
    try:
        return json.loads(source.text, cls=_Decoder)
    except JSONDecodeError as error:
        message = f"this is no JSON, from column {error.colno} on"
        hint = "mend the line, or export the file anew"
        raise source.error(error.lineno, message, hint) from None
    except RecursionError:
        raise source.error(1, _NESTED_TOO_DEEP) from None


class _Decoder(json.JSONDecoder):
    """Decodes with the scanner in Python, which tells where an object begins."""

    def __init__(self) -> None:
        super().__init__(parse_float=str, parse_int=str, parse_constant=str)
        self.parse_object = _object
        self.scan_once = py_make_scanner(self)


def _object(text_and_start: tuple[str, int], *arguments: Any) -> tuple[Object, int]:
    pairs, end = JSONObject(text_and_start, *arguments)
    found = Object(pairs)
    text, start = text_and_start
    found.line = text.count("\n", 0, start) + 1
    return found, end
