"""What a tag tells, of whatever kind it is."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.files.pictures import picture_form
from voicecoach.formats.tags.text import ENCODED_BY
from voicecoach.timeline.model import Chapter


class CoverInfo(Struct, frozen=True):
    """A picture: its type as the tag states it, its size in pixels if known, and its bytes."""

    mime: str
    width: int | None
    height: int | None
    data: bytes

    def __repr__(self) -> str:
        return f"CoverInfo(mime={self.mime!r}, width={self.width}, height={self.height})"


class TimedLine(Struct, frozen=True):
    """A spoken line, and when it is heard."""

    start_ms: int
    end_ms: int
    text: str


class TagInfo(Struct, frozen=True):
    """What is in a tag. Missing texts are None; `language` has three letters.

    `built_by` is the voicecoach that built the file, None for another program. `lines` are
    the spoken lines, in order and without overlaps; None if it has no times.
    """

    built_by: str | None
    title: str | None
    artist: str | None
    album: str | None
    genre: str | None
    year: str | None
    comment: str | None
    language: str | None
    cover: CoverInfo | None
    chapters: tuple[Chapter, ...]
    lyric_lines: int
    lines: tuple[TimedLine, ...] | None

    @property
    def lines_ms(self) -> list[tuple[int, int]] | None:
        """The starts and ends of the spoken lines; None if it has no times."""
        if self.lines is None:
            return None
        return [(line.start_ms, line.end_ms) for line in self.lines]


def own(encoder: str | None) -> str | None:
    """Return an encoder's name if it is a voicecoach, None if it is another program."""
    return encoder if encoder is not None and encoder.startswith(f"{ENCODED_BY} ") else None


def within(chapters: Sequence[Chapter], length_ms: int) -> tuple[Chapter, ...]:
    """Return the chapters of a sound: none that begins after it, and none longer than it lasts.

    Those of a damaged tag may have any times; one that ends before it begins is none.
    """
    return tuple(
        replace(chapter, end_ms=min(chapter.end_ms, length_ms))
        for chapter in chapters
        if chapter.start_ms <= min(chapter.end_ms, length_ms)
    )


def cover_info(mime: str, data: bytes) -> CoverInfo:
    """Return what there is to tell of a picture."""
    form = picture_form(data)
    width, height = (None, None) if form is None else (form.width, form.height)
    return CoverInfo(mime, width, height, data)
