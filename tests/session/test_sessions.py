"""What the builds of a session share."""

import gc
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from helpers.sessions import OLD, SHORT, TONES, ignore, opened, put
from voicecoach.files.store import Store
from voicecoach.routine.voice import Voice
from voicecoach.session.build import build
from voicecoach.session.options import Options
from voicecoach.session.outputs import SoundOutput
from voicecoach.session.plan import plan_routine
from voicecoach.session.rebuild import rebuild
from voicecoach.session.session import Session
from voicecoach.speech import engine_pool
from voicecoach.speech.engines import Engine, open_engine
from voicecoach.speech.narrator import Narrator


@pytest.fixture
def _without_collector() -> Iterator[None]:
    """Keep the collector from hiding what holds itself in a circle."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_without_collector")
def test_a_build_leaves_no_clips_in_memory(tmp_path: Path) -> None:
    narrators: list[weakref.ref[Narrator]] = []

    class Watched(Narrator):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            narrators.append(weakref.ref(self))

    put(tmp_path, {"one.yaml": SHORT})
    with closing(Session(narrator=Watched)) as session:
        for _ in range(3):
            build(session, tmp_path / "one.yaml", [SoundOutput(tmp_path / "one.mp3")], TONES)
            assert narrators[-1]() is None
    assert len(narrators) == 3


def test_two_builds_open_an_engine_once_and_sweep_the_store_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines: list[Voice] = []
    swept: list[Store] = []

    def opening(voice: Voice, language: str) -> Engine:
        engines.append(voice)
        return open_engine(voice, language)

    monkeypatch.setattr(engine_pool, "open_engine", opening)
    monkeypatch.setattr(Store, "sweep", lambda store: swept.append(store))
    put(tmp_path, {"one.yaml": SHORT, "two.yaml": SHORT.replace("Plank", "Bridge")})
    with opened() as session:
        for name in ("one", "two"):
            output = SoundOutput(tmp_path / f"{name}.mp3")
            build(session, tmp_path / f"{name}.yaml", [output], TONES)
        assert swept == []
    assert engines == [Voice(engine="tone")]
    assert swept == [session.store]
    assert (tmp_path / "one.mp3").read_bytes() != (tmp_path / "two.mp3").read_bytes()


def test_no_process_is_kept_ready_for_the_next_build(tmp_path: Path) -> None:
    # Its voice may be another one by then.
    with closing(Session()) as session:
        for title in ("One", "Two"):
            put(tmp_path, {"one.yaml": SHORT.replace("title: ", f"title: {title} ")})
            output = SoundOutput(tmp_path / "one.mp3")
            rebuild(session, tmp_path / "one.yaml", [output], Options(voice="pyttsx3"))
            assert session.engines._spares == []


def test_what_one_build_has_spoken_the_next_one_takes_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"one.yaml": SHORT})
    (tmp_path / "no cache").write_bytes(OLD)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no cache"))
    with opened() as session:
        first = plan_routine(session, tmp_path / "one.yaml", TONES, ignore)
        monkeypatch.setattr(engine_pool, "open_engine", None)
        second = plan_routine(session, tmp_path / "one.yaml", TONES, ignore)
        assert second.timeline == first.timeline
        clips = [
            planned.narrator.clip(event.utterance).raw_data
            for planned in (first, second)
            for event in planned.timeline.events
            if event.utterance is not None
        ]
    half = len(clips) // 2
    assert clips[:half] == clips[half:]
    assert (tmp_path / "no cache").read_bytes() == OLD


def test_progress_is_told_under_the_name_of_the_routine(tmp_path: Path) -> None:
    put(tmp_path, {"one.yaml": SHORT, "two.yaml": SHORT})
    stages: dict[str, list[str]] = {"one": [], "two": []}
    with opened(
        one=lambda stage, *_: stages["one"].append(stage),
        two=lambda stage, *_: stages["two"].append(stage),
    ) as session:
        with session.working_on("one.yaml") as on_progress:
            plan_routine(session, tmp_path / "one.yaml", TONES, on_progress)
        build(session, tmp_path / "two.yaml", [SoundOutput(tmp_path / "two.wav")], TONES)
    assert list(dict.fromkeys(stages["one"])) == ["Reading", "Speaking"]
    assert list(dict.fromkeys(stages["two"])) == ["Reading", "Speaking", "Mixing", "Finishing"]
