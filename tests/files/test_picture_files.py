import struct

from helpers.cases import cases
from voicecoach.files.pictures import PictureForm, is_whole, mime_of, picture_form


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), kind) + data + bytes(4)


def _png(bits: int, colour_type: int) -> bytes:
    header = struct.pack(">IIBBBBB", 720, 480, bits, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header)


PNG = _png(8, 2)
# A JFIF segment and a quantisation table come before the frame header.
JPEG = (
    b"\xff\xd8"
    + b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    + b"\xff\xdb\x00\x43"
    + bytes(65)
    + b"\xff\xc2\x00\x11\x08"
    + struct.pack(">HHB", 480, 720, 3)
)
PALETTE = _png(8, 3) + _chunk(b"gAMA", bytes(4)) + _chunk(b"PLTE", bytes(3 * 17))


@cases(
    ("data", "depth", "colours"),
    {
        "a PNG of grey": (_png(16, 0), 16, 0),
        "a PNG of colours": (PNG, 24, 0),
        "a PNG with a palette": (PALETTE, 24, 17),
        "a PNG that shines through": (_png(8, 6), 32, 0),
        "a JPEG": (JPEG, 24, 0),
    },
)
def test_width_height_and_colour_depth_are_found(data: bytes, depth: int, colours: int) -> None:
    assert picture_form(data) == PictureForm(720, 480, depth, colours)


@cases(
    "data",
    {
        "a cut PNG": PNG[:20],
        "a PNG without its palette": _png(8, 3),
        "a cut JPEG": JPEG[:60],
        "a JPEG without its last byte": JPEG[:-1],
        "nothing": b"",
        "a GIF": b"GIF89a",
        "a JPEG of filling bytes alone": b"\xff\xd8\xff\xff\xff\xff\xff",
    },
)
def test_a_picture_that_ends_early_or_is_another_has_no_form(data: bytes) -> None:
    assert picture_form(data) is None


def test_a_file_is_known_by_its_first_bytes_and_whole_by_its_last() -> None:
    png, jpeg = b"\x89PNG\r\n\x1a\n" + bytes(9), b"\xff\xd8\xff\xe0" + bytes(9)
    assert (mime_of(png), mime_of(jpeg), mime_of(b"GIF89a")) == ("image/png", "image/jpeg", None)
    assert is_whole(png + b"IEND")
    assert is_whole(jpeg + b"\xff\xd9")
    assert not is_whole(png)
    assert not is_whole(jpeg)
