"""Finished clips on disk."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from voicecoach.speech.cache import ClipCache, clip_key, default_cache_dir
from voicecoach.voice import Voice

CLIP = np.arange(-480, 480, dtype=np.int16)
KEY = clip_key(Voice(), "en", "1", "Rest.")


def entry(directory: Path) -> Path:
    (file,) = directory.iterdir()
    return file


def test_a_clip_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "made" / "on demand")
    assert cache.get(KEY) is None
    assert cache.put(KEY, CLIP)
    kept = ClipCache(tmp_path / "made" / "on demand").get(KEY)
    assert kept is not None
    assert np.array_equal(kept, CLIP)


def test_a_key_is_a_sha256_and_differs_with_all_that_is_heard() -> None:
    voice = Voice()
    keys = {
        KEY,
        clip_key(voice, "en", "1", "Rest"),
        clip_key(voice, "de", "1", "Rest."),
        clip_key(voice, "en", "2", "Rest."),
        clip_key(replace(voice, engine="tone"), "en", "1", "Rest."),
        clip_key(replace(voice, name="en-us"), "en", "1", "Rest."),
        clip_key(replace(voice, rate_wpm=160), "en", "1", "Rest."),
        clip_key(replace(voice, pitch=50), "en", "1", "Rest."),
        clip_key(replace(voice, volume=0.5), "en", "1", "Rest."),
    }
    assert len(keys) == 9
    assert all(re.fullmatch("[0-9a-f]{64}", key) for key in keys)


@pytest.mark.parametrize("damage", [b"", b"RIFF", b"\0" * 32, b"\0" * 100])
def test_a_damaged_entry_is_none_and_can_be_put_in_anew(tmp_path: Path, damage: bytes) -> None:
    cache = ClipCache(tmp_path)
    cache.put(KEY, CLIP)
    entry(tmp_path).write_bytes(damage)
    assert cache.get(KEY) is None
    assert cache.put(KEY, CLIP)
    assert np.array_equal(cache.get(KEY), CLIP)  # type: ignore[arg-type]


def test_an_entry_cut_short_is_none(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path)
    cache.put(KEY, CLIP)
    file = entry(tmp_path)
    file.write_bytes(file.read_bytes()[:-2])
    assert cache.get(KEY) is None


def test_a_directory_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = ClipCache(tmp_path / "file")
    assert not cache.put(KEY, CLIP)
    assert cache.get(KEY) is None


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert not ClipCache(tmp_path).put(KEY, CLIP)
    assert list(tmp_path.iterdir()) == []


def test_the_cache_lies_where_xdg_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert default_cache_dir() == Path("/elsewhere/voicecoach/clips")
