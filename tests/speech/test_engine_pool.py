"""Engines that several narrators share."""

import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from helpers.speaking import TONE, line
from voicecoach.files.inputs import note_path
from voicecoach.files.store import Store
from voicecoach.problems import EngineError
from voicecoach.routine.voice import RECORDINGS, Voice
from voicecoach.speech import engine_pool, recording_check
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.isolated_engine import IsolatedEngine
from voicecoach.speech.narrator import Narrator
from voicecoach.speech.opening import opening
from voicecoach.speech.worker import Worker


@dataclass
class Standing(Engine):
    """Stands in for an engine, which starts with its first line."""

    version: str = "1"
    spoken: list[str] = field(default_factory=list)
    running: bool = False
    started: int = 0
    speaking: bool = False
    overlapped: bool = False

    def speak(self, text: str, _finishing: object = None) -> Recording:
        self.overlapped = self.overlapped or self.speaking
        self.speaking = True
        if not self.running:
            self.running = True
            self.started += 1
        self.spoken.append(text)
        samples = np.random.default_rng(len(text)).integers(-9000, 9000, 1600)
        self.speaking = False
        return Recording(samples.astype(np.int16), 16_000)

    def voices(self) -> list[VoiceInfo]:
        return []

    def close(self) -> None:
        self.running = False


APART = Voice("pyttsx3")

