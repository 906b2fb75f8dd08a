"""Prepare: where there is time to get ready, and how much."""

from helpers.cases import cases
from helpers.routines import plan_of, said_in, shape_of, takes_ms, with_workout
from voicecoach.timeline import TimedPhase, Timeline

PREPARES = {
    "the programme's first work": ("- Plank 10s", "prepare, Plank 10s"),
    "not where a rest leads in": ("- rest: 5s\n- Plank 10s", "rest 5s, Plank 10s"),
    "not where a rest of 0 leads in": ("- rest: 0\n- Plank 10s", "prepare, Plank 10s"),
    "after a text": ("- say: Hello.\n- Plank 10s", "say, prepare, Plank 10s"),
    "not where a text of a fixed length leads in": (
        "- say: Hello.\n  for: 5s\n- Plank 10s",
        "say 5s, Plank 10s",
    ),
    "after a pause only the start tone sounds": ("- pause: 5s\n- Plank 10s", "pause 5s, Plank 10s"),
    "after a text in the middle": (
        "- Plank 10s\n- say: Hello.\n- Jacks 10s",
        "prepare, Plank 10s, say, prepare, Jacks 10s",
    ),
    "not after a text of a fixed length in the middle": (
        "- Plank 10s\n- say: Hello.\n  for: 5s\n- Jacks 10s",
        "prepare, Plank 10s, say 5s, Jacks 10s",
    ),
    "not after a pause in the middle": (
        "- Plank 10s\n- pause: 5s\n- Jacks 10s",
        "prepare, Plank 10s, pause 5s, Jacks 10s",
    ),
    "not where timed work follows timed work": (
        "- Run 10s\n- Walk 10s\n- Plank 10s hold\n- Clam 2x10s hold\n- Burpees max in 10s\n- Run 10s",
        "prepare, Run 10s, Walk 10s, Plank 10s, Clam 22s, Burpees 10s, Run 10s",
    ),
    "work that follows untimed repetitions": (
        "- Squats x5\n- Run 10s",
        "prepare, Squats 15s, prepare, Run 10s",
    ),
    "the next set of untimed repetitions without a rest": (
        "- Squats 2x5",
        "prepare, Squats 15s, prepare, Squats 15s",
    ),
    "not the next set where a rest leads in": (
        "- Squats 2x5, rest 5s",
        "prepare, Squats 15s, rest 5s, Squats 15s",
    ),
    "not the other side where a switch leads in": (
        "- Squats x5 each side",
        "prepare, Squats right 15s, switch 5s, Squats left 15s",
    ),
    "the other side of untimed repetitions without a switch": (
        "- exercise: Squats x5 each side\n  switch: 0",
        "prepare, Squats right 15s, prepare, Squats left 15s",
    ),
    "the first occurrence of an exercise with a setup": (
        "- Run 10s\n- exercise: Plank 10s\n  setup: Lie down.",
        "prepare, Run 10s, prepare, Plank 10s",
    ),
    "not where a rest leads in to an exercise with a setup": (
        "- Run 10s\n- rest: 5s\n- exercise: Plank 10s\n  setup: Lie down.",
        "prepare, Run 10s, rest 5s, Plank 10s",
    ),
    "the first time of an exercise with a setup, and no other": (
        "- circuit: C\n  rounds: 2\n  do:\n    - Run 10s\n    - exercise: Plank 10s\n      setup: Lie.",
        "prepare, Run 10s, prepare, Plank 10s, Run 10s, Plank 10s",
    ),
    "not the second set of an exercise with a setup": (
        "- exercise: Plank 2x10s\n  setup: Lie down.",
        "prepare, Plank 10s, Plank 10s",
    ),
    "each beginning of an exercise with a ready of its own": (
        "- circuit: C\n  rounds: 2\n  do:\n    - Run 10s\n    - exercise: Plank 2x10s\n      ready: 3s",
        "prepare, Run 10s, prepare, Plank 10s, Plank 10s, Run 10s, prepare, Plank 10s, Plank 10s",
    ),
    "not where a rest leads in to a ready of its own": (
        "- Run 10s\n- rest: 5s\n- exercise: Plank 10s\n  ready: 3s",
        "prepare, Run 10s, rest 5s, Plank 10s",
    ),
}


