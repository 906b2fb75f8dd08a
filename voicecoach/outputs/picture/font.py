"""The font that comes with the program: which characters it has, and how wide they are.

It is Roboto in two weights, with Latin, Greek and Cyrillic. So a picture looks the same on every
machine, even one without fonts, and texts can be measured without drawing them.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_DIRECTORY = Path(__file__).with_name("fonts")
REGULAR = _DIRECTORY / "Roboto-Regular.ttf"
BOLD = _DIRECTORY / "Roboto-Bold.ttf"

# Characters from other fonts: emoji are the widest. Arabic and Hebrew letters are half an em wide
# on average, single ones more.
_WIDE_EM = 1.3
_RIGHT_TO_LEFT_EM = 0.75
_OTHER_EM = 1.0


def has(text: str) -> bool:
    """Return whether the font has every character of a text, line ends aside."""
    return set(text) - {"\n"} <= _widths_em(BOLD).keys()


def width_em(text: str, bold: bool) -> float:
    """Return the width of a text in em; characters that the font lacks are estimated."""
    widths = _widths_em(BOLD if bold else REGULAR)
    return sum(
        widths[character] if character in widths else _estimate_em(character) for character in text
    )


def _estimate_em(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.bidirectional(character) in ("R", "AL"):
        return _RIGHT_TO_LEFT_EM
    return _WIDE_EM if unicodedata.east_asian_width(character) in "WF" else _OTHER_EM


@cache
def _widths_em(path: Path) -> dict[str, float]:
    """Return the width of each character of a TrueType font.

    They are read from the tables `head`, `hhea`, `hmtx` and `cmap`, as specified by OpenType 1.9:
    https://learn.microsoft.com/typography/opentype/spec/
    """
    data = path.read_bytes()
    (table_count,) = struct.unpack_from(">H", data, 4)
    tables = struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * table_count])
    starts = {tag: start for tag, _, start, _ in tables}
    (units_per_em,) = struct.unpack_from(">H", data, starts[b"head"] + 18)
    (wide_count,) = struct.unpack_from(">H", data, starts[b"hhea"] + 34)
    advances = struct.unpack_from(">" + "Hh" * wide_count, data, starts[b"hmtx"])[::2]
    return {
        chr(code): advances[min(glyph, wide_count - 1)] / units_per_em
        for code, glyph in _glyphs(data, starts[b"cmap"])
    }


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield each code point with its glyph, from the first subtable of format 4."""
    (subtable_count,) = struct.unpack_from(">H", data, cmap + 2)
    subtables = struct.iter_unpack(">LL", data[cmap + 4 : cmap + 4 + 8 * subtable_count])
    starts_at = [cmap + offset for _, offset in subtables]
    table = next(start for start in starts_at if data[start : start + 2] == b"\0\4")
    (doubled_count,) = struct.unpack_from(">H", data, table + 6)
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{doubled_count // 2}H", data, table + start)
        for start in (14, *(16 + doubled_count * part for part in (1, 2, 3)))
    )
    ranges_at = table + 16 + doubled_count * 3
    for segment, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if ranges[segment]:
                at = ranges_at + 2 * segment + ranges[segment] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", data, at)
            if glyph:
                yield code, (glyph + deltas[segment]) % 0x10000
