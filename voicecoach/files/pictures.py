"""Picture files: the type and form of a PNG or JPEG, from its bytes."""

import struct
from typing import Literal, NamedTuple

Mime = Literal["image/png", "image/jpeg"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Of a PNG: samples a pixel by the colour type, and the type with a palette of 24 bits a colour.
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
_PALETTE, _PALETTE_DEPTH = 3, 24
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


class PictureForm(NamedTuple):
    """Width and height in pixels, bits a pixel, and colours of a palette, 0 where there is none."""

    width: int
    height: int
    depth: int
    colours: int


def picture_form(data: bytes) -> PictureForm | None:
    """Return the form of a picture, None if it cannot be read."""
    try:
        if data.startswith(_PNG):
            return _png_form(data)
        if data.startswith(_JPEG):
            return _jpeg_form(data)
    except struct.error:
        pass
    return None


def _png_form(data: bytes) -> PictureForm:
    """Return the form from the first chunk, IHDR (W3C, "PNG Specification", 11.2.1)."""
    width, height, bits, colour_type = struct.unpack_from(">IIBB", data, 16)
    if colour_type == _PALETTE:
        return PictureForm(width, height, _PALETTE_DEPTH, _palette_colours(data))
    return PictureForm(width, height, bits * _CHANNELS.get(colour_type, 0), 0)


def _palette_colours(data: bytes) -> int:
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"PLTE":
            return int(length) // 3
        # Length, kind and checksum.
        at += 12 + length


def _jpeg_form(data: bytes) -> PictureForm:
    """Return the form from the frame header, skipping the segments before it by their lengths."""
    at = len(_JPEG)
    while True:
        marker, length = struct.unpack_from(">xBH", data, at)
        if marker in _FRAME_HEADERS:
            bits, height, width, channels = struct.unpack_from(">BHHB", data, at + 4)
            return PictureForm(width, height, bits * channels, 0)
        at += 2 + length
