"""Distances: keys of an exercise that make timed work of so far, and what is wrong with them."""

import re

import pytest

from helpers.cases import inputs
from helpers.routines import errors_of, expect_one_fault, in_words, phases_of, with_workout
from voicecoach.language.values import Level
from voicecoach.routine.exercise import Dose
from voicecoach.routine.phase import Work

KINDS = "keep one of them"


def _doses(keys: str, level: Level = "medium", header: str = "") -> list[Dose]:
    phases = phases_of(with_workout(f"- exercise: Row\n{keys}", header), level)
    return [phase.dose for phase in phases if isinstance(phase, Work)]


def _in_words(keys: str, level: Level = "medium") -> list[str]:
    return [f"{dose.distance} {dose.length_ms}" for dose in _doses(keys, level)]


DOSES = {
    "  distance: 500 m\n  for: 2:30": ["500 m 150000"],
    "  distance: 5 km\n  pace: 6:00/km": ["5 km 1800000"],
    "  distance: 50 m\n  for: 1:10\n  sets: 2": ["50 m 70000", "50 m 70000"],
    "  distance: [400 m, 200 m]\n  for: 2 min": ["400 m 120000", "200 m 120000"],
    "  distance: 400 m\n  for: [2 min, 1:50]": ["400 m 120000", "400 m 110000"],
    "  distance: [400 m, 1 km]\n  pace: [2:00/500m, 5:00/km]": ["400 m 96000", "1 km 300000"],
    "  distance: [400 m, 20 cal]\n  pace: [2:00/500m, 3s/cal]": ["400 m 96000", "20 cal 60000"],
}


@inputs(("keys", "doses"), DOSES)
def test_a_distance_lasts_as_long_as_its_time_or_pace_says(keys: str, doses: list[str]) -> None:
    assert _in_words(keys) == doses


@pytest.mark.parametrize(("level", "length_ms"), [("easy", 720_000), ("medium", 660_000)])
def test_a_range_of_time_goes_the_other_way_round(level: Level, length_ms: int) -> None:
    assert _in_words("  distance: 1 km\n  for: 10-12 min", level) == [f"1 km {length_ms}"]
    assert _in_words("  distance: 1 km\n  for: 10-12 min", "hard") == ["1 km 600000"]


def test_each_side_gets_the_whole_distance() -> None:
    blocks = "- exercise: Carry\n  distance: 20 m\n  for: 30s\n  sides: each"
    found = [in_words(phase) for phase in phases_of(with_workout(blocks))]
    assert found == ["prepare", "Carry right 30s", "switch 5s", "Carry left 30s"]


def test_lists_inside_a_circuit_give_one_distance_a_round() -> None:
    do = "[{exercise: Run, distance: [400 m, 200 m], pace: 5:00/km}]"
    blocks = f"- circuit: C\n  rounds: 2\n  by_round: true\n  do: {do}"
    works = [phase for phase in phases_of(with_workout(blocks)) if isinstance(phase, Work)]
    assert [str(work.dose.distance) for work in works] == ["400 m", "200 m"]
    assert [work.length_ms for work in works] == [120_000, 60_000]


def test_a_written_dose_replaces_a_default_distance_as_a_whole() -> None:
    header = "defaults: {distance: 500 m, pace: 2:00/500m}"
    assert [dose.kind for dose in _doses("  for: 20s", header=header)] == ["for"]
    assert [dose.length_ms for dose in _doses("  sets: 1", header=header)] == [120_000]


def test_a_distance_replaces_a_default_dose_as_a_whole() -> None:
    (dose,) = _doses("  distance: 3 laps\n  for: 4 min", header="defaults: {reps: 8, rep: 4s}")
    assert (dose.kind, dose.reps, dose.length_ms) == ("distance", None, 240_000)


def test_a_distance_at_a_level_brings_its_time() -> None:
    keys = "  distance: 5 km\n  for: 30 min\n  easier: {distance: 3 km, pace: 7:00/km}"
    assert _in_words(keys, "easy") == ["3 km 1260000"]
    assert _in_words(keys, "hard") == ["5 km 1800000"]


def test_an_exercise_with_a_distance_may_be_named_after_one() -> None:
    blocks = "- exercise: Run 400 metres\n  distance: 400 m\n  for: 2 min"
    assert [in_words(phase) for phase in phases_of(with_workout(blocks))] == [
        "prepare",
        "Run 400 metres 120s",
    ]


