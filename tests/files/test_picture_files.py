import struct

from helpers.cases import cases
from voicecoach.files.pictures import is_whole, mime_of, picture_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 720, 480)
# A JFIF segment and a quantisation table come before the frame header.
JPEG = (
    b"\xff\xd8"
    + b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    + b"\xff\xdb\x00\x43"
    + bytes(65)
    + b"\xff\xc2\x00\x11\x08"
    + struct.pack(">HH", 480, 720)
)


@cases(
    "data",
    {
        "PNG": PNG,
        "JPEG": JPEG,
    },
)
def test_width_and_height_are_found(data: bytes) -> None:
    assert picture_size(data) == (720, 480)


@cases(
    "data",
    {
        "a cut PNG": PNG[:20],
        "a cut JPEG": JPEG[:60],
        "a JPEG without its last byte": JPEG[:-1],
        "nothing": b"",
        "a GIF": b"GIF89a",
        "a JPEG of filling bytes alone": b"\xff\xd8\xff\xff\xff\xff\xff",
    },
)
def test_a_picture_that_ends_early_or_is_another_has_no_size(data: bytes) -> None:
    assert picture_size(data) is None


def test_a_file_is_known_by_its_first_bytes_and_whole_by_its_last() -> None:
    png, jpeg = b"\x89PNG\r\n\x1a\n" + bytes(9), b"\xff\xd8\xff\xe0" + bytes(9)
    assert (mime_of(png), mime_of(jpeg), mime_of(b"GIF89a")) == ("image/png", "image/jpeg", None)
    assert is_whole(png + b"IEND")
    assert is_whole(jpeg + b"\xff\xd9")
    assert not is_whole(png)
    assert not is_whole(jpeg)
