"""Ogg pages: a stream from an encoder, with comments and a serial number of our own.

A stream (RFC 3533) begins with header packets: what it is, alone on the first page; the comments;
for Vorbis how it is coded. The sound begins on a page of its own. libsndfile draws the stream's
serial number at random; here it follows from the comments, so that the same programme has the same
bytes, and two programmes in one file could be told apart.
"""

import io
import itertools
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

from mutagen.ogg import OggPage

# What a packet of comments begins with.
VORBIS = b"\x03vorbis"
OPUS = b"OpusTags"

# Before the table of a page's segments, whose length is the last of these bytes.
_HEAD_BYTES = 27


def retagged(
    stream: Iterable[bytes], marker: bytes, comments: Sequence[tuple[str, str]]
) -> Iterator[bytes]:
    """Yield the pages of a stream with `comments` in place of its own.

    `marker` is `VORBIS` or `OPUS`; texts are plain text without halves of characters.
    """
    pages = _pages(stream)
    first = next(pages)
    after_first = 2 if marker == VORBIS else 1
    held = [next(pages)]
    while len(packets := OggPage.to_packets(held)) < after_first or not held[-1].complete:
        held.append(next(pages))
    packets[0] = _comment_packet(packets[0], marker, comments)
    serial = zlib.crc32(packets[0])
    for number, page in enumerate(itertools.chain([first], OggPage.from_packets(packets), pages)):
        page.serial = serial
        page.sequence = number
        yield page.write()


def _comment_packet(packet: bytes, marker: bytes, comments: Sequence[tuple[str, str]]) -> bytes:
    """Return the packet with other comments, and the name of the encoder's library kept.

    After the marker come that name and the number of comments, then the comments; each text has
    its length before it, and all numbers are 32 bits with the low byte first.
    """
    (name_bytes,) = struct.unpack_from("<I", packet, len(marker))
    made = bytearray(packet[: len(marker) + 4 + name_bytes])
    made += struct.pack("<I", len(comments))
    for name, text in comments:
        comment = f"{name}={text}".encode()
        made += struct.pack("<I", len(comment)) + comment
    # Vorbis ends its comments with a bit that is set, Opus does not.
    return bytes(made) + (b"\x01" if marker == VORBIS else b"")


def _pages(stream: Iterable[bytes]) -> Iterator[OggPage]:
    """Yield the pages of a stream that comes in pieces of any length."""
    data = bytearray()
    for piece in stream:
        data += piece
        while size := _page_size(data):
            yield OggPage(io.BytesIO(data[:size]))
            del data[:size]


def _page_size(data: bytearray) -> int:
    """Return how long the page at the beginning of `data` is; 0 if it has not all come yet."""
    if len(data) < _HEAD_BYTES:
        return 0
    table_end = _HEAD_BYTES + data[_HEAD_BYTES - 1]
    size = table_end + sum(data[_HEAD_BYTES:table_end])
    return size if len(data) >= size else 0
