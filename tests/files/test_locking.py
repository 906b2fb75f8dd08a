import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from helpers.odd_files import ON_POSIX, put_pipe
from voicecoach.files.locking import locked
from voicecoach.problems import EngineError


def _fail() -> None:
    raise AssertionError("nobody else has the lock")


def test_a_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), locked(tmp_path / "lock", _fail):
        raise RuntimeError
    with locked(tmp_path / "lock", _fail):
        pass


def test_whoever_comes_second_waits_and_says_so(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with locked(tmp_path / "lock", waiting.set):
            order.append("second")

    with ThreadPoolExecutor(1) as pool, locked(tmp_path / "lock", _fail):
        done = pool.submit(second)
        assert waiting.wait(600)
        order.append("first")
    done.result()
    assert order == ["first", "second"]


@ON_POSIX
def test_a_pipe_in_the_place_of_a_lock_is_not_waited_for(tmp_path: Path) -> None:
    put_pipe(tmp_path / "lock")
    with pytest.raises(EngineError), locked(tmp_path / "lock", _fail):
        pass


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no such file"), locked(tmp_path / "none" / "x", _fail):
        pass
