"""Ogg pages: an encoder's stream, with its comments and serial number replaced.

A stream (RFC 3533) begins with header packets: identification, alone on the first page; comments;
for Vorbis also the codec setup. The sound begins on a new page. libsndfile chooses the stream's
serial number at random; here it is derived from the comments, so that the same programme gives the
same bytes, and two programmes in one file can be told apart.
"""

import contextlib
import io
import itertools
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

from mutagen import MutagenError
from mutagen.ogg import OggPage

# The beginning of a comment packet.
VORBIS = b"\x03vorbis"
OPUS = b"OpusTags"


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
    data = b""
    for piece in stream:
        data += piece
        # Raised when the rest of a page has yet to come.
        with contextlib.suppress(EOFError, MutagenError):
            while True:
                page = OggPage(io.BytesIO(data))
                data = data[page.size :]
                yield page
