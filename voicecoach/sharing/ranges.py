"""Byte ranges: what a `Range` field asks for, as RFC 9110 says in section 14.

A player asks for a piece of a file to learn its length (`bytes=0-1`), to read its end
(`bytes=-500`), and to go on from somewhere (`bytes=500-`).
"""

import re
from collections.abc import Sequence

from msgspec import Struct

_SPECIFIER = re.compile(r"([0-9]*)-([0-9]*)")
# Far beyond any file: longer numbers are slow to convert, or refused by Python.
_MOST_DIGITS = 18


class UnsatisfiableError(Exception):
    """None of the ranges that were asked for has a byte of the file."""


class ByteRange(Struct, frozen=True, order=True):
    """The bytes of a file from `first` to `last`, both counted from 0 and included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """The number of bytes, 1 or more."""
        return self.last - self.first + 1

    def content_range(self, size: int) -> str:
        """Return the `Content-Range` of these bytes of a file of `size` bytes."""
        return f"bytes {self.first}-{self.last}/{size}"


def parse(field: str, size: int) -> list[ByteRange]:
    """Return the ranges that a `Range` field asks of a file of `size` bytes.

    They are in the order in which they were asked for, those that overlap as one: so no byte is
    sent twice. There is none where the field is to be ignored, as it has another unit or is not
    well formed. Raises UnsatisfiableError.
    """
    unit, equals, rest = field.partition("=")
    if not equals or unit.lower() != "bytes":
        return []
    # Empty elements of a list are passed over (section 5.6.1.2).
    matches = [_SPECIFIER.fullmatch(part.strip(" \t")) for part in rest.split(",") if part.strip()]
    bounds = [(_number(match[1]), _number(match[2])) for match in matches if match is not None]
    if len(bounds) < len(matches) or not bounds or any(map(_is_invalid, bounds)):
        return []
    found = [_range(first, last, size) for first, last in bounds]
    satisfiable = [each for each in found if each is not None]
    if not satisfiable:
        raise UnsatisfiableError
    return _without_overlaps(satisfiable)


def _number(digits: str) -> int | None:
    significant = digits.lstrip("0")[:_MOST_DIGITS]
    return int(significant or "0") if digits else None


def _is_invalid(bounds: tuple[int | None, int | None]) -> bool:
    first, last = bounds
    return last is None if first is None else last is not None and last < first


def _range(first: int | None, last: int | None, size: int) -> ByteRange | None:
    """Return the bytes between two bounds that a file has, None if it has none of them."""
    if first is None:
        first, last = max(0, size - (last or 0)), None
    last = size - 1 if last is None else min(last, size - 1)
    return ByteRange(first, last) if first <= last else None


def _without_overlaps(ranges: Sequence[ByteRange]) -> list[ByteRange]:
    """Return ranges with those that overlap joined, where the first of them was asked for."""
    joined: list[ByteRange] = []
    places: list[int] = []
    for place, each in sorted(enumerate(ranges), key=lambda numbered: numbered[1]):
        if joined and each.first <= joined[-1].last:
            joined[-1] = ByteRange(joined[-1].first, max(joined[-1].last, each.last))
            places[-1] = min(places[-1], place)
        else:
            joined.append(each)
            places.append(place)
    return [each for _, each in sorted(zip(places, joined, strict=True))]
