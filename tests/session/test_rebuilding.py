"""What is told of what is up to date, and records that are none."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from helpers.many_inputs import ROUTINE, SOUND, outputs, put_everything, rebuilt
from helpers.sessions import SHORT, TONES, opened, put
from voicecoach.language import RoutineText
from voicecoach.session.batch import Build, build_batch
from voicecoach.session.built import Built
from voicecoach.session.options import Options
from voicecoach.session.outputs import Output, SoundOutput
from voicecoach.session.rebuild import rebuild, up_to_date
from voicecoach.session.session import Session, default_store
from voicecoach.session.split import SplitOutput


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a programme made of everything, in which one is."""
    home = tmp_path / "home"
    put_everything(home)
    monkeypatch.chdir(home)
    return home


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:0], lambda data: data[:-1], lambda data: b"x" + data[1:]],
    ids=["empty", "cut off", "changed"],
)
def test_a_damaged_record_is_none(damage: Callable[[bytes], bytes]) -> None:
    rebuilt()
    (record_file,) = (file for file in default_store().files() if file.kind == "record")
    path = Path(record_file.path)
    path.write_bytes(damage(path.read_bytes()))
    assert rebuilt().is_new
    assert not rebuilt().is_new


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b'{"version": 1}', b"[" * 99_999])
def test_a_record_of_another_shape_is_none(data: bytes) -> None:
    rebuilt()
    (record_file,) = (file for file in default_store().files() if file.kind == "record")
    default_store().put("record", Path(record_file.path).stem, data)
    assert rebuilt().is_new


@pytest.mark.usefixtures("home")
def test_a_record_that_tells_what_cannot_be_is_none() -> None:
    planted: tuple[dict[str, Any], ...] = (
        {"duration_ms": "x"},
        {"duration_ms": float("inf")},
        {"duration_ms": -5},
        {"size_bytes": None},
        {"voices": {"labels": [1], "fell_back": False, "failures": []}},
        {"warnings": [{"message": 1}]},
        {},
    )
    rebuilt()
    (record_file,) = (file for file in default_store().files() if file.kind == "record")
    key = Path(record_file.path).stem
    for told in planted:
        record = json.loads(default_store().get("record", key) or b"")
        assert not rebuilt().is_new
        record["built"] |= told
        if not told:
            record["outputs"] = []
        default_store().put("record", key, json.dumps(record).encode())
        assert rebuilt().is_new, told


def test_what_is_told_of_it_is_the_same(home: Path) -> None:
    put(home, {"all.yaml": ROUTINE.replace("Plank 5s", "{exercise: Plank 5s, tips: [A, B]}")})
    first, again = rebuilt(), rebuilt()
    assert (first.is_new, again.is_new) == (True, False)
    for name in set(Built.__struct_fields__) - {"is_new"}:
        assert getattr(first, name) == getattr(again, name), name
    assert first.warnings
    assert first.lines


@pytest.mark.usefixtures("home")
def test_the_files_of_a_split_count_as_well() -> None:
    chosen: list[Output] = [SplitOutput(SoundOutput(SOUND))]
    first = rebuilt(to=chosen)
    assert (len(first.parts) > 1, first.is_new) == (True, True)
    assert rebuilt(to=chosen).parts == first.parts
    assert not rebuilt(to=chosen).is_new
    first.parts[-1].unlink()
    assert rebuilt(to=chosen).is_new


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[dict[str, Any]]]:
    """What each process was asked that was started before the routine was read."""
    started: list[list[dict[str, Any]]] = []
    start_worker = Session.start_worker

    def noted(self: Session, asked_ahead: Sequence[Mapping[str, Any]]) -> None:
        started.append([dict(request) for request in asked_ahead])
        start_worker(self, asked_ahead)

    monkeypatch.setattr(Session, "start_worker", noted)
    return started


def test_an_engine_gets_ready_early_for_the_voice_that_spoke_last(
    tmp_path: Path, started: list[list[dict[str, Any]]]
) -> None:

    def build(text: str, rate_wpm: int) -> None:
        _build_line(tmp_path, text, Options(voice="pyttsx3", rate_wpm=rate_wpm))

    build("One.", 150)
    # Which language it speaks is not known then.
    assert started == [[]]
    build("Two.", 150)
    opened, ready = started[-1]
    assert (opened["do"], ready["do"]) == ("open", "start")
    assert (opened["voice"]["engine"], opened["language"]) == ("pyttsx3", "en")
    build("Two.", 200)
    assert started[-1][0]["voice"]["rate_wpm"] == 150
    build("Three.", 200)
    assert started[-1][0]["voice"]["rate_wpm"] == 200


def test_no_process_is_started_for_an_engine_that_needs_none(
    tmp_path: Path, started: list[list[dict[str, Any]]]
) -> None:
    for text in ("One.", "Two."):
        _build_line(tmp_path, text, TONES)
    assert started == []


def _build_line(folder: Path, text: str, options: Options) -> None:
    put(folder, {"a.yaml": f"title: A\nworkout: [say: {text}]\n"})
    with opened() as session:
        assert rebuild(session, folder / "a.yaml", [SoundOutput(folder / "a.wav")], options).is_new


def test_a_routine_from_memory_counts_by_its_text(tmp_path: Path) -> None:
    def is_new(text: str) -> bool:
        with opened() as session:
            source = RoutineText(text, tmp_path / "memory.yaml")
            return rebuild(session, source, [SoundOutput(tmp_path / "a.wav")], TONES).is_new

    assert [is_new(text) for text in (SHORT, SHORT, f"{SHORT}  # another")] == [True, False, True]


def test_one_routine_may_have_severaloutputs(tmp_path: Path) -> None:
    put(tmp_path, {"one.yaml": SHORT})

    def is_new(name: str) -> bool:
        with opened() as session:
            output = SoundOutput(tmp_path / name)
            return rebuild(session, tmp_path / "one.yaml", [output], TONES).is_new

    names = ("a.wav", "b.wav", "a.wav", "b.wav")
    assert [is_new(name) for name in names] == [True, True, False, False]


def test_a_batch_builds_what_is_not_up_to_date_and_what_it_is_forced_to(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    put(tmp_path, {f"{name}.yaml": SHORT for name in names})
    builds: list[Build] = [
        (tmp_path / f"{each}.yaml", [SoundOutput(tmp_path / f"{each}.wav")], TONES)
        for each in names
    ]

    def built(forced: bool = False) -> list[bool]:
        with opened() as session:
            results = list(build_batch(session, builds, 2, forced))
        return [result.is_new for result in results if isinstance(result, Built)]

    assert built() == [True, True, True]
    put(tmp_path, {"two.yaml": SHORT.replace("5s", "6s")})
    assert built() == [False, True, False]
    assert built() == [False, False, False]
    assert built(forced=True) == [True, True, True]


def test_what_changes_while_it_is_built_has_no_record(tmp_path: Path) -> None:
    routine = tmp_path / "one.yaml"
    put(tmp_path, {"one.yaml": SHORT})

    def edit(stage: str, _done: int, _total: int | None) -> None:
        if stage == "Mixing":
            put(tmp_path, {"one.yaml": SHORT.replace("5s", "6s")})

    outputs = [SoundOutput(tmp_path / "one.wav")]
    with opened(edit) as session:
        rebuild(session, routine, outputs, TONES)
        assert up_to_date(session, routine, outputs, TONES) is None


@pytest.mark.usefixtures("home")
def test_a_session_that_only_looks_starts_no_engine() -> None:
    rebuilt()
    with closing(Session()) as session:
        assert up_to_date(session, Path("all.yaml"), outputs(), Options())
        assert session._engines is None
