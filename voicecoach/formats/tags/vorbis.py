"""Vorbis comments: the tags of FLAC and Ogg files, as `NAME=text` in UTF-8.

The names are those of Xiph's list ("Ogg Vorbis I format specification: comment field and header")
and, where it has none, the usual ones. Chapters are those of Xiph's "Chapter Extension": the start
as `CHAPTER001=00:01:02.345` and the title as `CHAPTER001NAME`. The cover is a FLAC picture (RFC
9639, section 8.8), in Ogg files in base64.
"""

import base64
from collections.abc import Iterator

from mutagen import flac
from mutagen.id3 import PictureType

from voicecoach.files.pictures import picture_size
from voicecoach.formats import Tags
from voicecoach.formats.tags.text import lyric_lines, one_line
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS


def comments(tags: Tags) -> list[tuple[str, str]]:
    """Return names and texts, in order, without the cover."""
    return [(name, text) for name, text in _all(tags) if text]


def picture(tags: Tags) -> flac.Picture | None:
    """Return the cover, None if there is none; a width and height of 0 are unknown."""
    if tags.cover is None:
        return None
    found = flac.Picture()
    found.type = PictureType.COVER_FRONT
    found.mime = tags.cover.mime
    found.data = tags.cover.data
    found.width, found.height = picture_size(tags.cover.data) or (0, 0)
    return found


def ogg_comments(tags: Tags) -> list[tuple[str, str]]:
    """Return names and texts, in order, the cover among them."""
    found = comments(tags)
    cover = picture(tags)
    if cover is not None:
        found.append(("METADATA_BLOCK_PICTURE", base64.b64encode(cover.write()).decode()))
    return found


def _all(tags: Tags) -> Iterator[tuple[str, str]]:
    yield "TITLE", one_line(tags.title)
    yield "ARTIST", one_line(tags.artist)
    yield "ALBUM", one_line(tags.album)
    yield "GENRE", one_line(tags.genre)
    yield "DATE", "" if tags.year is None else str(tags.year)
    yield "COMMENT", one_line(tags.comment)
    yield "LANGUAGE", tags.language
    yield "LYRICS", lyric_lines(tags)
    for number, chapter in enumerate(tags.chapters, 1):
        yield f"CHAPTER{number:03}", _clock(chapter.start_ms)
        yield f"CHAPTER{number:03}NAME", one_line(chapter.title)


def _clock(time_ms: int) -> str:
    hours, rest_ms = divmod(time_ms, HOUR_MS)
    minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
    seconds, rest_ms = divmod(rest_ms, SECOND_MS)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest_ms:03}"
