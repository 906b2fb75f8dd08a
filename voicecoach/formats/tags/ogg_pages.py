"""Ogg pages: an encoder's stream, with its comments and serial number replaced.

A stream (RFC 3533) begins with header packets: identification, alone on the first page; comments;
for Vorbis also the codec setup. The sound begins on a new page. libsndfile chooses the stream's
serial number at random; here it is derived from the comments, so that the same programme gives the
same bytes, and two programmes in one file can be told apart.
"""

import io
import itertools
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

from mutagen.ogg import OggPage

# The beginning of a comment packet.
VORBIS = b"\x03vorbis"
OPUS = b"OpusTags"

# The bytes before a page's segment table; the last of them is the table's length.
_HEAD_BYTES = 27


def replace_comments(
    stream: Iterable[bytes], marker: bytes, comments: Sequence[tuple[str, str]]
) -> Iterator[bytes]:
    """Yield the pages of a stream with `comments` in place of its own.

    `marker` is `VORBIS` or `OPUS`; texts have no lone surrogates.
    """
    pages = _pages(stream)
    first = next(pages)
    packet_count = 2 if marker == VORBIS else 1
    header = [next(pages)]
    while len(packets := OggPage.to_packets(header)) < packet_count or not header[-1].complete:
        header.append(next(pages))
    packets[0] = _comment_packet(packets[0], marker, comments)
    serial = zlib.crc32(packets[0])
    for number, page in enumerate(itertools.chain([first], OggPage.from_packets(packets), pages)):
        page.serial = serial
        page.sequence = number
        yield page.write()


def _comment_packet(packet: bytes, marker: bytes, comments: Sequence[tuple[str, str]]) -> bytes:
    """Return the packet with other comments, keeping its vendor name.

    After the marker come the vendor name and the number of comments, then the comments; each text
    is preceded by its length, and all numbers are 32-bit little-endian.
    """
    (vendor_bytes,) = struct.unpack_from("<I", packet, len(marker))
    replaced = bytearray(packet[: len(marker) + 4 + vendor_bytes])
    replaced += struct.pack("<I", len(comments))
    for name, text in comments:
        comment = f"{name}={text}".encode()
        replaced += struct.pack("<I", len(comment)) + comment
    # Vorbis ends its comments with a set bit, Opus does not.
    return bytes(replaced) + (b"\x01" if marker == VORBIS else b"")


def _pages(stream: Iterable[bytes]) -> Iterator[OggPage]:
    """Yield the pages of a stream that comes in pieces of any length."""
    data = bytearray()
    for piece in stream:
        data += piece
        while size := _page_size(data):
            yield OggPage(io.BytesIO(data[:size]))
            del data[:size]


def _page_size(data: bytearray) -> int:
    """Return the size of the page at the beginning of `data`; 0 if it is not complete yet."""
    if len(data) < _HEAD_BYTES:
        return 0
    table_end = _HEAD_BYTES + data[_HEAD_BYTES - 1]
    size = table_end + sum(data[_HEAD_BYTES:table_end])
    return size if len(data) >= size else 0
