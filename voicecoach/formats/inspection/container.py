"""Containers: what mutagen reads of each, and whether a file is whole."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mutagen.flac import FLAC
from mutagen.mp3 import MP3, BitrateMode
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from voicecoach.formats.inspection.id3_tag import read_id3
from voicecoach.formats.inspection.mp4_tag import read_mp4
from voicecoach.formats.inspection.tag import TagInfo
from voicecoach.formats.inspection.vorbis_tag import read_vorbis
from voicecoach.units import SECOND_MS

READERS: Mapping[str, Callable[[Path], Any]] = {
    ".mp3": MP3,
    ".wav": WAVE,
    ".flac": FLAC,
    ".ogg": OggVorbis,
    ".opus": OggOpus,
    ".m4a": MP4,
    ".m4b": MP4,
}
# Other encoders' counts may be off by as much as the encoder's delay.
TOLERATED_SAMPLES = 2 * 1152
# AAC frames last 21 ms, and one stands in front.
TOLERATED_MS = 60
# No page of Ogg is longer (RFC 3533, section 6).
_LONGEST_PAGE_BYTES = 65_307
_BOX_HEAD_BYTES = 8
_FLAGS_AT, _SEGMENTS_AT = 5, 26
_LAST_PAGE = 4


def length_ms(file: Any) -> int:
    """Return the length of a file as mutagen reads it, by its size where it states none."""
    length_s: float = file.info.length
    return round(SECOND_MS * length_s)


def stated_ms(file: Any) -> int | None:
    """Return the length that a file as mutagen reads it states, None if it states none."""
    is_stated = getattr(file.info, "bitrate_mode", None) != BitrateMode.UNKNOWN
    return length_ms(file) if is_stated else None


def tag_of(file: Any) -> TagInfo:
    """Return what is in the tag of a file as mutagen reads it."""
    if isinstance(file, MP4):
        return read_mp4(file, length_ms(file))
    if isinstance(file, MP3 | WAVE):
        return read_id3(file.tags)
    return read_vorbis(file.tags, getattr(file, "pictures", ()), length_ms(file))


def ends_early(path: Path, file: Any) -> bool:
    """Return whether the end of an Ogg or MP4 file is missing, which tell where it is."""
    if isinstance(file, MP4):
        return _last_box_ends_early(path)
    return isinstance(file, OggOpus | OggVorbis) and _last_page_is_missing(path)


def _last_page_is_missing(path: Path) -> bool:
    """Return whether the last page, which has a flag that says so, is not there or cut off.

    From the 26th byte on, a page has the number of its segments and the size of each (RFC 3533,
    section 6).
    """
    with path.open("rb") as opened:
        opened.seek(max(0, path.stat().st_size - _LONGEST_PAGE_BYTES))
        end = opened.read()
    page = end[max(0, end.rfind(b"OggS")) :]
    if len(page) <= _SEGMENTS_AT or not page[_FLAGS_AT] & _LAST_PAGE:
        return True
    first = _SEGMENTS_AT + 1
    sizes = page[first : first + page[_SEGMENTS_AT]]
    return len(page) < first + page[_SEGMENTS_AT] + sum(sizes)


def _last_box_ends_early(path: Path) -> bool:
    """Return whether a box is longer than the file (ISO/IEC 14496-12, section 4.2).

    Its size, of 4 bytes, and its type stand first; a size of 1 is followed by one of 8 bytes, and
    one of 0 is that of the rest.
    """
    end = path.stat().st_size
    start = 0
    with path.open("rb") as opened:
        while start + _BOX_HEAD_BYTES <= end:
            opened.seek(start)
            head = opened.read(2 * _BOX_HEAD_BYTES)
            size = int.from_bytes(head[:4], "big")
            if size == 0:
                return False
            if size == 1:
                size = int.from_bytes(head[_BOX_HEAD_BYTES:], "big")
            # What is smaller than its own head is damaged, and would never come to an end.
            start += max(size, _BOX_HEAD_BYTES)
    return start > end
