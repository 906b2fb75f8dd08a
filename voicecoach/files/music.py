"""Files of music: one by its name, all in a folder, or what a pattern such as `*.mp3` finds."""

import glob
import re
from pathlib import Path

from voicecoach.files.inputs import note_path
from voicecoach.files.ordinary import exists, is_directory, is_ordinary, open_ordinary

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3", ".m4a")

# What has made a file, as `voicecoach.formats.tags` writes it: in ID3 (8 bits or UTF-16), in the
# comments of FLAC and Ogg, and in MP4.
_OWN_TAG = re.compile(
    rb"TSSE.{6}(?:[\0\3]voicecoach |\x01\xff\xfev\0o\0i\0c\0e\0c\0o\0a\0c\0h\0 \0)"
    rb"|ENCODER=voicecoach |\xa9too.{16}voicecoach ",
    re.DOTALL,
)
# A tag is at the beginning or at the end, its texts before or behind the picture.
_SEARCHED_BYTES = 1 << 20


def is_pattern(path: Path) -> bool:
    """Return whether a path finds files by `*`, `?` or `[…]`, and is no file itself."""
    return glob.has_magic(str(path)) and not exists(path)


def found(path: Path) -> list[Path]:
    """Return the files that a pattern finds, in order of their names, except hidden ones."""
    note_path("found", path)
    # Path.glob finds hidden files as well, and nothing from the root.
    return sorted(map(Path, glob.glob(str(path))))  # noqa: PTH207


def music_files(path: Path) -> list[Path]:
    """Return the files of music that a path stands for, in order of their names.

    There are none if the folder has none or cannot be read, or the pattern finds none. Programmes
    that voicecoach has built are no music. A path that is neither stands for itself, whether there
    is such a file or not.
    """
    if is_directory(path):
        files = found(Path(glob.escape(str(path)), "*"))
    elif is_pattern(path):
        files = found(path)
    else:
        return [path]
    return [each for each in files if _is_music(each)]


def _is_music(file: Path) -> bool:
    """Return whether a file that was found is one of music, and no programme."""
    if file.suffix.lower() not in SUFFIXES or not is_ordinary(file):
        return False
    try:
        with open_ordinary(file) as opened:
            beginning = opened.read(_SEARCHED_BYTES)
            opened.seek(max(0, file.stat().st_size - _SEARCHED_BYTES))
            return not _OWN_TAG.search(beginning) and not _OWN_TAG.search(opened.read())
    except OSError:
        # What is wrong with it is told where it is played.
        return True
