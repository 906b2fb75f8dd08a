"""Picture sizes: width and height from the first bytes of a PNG or JPEG file."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Frame headers but for 0xC4, 0xC8 and 0xCC, which are other segments (ITU-T T.81, table B.1).
_FRAME_HEADERS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, None where they are not found."""
    try:
        if data.startswith(_PNG):
            # The first chunk, IHDR, begins with them (W3C, "PNG Specification", 11.2.1).
            width, height = struct.unpack_from(">II", data, 16)
            return width, height
        if data.startswith(_JPEG):
            return _jpeg_size(data)
    except struct.error:
        pass
    return None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return the size in the frame header, to which segments lead, each with its length."""
    at = len(_JPEG)
    while True:
        marker, length = struct.unpack_from(">xBH", data, at)
        if marker in _FRAME_HEADERS:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
