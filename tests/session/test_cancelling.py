"""A build that nobody waits for any longer."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.sessions import OLD, SHORT, TONES, beside, contents, opened, put
from voicecoach.session.build import build
from voicecoach.session.outputs import Output, SoundOutput
from voicecoach.session.session import CancelledError, Session

# Spoken ahead, by several engines side by side.
MANY_LINES = "title: Many\nworkout:\n" + "".join(f"  - Move {n} 5s\n" for n in range(30))


def _in_a_thread(cancel: threading.Event) -> None:
    other = threading.Thread(target=cancel.set)
    other.start()
    other.join()


def _outputs(directory: Path) -> list[Output]:
    return [
        SoundOutput(directory / "legs.mp3"),
        beside(directory / "legs.txt", lambda _: b"new"),
    ]


@pytest.mark.parametrize("stage", ["Reading", "Speaking", "Mixing"])
@cases("cancelling", {"in it": threading.Event.set, "in another thread": _in_a_thread})
@cases("routine", {"a few lines": SHORT, "many lines": MANY_LINES})
def test_a_cancelled_build_ends_at_once_and_leaves_the_old_files(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stage: str,
    cancelling: Callable[[threading.Event], None],
    routine: str,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    before = put(tmp_path / "music", {"legs.mp3": OLD, "legs.txt": OLD})
    put(tmp_path, {"legs.yaml": routine})
    told: list[str] = []

    def on_progress(now: str, _done: int, _total: int | None) -> None:
        told.append(now)
        if now == stage:
            cancelling(session.cancel)

    with opened(on_progress) as session:
        with pytest.raises(CancelledError) as caught:
            build(session, tmp_path / "legs.yaml", _outputs(tmp_path / "music"), TONES)
        assert caught.value.exit_code == 130
        assert told[-1] == stage
        assert contents(tmp_path / "music") == before
        # The session is as good as new.
        session.cancel.clear()
        stage = "none"
        build(session, tmp_path / "legs.yaml", _outputs(tmp_path / "music"), TONES)
    assert contents(tmp_path / "music")["legs.txt"] == b"new"


def test_nothing_is_begun_in_a_cancelled_session(tmp_path: Path) -> None:
    put(tmp_path, {"legs.yaml": SHORT})
    with opened() as session:
        session.cancel.set()
        with pytest.raises(CancelledError):
            build(session, tmp_path / "legs.yaml", _outputs(tmp_path), TONES)
    assert set(contents(tmp_path)) == {"legs.yaml"}


def test_sessions_are_cancelled_each_by_itself() -> None:
    with opened() as session, opened() as other:
        session.cancel.set()
        assert not other.cancel.is_set()
    assert not Session().cancel.is_set()


def test_what_is_cancelled_while_the_last_output_is_made_is_not_put_in_place(
    tmp_path: Path,
) -> None:
    before = put(tmp_path / "music", {"legs.mp3": OLD, "legs.txt": OLD})
    put(tmp_path, {"legs.yaml": SHORT})

    def cancel(_finished: object) -> bytes:
        session.cancel.set()
        return b"new"

    outputs: list[Output] = [
        SoundOutput(tmp_path / "music" / "legs.mp3"),
        beside(tmp_path / "music" / "legs.txt", cancel),
    ]
    with opened() as session, pytest.raises(CancelledError):
        build(session, tmp_path / "legs.yaml", outputs, TONES)
    assert contents(tmp_path / "music") == before


def test_a_session_that_is_stopped_ends_its_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []
    with opened() as session:
        monkeypatch.setattr(type(session.engines), "close", lambda _pool: closed.append(True))
        session.stop()
        assert (session.cancel.is_set(), closed) == (True, [True])
