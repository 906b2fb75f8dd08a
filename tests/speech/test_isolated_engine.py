"""Engines in a process of their own: when it starts, and when anew."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from helpers.failing_engines import MOO, is_good, put_moo
from helpers.holding import Holders, holding
from voicecoach.audio.clips import finish
from voicecoach.audio.pcm import to_pcm
from voicecoach.problems import EngineError, MissingEngineError, NoVoiceError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import open_engine
from voicecoach.speech.isolated_engine import FinishedRecording, IsolatedEngine, finishing
from voicecoach.speech.worker import Worker
from voicecoach.units import SAMPLE_RATE_HZ


@pytest.fixture
def holders(tmp_path: Path) -> Iterator[Holders]:
    with holding(tmp_path) as holders:
        yield holders


@pytest.fixture
def engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holders: Holders
) -> Iterator[IsolatedEngine]:
    put_moo(tmp_path, monkeypatch, holders.file, "pass")
    with closing(IsolatedEngine(MOO, "en", "1")) as engine:
        yield engine


def test_a_python_that_cannot_be_run_is_an_error(tmp_path: Path) -> None:
    missing = partial(Worker, [str(tmp_path / "missing")])
    engine = IsolatedEngine(MOO, "en", "1", missing)
    says = f"`moo` cannot start: no such file or directory: {tmp_path / 'missing'}$"
    with closing(engine), pytest.raises(EngineError, match=says):
        engine.voices()


def test_a_process_that_died_while_nobody_spoke_is_started_anew(
    engine: IsolatedEngine, holders: Holders
) -> None:
    assert is_good(engine.speak("One."))
    assert engine._worker is not None
    engine._worker.close()
    holders.expect_none()
    assert is_good(engine.speak("Two."))


def test_a_line_is_spoken_again_by_a_new_process_if_the_first_one_crashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holders: Holders
) -> None:
    once = tmp_path / "crashed"
    crash = f"p = {str(once)!r}; os.path.exists(p) or (open(p, 'w'), os.abort())"
    put_moo(tmp_path, monkeypatch, holders.file, f"{crash}; return Recording(GOOD, 16000)")
    with closing(IsolatedEngine(MOO, "en", "1")) as engine:
        assert is_good(engine.speak("Fail."))
        assert once.exists()


def test_an_engine_that_was_closed_starts_anew(engine: IsolatedEngine, holders: Holders) -> None:
    for _ in range(2):
        assert is_good(engine.speak("One."))
        engine.close()
        engine.close()
        holders.expect_none()


def test_a_directory_of_its_own_is_gone_with_the_process(engine: IsolatedEngine) -> None:
    engine.speak("One.")
    assert engine._worker is not None
    directory = engine._worker.directory
    assert directory.is_dir()
    engine.close()
    assert not directory.exists()


@pytest.mark.parametrize(
    ("code", "kind", "message"),
    [
        ("NoVoiceError('no such voice', 'try another')", NoVoiceError, "no such voice"),
        ("EngineError('out of breath', 'try another')", EngineError, "out of breath"),
        (
            "MissingEngineError('moo', 'no cow', 'try another')",
            MissingEngineError,
            "the speech engine `moo` cannot start: no cow",
        ),
    ],
)
def test_an_error_of_ours_comes_back_with_its_kind_and_hint(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    holders: Holders,
    code: str,
    kind: type[EngineError],
    message: str,
) -> None:
    fail = f"import voicecoach.problems as p; raise p.{code}"
    put_moo(tmp_path, monkeypatch, holders.file, fail)
    with closing(IsolatedEngine(MOO, "en", "1")) as engine, pytest.raises(kind) as caught:
        engine.speak("Fail.")
    assert type(caught.value) is kind
    assert (caught.value.message, caught.value.hint) == (message, "try another")


@pytest.mark.parametrize("volume", [1.0, 0.4])
def test_a_recording_finished_in_its_process_is_the_clip_that_it_would_be_here(
    volume: float,
) -> None:
    voice = Voice("tone", volume=volume)
    with closing(IsolatedEngine(voice, "en", "1")) as engine:
        recording = engine.speak("One two three.")
        finished = engine.speak("One two three.", finishing(voice, -18.0))
    assert not isinstance(recording, FinishedRecording)
    assert isinstance(finished, FinishedRecording)
    assert finished.rate_hz == SAMPLE_RATE_HZ
    clip = to_pcm(finish(recording.samples, recording.rate_hz, volume, -18.0))
    assert finished.samples.tobytes() == clip.tobytes()


def test_it_lists_the_voices_of_its_engine() -> None:
    voice = Voice("tone")
    with closing(open_engine(voice, "en")) as here, closing(IsolatedEngine(voice, "en", "1")) as it:
        assert it.voices() == here.voices()
