"""Spans of a mix over music: kept by their keys, and joined as if they were made anew."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from helpers.over_music import LENGTH_MS, LINES, MUSIC, laid, song, three_songs
from voicecoach.audio.songs import Song
from voicecoach.files.store import Store
from voicecoach.formats import Form, Tags, mp3
from voicecoach.formats.encoders import mp3_music_span
from voicecoach.session.songs import songs_from

SPAN_MS = 2400
LEAD_MS = 32 * 24


class Programmes:
    """Programmes written with a store and, to compare, without."""

    def __init__(self, directory: Path) -> None:
        self._store = Store(directory)
        self._mixed_ms: list[int] = []

    def mixed(
        self,
        songs: Sequence[Song],
        lines: Sequence[tuple[int, int]] = LINES,
        length_ms: int = LENGTH_MS,
    ) -> list[int]:
        """Write one, and return the numbers of the spans that were mixed for it."""
        files = []
        for store in (None, self._store):
            self._mixed_ms.clear()
            with laid(songs, lines, MUSIC, length_ms, self._mixed_ms.append) as programme:
                file = io.BytesIO()
                mp3.write(file, programme, Form(length_ms, store=store), Tags("Legs"))
                files.append(file.getvalue())
        assert files[0] == files[1]
        return [(start_ms + LEAD_MS) // SPAN_MS for start_ms in self._mixed_ms]


def test_only_spans_in_which_something_changed_are_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mp3_music_span, "_SPAN", SPAN_MS // 24)
    # Of one channel, which is encoded far faster.
    a, b, c = three_songs(tmp_path, channels=1)
    programmes = Programmes(tmp_path / "store")
    everything = list(range(9))
    assert programmes.mixed([a, b, c]) == everything
    assert programmes.mixed([a, b, c]) == []
    # The music around a line changes with it; of a span, the lead is encoded, too.
    shorter = (*LINES[:3], (16_000, 500))
    assert programmes.mixed([a, b, c], shorter) == [6, 7]
    later = (*LINES[:3], (16_100, 500))
    assert programmes.mixed([a, b, c], later) == [6, 7]
    # Where no line is heard, before or after, all is the same however lines move.
    moved = [(start_ms - 500, said_ms) for start_ms, said_ms in LINES[1:]]
    assert programmes.mixed([a, b, c], moved) == [0, 1, 3, 4, 5, 6, 7]
    # The first song is alone up to 5.25 s, and again from 17.15 s on.
    assert programmes.mixed([a, c, b]) == everything[2:8]
    # The music fades out at another time; span 7 ends where it begins to.
    assert programmes.mixed([a, b, c], length_ms=LENGTH_MS + 500) == [7, 8]
    assert programmes.mixed([a, b, c]) == []


def test_a_song_with_other_samples_is_another_one_whatever_size_and_time_say(
    tmp_path: Path,
) -> None:
    programmes, store = Programmes(tmp_path / "store"), Store(tmp_path / "store")
    file = tmp_path / "a.wav"
    song(file, 25, 48_000, 1)
    status = file.stat()
    assert programmes.mixed(songs_from([file], store, lambda: None)) == [0, 4, 8]
    song(file, 25, 48_000, 1, seed=2)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    assert programmes.mixed(songs_from([file], store, lambda: None)) == [0, 4, 8]
    # With other times, it is what it was.
    os.utime(file)
    assert programmes.mixed(songs_from([file], store, lambda: None)) == []
