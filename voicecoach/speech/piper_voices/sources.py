"""Where voices come from: the site of Piper's voices, a mirror of it, or a folder."""

from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlsplit

from msgspec import Struct

from voicecoach.files.ordinary import open_ordinary, read_ordinary
from voicecoach.files.whole_file import replacing
from voicecoach.problems import CatalogueError, EngineError, WrongUsageError, reason
from voicecoach.speech.piper_voices.catalogue import (
    CATALOGUE,
    LIMIT_BYTES,
    Catalogue,
    CatalogueFile,
)
from voicecoach.speech.piper_voices.downloading import (
    TIMEOUT_S,
    OnProgress,
    download,
    download_small,
    is_same,
)

UPSTREAM = "https://huggingface.co/rhasspy/piper-voices/resolve/main/"
_CHUNK_BYTES = 1 << 20


class Source(Protocol):
    """What has the files of voices."""

    def place(self, path: str) -> str:
        """Return where people find the file of a path: an address, or a path."""

    def catalogue(self) -> Catalogue | None:
        """Return its own catalogue, None if it has none. Raises EngineError."""

    def fetch(self, file: CatalogueFile, target: Path, on_progress: OnProgress) -> None:
        """Make `target` the file. Raise `CatalogueError` if it is another, `EngineError`."""


class Site(Struct, frozen=True):
    """A site with files below `url`, which ends with a slash.

    `timeout_s` is for how long it may be silent.
    """

    url: str
    timeout_s: float = TIMEOUT_S

    def place(self, path: str) -> str:
        """Return the address of a file."""
        return self.url + quote(path)

    def catalogue(self) -> Catalogue | None:
        """Download and check the site's own catalogue."""
        url = self.place(CATALOGUE)
        data = download_small(url, LIMIT_BYTES, self.timeout_s)
        return None if data is None else _parsed(data, url)

    def fetch(self, file: CatalogueFile, target: Path, on_progress: OnProgress) -> None:
        """Download a file."""
        download(self.place(file.path), file, target, on_progress, self.timeout_s)


class LocalFolder(Struct, frozen=True):
    """A directory with the same paths as the site, or with all files side by side."""

    directory: Path

    def place(self, path: str) -> str:
        """Return the path of a file."""
        return str(self._find(path))

    def catalogue(self) -> Catalogue | None:
        """Read and check the directory's own catalogue."""
        path = self.directory / CATALOGUE
        try:
            return _parsed(read_ordinary(path, LIMIT_BYTES), str(path))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EngineError(f"{path} cannot be read: {reason(error)}") from error

    def fetch(self, file: CatalogueFile, target: Path, on_progress: OnProgress) -> None:
        """Copy a file."""
        path = self._find(file.path)
        if path.exists() and (not path.is_file() or path.stat().st_size != file.size_bytes):
            raise CatalogueError(f"{path} is not what the catalogue says (its size differs)")
        try:
            with open_ordinary(path) as source, replacing(target) as copy:
                while chunk := source.read(_CHUNK_BYTES):
                    copy.write(chunk)
                    on_progress(copy.tell(), file.size_bytes)
        except OSError as error:
            raise EngineError(f"{path} cannot be read: {reason(error)}") from error
        if not is_same(target, file):
            target.unlink()
            raise CatalogueError(f"{path} is not what the catalogue says (its MD5 differs)")

    def _find(self, path: str) -> Path:
        in_tree = self.directory / path
        return in_tree if in_tree.exists() else self.directory / in_tree.name


def open_source(place: str) -> Site | LocalFolder:
    """Return the source at an address or in a directory. Raises WrongUsageError."""
    if "://" not in place:
        if not place or not Path(place).is_dir():
            raise WrongUsageError(f"there is no folder {place}")
        return LocalFolder(Path(place))
    try:
        parts = urlsplit(place)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise WrongUsageError(f"{place} is no address of a mirror", "it begins with https://")
    if "@" in parts.netloc:
        raise WrongUsageError(f"{place}: a mirror with a password is not supported")
    # Whoever writes a path with its own letters means what browsers make of it.
    return Site(quote(place, safe="/:@[]%~!$&'()*+,;=").rstrip("/") + "/")


def _parsed(data: bytes, place: str) -> Catalogue:
    try:
        return Catalogue.parse(data)
    except ValueError as error:
        raise EngineError(f"{place} is no catalogue of voices: {error}") from error
