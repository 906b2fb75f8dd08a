"""Picture files: the type and size of a PNG or JPEG, from its bytes."""

import struct
from typing import Literal

Mime = Literal["image/png", "image/jpeg"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Frame headers but for 0xC4, 0xC8 and 0xCC, which are other segments (ITU-T T.81, table B.1).
_FRAME_HEADERS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def mime_of(data: bytes) -> Mime | None:
    """Return the media type of a picture, None if it is neither PNG nor JPEG."""
    if data.startswith(_PNG):
        return "image/png"
    return "image/jpeg" if data.startswith(_JPEG) else None


def is_whole(data: bytes) -> bool:
    """Return whether a PNG has its final chunk, or a JPEG its final marker."""
    return (b"IEND" if data.startswith(_PNG) else b"\xff\xd9") in data


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, None if they cannot be read."""
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
    """Return the size from the frame header, skipping the segments before it by their lengths."""
    at = len(_JPEG)
    while True:
        marker, length = struct.unpack_from(">xBH", data, at)
        if marker in _FRAME_HEADERS:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