FAULTS: dict[str, tuple[str, str | None]] = {
    "distance: 5 km\n  for: 30 min\n  «pace»: 6:00/km": (
        "two times for one distance: `for` and `pace`",
        KINDS,
    ),
    "for: 30 min\n  «pace»: 6:00/km": (
        "`pace` needs a distance",
        "write `distance: 5 km` beside it",
    ),
    "«distance»: 5 km\n  reps: 10": ("two doses: `reps` and `distance`", KINDS),
    "«distance»: 5 km\n  hold: 10s": ("two doses: `hold` and `distance`", KINDS),
    "«distance»: 5 km\n  breaths: 5": ("two doses: `breaths` and `distance`", KINDS),
    "distance: 20 cal\n  «pace»: 2:00/500m": (
        "`2:00/500m` is no pace for `20 cal`",
        "write a pace such as `pace: 0:03/cal`",
    ),
    "distance: 1 km\n  «pace»: 1:30/lap": (
        "`1:30/lap` is no pace for `1 km`",
        "write a pace such as `pace: 6:00/km`",
    ),
    "distance: 0.1 m\n  «pace»: 0:00.001/km": (
        "at `0:00.001/km`, `0.1 m` takes no time",
        "slow it down",
    ),
    "distance: «400»\n  for: 2 min": ("`400` has no unit", "write `400 m`, or another unit"),
    "distance: [400 m, «fast»]\n  for: 2 min": (
        "`fast` is no distance",
        "write for instance `400 m`, `5 km`, `1 mile`, `20 cal` or `3 laps`",
    ),
    "distance: 1 km\n  for: 6:00\n  «tempo»: 3-0-3-0": (
        "`tempo` does nothing here: it goes with `reps` or `for` alone",
        "delete it, or change the dose",
    ),
}


@inputs(("keys", "message", "hint"), FAULTS)
def test_what_makes_no_dose_with_a_distance_is_refused(
    keys: str, message: str, hint: str | None
) -> None:
    expect_one_fault(with_workout(f"- exercise: Row\n  {keys}"), message, hint)


def test_distances_are_as_many_as_the_sets() -> None:
    keys = "«distance»: [1 km, 2 km]\n  pace: 6:00/km\n  sets: 3"
    message = "`distance` lists 2 values where 3 sets need 3"
    expect_one_fault(with_workout(f"- exercise: Row\n  {keys}"), message, "one value a set")


TIMELESS = {
    "5 km": "write beside it `for: 30:00`, or a pace such as `pace: 6:00/km`",
    "500 m": "write beside it `for: 3:00`, or a pace such as `pace: 6:00/km`",
    "1 m": "write beside it `for: 0:30`, or a pace such as `pace: 6:00/km`",
    "20 cal": "write beside it `for: 1:00`, or a pace such as `pace: 0:03/cal`",
    "3 laps": "write beside it `for: 4:30`, or a pace such as `pace: 1:30/lap`",
    "2 lengths": "write beside it `for: 1:30`, or a pace such as `pace: 0:45/length`",
    "[800 m, 400 m]": "write beside it `for: 4:48`, or a pace such as `pace: 6:00/km`",
}


@inputs(("distance", "hint"), TIMELESS)
def test_a_distance_without_a_time_shows_both_ways_to_give_it_one(distance: str, hint: str) -> None:
    first = distance.strip("[]").partition(",")[0]
    marked = with_workout(f"- exercise: Run\n  «distance»: {distance}")
    expect_one_fault(marked, f"`{first}` needs a time or a pace", hint)
    for shown in re.findall("`(.*?)`", hint):
        block = f"- exercise: Run\n  distance: {distance}\n  {shown}"
        assert errors_of(with_workout(block)) == []


def test_an_emom_needs_the_time_of_a_distance() -> None:
    entry = "- emom: 3\n  do:\n    - exercise: Run\n      «distance»: 200 m"
    hint = "write beside it `for: 1:12`, or a pace such as `pace: 6:00/km`"
    expect_one_fault(with_workout(entry), "`200 m` needs a time or a pace", hint)


@pytest.mark.parametrize("key", ["distance: 200 m", "pace: 5:00/km"])
def test_a_tabata_has_no_place_for_a_distance(key: str) -> None:
    name = key.partition(":")[0]
    entry = f"- tabata:\n    - exercise: Run\n      «{name}»{key.removeprefix(name)}"
    hint = "write `work`, `rest` and `rounds` beside `tabata`"
    expect_one_fault(with_workout(entry), f"`{name}` has no place in a tabata", hint)
