"""The comments of a FLAC or Ogg file, by `voicecoach.formats.tags.vorbis` or another program.

They have no times of lyrics.
"""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mutagen import MutagenError
from mutagen.flac import Picture
from mutagen.id3 import PictureType

from voicecoach.formats.inspection.tag import CoverInfo, TagInfo, cover_info, own
from voicecoach.formats.tags.iso_639 import iso_639_2
from voicecoach.timeline.model import Chapter
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS

_CHAPTER = re.compile(r"CHAPTER\d{3}", re.IGNORECASE)
_CLOCK = re.compile(r"(\d+):(\d\d):(\d\d(?:\.\d+)?)")


def read_vorbis(
    comments: Mapping[str, Sequence[str]] | None, pictures: Sequence[Picture], length_ms: int
) -> TagInfo:
    """Return what is in the comments as mutagen reads them, None if there are none.

    `pictures` are those that stand beside the comments, as in FLAC.
    """
    found = comments if comments is not None else {}

    def text(name: str) -> str | None:
        return (found[name][0].strip() or None) if found.get(name) else None

    language = text("LANGUAGE")
    return TagInfo(
        built_by=own(text("ENCODER")),
        title=text("TITLE"),
        artist=text("ARTIST"),
        album=text("ALBUM"),
        genre=text("GENRE"),
        year=text("DATE"),
        comment=text("COMMENT"),
        language=None if language is None else iso_639_2(language),
        cover=_cover([*pictures, *_pictures(found)]),
        chapters=_chapters(found, length_ms),
        lyric_lines=0,
        lines=None,
    )


def _pictures(comments: Mapping[str, Sequence[str]]) -> Iterator[Picture]:
    """Yield the pictures in the comments of an Ogg file, except damaged ones."""
    for block in comments.get("METADATA_BLOCK_PICTURE", ()):
        try:
            yield Picture(base64.b64decode(block))
        except (ValueError, MutagenError):
            continue


def _cover(pictures: Sequence[Picture]) -> CoverInfo | None:
    """Return the front cover, or else the first picture."""
    front = [picture for picture in pictures if picture.type == PictureType.COVER_FRONT]
    for picture in [*front, *pictures][:1]:
        return cover_info(picture.mime, picture.data)
    return None


def _chapters(comments: Mapping[str, Sequence[str]], length_ms: int) -> tuple[Chapter, ...]:
    """Return the chapters of Xiph's "Chapter Extension", each until the next one."""
    starts = []
    # mutagen's comments are a list of pairs, too, which iterating over them would give.
    names = comments.keys()
    for name in sorted(key.upper() for key in names if _CHAPTER.fullmatch(key)):
        clock = _CLOCK.fullmatch(comments[name][0])
        if clock is not None:
            hours, minutes, seconds = clock.groups()
            start_ms = int(hours) * HOUR_MS + int(minutes) * MINUTE_MS
            title = (comments.get(f"{name}NAME") or [""])[0]
            starts.append((start_ms + round(float(seconds) * SECOND_MS), title))
    ends = [*starts, (length_ms, "")]
    return tuple(Chapter(title, at, end) for (at, title), (end, _) in pairwise(ends))