@cases(("blocks", "shape"), PREPARES)
def test_a_prepare_stands_before(blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks))) == shape


def test_a_ready_of_the_defaults_makes_no_prepare() -> None:
    shape = shape_of(with_workout("- Run 10s\n- Walk 10s", "defaults: {ready: 8s}"))
    assert shape == ["prepare", "Run 10s", "Walk 10s"]


def test_a_setup_of_the_defaults_is_each_exercises_own() -> None:
    shape = shape_of(with_workout("- Run 10s\n- Walk 10s", "defaults: {setup: Stand.}"))
    assert shape == ["prepare", "Run 10s", "prepare", "Walk 10s"]


READY = {
    "five seconds where nothing is written": ("- Plank 30s", "", 5000),
    "seconds of the exercise": ("- exercise: Plank 30s\n  ready: 12s", "", 12_000),
    "minutes of the exercise": ("- exercise: Plank 30s\n  ready: 1:30", "", 90_000),
    "those of the defaults": ("- Plank 30s", "defaults: {ready: 8s}", 8000),
    "half a second": ("- exercise: Plank 30s\n  ready: 3.5s", "", 3500),
}


@cases(("blocks", "header", "ready_ms"), READY)
def test_ready_is_counted_from_the_end_of_what_is_said(
    blocks: str, header: str, ready_ms: int
) -> None:
    prepare = _prepare(blocks, header)
    assert prepare.length_ms == takes_ms("Plank, 30 seconds.") + ready_ms


def test_a_prepare_waits_for_the_setup_too() -> None:
    prepare = _prepare("- exercise: Plank 30s\n  setup: Lie down.")
    said_ms = takes_ms("Plank, 30 seconds.") + 250 + takes_ms("Lie down.")
    assert prepare.length_ms == said_ms + 5000


def test_a_prepare_in_which_nothing_is_said_is_ready_alone() -> None:
    assert _prepare("- Plank 30s", "cues: {announce: off}").length_ms == 5000


def test_after_work_a_prepare_begins_with_the_end_tone_and_the_words_come_after_it() -> None:
    timeline = plan_of(with_workout("- Squats x2\n- exercise: Plank 10s\n  cues: {progress: off}"))
    prepare = timeline.phases[3]
    said_ms = takes_ms("Next: Plank, 10 seconds.")
    assert (prepare.kind, prepare.length_ms) == ("prepare", 400 + 100 + said_ms + 5000)


def test_a_prepare_bears_the_name_set_and_side_that_it_leads_to() -> None:
    prepare = _prepare("- Plank 2x30s each side")
    found = (prepare.name, prepare.set, prepare.sets, prepare.side, prepare.dose)
    assert found == ("Plank", 1, 2, "right", None)


def test_the_setup_is_said_once_before_the_first_set() -> None:
    blocks = """
    - circuit: C
      rounds: 2
      round_rest: 30s
      do:
        - exercise: Plank 2x10s, rest 20s
          setup: Lie down.
    """
    timeline = plan_of(with_workout(blocks))
    said = [number for number in range(len(timeline.phases)) for _ in _setups(timeline, number)]
    assert said == [1]


def test_two_blocks_of_one_name_have_a_setup_each() -> None:
    plank = "- exercise: Plank 10s\n  setup: Lie down.\n"
    shape = shape_of(with_workout(plank + plank))
    assert shape == ["prepare", "Plank 10s", "prepare", "Plank 10s"]


def _prepare(blocks: str, header: str = "") -> TimedPhase:
    return next(
        found for found in plan_of(with_workout(blocks, header)).phases if found.kind == "prepare"
    )


def _setups(timeline: Timeline, number: int) -> list[str]:
    return [text for text in said_in(timeline, number) if text == "Lie down."]
