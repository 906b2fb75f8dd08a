"""Defaults and cues: what exercises take over from around them, and what wins."""

import re

import pytest

from helpers.cases import inputs
from helpers.routines import errors_of, phases_of, shape_of, with_workout
from voicecoach.routine.cues import Cues
from voicecoach.routine.phase import Work


def test_a_default_dose_makes_a_bare_name_a_whole_line() -> None:
    shape = ", ".join(shape_of(with_workout("- Plank\n- Jacks", "defaults: {for: 30s}")))
    assert shape == "prepare, Plank 30s, Jacks 30s"


def test_beside_a_default_dose_a_small_number_is_part_of_a_name_and_a_larger_one_asks() -> None:
    around = "defaults: {for: 30s}"
    assert shape_of(with_workout("- Warrior 2", around)) == ["prepare", "Warrior 2 30s"]
    for line, hint in (
        ("Squats 10", "write `Squats x10` or `Squats 10s`"),
        ("Plank 5-10", "write `Plank x5-10` or `Plank 5-10s`"),
    ):
        (error,) = errors_of(with_workout(f"- {line}", around))
        assert error.hint == hint


def test_a_name_of_two_numbers_needs_a_dose_key_of_its_own() -> None:
    shape = shape_of(with_workout("- {exercise: 90/90, for: 20s}"))
    assert shape == ["prepare", "90/90 20s"]


def test_beside_a_default_dose_a_line_may_hold_side_load_and_rest() -> None:
    blocks = "- Plank each side @ 5 kg, rest 10s\n- Jacks, rest 4s\n- Squats"
    shape = ", ".join(shape_of(with_workout(blocks, "defaults: {for: 30s}")))
    assert shape == (
        "prepare, Plank right 30s, switch 5s, Plank left 30s, rest 10s, Jacks 30s, rest 4s,"
        " Squats 30s"
    )


def test_a_written_dose_replaces_a_default_dose_whole() -> None:
    blocks = "- Plank\n- Squats x5\n- Lunge 10s\n- Bridge 10s hold\n- Clam 5x10s hold"
    found = [work.dose.kind for work in _works(blocks, "defaults: {reps: 5, hold: 10s}")]
    assert found == ["reps+hold", "reps", "for", "hold", "reps+hold"]


def test_the_sets_of_the_defaults_stay_where_only_the_dose_is_written() -> None:
    works = _works("- Plank 10s\n- Squats x5", "defaults: {sets: 2, for: 30s}")
    assert [work.sets for work in works] == [2, 2, 2, 2]


def test_an_inner_default_wins_over_an_outer_one_key_by_key() -> None:
    blocks = """
    - Plank
    - section: S
      defaults: {for: 20s}
      do:
        - Jacks
        - circuit: C
          defaults: {sets: 1}
          do: [Squats]
    - Lunges
    """
    shape = ", ".join(shape_of(with_workout(blocks, "defaults: {for: 10s, sets: 2}")))
    assert shape == (
        "prepare, Plank 10s, Plank 10s, Jacks 20s, Jacks 20s, Squats 20s, Lunges 10s, Lunges 10s"
    )


def test_an_inner_default_dose_replaces_an_outer_one_whole() -> None:
    blocks = """
    - section: S
      defaults: {for: 20s}
      do: [Jacks]
    """
    (work,) = _works(blocks, "defaults: {reps: 5, hold: 10s}")
    assert (work.dose.kind, work.dose.length_ms) == ("for", 20_000)


def test_the_defaults_of_a_section_without_do_end_with_it() -> None:
    blocks = """
    - section: A
      defaults: {for: 20s}
    - Jacks
    - section: B
    - Plank 10s
    """
    assert [work.dose.length_ms for work in _works(blocks)] == [20_000, 10_000]


KEYS = [
    ("ready", "3s", "7s", "ready_ms"),
    ("setup", "Lie down.", "Stand up.", "setup"),
    ("load", "5 kg", "10 kg", "loads"),
    ("rep", "2s", "4s", "doses"),
    ("tempo", "2-0-1", "3-1-2", "doses"),
    ("count", "tick", "silent", "doses"),
    ("sides", "[left, right]", "[inside, outside]", "sides"),
    ("tips", "[Slowly.]", "[Quickly.]", "tips"),
    ("cues", "{countdown: 5}", "{countdown: 4}", "cues"),
]


