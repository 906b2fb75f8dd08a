"""The playlist of a split programme: extended M3U in UTF-8, as players take it by `.m3u8`.

After `#EXTM3U` come two lines a file: `#EXTINF:` with its length in seconds and its title, and its
name. UTF-8 without a byte order mark and lengths with a fraction are those of RFC 8216, section 4.
"""

from collections.abc import Sequence

from voicecoach.formats.tags.text import one_line
from voicecoach.timeline.model import Chapter
from voicecoach.units import SECOND_MS


def playlist(title: str, chapters: Sequence[Chapter], names: Sequence[str]) -> bytes:
    """Return the playlist of files with these names, one a chapter, in the folder beside it."""
    lines = ["#EXTM3U", f"#PLAYLIST:{one_line(title)}"]
    for chapter, name in zip(chapters, names, strict=True):
        length_s = (chapter.end_ms - chapter.start_ms) / SECOND_MS
        lines += [f"#EXTINF:{length_s:.3f},{one_line(chapter.title)}", name]
    return ("\n".join(lines) + "\n").encode()
