"""The ID3v2.3 tag: all that a player shows of a programme, in an MP3 or a WAV file.

It follows the standard (id3.org, "ID3 tag version 2.3.0") and its "ID3v2 Chapter Frame Addendum
1.0". A tag is 10 bytes (`ID3`, version 3.0, no flags and the length of the rest, 7 bits per byte),
then the frames. It is version 2.3 because older players do not read 2.4; 2.3 has no UTF-8, so text
is UTF-16.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from mutagen import id3

from voicecoach.formats import Lyric, Tags
from voicecoach.formats.tags.iso_639 import iso_639_2
from voicecoach.formats.tags.text import ENCODER, lyric_lines, one_line
from voicecoach.timeline.model import Chapter

# What the frame TSSE begins with.
# The time unit of synchronised lyrics.
MILLISECONDS = 2

_HEADER_BYTES = 10
_UNKNOWN = "XXX"
# Players find a chapter by its time, not by its offset in the file.
_NO_OFFSET = 0xFFFF_FFFF
_LYRICS = 1
# A line stays on screen until the next one if that follows within this time.
_LINE_STAYS_MS = 250


def id3_tag(tags: Tags, duration_ms: int) -> bytes:
    """Return the bytes of the tag of a programme of `duration_ms`, without empty frames.

    The frames are in the order of `_frames`. mutagen would sort them by size, even the chapters,
    which many readers show in the order of the file; so each is written on its own.
    """
    content = b"".join(map(_bytes, _frames(tags, duration_ms)))
    size = bytes(len(content) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + content


def _bytes(frame: id3.Frame) -> bytes:
    alone = id3.ID3()
    alone.add(frame)
    buffer = io.BytesIO()
    alone.save(buffer, v1=0, v2_version=3, padding=lambda _: 0)
    return buffer.getvalue()[_HEADER_BYTES:]


def _frames(tags: Tags, duration_ms: int) -> Iterator[id3.Frame]:
    language = iso_639_2(tags.language)
    texts = {
        id3.TIT2: tags.title,
        id3.TPE1: tags.artist,
        id3.TALB: tags.album,
        id3.TRCK: "" if tags.track is None else "{}/{}".format(*tags.track),
        id3.TCON: tags.genre,
        id3.TYER: "" if tags.year is None else f"{tags.year:04}",
        id3.TLEN: str(duration_ms),
        id3.TLAN: language or "",
        id3.TSSE: ENCODER,
    }
    for kind, text in texts.items():
        yield from _text(kind, text)
    comment = one_line(tags.comment)
    if comment:
        yield id3.COMM(
            encoding=_encoding(comment), lang=language or _UNKNOWN, desc="", text=comment
        )
    yield from _chapters(tags.chapters)
    yield from _lyrics(tags, language or _UNKNOWN)
    if tags.cover is not None:
        yield id3.APIC(
            encoding=id3.Encoding.LATIN1,
            mime=tags.cover.mime,
            type=id3.PictureType.COVER_FRONT,
            desc="",
            data=tags.cover.data,
        )


def _text(kind: type[id3.TextFrame], text: str) -> Iterator[id3.Frame]:
    line = one_line(text)
    if line:
        yield kind(encoding=_encoding(line), text=line)


def _chapters(chapters: Sequence[Chapter]) -> Iterator[id3.Frame]:
    """Yield the table of chapters, without which many players show none, and the chapters."""
    if not chapters:
        return
    names = [f"chp{number}" for number in range(1, 1 + len(chapters))]
    yield id3.CTOC(
        element_id="toc",
        flags=id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED,
        child_element_ids=names,
        sub_frames=[],
    )
    for name, chapter in zip(names, chapters, strict=True):
        yield id3.CHAP(
            element_id=name,
            start_time=chapter.start_ms,
            end_time=chapter.end_ms,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=list(_text(id3.TIT2, chapter.title)),
        )


def _lyrics(tags: Tags, language: str) -> Iterator[id3.Frame]:
    """Yield the lines as one text, and again each with its time."""
    lines = lyric_lines(tags)
    if not lines.strip():
        return
    yield id3.USLT(encoding=_encoding(lines), lang=language, desc="", text=lines)
    yield id3.SYLT(
        encoding=_encoding(lines),
        lang=language,
        format=MILLISECONDS,
        type=_LYRICS,
        desc="",
        text=list(_timed_lines(tags.lyrics)),
    )


def _timed_lines(lyrics: Sequence[Lyric]) -> Iterator[tuple[str, int]]:
    """Yield each line at its start, and an empty one at its end unless another follows at once."""
    spoken = [lyric for lyric in lyrics if one_line(lyric.text)]
    for lyric, following in zip_longest(spoken, spoken[1:]):
        yield one_line(lyric.text), lyric.start_ms
        if following is None or following.start_ms > lyric.end_ms + _LINE_STAYS_MS:
            yield "", lyric.end_ms


def _encoding(text: str) -> int:
    return id3.Encoding.LATIN1 if text.isascii() else id3.Encoding.UTF16
