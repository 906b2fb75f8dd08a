"""Byte ranges, by the examples and rules of RFC 9110, section 14."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.cases import cases
from voicecoach.sharing.ranges import ByteRange, UnsatisfiableError, parse

SIZE = 10_000

# The examples of section 14.1.2, and what iOS asks for.
ASKED = {
    "the first 500 bytes": ("bytes=0-499", [(0, 499)]),
    "the second 500 bytes": ("bytes=500-999", [(500, 999)]),
    "the last 500 bytes": ("bytes=-500", [(9500, 9999)]),
    "from a byte on": ("bytes=9500-", [(9500, 9999)]),
    "the first and the last byte": ("bytes=0-0,-1", [(0, 0), (9999, 9999)]),
    "the two of iOS": ("bytes=0-1", [(0, 1)]),
    "first, middle and last": (
        "bytes= 0-999, 4500-5499, -1000",
        [(0, 999), (4500, 5499), (9000, 9999)],
    ),
    "beyond the end": ("bytes=9000-20000", [(9000, 9999)]),
    "more than there is from the end": ("bytes=-20000", [(0, 9999)]),
    "all": ("bytes=0-", [(0, 9999)]),
    "neighbours": ("bytes=500-600,601-999", [(500, 600), (601, 999)]),
    "overlapping": ("bytes=500-700,601-999", [(500, 999)]),
    "one within another": ("bytes=0-99,10-19", [(0, 99)]),
    "the same thrice": ("bytes=5-6,5-6,5-6", [(5, 6)]),
    "in another order": ("bytes=100-199,0-9", [(100, 199), (0, 9)]),
    "joined in another order": ("bytes=100-199,0-9,50-120", [(50, 199), (0, 9)]),
    "one of two beyond the end": ("bytes=0-1,20000-", [(0, 1)]),
    "an empty element": ("bytes=0-1,,5-6,", [(0, 1), (5, 6)]),
    "a unit in capitals": ("Bytes=0-1", [(0, 1)]),
    "leading zeros": (f"bytes={'0' * 5000}1-{'0' * 5000}2", [(1, 2)]),
    "a number that Python would not read": (f"bytes=0-{'9' * 5000}", [(0, 9999)]),
}
IGNORED = {
    "another unit": "items=0-5",
    "no unit": "0-5",
    "nothing": "",
    "no range": "bytes=",
    "a blank before the equals sign": "bytes = 0-1",
    "turned round": "bytes=5-1",
    "one of two turned round": "bytes=0-1,5-1",
    "no number": "bytes=-",
    "a word": "bytes=a-b",
    "three numbers": "bytes=1-2-3",
    "a negative number": "bytes=--5",
    "a blank within": "bytes=0 - 1",
    "a sign": "bytes=+1-2",
    "digits of another script": "bytes=٠-١",
    "an underscore": "bytes=1_0-2_0",
    "no comma": "bytes=0-1;5-6",
}
UNSATISFIABLE = {
    "behind the end": "bytes=10000-",
    "far behind the end": f"bytes={'9' * 5000}-",
    "the last none": "bytes=-0",
    "several": "bytes=10000-10001,20000-,-0",
}


@cases(("field", "expected"), ASKED)
def test_ranges_are_found(field: str, expected: list[tuple[int, int]]) -> None:
    assert parse(field, SIZE) == [ByteRange(first, last) for first, last in expected]


@cases("field", IGNORED)
def test_what_is_not_well_formed_is_ignored(field: str) -> None:
    assert parse(field, SIZE) == []


@cases("field", UNSATISFIABLE)
def test_ranges_without_a_byte_of_the_file_cannot_be_satisfied(field: str) -> None:
    with pytest.raises(UnsatisfiableError):
        parse(field, SIZE)


@pytest.mark.parametrize("field", ["bytes=0-", "bytes=0-0", "bytes=-5"])
def test_an_empty_file_has_no_range(field: str) -> None:
    with pytest.raises(UnsatisfiableError):
        parse(field, 0)


def test_a_thousand_ranges_ask_for_no_byte_twice() -> None:
    assert parse("bytes=" + ",".join(["0-"] * 1000), SIZE) == [ByteRange(0, SIZE - 1)]
    single = parse("bytes=" + ",".join(f"{2 * n}-{2 * n}" for n in range(1000)), SIZE)
    assert [each.length for each in single] == [1] * 1000


_BOUND = st.integers(0, 60)


@given(st.lists(st.tuples(_BOUND, _BOUND).map(sorted), min_size=1, max_size=12), st.integers(1, 50))
def test_the_bytes_that_are_sent_are_those_that_were_asked_for(
    bounds: list[list[int]], size: int
) -> None:
    wanted = {byte for first, last in bounds for byte in range(first, last + 1) if byte < size}
    field = "bytes=" + ",".join(f"{first}-{last}" for first, last in bounds)
    if not wanted:
        with pytest.raises(UnsatisfiableError):
            parse(field, size)
        return
    sent = [byte for each in parse(field, size) for byte in range(each.first, each.last + 1)]
    assert len(sent) == len(set(sent))
    assert set(sent) == wanted
