"""The clip cache: finished clips on disk, so that only new lines are spoken.

An entry is a file of its own, named by all that its sound depends on. It is written beside its
place and renamed, and begins with a checksum: builds side by side may share a cache, and a damaged
entry counts as none.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path

import numpy as np
import platformdirs

from voicecoach.audio.pcm import Pcm
from voicecoach.voice import Voice

# Raise it when what is done to a recording, or the form of an entry, changes.
_FORMAT_VERSION = 1
_CHECKSUM_BYTES = hashlib.sha256().digest_size


def default_cache_dir() -> Path:
    """Return the user's directory for clips, under `XDG_CACHE_HOME` where that is set."""
    home = os.environ.get("XDG_CACHE_HOME")
    user = Path(home, "voicecoach") if home else platformdirs.user_cache_path("voicecoach", False)
    return user / "clips"


def clip_key(voice: Voice, language: str, engine_version: str, text: str) -> str:
    """Return the name of the clip of `text`: a digest of all that its samples depend on."""
    parts = (
        _FORMAT_VERSION,
        voice.engine,
        engine_version,
        voice.name,
        language,
        voice.rate_wpm,
        voice.pitch,
        voice.volume,
        text,
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class ClipCache:
    """Clips under a directory, which is made when the first one is put in.

    A directory that cannot be read or written is no error: it holds nothing and keeps nothing.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def get(self, key: str) -> Pcm | None:
        """Return the 48 kHz mono samples put in under `key`, or None."""
        try:
            entry = self._file(key).read_bytes()
        except OSError:
            return None
        checksum, pcm = entry[:_CHECKSUM_BYTES], entry[_CHECKSUM_BYTES:]
        if hashlib.sha256(pcm).digest() != checksum:
            return None
        return np.frombuffer(pcm, dtype="<i2")

    def put(self, key: str, clip: Pcm) -> bool:
        """Keep `clip` under `key`, and return whether that was possible."""
        pcm = clip.astype("<i2").tobytes()
        try:
            self._write(self._file(key), hashlib.sha256(pcm).digest() + pcm)
        except OSError:
            return False
        return True

    def _file(self, key: str) -> Path:
        return self._directory / f"{key}.clip"

    def _write(self, file: Path, entry: bytes) -> None:
        self._directory.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._directory, suffix=".part")
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(entry)
            beside.replace(file)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
