"""Episodes: finished files with what an app shows of them, found among paths and folders."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from msgspec import Struct

from voicecoach import formats
from voicecoach.files.ordinary import is_directory, is_ordinary
from voicecoach.files.pictures import mime_of
from voicecoach.formats import Cover
from voicecoach.formats.inspection.description import describe
from voicecoach.formats.inspection.tag import TagInfo
from voicecoach.formats.tags.text import one_line
from voicecoach.outputs.clean import clean
from voicecoach.problems import WrongUsageError, reason
from voicecoach.timeline.model import Chapter

# RFC 3003, RFC 4337, RFC 5334, RFC 9639; of WAV the one in use, rather than that of RFC 2361.
_MEDIA_TYPES: Mapping[str, str] = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
}
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# As a number of seconds with a fraction, it would be rounded to the year 10,000.
_LATEST_S = (datetime.max.replace(tzinfo=timezone.utc) - _EPOCH) // timedelta(seconds=1)


class Episode(Struct, frozen=True):
    """A finished file. `language` has three letters (ISO 639-2), None where it is not known.

    `page` and `lyrics` are the files `NAME.html` and `NAME.lrc` beside it, None where there are
    none. `modified` is in UTC and whole seconds.
    """

    path: Path
    title: str
    length_ms: int
    size_bytes: int
    modified: datetime
    language: str | None
    chapters: tuple[Chapter, ...]
    cover: Cover | None
    page: Path | None
    lyrics: Path | None

    @property
    def media_type(self) -> str:
        """The type of the sound, such as `audio/mpeg`."""
        return _MEDIA_TYPES[self.path.suffix.lower()]


class Findings(Struct, frozen=True):
    """The episodes among some paths, and what is left out of the folders among them.

    `faults` are errors about files that cannot be read; `foreign` are sound files that another
    program has made, `outside` links to files that are not in the folder.
    """

    episodes: tuple[Episode, ...]
    faults: tuple[WrongUsageError, ...]
    foreign: tuple[Path, ...]
    outside: tuple[Path, ...]


def find_episodes(paths: Sequence[Path]) -> Findings:
    """Return the episodes that paths name, each file once: a folder stands for all in it.

    A file that is named is one whatever program made it; of a folder, not of folders below it,
    those by voicecoach are taken. Raises WrongUsageError if a path is neither a folder nor a sound
    file that can be read.
    """
    episodes: dict[Path, Episode] = {}
    faults: list[WrongUsageError] = []
    foreign: list[Path] = []
    outside: list[Path] = []
    for path in paths:
        if not is_directory(path):
            episode, _ = _read(path)
            episodes.setdefault(path.resolve(), episode)
            continue
        for file in _sound_files(path):
            if _leads_out(file, path):
                outside.append(file)
                continue
            try:
                episode, tag = _read(file)
            except WrongUsageError as fault:
                faults.append(fault)
                continue
            if tag.built_by is None:
                foreign.append(file)
            else:
                episodes.setdefault(file.resolve(), episode)
    return Findings(tuple(episodes.values()), tuple(faults), tuple(foreign), tuple(outside))


def _sound_files(folder: Path) -> list[Path]:
    """Return what is called like a sound file in a folder, without what is hidden.

    They are sorted by name, links last: a link to one of the others is not to take its name.
    """
    try:
        paths = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in _MEDIA_TYPES and not path.name.startswith(".")
        ]
        return sorted(paths, key=lambda path: (path.is_symlink(), path.name))
    except OSError as error:
        raise WrongUsageError(f"cannot read the folder {folder}: {reason(error)}") from error


def _leads_out(file: Path, folder: Path) -> bool:
    """Return whether a file is a link to one that is not in the folder."""
    if not file.is_symlink() or not is_ordinary(file):
        return False
    return not file.resolve().is_relative_to(folder.resolve())


def _read(path: Path) -> tuple[Episode, TagInfo]:
    if path.suffix.lower() not in _MEDIA_TYPES:
        kinds = ", ".join(formats.suffixes())
        raise WrongUsageError(f"{path} is no sound file", f"name a folder, or a file in {kinds}")
    description = describe(path)
    tag = description.tag
    episode = Episode(
        path=path,
        title=clean(one_line(tag.title or "")) or clean(one_line(path.stem)),
        length_ms=description.length_ms,
        size_bytes=description.size_bytes,
        modified=_modified(path),
        language=tag.language,
        chapters=tag.chapters,
        cover=_cover(tag),
        page=_beside(path, ".html"),
        lyrics=_beside(path, ".lrc"),
    )
    return episode, tag


def _cover(tag: TagInfo) -> Cover | None:
    """Return the cover, None if it is no picture that apps show, whatever the tag calls it."""
    if tag.cover is None:
        return None
    mime = mime_of(tag.cover.data)
    return None if mime is None else Cover(mime, tag.cover.data)


def _modified(path: Path) -> datetime:
    """Return the time of a file, which may be one that no calendar has."""
    try:
        seconds = int(path.stat().st_mtime)
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
    return _EPOCH + timedelta(seconds=min(max(0, seconds), _LATEST_S))


def _beside(path: Path, suffix: str) -> Path | None:
    beside = path.with_suffix(suffix)
    return beside if is_ordinary(beside) else None
