"""How loud a programme comes out, with the system's voice, measured by ffmpeg's meter."""

import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.listening import Heard, Wave, listen_to_channels, loudness
from helpers.sessions import built
from voicecoach.session.build import BuildResult
from voicecoach.session.options import Options

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the voice is espeak's")

ROUTINE = """\
title: Loud and clear
caution: Stop if anything hurts, and ask somebody who knows.
workout:
  - exercise: Plank 8s
    setup: Come onto your elbows and toes, and make your body one straight line.
  - rest: 12s
    say: Shake your arms out, and breathe slowly into your belly.
  - exercise: Run 6s
    metronome: 180
"""
# As many as two loudspeakers add.
ONE_CHANNEL_LU = 3.0


def _spoken(built: BuildResult, wave: Wave) -> list[Wave]:
    events = [event for event in built.timeline.events if event.kind == "speech"]
    return [wave[48 * event.start_ms : 48 * event.end_ms] for event in events]


def _built(directory: Path, options: Options, music: bool = False) -> tuple[BuildResult, Wave]:
    routine = directory / "routine.yaml"
    routine.write_text(ROUTINE + ("music: song.wav\n" if music else ""), "utf-8")
    rng = np.random.default_rng(1)
    soundfile.write(directory / "song.wav", 0.3 * rng.uniform(-1, 1, (44_100 * 5, 2)), 44_100)
    made = built(routine, directory / "built.mp3", options)
    return made, listen_to_channels(made.target, 2 if music else 1)


@pytest.fixture(scope="module")
def with_music(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildResult, Wave]:
    return _built(tmp_path_factory.mktemp("music"), Options(), music=True)


@pytest.mark.parametrize("target_lufs", [-16.0, -24.0, -12.0])
def test_speech_is_as_loud_as_it_is_to_be(tmp_path: Path, target_lufs: float) -> None:
    built, wave = _built(tmp_path, Options(loudness_lufs=target_lufs))
    lines = _spoken(built, wave)
    lufs, peak_db = loudness(np.concatenate(lines))
    assert lufs + ONE_CHANNEL_LU == pytest.approx(target_lufs, abs=0.5)
    assert peak_db <= -1
    assert loudness(wave)[1] <= -1
    each_lufs = [loudness(line)[0] for line in lines if len(line) > 48_000]
    assert len(each_lufs) > 3
    assert max(each_lufs) - min(each_lufs) < 1


def test_music_leaves_speech_as_loud_as_it_is_to_be(with_music: tuple[BuildResult, Wave]) -> None:
    built, wave = with_music
    lufs, _ = loudness(np.concatenate(_spoken(built, wave)))
    assert lufs == pytest.approx(-16, abs=0.5)
    assert loudness(wave)[1] <= -1


def test_music_is_8_db_below_speech_and_15_db_lower_under_it(
    with_music: tuple[BuildResult, Wave],
) -> None:
    built, wave = with_music
    ends = [event.end_ms for event in built.timeline.events]
    starts = [*(event.start_ms for event in built.timeline.events[1:]), built.timeline.duration_ms]
    gaps = [(end + 1100, start - 250) for end, start in zip(ends, starts, strict=True)]
    # The music alone, where it is neither ducked nor fading.
    alone = [wave[48 * a : 48 * b] for a, b in gaps if b - a > 400 and a > 3000 and b < ends[-1]]
    assert loudness(np.concatenate(alone))[0] == pytest.approx(-16 - 8, abs=1)


def test_tones_are_heard_on_time_over_music(with_music: tuple[BuildResult, Wave]) -> None:
    built, wave = with_music
    heard = Heard(wave.mean(axis=1))
    tones = [event for event in built.timeline.events if event.role in ("start", "end", "finish")]
    assert len(tones) > 3
    for tone in tones:
        assert abs(heard.onset_ms(tone) - tone.start_ms) <= 1


def test_music_lasts_from_the_first_to_the_last_moment(
    with_music: tuple[BuildResult, Wave],
) -> None:
    built, wave = with_music
    assert len(wave) == 48 * built.timeline.duration_ms
    levels = np.abs(wave[: len(wave) // 4800 * 4800]).reshape(-1, 9600).max(axis=1)
    assert (levels[5:-5] > 0.001).all()
    assert levels[-1] < levels[-10] / 4
