"""A folder as a podcast: its feed, and beside each sound file what an app fetches with it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from voicecoach.files.ordinary import is_ordinary, read_ordinary, resolved
from voicecoach.files.whole_file import write_all
from voicecoach.files.write_errors import write_errors
from voicecoach.problems import WrongUsageError
from voicecoach.sharing.chapters_json import chapters_json
from voicecoach.sharing.episodes import Episode
from voicecoach.sharing.feed import NAME, Item, feed_xml, percent_encoded
from voicecoach.sharing.known_dates import known_dates


def write_feed(folder: Path, episodes: Sequence[Episode], base_url: str, title: str) -> Path:
    """Write the feed of a folder with these episodes, which lie in it, and return its path.

    Covers and chapters are written beside the sound files. An episode that is in the feed already
    keeps its date, another one gets that of its file. All files are put in place together, or none;
    one that would be the same is not touched. `base_url` ends with a slash. Raises WrongUsageError
    if the old feed is not one that voicecoach made, if a file beside a new episode is somebody's
    own, if one is a link out of the folder or cannot be written, and EngineError if the disk fails.
    """
    feed = folder / NAME
    dates = known_dates(feed)
    items = [_item(episode, dates) for episode in episodes]
    new = _changed(folder, _beside([item for item in items if item.guid not in dates]))
    known = _changed(folder, _beside([item for item in items if item.guid in dates]))
    made = _changed(folder, {NAME: feed_xml(items, base_url, title)})
    for path in new:
        _check_free(path)
    write_all(new | known | made)
    return feed


def _item(episode: Episode, dates: Mapping[str, datetime]) -> Item:
    name = episode.path.name
    return Item(episode, name, dates.get(percent_encoded(name), episode.modified))


def _beside(items: Sequence[Item]) -> Mapping[str, bytes]:
    """Return what an app fetches beside each sound, by the names of the files."""
    contents: dict[str, bytes] = {}
    for item in items:
        if item.chapters_name is not None:
            contents[item.chapters_name] = chapters_json(item.episode.chapters)
        if item.cover_name is not None and item.episode.cover is not None:
            contents[item.cover_name] = item.episode.cover.data
    return contents


def _changed(folder: Path, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Return by their paths what is not in the folder yet. Raises WrongUsageError as write_feed."""
    changed = {folder / name: content for name, content in contents.items()}
    changed = {path: content for path, content in changed.items() if _differs(path, content)}
    for path in changed:
        _check_inside(path, folder)
    return changed


def _check_free(path: Path) -> None:
    """Raise WrongUsageError if there is a file which no feed has named, so that it is another's."""
    if is_ordinary(path):
        message = f"{path} is not of the feed, and would be overwritten"
        raise WrongUsageError(message, "move it away, or give it another name")


def _check_inside(path: Path, folder: Path) -> None:
    """Raise WrongUsageError if a file would be written out of the folder, through a link."""
    with write_errors(path):
        target, inside = resolved(path), resolved(folder)
    if target.parent != inside:
        message = f"{path} is a link to {target}, which is not in the folder"
        raise WrongUsageError(message, "move it away; `feed` writes into the folder alone")


def _differs(path: Path, content: bytes) -> bool:
    """Return whether there is something else at a path, or nothing that can be read."""
    with suppress(OSError):
        return read_ordinary(path, len(content)) != content
    return True
