"""The ID3 tag of an MP3 or WAV file, by `voicecoach.formats.tags.id3` or by another program."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from mutagen.id3 import ID3, PictureType

from voicecoach.formats.inspection.tag import CoverInfo, TagInfo, TimedLine, cover_info, own
from voicecoach.formats.tags.id3 import MILLISECONDS
from voicecoach.timeline.model import Chapter


def read_id3(tag: ID3 | None) -> TagInfo:
    """Return what is in a tag as mutagen reads it, None if there is none."""
    frames: Any = tag if tag is not None else ID3()
    encoder = _text(frames.getall("TSSE"))
    timed = _timed_lines(frames)
    return TagInfo(
        built_by=own(encoder),
        title=_text(frames.getall("TIT2")),
        artist=_text(frames.getall("TPE1")),
        album=_text(frames.getall("TALB")),
        genre=_text(frames.getall("TCON")),
        # mutagen converts the year of version 2.3 into the date of 2.4.
        year=_text(frames.getall("TDRC")),
        comment=_text(frames.getall("COMM")),
        language=_text(frames.getall("TLAN")),
        cover=_cover(frames.getall("APIC")),
        chapters=tuple(_chapters(frames.getall("CHAP"))),
        lyric_lines=sum(1 for text, _ in timed if text),
        # A line ends at the next one, which may be empty.
        lines=tuple(
            TimedLine(start_ms, end_ms, text)
            for (text, start_ms), (_, end_ms) in pairwise(timed)
            if text and end_ms > start_ms
        ),
    )


def _text(frames: Sequence[Any]) -> str | None:
    """Return the text of the first frame, None if there is none."""
    return str(frames[0]).strip() or None if frames else None


def _cover(pictures: Sequence[Any]) -> CoverInfo | None:
    """Return the front cover, or else the first picture."""
    front = [picture for picture in pictures if picture.type == PictureType.COVER_FRONT]
    for picture in [*front, *pictures][:1]:
        return cover_info(picture.mime, picture.data)
    return None


def _chapters(frames: Sequence[Any]) -> Iterator[Chapter]:
    """Yield the chapters in order of time."""
    for frame in sorted(frames, key=lambda frame: (frame.start_time, frame.end_time)):
        title = _text(frame.sub_frames.getall("TIT2")) or ""
        yield Chapter(title, frame.start_time, frame.end_time)


def _timed_lines(tag: Any) -> list[tuple[str, int]]:
    """Return the lines of the synchronised lyrics, each with its start in ms."""
    lyrics = [frame for frame in tag.getall("SYLT") if frame.format == MILLISECONDS]
    return sorted(lyrics[0].text, key=lambda line: line[1]) if lyrics else []
