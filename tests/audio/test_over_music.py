"""Parts of a mix over music: what is in them, and their keys."""

import json
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.speaking import line
from helpers.waves import to_samples
from voicecoach.audio import AudioSegment
from voicecoach.audio.mixing import Mix, Stretch
from voicecoach.audio.over_music import MixOverMusic, lay_under
from voicecoach.audio.pcm import from_samples, join
from voicecoach.audio.placed import PlacedSound
from voicecoach.audio.songs import Song, measure
from voicecoach.routine.sounds import Music
from voicecoach.timeline.model import Event, Timeline

LENGTH_MS = 20_000
LINES = ((1000, 700), (9000, 1500), (10_900, 800), (16_000, 600))
MUSIC = Music((), 0.0, -15.0, 800)
PARTS_MS = [(0, 3000), (2500, 9100), (9100, 9101), (9101, 14_000), (11_000, 16_700), (14_000, LENGTH_MS)]  # fmt: skip


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> list[Song]:
    directory = tmp_path_factory.mktemp("songs")
    return [
        _song(directory / name, seconds, rate_hz, channels)
        for name, seconds, rate_hz, channels in (
            ("a.flac", 6, 44_100, 2), ("b.wav", 3, 48_000, 1), ("c.mp3", 1.5, 44_100, 2)
        )
    ]  # fmt: skip


def _song(path: Path, seconds: float, rate_hz: int, channels: int) -> Song:
    rng = np.random.default_rng(channels)
    soundfile.write(path, rng.normal(0, 0.2, (round(seconds * rate_hz), channels)), rate_hz)
    return measure(path)


def _said(length_ms: int) -> AudioSegment:
    rng = np.random.default_rng(length_ms)
    return from_samples(rng.normal(0, 0.2, 48 * length_ms))


def _laid(
    songs: list[Song],
    lines: tuple[tuple[int, int], ...] = LINES,
    music: Music = MUSIC,
    length_ms: int = LENGTH_MS,
) -> AbstractContextManager[MixOverMusic]:
    stretches = []
    for start_ms, said_ms in lines:
        placed = PlacedSound(start_ms, said_ms, str(said_ms), partial(_said, said_ms))
        stretches.append(Stretch((placed,), start_ms, start_ms + said_ms))
    events = tuple(Event("speech", "say", start, said, 0, line("…"), 1) for start, said in lines)
    timeline = Timeline("T", "en", length_ms, (), events, (), ())
    return lay_under(Mix(stretches, length_ms, lambda _: None), timeline, music, songs, -16.0)


def test_a_part_is_what_is_there_in_the_whole(songs: list[Song]) -> None:
    with _laid(songs) as laid:
        whole = to_samples(join(laid))
        assert whole.shape == (48 * LENGTH_MS, 2)
        for start_ms, end_ms in PARTS_MS:
            part = to_samples(laid.between(start_ms, end_ms))
            assert np.allclose(part, whole[48 * start_ms : 48 * end_ms], atol=4e-5)


def test_parts_with_one_key_have_the_same_samples(songs: list[Song]) -> None:
    a, b, c = songs
    by_key: dict[str, bytes] = {}
    for laid_out, known in (
        (_laid(songs), "------"),
        # A line is shorter, or comes later: the music around it changes, too.
        (_laid(songs, (*LINES[:1], (9000, 1400), *LINES[2:])), "+---++"),
        (_laid(songs, (*LINES[:1], (9048, 1500), *LINES[2:])), "+---++"),
        (_laid(songs, music=Music((), -3.0, -15.0, 800)), "------"),
        (_laid(songs, music=Music((), 0.0, -12.0, 800)), "------"),
        (_laid(songs, music=Music((), 0.0, -15.0, 500)), "------"),
        # After 8.2 s the first song is heard again.
        (_laid([a, c, b]), "+-+---"),
        (_laid(songs, length_ms=LENGTH_MS + 48), "+++++-"),
        (_laid(songs[:1]), "+-----"),
    ):
        with laid_out as laid:
            keys = [json.dumps(laid.key(*part)) for part in PARTS_MS]
            assert "".join("-+"[key in by_key] for key in keys) == known
            for key, part in zip(keys, PARTS_MS, strict=True):
                pcm = laid.between(*part).raw_data
                assert by_key.setdefault(key, pcm) == pcm
    assert len(set(by_key.values())) == len(by_key)
