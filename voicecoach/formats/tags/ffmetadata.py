"""Tags and chapters as ffmpeg reads them: its "ffmetadata" (ffmpeg-formats, section Metadata).

A file of `name=text` lines, then a section for each chapter. In texts, `=`, `;`, `#`, `\\` and line
breaks are escaped with a `\\`.
"""

import re
from collections.abc import Iterator

from voicecoach.formats import Tags
from voicecoach.formats.tags.text import ENCODER, lyric_lines, one_line
from voicecoach.timeline.model import Chapter

# QuickTime text allows more, but ffmpeg also writes Nero's list, which cuts titles off after this
# many bytes, even in the middle of a character.
_CHAPTER_TITLE_BYTES = 255


def ffmpeg_tags(tags: Tags, more: dict[str, str]) -> str:
    """Return the text of the file; `more` are names and texts in addition to those of the tags."""
    lines = [";FFMETADATA1"]
    lines += [f"{name}={_escape(text)}" for name, text in (_texts(tags) | more).items() if text]
    for chapter in tags.chapters:
        lines += _chapter(chapter)
    return "\n".join(lines) + "\n"


def _texts(tags: Tags) -> dict[str, str]:
    return {
        "title": one_line(tags.title),
        "artist": one_line(tags.artist),
        "album": one_line(tags.album),
        "track": "" if tags.track is None else "{}/{}".format(*tags.track),
        "genre": one_line(tags.genre),
        "date": "" if tags.year is None else str(tags.year),
        "comment": one_line(tags.comment),
        "encoding_tool": ENCODER,
        "lyrics": lyric_lines(tags),
    }


def _chapter(chapter: Chapter) -> Iterator[str]:
    title = one_line(chapter.title).encode()[:_CHAPTER_TITLE_BYTES].decode(errors="ignore")
    yield "[CHAPTER]"
    yield "TIMEBASE=1/1000"
    yield f"START={chapter.start_ms}"
    yield f"END={chapter.end_ms}"
    yield f"title={_escape(title)}"


def _escape(text: str) -> str:
    return re.sub(r"([=;#\\\n])", r"\\\1", text)
