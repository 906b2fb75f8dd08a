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
# No page of Ogg is longer (RFC 3533, section 6).
_LONGEST_PAGE_BYTES = 65_307
_FLAGS_AT = 5
_LAST_PAGE = 4


def stated_ms(file: Any) -> int | None:
    """Return the length that a file as mutagen reads it states, None if it states none."""
    info = file.info
    if getattr(info, "bitrate_mode", None) == BitrateMode.UNKNOWN:
        return None
    length_s: float = info.length
    return round(SECOND_MS * length_s)


def tag_of(file: Any) -> TagInfo:
    """Return what is in the tag of a file as mutagen reads it."""
    length_ms = round(SECOND_MS * file.info.length)
    if isinstance(file, MP4):
        return read_mp4(file, length_ms)
    if isinstance(file, MP3 | WAVE):
        return read_id3(file.tags)
    return read_vorbis(file.tags, getattr(file, "pictures", ()), length_ms)


def ends_early(path: Path, file: Any) -> bool:
    """Return whether the last page of an Ogg file is missing, which has a flag that says so."""
    if not isinstance(file, OggOpus | OggVorbis):
        return False
    with path.open("rb") as opened:
        opened.seek(max(0, path.stat().st_size - _LONGEST_PAGE_BYTES))
        end = opened.read()
    flags_at = end.rfind(b"OggS") + _FLAGS_AT
    return flags_at >= len(end) or not end[flags_at] & _LAST_PAGE
