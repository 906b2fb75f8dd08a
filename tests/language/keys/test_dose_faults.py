"""What is wrong with a dose: none, two, what does not go with it, lists of the wrong length."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

NO_DOSE = "say how long or how often: `Plank 30s` or `Plank x10`"
NOTHING = "delete it, or change the dose"
A_SET = "one value a set"
TWO_DOSES = "keep `for` to move or `hold` to keep still"

DOSES: dict[str, tuple[str, str | None]] = {
    "- exercise: «Plank»": ("`Plank` has no dose", NO_DOSE),
    "- exercise: «Plank»\n  sets: 3": ("`Plank` has no dose", NO_DOSE),
    "- exercise: Plank\n  for: 10s\n  «hold»: 10s": ("two doses: `for` and `hold`", TWO_DOSES),
    "- exercise: Plank 10s\n  «hold»: 10s": ("two doses: `for` and `hold`", TWO_DOSES),
    "- exercise: Plank 10s\n  «for»: 10s": (
        "`for` is written twice: here and in the name",
        "keep `10s` in the name, or the key",
    ),
    "- exercise: Plank 3x10s\n  «sets»: 4": (
        "`sets` is written twice: here and in the name",
        "keep `3` in the name, or the key",
    ),
    "- exercise: Plank\n  for: 10s\n  «hold»: 10s\n  reps: 3": (
        "two doses: `for` and `hold`",
        TWO_DOSES,
    ),
    "- exercise: Plank\n  hold: «0»": ("`0`: must be longer than 0", None),
    "- exercise: Plank\n  reps: 5\n  rep: «0.099»": (
        "`0.099`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  reps: 5\n  hold: «0.05s»": (
        "`0.05s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  hold: «0.05s»": (
        "`0.05s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  for: [1s, «0.05s»]": (
        "`0.05s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  for: «0.05-1s»": (
        "`0.05-1s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  reps: max\n  for: «0.05s»": (
        "`0.05s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  «reps»: 1000\n  for: 10s": (
        "nobody can do 1000 repetitions in 10 s",
        "write fewer, or `max`",
    ),
    "- exercise: Plank\n  «reps»: [5, 1000]\n  for: 10s": (
        "nobody can do 1000 repetitions in 10 s",
        "write fewer, or `max`",
    ),
    "- exercise: Run\n  distance: 1 m\n  «pace»: 0:01/km": (
        "at `0:01/km`, `1 m` takes no time",
        "slow it down",
    ),
    "- tabata: Plank\n  work: «0.05s»": (
        "`0.05s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- amrap: «0.05s»\n  do: [Plank x1]": (
        "`0.05s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  for: 10s\n  tempo: [{in: «0.01s»}, {out: 2s}]": (
        "`0.01s`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  breaths: 5\n  breath: «4s in, 0.05s hold, 4s out»": (
        "`4s in, 0.05s hold, 4s out`: nobody can do or hear what is shorter than 100 ms",
        None,
    ),
    "- exercise: Plank\n  reps: «0»": ("`0`: must be 1 or more", None),
    "- exercise: Plank\n  hold: «20-10s»": ("`20-10s` is a range turned round", "write `10-20s`"),
    "- exercise: Plank\n  reps: «10-5»": ("`10-5` is a range turned round", "write `5-10`"),
    "- exercise: Plank\n  «reps»: max": ("`max` needs a time", "write `for: 60s` below"),
    "- exercise: Plank\n  «reps»: max\n  hold: 5s": (
        "`max` needs a time",
        "write how many, for instance `10`",
    ),
    "- exercise: Plank\n  sets: 3\n  «hold»: [10s, 20s]": (
        "`hold` lists 2 values where 3 sets need 3",
        A_SET,
    ),
    "- exercise: Plank\n  hold: [10s, 20s]\n  «reps»: [1, 2, 3]": (
        "`reps` lists 3 values where 2 sets need 2",
        A_SET,
    ),
    "- exercise: Plank 3x10s\n  «load»: [1 kg, 2 kg]": (
        "`load` lists 2 values where 3 sets need 3",
        A_SET,
    ),
    "- exercise: Plank 3x10s\n  «rest»: [5s]": (
        "`rest` lists 1 value where 3 sets need 2",
        "one value between two sets",
    ),
    "- exercise: Plank 3x10s\n  «rest»: [5s, 5s, 5s]": (
        "`rest` lists 3 values where 3 sets need 2",
        "one value between two sets",
    ),
    "- exercise: Plank 3x10s\n  «on_set»: [a, b]": (
        "`on_set` lists 2 lines for 3 sets",
        "one line a set, or one for all",
    ),
    "- exercise: Plank 10s\n  «after_set»: [a, b]": (
        "`after_set` lists 2 lines for 1 set",
        "one line a set, or one for all",
    ),
    "- exercise: Plank\n  hold: «[]»": ("this list is empty", "put a value in, or delete the key"),
    "- exercise: Plank\n  hold: [10s, «0»]": ("`0`: must be longer than 0", None),
    "- circuit: C\n  rounds: 3\n  by_round: true\n  do:\n    - exercise: Plank\n      «hold»: [10s, 20s]": (
        "`hold` lists 2 values for 3 rounds",
        "with `by_round`, one value a round",
    ),
    "- circuit: C\n  rounds: 3\n  «on_round»: [a, b]\n  do: [Plank 10s]": (
        "`on_round` lists 2 lines for 3 rounds",
        None,
    ),
    "- circuit: C\n  rounds: 2\n  by_round: «maybe»\n  do: [Plank 10s]": (
        "`maybe` is not one of `true` or `false`",
        None,
    ),
    "- exercise: Plank 10s\n  «release»: 3s": (
        "`release` does nothing here: it goes with `reps` with `hold`",
        NOTHING,
    ),
    "- exercise: Plank\n  hold: 10s\n  «tempo»: 3-1": (
        "`tempo` does nothing here: it goes with `reps` or `for` alone",
        NOTHING,
    ),
    "- exercise: Plank\n  hold: 10s\n  «rep»: 3s": (
        "`rep` does nothing here: it goes with `reps` without a tempo",
        NOTHING,
    ),
    "- exercise: Plank\n  for: 10s\n  «count»: tick": (
        "`count` does nothing here: it goes with `reps`, or `for` with a tempo",
        NOTHING,
    ),
}

BREATHS: dict[str, tuple[str, str | None]] = {
    "- exercise: Breathe 30s\n  «breath»: 4s in, 4s out": (
        "`breath` does nothing here: it goes with `breaths`",
        NOTHING,
    ),
    "- exercise: Breathe\n  «breaths»: 2\n  for: 30s": (
        "two doses: `for` and `breaths`",
        "keep one of them",
    ),
    "- exercise: Breathe\n  «breaths»: 2\n  hold: 3s": (
        "two doses: `hold` and `breaths`",
        "keep one of them",
    ),
    "- exercise: Breathe\n  «breaths»: 2\n  reps: 3": (
        "two doses: `reps` and `breaths`",
        "keep one of them",
    ),
    "- exercise: Breathe\n  breaths: «0»": ("`0`: must be 1 or more", None),
    "- exercise: Breathe\n  breaths: 2\n  breath: «4s, 4s»": (
        "`4s, 4s` is no breath",
        "write `4s in, 4s out`",
    ),
    "- exercise: Breathe\n  breaths: 2\n  breath: «4s puff»": (
        "`4s puff` is no breath",
        "write `4s in, 4s out`",
    ),
    "- exercise: Breathe\n  breaths: 2\n  breath: «0s in, 0s out»": (
        "`0s in, 0s out`: must be longer than 0",
        None,
    ),
    "- exercise: Breathe\n  breaths: 2\n  «tempo»: 3-1": (
        "`tempo` does nothing here: it goes with `reps` or `for` alone",
        NOTHING,
    ),
    "- exercise: Breathe\n  reps: 2\n  «breath»: 4s in, 4s out": (
        "`breath` does nothing here: it goes with `breaths`",
        NOTHING,
    ),
    "- exercise: Breathe\n  «breaths»: [2, 3]\n  sets: 3": (
        "`breaths` lists 2 values where 3 sets need 3",
        A_SET,
    ),
}

LISTS: dict[str, tuple[str, str | None]] = {
    "- exercise: Run\n  for: [5s, 6s]\n  «load»: [a, b, c]": (
        "`load` lists 3 values where 2 sets need 2",
        A_SET,
    ),
    "- exercise: Run\n  for: [5s, 6s]\n  «rest»: [1s, 2s]": (
        "`rest` lists 2 values where 2 sets need 1",
        "one value between two sets",
    ),
    "- exercise: Run\n  «hold»: [5s, 6s]\n  sets: 3": (
        "`hold` lists 2 values where 3 sets need 3",
        A_SET,
    ),
    "- exercise: Run\n  for: «[]»": ("this list is empty", "put a value in, or delete the key"),
    "- exercise: Run\n  for: [5s, «0»]": ("`0`: must be longer than 0", None),
}


@inputs(("blocks", "message", "hint"), DOSES)
def test_a_wrong_dose_is_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@inputs(("blocks", "message", "hint"), BREATHS)
def test_wrong_breaths_are_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@inputs(("blocks", "message", "hint"), LISTS)
def test_a_list_that_does_not_fit_the_sets_is_shown(
    blocks: str, message: str, hint: str | None
) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
