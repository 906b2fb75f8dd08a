"""Offers: what is shared of the files and folders that were named, and nothing beside it.

A folder offers the programmes in it, with their pages and lyrics; a file offers itself. A page
offers the sound beside it as well, as it plays it.
"""

from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct

from voicecoach import formats
from voicecoach.files.ordinary import check_ordinary, is_directory, is_ordinary, resolved
from voicecoach.formats.tags.text import one_line
from voicecoach.problems import UnbuiltRoutineError, WrongUsageError, reason
from voicecoach.sharing.episodes import Episode, Findings, find_episodes

_PAGE, _LYRICS = ".html", ".lrc"
_ROUTINES = (".yaml", ".yml")


class Offer(Struct, frozen=True):
    """A programme, and those of its files that are shared; a page may hold its own sound."""

    title: str
    episode: Episode | None
    page: Path | None
    lyrics: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files, the sound first."""
        sound = self.episode.path if self.episode else None
        return tuple(file for file in (sound, self.page, self.lyrics) if file is not None)


class Offers(Struct, frozen=True):
    """All that is shared, no two files of one name, and what was found for it."""

    offers: tuple[Offer, ...]
    findings: Findings


def find_offers(paths: Sequence[Path]) -> Offers:
    """Return what is shared of `paths`: finished sound files, pages, lyrics and folders.

    Raises UnbuiltRoutineError for a routine; WrongUsageError for a path that is none of these or
    cannot be read, for a folder with nothing to share, and for two files of one name.
    """
    folders = [path for path in paths if is_directory(path)]
    named = [path for path in paths if path not in folders]
    for path in named:
        _check(path)
    pages = [path for path in named if path.suffix.lower() == _PAGE]
    lyrics = [path for path in named if path.suffix.lower() == _LYRICS]
    played = [sound for page in pages for sound in _sounds_beside(page)]
    sounds = [path for path in named if path not in (*pages, *lyrics)]
    findings = find_episodes([*sounds, *played, *folders])
    shared = {resolved(path) for path in paths}
    offers = [
        Offer(
            episode.title,
            episode,
            _if_shared(episode.page, shared),
            _if_shared(episode.lyrics, shared),
        )
        for episode in findings.episodes
    ]
    offered = {resolved(file) for offer in offers for file in offer.files}
    offers += [
        Offer(one_line(page.stem), None, page) for page in pages if resolved(page) not in offered
    ]
    for path in lyrics:
        if resolved(path) not in offered:
            message = f"{path} holds the words of a sound file that is not shared"
            raise WrongUsageError(message, "name the sound file as well")
    if not offers:
        raise _nothing(folders, findings)
    _check_names(offers)
    return Offers(tuple(offers), findings)


def _check(path: Path) -> None:
    if path.suffix.lower() in _ROUTINES:
        raise UnbuiltRoutineError(f"{path} is a routine, and no finished file")
    try:
        check_ordinary(path)
    except OSError as error:
        raise WrongUsageError(f"cannot share {path}: {reason(error)}") from error


def _sounds_beside(page: Path) -> list[Path]:
    beside = (page.with_suffix(suffix) for suffix in formats.suffixes())
    return [path for path in beside if is_ordinary(path)]


def _if_shared(file: Path | None, shared: Collection[Path]) -> Path | None:
    """Return a file if it was named or is in a folder that was, None for others.

    A link in a folder that leads out of it is not in it.
    """
    if file is None:
        return None
    target = resolved(file)
    return file if target in shared or target.parent in shared else None


def _nothing(folders: Sequence[Path], findings: Findings) -> WrongUsageError:
    hint = None
    if findings.foreign:
        hint = "the sound files there are not by voicecoach: share them by their names"
    elif findings.faults:
        return findings.faults[0]
    return WrongUsageError(f"there is no programme in {', '.join(map(str, folders))}", hint)


def _check_names(offers: Sequence[Offer]) -> None:
    files: dict[str, Path] = {}
    for file in chain.from_iterable(offer.files for offer in offers):
        other = files.setdefault(file.name, file)
        if resolved(other) != resolved(file):
            message = f"{other} and {file} have the same name"
            raise WrongUsageError(message, "rename one, or share one after the other")
