"""Sets, per-set lists, rounds, and the lists that give one value a round."""

from helpers.cases import inputs
from helpers.routines import phases_of, shape_of, with_workout
from voicecoach.routine.phase import Work


def test_a_list_gives_each_set_its_own_time() -> None:
    blocks = "- exercise: Plank\n  hold: [20s, 30s, 40s]\n  rest: 5s"
    assert _shape(blocks) == "prepare, Plank 20s, rest 5s, Plank 30s, rest 5s, Plank 40s"


def test_a_list_gives_each_set_its_own_repetitions() -> None:
    found = _works("- exercise: Squats\n  reps: [6, 4, 2]")
    assert [(work.dose.reps, work.set, work.sets) for work in found] == [
        (6, 1, 3),
        (4, 2, 3),
        (2, 3, 3),
    ]


def test_a_list_gives_each_set_its_own_load() -> None:
    found = _works("- exercise: Squats 3x5\n  load: [20 kg, 30 kg, 40 kg]")
    assert [work.load for work in found] == ["20 kg", "30 kg", "40 kg"]


def test_the_loads_alone_say_how_many_sets_there_are() -> None:
    found = _works("- exercise: Squats x5\n  load: [20 kg, 30 kg]")
    assert [(work.dose.reps, work.load) for work in found] == [(5, "20 kg"), (5, "30 kg")]


def test_one_load_is_that_of_every_set() -> None:
    assert [work.load for work in _works("- Squats 2x5 @ 20 kg")] == ["20 kg", "20 kg"]


def test_rests_are_one_fewer_than_sets() -> None:
    blocks = "- exercise: Plank 3x20s\n  rest: [5s, 10s]"
    assert _shape(blocks) == "prepare, Plank 20s, rest 5s, Plank 20s, rest 10s, Plank 20s"


def test_the_rests_alone_say_how_many_sets_there_are() -> None:
    blocks = "- exercise: Plank 20s\n  rest: [5s, 10s]"
    assert _shape(blocks) == "prepare, Plank 20s, rest 5s, Plank 20s, rest 10s, Plank 20s"


def test_a_rest_of_0_between_two_sets_is_no_phase() -> None:
    blocks = "- exercise: Plank 3x20s\n  rest: [0, 10s]"
    assert _shape(blocks) == "prepare, Plank 20s, Plank 20s, rest 10s, Plank 20s"


def test_two_lists_of_one_length_go_together() -> None:
    found = _works("- exercise: Bridge\n  reps: [3, 2]\n  hold: [5s, 10s]")
    assert [work.dose.length_ms for work in found] == [3 * 5000 + 2 * 2000, 2 * 10_000 + 2000]


def test_a_list_may_hold_max() -> None:
    found = _works("- exercise: Burpees\n  reps: [20, max]\n  for: [60s, 30s]")
    assert [(work.dose.reps, work.dose.length_ms) for work in found] == [
        (20, 60_000),
        (None, 30_000),
    ]


DOSES = {
    "for: 10s": ("for", 10_000, None, None),
    "hold: 10s": ("hold", 10_000, None, None),
    "reps: 4": ("reps", 12_000, 4, 3_000),
    "reps: 4\n  rep: 2.5s": ("reps", 10_000, 4, 2_500),
    "reps: 4\n  tempo: 3-1-1-0": ("reps", 20_000, 4, 5_000),
    "reps: 4\n  tempo: 2-2": ("reps", 16_000, 4, 4_000),
    "reps: 4\n  tempo: 1.5 - 0.5": ("reps", 8_000, 4, 2_000),
    "reps: 4\n  tempo: [{down: 3s}, {up: 1s}]": ("reps", 16_000, 4, 4_000),
    "reps: 4\n  hold: 5s": ("reps+hold", 4 * 5_000 + 3 * 2_000, 4, 5_000),
    "reps: 4\n  hold: 5s\n  release: 1s": ("reps+hold", 23_000, 4, 5_000),
    "reps: 4\n  hold: 5s\n  release: 0": ("reps+hold", 20_000, 4, 5_000),
    "reps: 1\n  hold: 5s": ("reps+hold", 5_000, 1, 5_000),
    "reps: 20\n  for: 60s": ("reps+for", 60_000, 20, None),
    "reps: max\n  for: 60s": ("reps+for", 60_000, None, None),
    "for: 20s\n  tempo: 3-1-1-0": ("for", 20_000, None, 5_000),
}


