"""The tags of an M4A or M4B file, by `voicecoach.formats.encoders.mp4` or by another program.

The names are those of iTunes; chapters are Nero's. They have no times of lyrics.
"""

from itertools import pairwise
from typing import Any

from mutagen.mp4 import MP4, AtomDataType

from voicecoach.formats.inspection.tag import CoverInfo, TagInfo, cover_info, own
from voicecoach.timeline.model import Chapter
from voicecoach.units import SECOND_MS


def read_mp4(file: MP4, length_ms: int) -> TagInfo:
    """Return what is in the tags of a file as mutagen reads them."""
    tags: Any = file.tags if file.tags is not None else {}

    def text(name: str) -> str | None:
        return (str(tags[name][0]).strip() or None) if tags.get(name) else None

    return TagInfo(
        built_by=own(text("\xa9too")),
        title=text("\xa9nam"),
        artist=text("\xa9ART"),
        album=text("\xa9alb"),
        genre=text("\xa9gen"),
        year=text("\xa9day"),
        comment=text("\xa9cmt"),
        # It is a property of the track, which mutagen does not read.
        language=None,
        cover=_cover(tags),
        chapters=_chapters(file, length_ms),
        lyric_lines=0,
        lines=None,
    )


def _cover(tags: Any) -> CoverInfo | None:
    for picture in tags.get("covr", ())[:1]:
        is_png = picture.imageformat == AtomDataType.PNG
        return cover_info("image/png" if is_png else "image/jpeg", bytes(picture))
    return None


def _chapters(file: MP4, length_ms: int) -> tuple[Chapter, ...]:
    """Return the chapters, each until the next one."""
    starts = [(round(each.start * SECOND_MS), each.title) for each in file.chapters or ()]
    ends = [*starts, (length_ms, "")]
    return tuple(Chapter(title, at, end) for (at, title), (end, _) in pairwise(ends))
