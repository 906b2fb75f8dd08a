"""The store of a batch: a folder, or an address that several machines share.

At an address lie the lines that were spoken. What a machine needs of them it keeps in its own
store, where everything else goes as well.
"""

from pathlib import Path
from typing import Any

from voicecoach.files.store import Store
from voicecoach.people.addresses import failing, file_system, is_address
from voicecoach.session.session import default_store

_SHARED = "clip"


def store_at(where: str) -> Store:
    """Return the store at an address or in a folder."""
    if not is_address(where):
        return Store(Path(where))
    fs, root = file_system(where)
    return SharedStore(default_store().directory, fs, root.rstrip("/"), where)


class SharedStore(Store):
    """A store in a directory of this machine, whose clips are shared at an address."""

    def __init__(self, directory: Path, fs: Any, root: str, where: str) -> None:
        super().__init__(directory)
        self._fs, self._root, self._where = fs, root, where

    def get(self, kind: str, key: str) -> bytes | None:
        """Return the data stored under `key`, or None. Raises EngineError."""
        data = super().get(kind, key)
        if data is None and kind == _SHARED:
            try:
                with failing(self._where):
                    data = self._fs.cat_file(self._path(key))
            except FileNotFoundError:
                return None
            super().put(kind, key, data)
        return data

    def length(self, kind: str, key: str) -> int | None:
        """Return the size in bytes of the data under `key`, or None. Raises EngineError."""
        length = super().length(kind, key)
        if length is None and kind == _SHARED:
            data = self.get(kind, key)
            return None if data is None else len(data)
        return length

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Store `data` under `key`. Raises EngineError."""
        super().put(kind, key, data)
        if kind == _SHARED:
            with failing(self._where):
                self._fs.pipe_file(self._path(key), data)

    def _path(self, key: str) -> str:
        return f"{self._root}/clips/{key}.clip"