Opened = list[tuple[Voice, str, Standing]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The engines that are opened, each with what it is opened for."""
    opened: Opened = []

    def open_engine(voice: Voice, language: str) -> Engine:
        opened.append((voice, language, Standing()))
        return opened[-1][2]

    monkeypatch.setattr(engine_pool, "open_engine", open_engine)
    return opened


@pytest.fixture
def engines(opened: Opened) -> Iterator[EnginePool]:
    with closing(EnginePool()) as engines:
        yield engines
    assert not any(engine.running for _, _, engine in opened)


def test_narrators_of_one_voice_and_language_share_an_engine(
    engines: EnginePool, opened: Opened, tmp_path: Path
) -> None:
    with closing(Store(tmp_path)) as store:
        for text in ("One.", "Two."):
            Narrator(engines, store, "en").clip(line(text))
    ((voice, language, engine),) = opened
    assert (voice, language) == (TONE, "en")
    assert (engine.spoken, engine.started) == (["One.", "Two."], 1)


def test_each_voice_language_and_number_has_an_engine_of_its_own(
    engines: EnginePool, opened: Opened
) -> None:
    slow = replace(TONE, rate_wpm=100)
    for _ in range(2):
        engines.speak("One.", TONE, "en")
        engines.speak("One.", slow, "en")
        engines.speak("One.", TONE, "de")
        engines.speak("One.", TONE, "en", 1)
    asked = [(voice, language) for voice, language, _ in opened]
    assert asked == [(TONE, "en"), (slow, "en"), (TONE, "de"), (TONE, "en")]
    assert [engine.spoken for _, _, engine in opened] == [["One.", "One."]] * 4


def test_a_version_is_told_without_starting_the_engine(engines: EnginePool, opened: Opened) -> None:
    assert engines.version(TONE, "en") == "1"
    assert [engine.started for _, _, engine in opened] == [0]
    engines.speak("One.", TONE, "en")
    assert len(opened) == 1


def test_engines_start_again_after_they_were_closed(engines: EnginePool, opened: Opened) -> None:
    for number in range(2):
        engines.speak("One.", TONE, "en", number)
    engines.close()
    assert [engine.running for _, _, engine in opened] == [False, False]
    engines.speak("Two.", TONE, "en")
    assert [engine.started for _, _, engine in opened] == [2, 1]


def test_an_engine_speaks_the_lines_of_two_threads_one_after_another(
    engines: EnginePool, opened: Opened
) -> None:
    usual_s = sys.getswitchinterval()
    # Threads take turns as often as they can.
    sys.setswitchinterval(1e-6)
    together = threading.Barrier(2)

    def speak(name: str) -> None:
        together.wait()
        for number in range(200):
            engines.speak(f"{name} {number}.", TONE, "en")

    threads = [threading.Thread(target=speak, args=(name,)) for name in ("one", "two")]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(usual_s)
    ((_, _, engine),) = opened
    assert len(engine.spoken) == 400
    assert not engine.overlapped


def test_engines_of_other_numbers_speak_side_by_side(
    engines: EnginePool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody gets past it alone.
    together = threading.Barrier(2, timeout=600)
    speak = Standing.speak
    monkeypatch.setattr(
        Standing, "speak", lambda engine, text: together.wait() < 2 and speak(engine, text)
    )
    threads = [
        threading.Thread(target=engines.speak, args=("One.", TONE, "en", number))
        for number in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not together.broken


def test_an_engine_that_there_is_not_is_an_error() -> None:
    with closing(EnginePool()) as engines:
        for _ in range(2):
            with pytest.raises(EngineError, match="there is no speech engine `tones`"):
                engines.speak("One.", Voice(engine="tones"), "en")


def test_voices_that_differ_in_volume_share_an_engine(engines: EnginePool, opened: Opened) -> None:
    for volume in (1.0, 0.5):
        engines.speak("One.", replace(TONE, volume=volume), "en")
    assert len(opened) == 1


def test_an_engine_is_opened_anew_where_what_it_was_opened_with_has_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    model = tmp_path / "voice.onnx"
    model.write_text("1")
    opened: list[Standing] = []

    def open_engine(_voice: Voice, _language: str) -> Engine:
        note_path("content", model)
        opened.append(Standing())
        return opened[-1]

    monkeypatch.setattr(engine_pool, "open_engine", open_engine)
    with closing(EnginePool()) as engines:
        for content, count in (("1", 1), ("a better one", 2)):
            model.write_text(content)
            engines.renew()
            engines.speak("One.", TONE, "en")
            assert len(opened) == count
        assert [engine.running for engine in opened] == [False, True]


def test_processes_that_nobody_needs_are_ended() -> None:
    unfit = Worker(asked_ahead=opening(replace(APART, rate_wpm=180), "en"))
    with closing(EnginePool(unfit)) as engines:
        engines.start_workers(APART, "en", 2)
        assert not unfit.alive
        started = list(engines._spares)
        engines.end_spares(1)
        assert [worker.alive for worker in started] == [True, False]
    assert not any(worker.alive for worker in started)


def test_an_engine_that_has_retired_ends_and_starts_again_when_it_is_needed() -> None:
    with closing(EnginePool()) as engines:
        before = engines.speak("One.", APART, "en")
        ((engine, _),) = engines._engines.values()
        assert isinstance(engine, IsolatedEngine)
        worker = engine._worker
        assert worker is not None
        engines.retire()
        assert (engines.speak("One.", APART, "en").samples == before.samples).all()
        assert engine._worker is not worker
    assert not worker.alive
    assert not worker.directory.exists()


@pytest.mark.parametrize("asked_for", ["nothing", "this voice", "another voice"])
def test_a_process_that_was_asked_for_another_voice_is_not_taken(asked_for: str) -> None:
    voices = {"this voice": APART, "another voice": replace(APART, rate_wpm=180)}
    ahead = opening(voices[asked_for], "en") if asked_for in voices else ()
    spare = Worker(asked_ahead=ahead)
    with closing(EnginePool(spare)) as engines:
        with_a_spare = engines.speak("One.", APART, "en")
        assert (engines._spares == []) == (asked_for != "another voice")
    with closing(EnginePool()) as engines:
        assert (with_a_spare.samples == engines.speak("One.", APART, "en").samples).all()


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Voice, Standing]]:
    """The engines that would run in processes of their own, each with its voice."""
    processes: list[tuple[Voice, Standing]] = []

    class StandingApart(Standing, IsolatedEngine):
        def __init__(self, voice: Voice, _language: str, version: str, _start: object) -> None:
            Standing.__init__(self, version)
            processes.append((voice, self))

    monkeypatch.setattr(engine_pool, "IsolatedEngine", StandingApart)
    return processes


@pytest.mark.usefixtures("opened")
def test_the_processes_of_voices_that_were_tried_long_ago_are_ended(
    engines: EnginePool, processes: list[tuple[Voice, Standing]]
) -> None:
    for rate_wpm in range(100, 120):
        engines.speak("One.", replace(APART, rate_wpm=rate_wpm), "en")
        engines.speak("One.", APART, "en")
    running = [voice.rate_wpm for voice, engine in processes if engine.running]
    assert running == [APART.rate_wpm, *range(113, 120)]
    engines.close()


def test_engines_without_a_process_take_the_place_of_none(
    engines: EnginePool, opened: Opened, processes: list[tuple[Voice, Standing]]
) -> None:
    engines.speak("One.", APART, "en")
    for number in range(100):
        engines.speak("One.", Voice(RECORDINGS, f"recordings/{number}.wav"), "en")
    ((_, process),) = processes
    assert process.running
    assert sum(engine.running for _, _, engine in opened) == 100
    engines.close()


def test_whatever_an_engine_raises_is_an_error_that_names_it(
    engines: EnginePool, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_engine: Standing, _text: str = "") -> Recording:
        raise RuntimeError("out of breath")

    monkeypatch.setattr(Standing, "speak", fail)
    with pytest.raises(EngineError, match="the speech engine `tone` failed: out of breath"):
        engines.speak("One.", TONE, "en")
    assert len(opened) == 1


def test_an_engine_that_cannot_be_closed_leaves_the_others_no_less_closed(
    engines: EnginePool, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        engines.speak("One.", TONE, "en", number)

    def fail() -> None:
        opened[0][2].running = False
        raise RuntimeError("stuck")

    monkeypatch.setattr(opened[0][2], "close", fail)
    engines.close()
    assert [engine.running for _, _, engine in opened] == [False, False]


def test_a_clip_that_would_fill_the_memory_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording_check, "MOST_CLIP_MS", 1000)
    with closing(EnginePool()) as engines, pytest.raises(EngineError) as caught:
        engines.speak("One two three four five six.", TONE, "en")
    assert caught.value.message.startswith("the speech engine `tone` gave 0:02 of sound; 0:01 are")
    assert caught.value.hint == "split the line"
