"""Builds side by side, without the command line."""

from contextlib import closing
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.sessions import OLD, SHORT, TONES, contents, ignore, opened, put
from voicecoach.language import RoutineText
from voicecoach.problems import EngineError, RoutineError, WrongUsageError
from voicecoach.session.batch import Build, build_batch
from voicecoach.session.built import Built
from voicecoach.session.outputs import SoundOutput
from voicecoach.session.session import CancelledError

NAMES = ("one", "two", "three", "four")
WAIT_S = 600


@pytest.fixture
def wanted(tmp_path: Path) -> list[Build]:
    """Routines of which each has an old file to be built over."""
    put(tmp_path, {f"{name}.yaml": SHORT for name in NAMES})
    put(tmp_path, {f"{name}.wav": OLD for name in NAMES})
    return [
        (tmp_path / f"{name}.yaml", [SoundOutput(tmp_path / f"{name}.wav")], TONES)
        for name in NAMES
    ]


def _rebuilt(directory: Path) -> set[str]:
    """Return the names of the new files; nothing else may have come beside them."""
    found = contents(directory)
    assert set(found) == {f"{name}.{suffix}" for name in NAMES for suffix in ("yaml", "wav")}
    return {name for name in NAMES if found[f"{name}.wav"] != OLD}


def test_results_come_in_their_order_with_the_errors_among_them(
    wanted: list[Build], tmp_path: Path
) -> None:
    two = RoutineText("title: Two\nworkout: [Plank]\n", tmp_path / "two.yaml")
    wanted[1] = (two, *wanted[1][1:])
    for jobs in (1, 3):
        with opened() as session:
            results = list(build_batch(session, wanted, jobs))
            assert not session.cancel.is_set()
        assert isinstance(results[1], RoutineError)
        made = [result.target.stem for result in results if isinstance(result, Built)]
        assert made == ["one", "three", "four"]
    assert _rebuilt(tmp_path) == {"one", "three", "four"}


def test_the_builds_at_work_stop_when_nobody_wants_more_results(
    wanted: list[Build], tmp_path: Path
) -> None:
    def wait(stage: str, _done: int, _total: int | None) -> None:
        # In the midst of the build, until nobody wants it.
        if stage == "Mixing":
            assert session.cancel.wait(WAIT_S)

    with opened(ignore, two=wait, three=wait) as session:
        results = build_batch(session, wanted, 2)
        first = next(results)
        results.close()
        assert session.cancel.is_set()
    assert isinstance(first, Built)
    assert _rebuilt(tmp_path) == {"one"}


def test_one_job_begins_nothing_more_when_nobody_wants_more_results(
    wanted: list[Build], tmp_path: Path
) -> None:
    with opened() as session:
        with closing(build_batch(session, wanted, 1)) as results:
            next(results)
            next(results)
        assert session.cancel.is_set()
        assert _rebuilt(tmp_path) == {"one", "two"}


def test_all_builds_of_a_cancelled_session_are_cancelled(
    wanted: list[Build], tmp_path: Path
) -> None:
    def cancel(stage: str, _done: int, _total: int | None) -> None:
        if stage == "Speaking":
            session.cancel.set()

    for jobs in (1, 2):
        with opened(one=cancel) as session:
            results = list(build_batch(session, wanted, jobs))
        assert [type(result) for result in results] == [CancelledError] * 4
    assert _rebuilt(tmp_path) == set()


def test_no_routines_are_no_results() -> None:
    with opened() as session:
        assert list(build_batch(session, [], 2)) == []


def test_what_the_system_refuses_is_an_error_of_that_build(
    wanted: list[Build], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: object, _context: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(SoundOutput, "write", lambda _self, *given: refuse(*given))
    with opened() as session:
        (result,) = build_batch(session, wanted[:1], 1)
    assert isinstance(result, EngineError)
    assert result.message == "building one.yaml failed: input/output error"


@cases(
    ("leads_to", "says"),
    {
        "another output": ("two.wav", r"one\.wav and .*two\.wav would be one file"),
        "a routine": ("two.yaml", r"cannot write .*one\.wav: it is the routine .*two\.yaml"),
    },
)
def test_an_output_that_is_a_link_to_what_another_build_needs_is_refused(
    wanted: list[Build],
    tmp_path: Path,
    leads_to: str,
    says: str,
) -> None:
    (tmp_path / "one.wav").unlink()
    (tmp_path / "one.wav").symlink_to(leads_to)
    before = contents(tmp_path)
    with opened() as session, pytest.raises(WrongUsageError, match=says) as caught:
        list(build_batch(session, wanted, 1))
    assert caught.value.exit_code == 2
    assert contents(tmp_path) == before
