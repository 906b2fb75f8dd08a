"""Songs of a programme: known by what is in them, however new they are."""

import wave
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from voicecoach.files.store import Store
from voicecoach.session import songs
from voicecoach.session.songs import songs_from


def _song(path: Path, peak: int) -> Path:
    turns = 2 * np.pi * 440 * np.arange(96_000) / 48_000
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes((peak * np.sin(turns)).astype("<i2").tobytes())
    return path


def test_a_song_written_twice_within_a_tick_of_the_clock_is_the_second_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(songs, "stamp_at", lambda _: (1, 2, 3, 4))
    with closing(Store(tmp_path / "store")) as store:
        found = [
            songs_from([_song(tmp_path / "song.wav", peak)], store, lambda: None)[0]
            for peak in (20_000, 2_000)
        ]
    assert found[0].loudness_lufs - found[1].loudness_lufs == pytest.approx(20, abs=0.1)
    assert found[0].content != found[1].content