@inputs(("keys", "dose"), DOSES)
def test_a_dose_is_exactly_as_long_as_it_says(
    keys: str, dose: tuple[str, int, int | None, int | None]
) -> None:
    (work,) = _works(f"- exercise: Squats\n  {keys}")
    assert (work.dose.kind, work.dose.length_ms, work.dose.reps, work.dose.rep_ms) == dose


def test_the_rounds_of_a_circuit_are_numbered() -> None:
    phases = phases_of(with_workout("- circuit: C\n  rounds: 3\n  do: [Plank 10s]"))
    found = [(p.place.block, p.place.round, p.place.rounds) for p in phases if isinstance(p, Work)]
    assert found == [("circuit", 1, 3), ("circuit", 2, 3), ("circuit", 3, 3)]


def test_the_innermost_block_numbers_the_rounds() -> None:
    blocks = """
    - circuit: C
      rounds: 2
      do:
        - repeat: 3
          do: [Plank 10s]
        - Jacks 10s
    """
    phases = phases_of(with_workout(blocks))
    found = [(p.place.block, p.place.round, p.place.rounds) for p in phases if isinstance(p, Work)]
    one_round = [("repeat", 1, 3), ("repeat", 2, 3), ("repeat", 3, 3)]
    assert found == [*one_round, ("circuit", 1, 2), *one_round, ("circuit", 2, 2)]


BY_ROUND = """
- circuit: Chipper
  rounds: 3
  by_round: true
  do:
    - exercise: Thrusters
      reps: [21, 15, 9]
      rep: 1s
      load: [30 kg, 40 kg, 50 kg]
    - Plank 10s
"""


def test_by_round_each_round_takes_its_own_value() -> None:
    found = [(work.exercise.name, work.dose.reps, work.load) for work in _works(BY_ROUND)]
    assert found == [
        ("Thrusters", 21, "30 kg"),
        ("Plank", None, None),
        ("Thrusters", 15, "40 kg"),
        ("Plank", None, None),
        ("Thrusters", 9, "50 kg"),
        ("Plank", None, None),
    ]


def test_by_round_a_round_has_one_set() -> None:
    assert {(work.set, work.sets) for work in _works(BY_ROUND)} == {(1, 1)}


def test_by_round_reaches_into_a_section_and_a_repeat() -> None:
    blocks = """
    - circuit: C
      rounds: 2
      by_round: true
      do:
        - section: S
          do:
            - repeat: 2
              do:
                - exercise: Plank
                  for: [10s, 20s]
    """
    assert [work.dose.length_ms for work in _works(blocks)] == [10_000, 10_000, 20_000, 20_000]


def test_an_inner_circuit_may_have_values_by_round_of_its_own() -> None:
    blocks = """
    - circuit: Outer
      rounds: 2
      do:
        - circuit: Inner
          rounds: 3
          by_round: true
          do:
            - exercise: Plank
              for: [10s, 20s, 30s]
    """
    lengths = [work.dose.length_ms for work in _works(blocks)]
    assert lengths == [10_000, 20_000, 30_000] * 2


def test_by_round_the_rest_of_an_exercise_stands_after_it() -> None:
    blocks = """
    - circuit: C
      rounds: 2
      by_round: true
      round_rest: 9s
      do:
        - exercise: Plank
          for: [10s, 20s]
          rest: 3s
        - Jacks 10s
    """
    assert _shape(blocks) == (
        "prepare, Plank 10s, rest 3s, Jacks 10s, rest 9s, Plank 20s, rest 3s, Jacks 10s"
    )


def test_outside_by_round_a_list_in_a_circuit_is_one_of_sets() -> None:
    blocks = """
    - circuit: C
      rounds: 2
      do:
        - exercise: Plank
          for: [10s, 20s]
    """
    assert [work.dose.length_ms for work in _works(blocks)] == [10_000, 20_000] * 2


def _works(blocks: str) -> list[Work]:
    return [phase for phase in phases_of(with_workout(blocks)) if isinstance(phase, Work)]


def _shape(blocks: str) -> str:
    return ", ".join(shape_of(with_workout(blocks)))


def test_the_lines_of_a_round_without_work_are_said_by_themselves() -> None:
    blocks = """
    - circuit: Breathe
      rounds: 2
      on_round: Sit down.
      after_round: Get up.
      do:
        - rest: 10s
    """
    assert shape_of(with_workout(blocks)) == ["say", "rest 10s", "say"] * 2