@pytest.mark.parametrize(("key", "default", "own", "field"), KEYS)
def test_every_key_has_a_default_and_gives_way_to_the_exercises_own(
    key: str, default: str, own: str, field: str
) -> None:
    blocks = f"- Squats 2x5\n- exercise: Lunges 2x5\n  {key}: {own}"
    first, second = _field(blocks, f"defaults: {{{key}: {default}}}", field)
    assert first == _field(f"- exercise: Squats 2x5\n  {key}: {default}", "", field)[0]
    assert second == _field(blocks, "", field)[1]
    assert first != second


def test_the_time_to_change_sides_has_a_default() -> None:
    blocks = "- Plank 10s each side\n- exercise: Clam 10s each side\n  switch: 7s"
    phases = phases_of(with_workout(blocks, "defaults: {switch: 3s}"))
    assert [phase.length_ms for phase in phases if phase.kind == "switch"] == [3000, 7000]


def test_the_note_of_the_defaults_is_never_spoken_either() -> None:
    assert _works("- Squats x5", "defaults: {note: For me alone.}")[0].exercise.setup is None


def test_cues_are_taken_key_by_key_from_the_nearest_place_that_sets_them() -> None:
    blocks = """
    - Squats x5
    - section: S
      cues: {countdown: 2, halfway: on}
      do:
        - Lunges x5
        - exercise: Jacks x5
          cues: {countdown: 1}
        - repeat: 1
          cues: {announce: name}
          do: [Clams x5]
    """
    works = _works(blocks, "cues: {countdown: 5, halfway: off, progress: off}")
    found = [work.exercise.cues for work in works]
    assert [cues.countdown for cues in found] == [5, 2, 1, 2]
    assert [cues.halfway for cues in found] == [False, True, True, True]
    assert [cues.progress for cues in found] == [False, False, False, False]
    assert [cues.announce for cues in found] == ["full", "full", "full", "name"]


def test_the_cues_of_a_section_win_over_those_of_the_files_defaults() -> None:
    header = "defaults:\n  cues: {countdown: 4}"
    blocks = """
    - section: S
      cues: {countdown: 2}
      do: [Lunges x5]
    """
    assert _works(blocks, header)[0].exercise.cues.countdown == 2


CUES = {
    "{}": Cues(),
    "{announce: name}": Cues(announce="name"),
    "{announce: off}": Cues(announce="off"),
    "{next_up: off}": Cues(next_up=False),
    "{countdown: 5}": Cues(countdown=5),
    "{countdown: off}": Cues(countdown=0),
    "{halfway: off}": Cues(halfway=False),
    "{time_left: off}": Cues(time_left_ms=()),
    "{time_left: 20s}": Cues(time_left_ms=(20_000,)),
    "{time_left: [1 min, 30s, 10]}": Cues(time_left_ms=(60_000, 30_000, 10_000)),
    "{progress: off}": Cues(progress=False),
}


@inputs(("written", "cues"), CUES)
def test_cues_are_on_off_or_a_number(written: str, cues: Cues) -> None:
    assert _works(f"- exercise: Plank 30s\n  cues: {written}")[0].exercise.cues == cues
    assert _works("- Plank 30s", f"cues: {written}")[0].exercise.cues == cues


def _field(blocks: str, header: str, field: str) -> list[str]:
    """Return one field of each exercise; where its texts were written does not count."""
    exercises = {work.exercise.name: work.exercise for work in _works(blocks, header)}
    shown = [repr(getattr(exercise, field)) for exercise in exercises.values()]
    return [re.sub(r"span=Span\(.*?\)", "", text) for text in shown]


def _works(blocks: str, header: str = "") -> list[Work]:
    return [phase for phase in phases_of(with_workout(blocks, header)) if isinstance(phase, Work)]
