"""Ids: the block of the routine that each phase and each event belongs to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.routine_files import load_files
from helpers.routines import plan_of, rule_of_thumb, with_workout
from voicecoach.outputs.timeline_json import timeline_data
from voicecoach.timeline import Timeline, plan

CIRCUIT = """
- Plank 20s
- circuit: Legs
  rounds: 2
  round_rest: 30s
  exercise_rest: 20s
  on_round: Round {round}.
  do:
    - Lunges x3 each side
    - circuit: Jumps
      rounds: 2
      on_round: Inner round {round}.
      do: [Hop 10s, rest: 12s]
"""


def _of_phases(timeline: Timeline) -> list[tuple[str, str | None]]:
    return [(phase.kind, phase.id) for phase in timeline.phases]


def _of_lines(timeline: Timeline) -> dict[str, set[str | None]]:
    """Return the ids of each line that is spoken."""
    found: dict[str, set[str | None]] = {}
    for event in timeline.events:
        if event.text is not None:
            found.setdefault(event.text, set()).add(event.id)
    return found


def _of_tones(timeline: Timeline, role: str) -> Iterator[str | None]:
    return (event.id for event in timeline.events if event.role == role and event.kind == "tone")


@cases(
    ("block", "place"),
    {
        "an exercise": ("Plank 5s", "workout[1]"),
        "a rest": ("rest: 5s", "workout[1]"),
        "a text": ("say: Well.", "workout[1]"),
        "a pause": ("pause: 5s", "workout[1]"),
        "a sound": ("sound: end", "workout[1]"),
        "a tabata": ("tabata: Burpees", "workout[1]"),
        "an exercise of an emom": ("{emom: 2, do: [Rows x3, Swings x3]}", "workout[1].do[1]"),
        "an amrap": ("{amrap: 1 min, do: [5 push-ups]}", "workout[1]"),
        "an exercise of a repeat": ("{repeat: 2, do: [pause: 1s, Plank 5s]}", "workout[1].do[1]"),
    },
)
def test_a_phase_bears_the_place_of_its_block(block: str, place: str) -> None:
    timeline = plan_of(with_workout(f"- pause: 1s\n- {block}"))
    assert place in [phase.id for phase in timeline.phases]


def test_opening_and_closing_have_names_for_a_place() -> None:
    timeline = plan_of(with_workout("- Run 5s", "intro: Hello.\ncaution: Mind.\noutro: Bye."))
    assert _of_phases(timeline) == [
        ("say", "intro"),
        ("say", "caution"),
        ("prepare", "workout[0]"),
        ("work", "workout[0]"),
        ("say", "outro"),
    ]
    assert (
        _of_lines(timeline).items()
        >= {"Hello.": {"intro"}, "Mind.": {"caution"}, "Bye.": {"outro"}}.items()
    )
    assert list(_of_tones(timeline, "finish")) == ["outro"]


def test_circuits_in_circuits_name_every_step_to_a_block() -> None:
    timeline = plan_of(with_workout(CIRCUIT, "intro: 'off'"))
    one_round = [
        ("work", "workout[1].do[0]"),
        ("switch", "workout[1].do[0]"),
        ("work", "workout[1].do[0]"),
        # The rest that the circuit has between its exercises.
        ("rest", "workout[1]"),
        ("work", "workout[1].do[1].do[0]"),
        ("rest", "workout[1].do[1].do[1]"),
        ("work", "workout[1].do[1].do[0]"),
        ("rest", "workout[1].do[1].do[1]"),
    ]
    works = [found for found in _of_phases(timeline) if found[0] != "prepare"]
    assert works == [("work", "workout[0]"), *one_round, *one_round, ("say", "outro")]


def test_a_rest_that_the_file_puts_between_belongs_to_no_block() -> None:
    timeline = plan_of(with_workout("- Plank 20s\n- Squats x3", "between: 20s"))
    data = timeline_data(timeline)
    (rest,) = [phase for phase in data["phases"] if phase["kind"] == "rest"]
    assert rest["id"] is None
    assert list(_of_tones(timeline, "end")) == [None]
    # What is said in it belongs to the exercise that it is about.
    assert _of_lines(timeline)["Rest. Next: Squats, 3 repetitions."] == {"workout[1]"}


@pytest.mark.parametrize("between", ["", "between: 30s"])
def test_a_line_of_an_exercise_belongs_to_it_wherever_it_is_said(between: str) -> None:
    header = f"""
        {between}
        defaults: {{after_set: Over.}}
        exercises:
          Bird: {{setup: Spread your wings., tips: [Wings up.], on_set: Fly., after_set: Land.}}
    """
    timeline = plan_of(with_workout("- Bird 20s\n- Squats x3\n- Bird 20s", header))
    lines = _of_lines(timeline)
    assert lines["Spread your wings."] == {"workout[0]", "workout[2]"}
    assert lines["Wings up."] == {"workout[0]"}
    assert lines["Fly."] == {"workout[0]", "workout[2]"}
    assert lines["Land."] == {"workout[0]", "workout[2]"}
    assert lines["Over."] == {"workout[1]"}


def test_a_line_of_a_round_belongs_to_its_circuit() -> None:
    lines = _of_lines(plan_of(with_workout(CIRCUIT)))
    assert lines["Round 1."] == lines["Round 2."] == {"workout[1]"}
    assert lines["Inner round 1."] == lines["Inner round 2."] == {"workout[1].do[1]"}


def test_an_announcement_belongs_to_the_exercise_that_it_announces() -> None:
    timeline = plan_of(with_workout("- Plank 20s\n- rest: 20s\n- Squats x3\n- Hop 20s"))
    announced = {event.text: event.id for event in timeline.events if event.role == "announce"}
    assert announced == {
        "Plank, 20 seconds.": "workout[0]",
        "Rest. Next: Squats, 3 repetitions.": "workout[2]",
        "Next: Hop, 20 seconds.": "workout[3]",
    }


def test_tones_belong_to_the_block_of_their_phase() -> None:
    blocks = """
        - exercise: Run 30s
          metronome: 60
          tips: [{at: 5s, sound: tick}]
        - rest: 10s
        - sound: halfway
        - Lunges 20s each side
    """
    timeline = plan_of(with_workout(blocks))
    for event in timeline.events:
        if event.kind == "tone":
            assert event.id == timeline.phases[event.phase].id
    ids = {role: set(_of_tones(timeline, role)) for role in ("metronome", "sound", "end", "switch")}
    assert ids == {
        "metronome": {"workout[0]"},
        "sound": {"workout[0]", "workout[2]"},
        "end": {"workout[1]"},
        "switch": {"workout[3]"},
    }


def test_within_an_include_the_place_follows_that_of_the_include(tmp_path: Path) -> None:
    files = {
        "main.yaml": "title: T\nintro: 'off'\nworkout:\n"
        "  - pause: 1s\n"
        "  - include: warm.yaml\n"
        "  - include: warm.yaml\n"
        "  - circuit: C\n    do: [include: arms.yaml]\n",
        "warm.yaml": "workout: [Squats 20s, include: arms.yaml]\n",
        "arms.yaml": "workout:\n  - exercise: Arms 20s\n    setup: Up.\n    tips: [Loose.]\n",
    }
    timeline = plan(load_files(tmp_path, files), rule_of_thumb)
    assert [phase.id for phase in timeline.phases if phase.kind == "work"] == [
        "workout[1]/workout[0]",
        "workout[1]/workout[1]/workout[0]",
        "workout[2]/workout[0]",
        "workout[2]/workout[1]/workout[0]",
        "workout[3].do[0]/workout[0]",
    ]
    lines = _of_lines(timeline)
    assert lines["Halfway."] == {phase.id for phase in timeline.phases if phase.kind == "work"}
    # Each is said once, before or in the first of the works that it is for.
    assert lines["Up."] == lines["Loose."] == {"workout[1]/workout[1]/workout[0]"}


def test_what_is_read_aloud_and_by_whom_stands_at_speech_alone() -> None:
    header = "voice: {name: en-us+f3}\npronounce: {HIIT: hit}"
    data = timeline_data(plan_of(with_workout("- say: HIIT [2] 💪\n- Plank 5s", header)))
    (said,) = [event for event in data["events"] if event["role"] == "say"]
    assert (said["text"], said["spoken"]) == ("HIIT [2] 💪", "hit 2")
    assert said["voice"] == "en-us+f3"
    for event in data["events"]:
        assert ("spoken" in event) == ("voice" in event) == (event["kind"] == "speech")


def test_a_voice_without_a_name_is_called_after_its_engine() -> None:
    data = timeline_data(plan_of(with_workout("- Plank 5s", "voice: {engine: tone}")))
    assert {event["voice"] for event in data["events"] if event["kind"] == "speech"} == {"tone"}
