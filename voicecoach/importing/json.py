"""Json: a foreign file as values whose objects know their lines.

Numbers are exact. Control characters may stand in a text, as some programs let them.
"""

from bisect import bisect_right
from collections.abc import Callable
from decimal import Decimal
from itertools import accumulate
from json import JSONDecodeError, JSONDecoder
from typing import Any

from voicecoach.importing.numbers import decimal, whole
from voicecoach.importing.source import Source
from voicecoach.units import SECOND_MS

_MAX_DEPTH = 50

_LARGEST = 10**9
_BLANKS = " \t\n"


class Record(dict[str, Any]):
    """An object of a file, and its line."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line

    def text(self, key: str) -> str:
        """Return a text, empty where there is none."""
        value = self.get(key)
        return value.strip() if isinstance(value, str) else ""

    def number(self, key: str) -> Decimal | None:
        """Return a number, which may stand in quotes, or None where there is none."""
        value = self.get(key)
        if isinstance(value, str):
            return decimal(value)
        fits = isinstance(value, Decimal) and abs(value) <= _LARGEST
        return value if fits else None

    def count(self, key: str) -> int | None:
        """Return a whole number, or None where there is none."""
        number = self.number(key)
        return int(number) if number is not None and number == int(number) else None

    def seconds_ms(self, key: str) -> int | None:
        """Return a number of seconds in ms, or None where there is none of 0 or more."""
        number = self.number(key)
        return None if number is None or number < 0 else whole(number * SECOND_MS)

    def record(self, key: str) -> "Record":
        """Return an object; one without anything in it where there is none."""
        value = self.get(key)
        return value if isinstance(value, Record) else Record(self.line)

    def records(self, key: str) -> list["Record"]:
        """Return the objects of a list."""
        return records(self.get(key))

    def unquoted(self, key: str) -> Any:
        """Return a value, or what a text says as JSON of its own; None where it is no JSON."""
        value = self.get(key)
        if not isinstance(value, str):
            return value
        try:
            return _Parser(value, lambda _at: self.line).all()
        except JSONDecodeError:
            return None


def records(value: Any) -> list[Record]:
    """Return the objects of a list, or the only one."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, Record)]


def has_keys(source: Source, *keys: str) -> bool:
    """Return whether a file looks like JSON in which all of these keys stand somewhere."""
    begins = source.text.lstrip()[:1]
    return begins in ("{", "[") and all(f'"{key}"' in source.text for key in keys)


def parse(source: Source, hint: str = "export the file anew") -> Any:
    """Return what a file says: records, lists, texts, decimals, booleans or None.

    Raises RoutineError with this hint where it is no JSON.
    """
    starts = [0, *accumulate(len(line) + 1 for line in source.lines)]
    try:
        return _Parser(source.text, lambda at: bisect_right(starts, at)).all()
    except JSONDecodeError as error:
        line = bisect_right(starts, error.pos) if source.lines else 1
        message = f"this is no JSON, from column {error.colno} on: {error.msg.lower()}"
        raise source.error(line, message, hint) from None


class _Parser:
    """Reads a text; `line_of` tells the line of a place in it."""

    def __init__(self, text: str, line_of: Callable[[int], int]) -> None:
        self._text = text
        self._line_of = line_of
        self._scalars = JSONDecoder(
            parse_float=Decimal, parse_int=Decimal, parse_constant=lambda _name: None, strict=False
        )

    def all(self) -> Any:
        """Return what the text says. Raises JSONDecodeError where it is no JSON."""
        value, at = self._value(0, 0)
        if at < len(self._text):
            raise self._error("something follows", at)
        return value

    def _value(self, at: int, depth: int) -> tuple[Any, int]:
        """Return the value at a place, and the place of what follows it."""
        at = self._skip(at)
        bracket = self._text[at : at + 1]
        if depth >= _MAX_DEPTH:
            raise self._error(f"brackets stand more than {_MAX_DEPTH} deep", at)
        if bracket == "{":
            record = Record(self._line_of(at))
            at = self._skip(at + 1)
            while self._text[at : at + 1] != "}":
                key, at = self._value(at, depth + 1)
                if not isinstance(key, str) or self._text[at : at + 1] != ":":
                    raise self._error("a key and a colon are missing", at)
                record[key], at = self._value(at + 1, depth + 1)
                at = self._next(at, "}")
            return record, self._skip(at + 1)
        if bracket == "[":
            values: list[Any] = []
            at = self._skip(at + 1)
            while self._text[at : at + 1] != "]":
                value, at = self._value(at, depth + 1)
                values.append(value)
                at = self._next(at, "]")
            return values, self._skip(at + 1)
        value, at = self._scalars.raw_decode(self._text, at)
        return value, self._skip(at)

    def _next(self, at: int, closing: str) -> int:
        """Return the place behind a comma, or that of the closing bracket."""
        if self._text[at : at + 1] == ",":
            return self._skip(at + 1)
        if self._text[at : at + 1] != closing:
            raise self._error(f"a comma or `{closing}` is missing", at)
        return at

    def _skip(self, at: int) -> int:
        while at < len(self._text) and self._text[at] in _BLANKS:
            at += 1
        return at

    def _error(self, message: str, at: int) -> JSONDecodeError:
        return JSONDecodeError(message, self._text, at)
