"""Parts of a mix over music: what is in them, and their keys."""

import json

import numpy as np
import pytest
from msgspec.structs import replace

from helpers.over_music import LENGTH_MS, LINES, MUSIC, laid, three_songs
from helpers.waves import to_samples
from voicecoach.audio.pcm import join
from voicecoach.audio.songs import Song

PARTS_MS = [(0, 3000), (2500, 9100), (9100, 9101), (9101, 14_000), (11_000, 16_700), (14_000, LENGTH_MS)]  # fmt: skip


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> list[Song]:
    return three_songs(tmp_path_factory.mktemp("songs"))


def test_a_part_is_what_is_there_in_the_whole(songs: list[Song]) -> None:
    with laid(songs) as mixed:
        whole = to_samples(join(mixed))
        assert whole.shape == (48 * LENGTH_MS, 2)
        for start_ms, end_ms in PARTS_MS:
            part = to_samples(mixed.between(start_ms, end_ms))
            assert np.allclose(part, whole[48 * start_ms : 48 * end_ms], atol=4e-5)


def test_parts_with_one_key_have_the_same_samples(songs: list[Song]) -> None:
    a, b, c = songs
    by_key: dict[str, bytes] = {}
    for programme, known in (
        (laid(songs), "------"),
        # A line is shorter, or comes later: the music around it changes, too.
        (laid(songs, (*LINES[:1], (9000, 1400), *LINES[2:])), "+---++"),
        (laid(songs, (*LINES[:1], (9048, 1500), *LINES[2:])), "+---++"),
        (laid(songs, music=replace(MUSIC, gain_db=-3.0)), "------"),
        (laid(songs, music=replace(MUSIC, duck_db=-12.0)), "------"),
        (laid(songs, music=replace(MUSIC, fade_ms=500)), "------"),
        # After 8.2 s the first song is heard again.
        (laid([a, c, b]), "+-+---"),
        (laid(songs, length_ms=LENGTH_MS + 48), "+++++-"),
        (laid(songs[:1]), "+-----"),
    ):
        with programme as mixed:
            keys = [json.dumps(mixed.key(*part)) for part in PARTS_MS]
            assert "".join("-+"[key in by_key] for key in keys) == known
            for key, part in zip(keys, PARTS_MS, strict=True):
                pcm = mixed.between(*part).raw_data
                assert by_key.setdefault(key, pcm) == pcm
    assert len(set(by_key.values())) == len(by_key)
