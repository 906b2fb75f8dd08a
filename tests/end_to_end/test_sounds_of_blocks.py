"""The sounds of blocks in a finished file: the pitch of each tone, as it is heard."""

import numpy as np
import pytest

from helpers.listening import Heard, listen
from helpers.sessions import TONES, built
from voicecoach.session.build import BuildResult
from voicecoach.timeline import Event
from voicecoach.units import SAMPLE_RATE_HZ, samples

ROUTINE = """
title: Soft, then loud
intro: off
outro: off
cues: tones
sounds:
  start: {hz: 1000, for: 200ms}
  end: {hz: 900, for: 200ms}
  finish: {hz: 800, for: 200ms}
workout:
  - section: Warm-up
    sounds:
      set: soft
      start: {hz: 300, for: 200ms}
      end: {hz: 350, for: 200ms}
    do: [March 6s]
  - rest: 6s
  - circuit: Strength
    rounds: 2
    exercise_rest: 6s
    round_rest: 6s
    sounds:
      round: {hz: 600, for: 200ms}
    do:
      - Squats 6s
      - exercise: Rows 6s
        sounds: {start: {hz: 1500, for: 200ms}}
"""
# In order, by the block that a tone belongs to: a start, three ticks, the end.
MARCH = [300, 440, 440, 440, 350]
TO_SQUATS = [880, 880, 880]
SQUATS = [1000, 880, 880, 880, 900]
ROWS = [1500, 880, 880, 880]
EXPECTED_HZ = [
    # The countdown leads to the march.
    *[440, 440, 440], *MARCH,
    *TO_SQUATS, *SQUATS, *[880, 880, 880], *ROWS, 600,
    *TO_SQUATS, *SQUATS, *[880, 880, 880], *ROWS, 800,
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildResult, Heard]:
    directory = tmp_path_factory.mktemp("blocks")
    routine = directory / "routine.yaml"
    routine.write_text(ROUTINE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(directory / "cache"))
        result = built(routine, directory / "built.mp3", TONES)
    return result, listen(result.target)


def test_each_block_has_its_own_pitches(made: tuple[BuildResult, Heard]) -> None:
    result, heard = made
    found = [_pitch_hz(heard, event) for event in _tones(result)]
    assert found == pytest.approx(EXPECTED_HZ, abs=10)


def test_each_of_them_begins_within_a_millisecond_of_its_time(
    made: tuple[BuildResult, Heard],
) -> None:
    result, heard = made
    for tone in _tones(result):
        assert abs(heard.onset_ms(tone) - tone.start_ms) <= 1


def _tones(result: BuildResult) -> list[Event]:
    return [event for event in result.timeline.events if event.kind == "tone"]


def _pitch_hz(heard: Heard, event: Event) -> float:
    """Return the loudest frequency of a tone, to about 3 Hz."""
    part = heard.wave[samples(event.start_ms) : samples(event.end_ms)]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 16_384))
    return float(spectrum.argmax() * SAMPLE_RATE_HZ / 16_384)
