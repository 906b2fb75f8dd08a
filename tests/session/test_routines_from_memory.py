"""Routines that stand in no file, as if they did."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.sessions import SHORT, TONES, built, contents, ignore, opened, put
from voicecoach.language import RoutineText, load
from voicecoach.problems import OverwritesSourceError, RoutineError, WrongUsageError
from voicecoach.routine.phase import Work
from voicecoach.routine.routine import used_files
from voicecoach.session.plan import Plan, plan_routine

WITH_FILES = """\
title: Legs
music: {file: song.wav}
sounds: {end: sounds/bell.wav}
workout:
  - include: parts/warm.yaml
  - Squats 20s
  - sound: sounds/bell.wav
"""


def _planned(source: Path | RoutineText) -> Plan:
    with opened() as session:
        return plan_routine(session, source, TONES, ignore)


@pytest.fixture
def beside_it(tmp_path: Path) -> Path:
    """A directory with what a routine includes and plays."""
    (tmp_path / "parts").mkdir()
    put(tmp_path / "parts", {"warm.yaml": "workout: [Arms 10s]\n"})
    (tmp_path / "sounds").mkdir()
    noise = np.random.default_rng(1).uniform(-0.2, 0.2, 48_000)
    soundfile.write(tmp_path / "sounds" / "bell.wav", noise[:9600], 48_000)
    soundfile.write(tmp_path / "song.wav", noise, 48_000)
    return tmp_path


@pytest.mark.parametrize("text", [SHORT, WITH_FILES], ids=["alone", "with files beside it"])
def test_it_gives_the_timeline_of_the_file(beside_it: Path, text: str) -> None:
    path = beside_it / "legs.yaml"
    from_memory = _planned(RoutineText(text, path))
    assert not path.exists()
    path.write_text(text, "utf-8")
    from_file = _planned(path)
    assert from_memory.timeline == from_file.timeline
    assert from_memory.routine == from_file.routine
    assert from_memory.sound_files == from_file.sound_files
    assert [song.path for song in from_memory.songs] == [song.path for song in from_file.songs]


def test_what_it_includes_and_plays_is_found_beside_its_path(
    beside_it: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = _planned(RoutineText(WITH_FILES, beside_it / "legs.yaml"))
    assert {path.relative_to(beside_it).as_posix() for path in used_files(planned.routine)} == {
        *("legs.yaml", "parts/warm.yaml", "sounds/bell.wav", "song.wav")
    }
    # A path may be relative, too, as that of a file.
    monkeypatch.chdir(beside_it.parent)
    here = Path(beside_it.name, "legs.yaml")
    assert _planned(RoutineText(WITH_FILES, here)).timeline.duration_ms == (
        planned.timeline.duration_ms
    )


def test_what_is_not_beside_its_path_is_an_error_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "elsewhere" / "legs.yaml"
    with pytest.raises(RoutineError) as caught:
        load(RoutineText(WITH_FILES, path))
    spans = [problem.span for problem in caught.value.problems]
    assert [(span.file, span.line) for span in spans] == [
        (str(path), line) for line in (2, 3, 5, 7)
    ]


def test_a_mistake_in_it_is_pointed_at(tmp_path: Path) -> None:
    with pytest.raises(RoutineError) as caught:
        load(RoutineText("title: Legs\nworkout:\n  - Plank\n", tmp_path / "legs.yaml"))
    (problem,) = caught.value.problems
    assert (problem.span.line, problem.span.column) == (3, 5)
    assert problem.source_line == "  - Plank"


def test_it_is_built_and_the_file_at_its_path_left_alone(tmp_path: Path) -> None:
    before = put(tmp_path, {"legs.yaml": "something else\n"})
    made = built(RoutineText(SHORT, tmp_path / "legs.yaml"), tmp_path / "legs.wav", TONES)
    assert made.timeline.title == "Short"
    after = contents(tmp_path)
    assert len(after.pop("legs.wav")) == made.size_bytes
    assert after == before


def test_nothing_is_written_over_its_path(tmp_path: Path) -> None:
    path = tmp_path / "legs.wav"
    with pytest.raises(OverwritesSourceError, match="the programme is made of it"):
        built(RoutineText(SHORT, path), path, TONES)
    assert contents(tmp_path) == {}


def test_variables_and_level_are_those_of_the_caller(tmp_path: Path) -> None:
    source = RoutineText(
        "title: T\nvars: {n: 2}\nworkout: ['Plank 10-20s', 'Squats x{n}']\n", tmp_path / "t.yaml"
    )
    phases = load(source, "hard", variables={"n": "5"}).phases
    doses = [(work.length_ms, work.dose.reps) for work in phases if isinstance(work, Work)]
    assert [doses[0][0], doses[1][1]] == [20_000, 5]
    with pytest.raises(WrongUsageError):
        load(source, variables={"m": "5"})


def test_a_routine_in_memory_is_no_larger_than_a_file_may_be(tmp_path: Path) -> None:
    text = RoutineText(f"{SHORT}# {'long ' * 200_000}\n", tmp_path / "long.yaml")
    with pytest.raises(RoutineError) as caught:
        load(text)
    assert [problem.message for problem in caught.value.problems] == [
        "the file is larger than 1 MB"
    ]
