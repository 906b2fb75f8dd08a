"""Distances: timed work that says how far."""

from helpers.cases import inputs
from helpers.routines import heard_in, phase, plan_of, said_in, with_workout, works
from voicecoach.outputs.timeline_json import timeline_data

ROW = "- exercise: Row\n  distance: 500 m\n  for: 2:30"

SAID = {
    "500 m": "500 meters",
    "5 km": "5 kilometers",
    "1.5 km": "1.5 kilometers",
    "1.0 mile": "1 mile",
    "25 yards": "25 yards",
    "1 ft": "1 foot",
    "2000 m": "2000 meters",
    "20 cal": "20 calories",
    "1 lap": "1 lap",
    "2.5 laps": "2.5 laps",
    "2 lengths": "2 lengths",
}

SAID_IN_GERMAN = {
    "500 m": "500 Meter",
    "1,5 km": "1,5 Kilometer",
    "1 lap": "1 Runde",
    "2.5 laps": "2,5 Runden",
    "4 lengths": "4 Bahnen",
}


@inputs(("distance", "said"), SAID)
def test_the_announcement_says_the_distance_and_its_time(distance: str, said: str) -> None:
    blocks = f"- exercise: Go\n  distance: {distance}\n  for: 2:30"
    timeline = plan_of(with_workout(blocks, "intro: off"))
    assert said_in(timeline, 0) == [f"Go, {said}, in 2 minutes 30."]


@inputs(("distance", "said"), SAID_IN_GERMAN)
def test_units_are_spoken_in_the_language(distance: str, said: str) -> None:
    blocks = f"- exercise: Los\n  distance: {distance.replace(',', '.')}\n  for: 2 min"
    timeline = plan_of(with_workout(blocks, "intro: off\nlanguage: de"))
    assert said_in(timeline, 0) == [f"Los, {said}, in 2 Minuten."]


def test_it_is_timed_work() -> None:
    timeline = plan_of(with_workout(f"{ROW}\n- Walk 30s"))
    (row, _) = works(timeline)
    assert timeline.phases[row].length_ms == 150_000
    assert heard_in(timeline, row, "start") == [("start", 0, None)]
    assert heard_in(timeline, row, "halfway")[0] == ("halfway", 75_000, None)
    countdown = heard_in(timeline, row, "countdown")
    assert [at_ms for _, at_ms, _ in countdown] == [147_000, 148_000, 149_000]
    assert timeline.phases[row + 1].kind == "work"


def test_only_a_dose_that_changes_is_said_anew_between_sets() -> None:
    blocks = "- exercise: Run\n  distance: [400 m, 400 m, 200 m]\n  pace: 5:00/km\n  rest: 20s"
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "rest", 0))[0] == "Rest."
    said = said_in(timeline, phase(timeline, "rest", 1))[0]
    assert said == "Rest. Next: 200 meters, in 1 minute."


def test_the_dose_placeholder_says_the_distance() -> None:
    timeline = plan_of(with_workout(f"{ROW}\n  tips: 'Now {{dose}}.'"))
    assert said_in(timeline, works(timeline)[0])[0] == "Now 500 meters, in 2 minutes 30."


def test_an_amrap_reads_out_a_distance_without_a_time() -> None:
    blocks = "- amrap: 5 min\n  do:\n    - 5 push-ups\n    - {exercise: Run, distance: 200 m}"
    timeline = plan_of(with_workout(blocks, "intro: off"))
    assert said_in(timeline, 0) == [
        "As many rounds as you can in 5 minutes: 5 push-ups, Run 200 meters."
    ]


def test_an_emom_rests_for_what_is_left_of_the_start() -> None:
    blocks = "- emom: 2\n  do:\n    - {exercise: Run, distance: 100 m, pace: 5:00/km}"
    timeline = plan_of(with_workout(blocks))
    lengths_ms = [found.length_ms for found in timeline.phases if found.kind in ("work", "rest")]
    assert lengths_ms == [30_000, 30_000, 30_000, 30_000]


def test_the_json_has_the_distance_beside_its_dose_alone() -> None:
    timeline = plan_of(with_workout(f"{ROW}\n- Walk 30s"))
    row, walk = (timeline_data(timeline)["phases"][number] for number in works(timeline))
    assert (row["dose"], row["distance"], row["length_ms"]) == ("distance", "500 m", 150_000)
    assert (walk["dose"], "distance" in walk) == ("for", False)
