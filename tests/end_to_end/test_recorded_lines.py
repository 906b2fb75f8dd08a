"""A programme of which the user has recorded lines, from his files to what is heard."""

from pathlib import Path

import numpy as np
import pytest
import soxr

from helpers.listening import Heard, listen
from helpers.recorded import in_a_room, record
from helpers.sessions import built
from voicecoach.audio.pcm import Samples
from voicecoach.routine.voice import RECORDINGS
from voicecoach.session.build import BuildResult
from voicecoach.session.options import Options
from voicecoach.timeline import Event
from voicecoach.units import SAMPLE_RATE_HZ, samples

ROUTINE = """\
title: Recorded
voice: tone
voices: {coach: mine/}
workout:
  - Plank 20s
  - {say: Breathe.}
  - Squats x3
  - {say: Breathe!}
"""
# By the stem of the file: what is drawn, the rate and the samples.
RECORDED = {
    "Plank, 20 seconds": (1, 44_100, "PCM_24"),
    "breathe": (2, 48_000, "FLOAT"),
    "3": (3, 16_000, "PCM_16"),
}


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildResult, Heard]:
    directory = tmp_path_factory.mktemp("recorded")
    (directory / "mine").mkdir()
    for name, drawn in RECORDED.items():
        record(directory / "mine" / f"{name}.wav", *drawn)
    (directory / "routine.yaml").write_text(ROUTINE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(directory / "cache"))
        result = built(directory / "routine.yaml", directory / "built.mp3", Options())
    return result, listen(result.target)


def _recorded(result: BuildResult) -> list[Event]:
    return [
        event
        for event in result.timeline.events
        if event.utterance is not None and event.utterance.voice.engine == RECORDINGS
    ]


def _words(event: Event) -> Samples:
    """Return the words of the recording that is heard in an event, as they were drawn."""
    assert event.utterance is not None
    seed, rate_hz, _ = RECORDED[Path(event.utterance.voice.name or "").stem]
    _, words = in_a_room(seed, -40, rate_hz)
    return np.asarray(soxr.resample(words, rate_hz, SAMPLE_RATE_HZ))


def test_recordings_are_heard_for_their_phrases(programme: tuple[BuildResult, Heard]) -> None:
    texts = [event.text for event in _recorded(programme[0])]
    assert texts == ["Plank, 20 seconds.", "Breathe.", "3", "Breathe!"]


def test_their_words_begin_within_15_ms_of_the_time_in_the_timeline(
    programme: tuple[BuildResult, Heard],
) -> None:
    result, heard = programme
    for event in _recorded(result):
        start = _words(event)[: samples(300)]
        around = heard.wave[samples(event.start_ms - 100) : samples(event.start_ms + 500)]
        place_ms = int(np.correlate(around, start, "valid").argmax()) / samples(1) - 100
        assert 0 <= place_ms <= 15, event.text


def test_they_end_with_their_words(programme: tuple[BuildResult, Heard]) -> None:
    for event in _recorded(programme[0]):
        words_ms = len(_words(event)) / samples(1)
        assert words_ms <= event.length_ms <= words_ms + 15 + 15 + 24, event.text


def test_they_are_as_loud_as_each_other_whatever_they_were_recorded_with(
    programme: tuple[BuildResult, Heard],
) -> None:
    result, heard = programme
    levels = [
        float(np.sqrt(np.mean(heard.wave[samples(e.start_ms) : samples(e.end_ms)] ** 2)))
        for e in _recorded(result)
    ]
    assert max(levels) <= 1.6 * min(levels)
