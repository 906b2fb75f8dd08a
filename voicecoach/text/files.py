"""Files: the bytes of a routine's file, or why they cannot be a routine's."""

import difflib
import re
from pathlib import Path

from voicecoach.files.ordinary import read_ordinary
from voicecoach.problems import SoundFileError, WrongUsageError, nearest, reason

_SUFFIXES = (".yaml", ".yml")
# How much alike two names are, so that one is a typo of the other.
_ALIKE = 0.75
_WEB = re.compile(r"[a-z]{2,}:/", re.IGNORECASE)
# How the files of each container begin, in the order of `voicecoach.formats`: MP3 with and without
# tags, WAV, Ogg and Opus, FLAC, M4A and M4B.
_SOUND = re.compile(rb"ID3|\xff[\xe2-\xff]|RIFF....WAVE|OggS|fLaC|....ftyp", re.DOTALL)
# UTF-16 begins as an MP3 may, with its byte order mark.
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read(path: Path, name: str, most_bytes: int) -> bytes:
    """Return the bytes of the file at `path`, called `name` in messages: one more than `most_bytes`
    where it is larger.

    Raises WrongUsageError where there is no file that can be read, or one of sound.
    """
    try:
        content = read_ordinary(path, most_bytes)
    except IsADirectoryError:
        names = (each.name for each in path.glob("*.y*ml") if not each.name.startswith("."))
        inside = min((name for name in names if not name.startswith("phrases.")), default=None)
        hint = f"name a file in it, such as `{path / inside}`" if inside else None
        raise WrongUsageError(f"{name} is a directory, not a routine", hint) from None
    except FileNotFoundError:
        raise WrongUsageError(*_missing(path, name)) from None
    except OSError as error:
        raise WrongUsageError(f"{name} cannot be read: {reason(error)}") from None
    if _SOUND.match(content) and not content.startswith(_UTF_16):
        near = near_file(path)
        hint = f"did you mean `{path.with_name(near)}`?" if near else None
        raise SoundFileError(f"{name} is a sound file, not a routine", hint)
    return content


def near_file(path: Path) -> str | None:
    """Return the name of the routine beside `path` that is most like it, None if none is."""
    try:
        names = [
            each.name
            for each in path.parent.iterdir()
            if each.suffix in _SUFFIXES and not each.name.startswith("phrases.")
        ]
    except (OSError, ValueError):
        return None
    by_stem = {Path(name).stem: name for name in sorted(names)}
    stem = path.name if path.name in by_stem else path.stem
    near = nearest(stem, by_stem) or ""
    is_near = difflib.SequenceMatcher(None, stem.lower(), near.lower()).ratio() >= _ALIKE
    return by_stem.get(near) if is_near else None


def _missing(path: Path, name: str) -> tuple[str, str]:
    if _WEB.match(name):
        return f"{name} is an address on the web", "download the file, and name it here"
    near = near_file(path)
    hint = f"did you mean `{path.with_name(near)}`?" if near else "check the path of the routine"
    return f"{name} does not exist", hint
