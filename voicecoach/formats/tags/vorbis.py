"""Vorbis comments: the tags of FLAC and Ogg files, as `NAME=text` in UTF-8.

The names are those of Xiph's list ("Ogg Vorbis I format specification: comment field and header")
or else those in common use. Chapters follow Xiph's "Chapter Extension": the start as
`CHAPTER001=00:01:02.345` and the title as `CHAPTER001NAME`. The cover is a FLAC picture (RFC 9639,
section 8.8), in Ogg files as base64.
"""

import base64
from collections.abc import Iterator

from mutagen import flac
from mutagen.id3 import PictureType

from voicecoach.files.pictures import picture_form
from voicecoach.formats import Tags
from voicecoach.formats.tags.text import ENCODER, lyric_lines, one_line
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS


def comments(tags: Tags) -> list[tuple[str, str]]:
    """Return the names and texts, in order, without the cover."""
    return [(name, text) for name, text in _all(tags) if text]


def picture(tags: Tags) -> flac.Picture | None:
    """Return the cover, or None; its form is 0 all over where it is unknown."""
    if tags.cover is None:
        return None
    cover = flac.Picture()
    cover.type = PictureType.COVER_FRONT
    cover.mime = tags.cover.mime
    cover.data = tags.cover.data
    form = picture_form(tags.cover.data)
    if form is not None:
        cover.width, cover.height, cover.depth, cover.colors = form
    return cover


def ogg_comments(tags: Tags) -> list[tuple[str, str]]:
    """Return the names and texts, in order, including the cover."""
    cover = picture(tags)
    if cover is None:
        return comments(tags)
    block = base64.b64encode(cover.write()).decode()
    return [*comments(tags), ("METADATA_BLOCK_PICTURE", block)]


def _all(tags: Tags) -> Iterator[tuple[str, str]]:
    yield "TITLE", one_line(tags.title)
    yield "ARTIST", one_line(tags.artist)
    yield "ALBUM", one_line(tags.album)
    if tags.track is not None:
        number, count = tags.track
        yield "TRACKNUMBER", str(number)
        yield "TRACKTOTAL", str(count)
    yield "GENRE", one_line(tags.genre)
    yield "DATE", "" if tags.year is None else str(tags.year)
    yield "COMMENT", one_line(tags.comment)
    yield "LANGUAGE", tags.language
    yield "ENCODER", ENCODER
    yield "LYRICS", lyric_lines(tags)
    for number, chapter in enumerate(tags.chapters, 1):
        yield f"CHAPTER{number:03}", _clock(chapter.start_ms)
        yield f"CHAPTER{number:03}NAME", one_line(chapter.title)


def _clock(time_ms: int) -> str:
    hours, rest_ms = divmod(time_ms, HOUR_MS)
    minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
    seconds, rest_ms = divmod(rest_ms, SECOND_MS)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest_ms:03}"
