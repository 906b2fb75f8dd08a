"""Files of music: one by its name, all in a folder, or what a pattern such as `*.mp3` finds."""

import glob
from pathlib import Path

from voicecoach.files.ordinary import exists, is_directory, is_ordinary

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3", ".m4a")


def is_pattern(path: Path) -> bool:
    """Return whether a path finds files by `*`, `?` or `[…]`, and is no file itself."""
    return glob.has_magic(str(path)) and not exists(path)


def found(path: Path) -> list[Path]:
    """Return the files that a pattern finds, in order of their names, except hidden ones."""
    # Path.glob finds hidden files as well, and nothing from the root.
    return sorted(map(Path, glob.glob(str(path))))  # noqa: PTH207


def music_files(path: Path) -> list[Path]:
    """Return the files of music that a path stands for, in order of their names.

    There are none if the folder has none or cannot be read, or the pattern finds none. A path that
    is neither stands for itself, whether there is such a file or not.
    """
    if is_directory(path):
        files = found(Path(glob.escape(str(path)), "*"))
    elif is_pattern(path):
        files = found(path)
    else:
        return [path]
    return [each for each in files if each.suffix.lower() in SUFFIXES and is_ordinary(each)]
