"""The tag of an MP3 file, as `voicecoach.formats.tags.id3` wrote it or another program did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mutagen.id3 import ID3, PictureType

from voicecoach.files.pictures import picture_size
from voicecoach.formats.tags.id3 import ENCODED_BY, MILLISECONDS
from voicecoach.timeline.model import Chapter


@dataclass(frozen=True, slots=True)
class CoverFound:
    """A picture: its type as the tag says it, its size in pixels where that is known, in bytes."""

    mime: str
    width: int | None
    height: int | None
    size_bytes: int


@dataclass(frozen=True, slots=True)
class TagFound:
    """What a tag says. Texts are None where it says nothing; `language` has three letters.

    `built_by` is the voicecoach that built the file, None for another program. `spans_ms` are the
    starts and ends of what is said, without overlaps and in order.
    """

    built_by: str | None
    title: str | None
    artist: str | None
    album: str | None
    genre: str | None
    year: str | None
    comment: str | None
    language: str | None
    cover: CoverFound | None
    chapters: tuple[Chapter, ...]
    lyric_lines: int
    spans_ms: tuple[tuple[int, int], ...]


def found_in(tag: ID3 | None) -> TagFound:
    """Return what an ID3 tag says, as mutagen reads it; it may be missing."""
    frames: Any = tag if tag is not None else ID3()
    encoder = _text(frames.getall("TSSE"))
    timed = _timed_lines(frames)
    return TagFound(
        built_by=encoder if encoder and encoder.startswith(f"{ENCODED_BY} ") else None,
        title=_text(frames.getall("TIT2")),
        artist=_text(frames.getall("TPE1")),
        album=_text(frames.getall("TALB")),
        genre=_text(frames.getall("TCON")),
        # mutagen turns the year of version 2.3 into the date of 2.4.
        year=_text(frames.getall("TDRC")),
        comment=_text(frames.getall("COMM")),
        language=_text(frames.getall("TLAN")),
        cover=_cover(frames.getall("APIC")),
        chapters=tuple(_chapters(frames.getall("CHAP"))),
        lyric_lines=sum(1 for text, _ in timed if text),
        spans_ms=tuple(_spans_ms(timed)),
    )


def _text(frames: Sequence[Any]) -> str | None:
    """Return the text of the first of some frames, None if there is none."""
    return str(frames[0]).strip() or None if frames else None


def _cover(pictures: Sequence[Any]) -> CoverFound | None:
    """Return the front cover, or else the first picture."""
    front = [each for each in pictures if each.type == PictureType.COVER_FRONT]
    for picture in [*front, *pictures][:1]:
        width, height = picture_size(picture.data) or (None, None)
        return CoverFound(picture.mime, width, height, len(picture.data))
    return None


def _chapters(frames: Sequence[Any]) -> Iterator[Chapter]:
    """Yield the chapters in order of time."""
    for frame in sorted(frames, key=lambda frame: (frame.start_time, frame.end_time)):
        title = _text(frame.sub_frames.getall("TIT2")) or ""
        yield Chapter(title, frame.start_time, frame.end_time)


def _timed_lines(tag: Any) -> list[tuple[str, int]]:
    """Return the lines of the synchronised lyrics, each with its start in ms."""
    lyrics = [each for each in tag.getall("SYLT") if each.format == MILLISECONDS]
    return sorted(lyrics[0].text, key=lambda line: line[1]) if lyrics else []


def _spans_ms(timed: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield from where to where a line stands: until the next one, or the empty one at its end."""
    for (text, start_ms), (_, end_ms) in pairwise(timed):
        if text and end_ms > start_ms:
            yield start_ms, end_ms
