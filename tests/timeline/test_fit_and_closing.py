"""`fit: extend`, the opening and the closing, and what the timeline's phases tell."""

import json

import pytest

from helpers.routines import heard_in, in_words, phase, plan_of, said_in, with_workout, works
from voicecoach.outputs.timeline_json import timeline_data
from voicecoach.timeline import Timeline

TIGHT = """
- Squats 2x5, rest 2s
- rest: 1s
- exercise: Side plank 20s hold each side
  setup: Lie down on your side.
  switch: 1s
"""


def test_without_fit_every_written_time_is_kept() -> None:
    timeline = plan_of(with_workout(TIGHT))
    assert _lengths(timeline, "rest") == [2000, 1000]
    assert _lengths(timeline, "switch") == [1000]
    assert timeline.warnings != ()


def test_fit_extend_makes_rests_and_switches_long_enough_for_their_words() -> None:
    timeline = plan_of(with_workout(TIGHT, "fit: extend"))
    between_sets = 60 * len("Rest.") + 250 + 60 * len("Last set.")
    whole = "Rest. Next: Side plank, hold for 20 seconds, right side first."
    setup = "Lie down on your side."
    leading = 60 * len(whole) + 250 + 60 * len("Last exercise.") + 250 + 60 * len(setup)
    # Tone and gap before the words; after them the gap and the countdown that there is room for.
    assert _lengths(timeline, "rest")[1] == 400 + 100 + leading + 250 + _counted(
        timeline, "rest", 1
    )
    assert _lengths(timeline, "rest")[0] >= 2000
    assert said_in(timeline, phase(timeline, "rest", 0)) == ["Rest.", "Last set."]
    assert said_in(timeline, phase(timeline, "rest", 1)) == [whole, "Last exercise.", setup]
    assert said_in(timeline, phase(timeline, "switch")) == ["Left side."]
    assert between_sets > 0
    assert timeline.warnings == ()


def test_fit_extend_leaves_alone_what_is_long_enough() -> None:
    blocks = "- Squats 2x5, rest 30s\n- rest: 30s\n- Plank 20s each side"
    kept, extended = plan_of(with_workout(blocks)), plan_of(with_workout(blocks, "fit: extend"))
    assert kept == extended


def test_fit_extend_never_lengthens_work_pauses_or_texts() -> None:
    blocks = """
    - exercise: Run 4s
      tips: [A tip that is much too long for the time there is.]
    - pause: 1s
    - exercise: Walk 4s
      on_set: Much too much to say in so little time.
    - say: This takes longer than a second.
      for: 1s
    """
    extended = plan_of(with_workout(blocks, "fit: extend"))
    assert [in_words(found) for found in extended.phases[2:-1]] == [
        "Run 4s",
        "pause 1s",
        "Walk 4s",
        "say 1s",
    ]


def test_fit_extend_makes_no_rest_where_there_is_none() -> None:
    kept = plan_of(with_workout("- Run 4s\n- Walk 4s"))
    extended = plan_of(with_workout("- Run 4s\n- Walk 4s", "fit: extend"))
    assert [found.kind for found in extended.phases] == [found.kind for found in kept.phases]


def test_the_closing_holds_the_finish_tone_and_the_outro() -> None:
    timeline = plan_of(with_workout("- Plank 30s"))
    last = len(timeline.phases) - 1
    assert heard_in(timeline, last) == [
        ("finish", 0, None),
        ("outro", 650, "That was all. Well done."),
    ]
    said_ms = 60 * len("That was all. Well done.")
    assert timeline.phases[last].length_ms == 650 + said_ms + 250


def test_the_closing_holds_the_tone_alone_where_there_is_no_outro() -> None:
    timeline = plan_of(with_workout("- Plank 30s", "outro: off"))
    last = len(timeline.phases) - 1
    assert timeline.phases[last].kind == "say"
    assert heard_in(timeline, last) == [("finish", 0, None)]
    # The tone: 130, 20, 130, 20 and 250 ms.
    assert timeline.phases[last].length_ms >= 550


def test_the_closing_says_the_written_outro() -> None:
    timeline = plan_of(with_workout("- Plank 30s", "outro: See you soon."))
    assert said_in(timeline, len(timeline.phases) - 1) == ["See you soon."]


def test_the_last_line_of_a_set_is_said_in_the_closing() -> None:
    timeline = plan_of(with_workout("- exercise: Plank 30s\n  after_set: Good.", "outro: Bye."))
    assert said_in(timeline, len(timeline.phases) - 1) == ["Good.", "Bye."]


@pytest.mark.parametrize("blocks", ["- say: Hello.", "- rest: 10s", "- pause: 10s", "- rest: 0"])
def test_where_nothing_was_work_the_closing_has_no_finish_tone(blocks: str) -> None:
    timeline = plan_of(with_workout(blocks))
    assert heard_in(timeline, len(timeline.phases) - 1) == [
        ("outro", 0, "That was all. Well done.")
    ]


@pytest.mark.parametrize("blocks", ["- say: Hello.", "- rest: 10s", "- pause: 10s"])
def test_where_nothing_was_work_and_nothing_is_said_there_is_no_closing(blocks: str) -> None:
    timeline = plan_of(with_workout(blocks, "intro: off\noutro: off"))
    assert [phase.id for phase in timeline.phases] == ["workout[0]"]


def test_a_programme_of_nothing_at_all_still_has_a_closing() -> None:
    timeline = plan_of(with_workout("- rest: 0", "intro: off\noutro: off"))
    assert [phase.id for phase in timeline.phases] == ["outro"]


def test_an_intro_takes_as_long_as_its_words_and_250_ms() -> None:
    timeline = plan_of(with_workout("- Plank 30s", "intro: Hello there.\ncaution: Mind the step."))
    intro, caution = timeline.phases[:2]
    assert (intro.kind, intro.length_ms) == ("say", 60 * len("Hello there.") + 250)
    assert (caution.kind, caution.length_ms) == ("say", 60 * len("Mind the step.") + 250)


def test_a_text_without_a_word_in_it_is_no_trouble() -> None:
    measured = plan_of(
        with_workout("- say: '...'\n- Plank 30s\n- say: '!!!'", "intro: '?'"),
    )
    assert [e.text for e in measured.events if e.role in ("say", "intro")] == []


FIELDS = """
- section: Legs
- circuit: Burner
  rounds: 2
  round_rest: 20s
  do:
    - exercise: Lunges
      reps: [5, 4]
      sides: each
      rest: 10s
"""


def test_a_work_phase_tells_everything_about_itself() -> None:
    timeline = plan_of(with_workout(FIELDS))
    found = timeline_data(timeline)["phases"][works(timeline)[3]]
    assert found == {
        "kind": "work",
        "name": "Lunges",
        "start_ms": found["start_ms"],
        "length_ms": 12_000,
        "dose": "reps",
        "rep_ms": 3000,
        "reps": 4,
        "set": 2,
        "sets": 2,
        "side": "left",
        "round": 1,
        "rounds": 2,
        "section": "Legs",
        "block": "circuit",
        "file": "routine.yaml",
        "line": 9,
        "id": "workout[1].do[0]",
    }


@pytest.mark.parametrize("kind", ["rest", "say"])
def test_a_rest_and_a_text_belong_to_no_exercise(kind: str) -> None:
    timeline = plan_of(with_workout(FIELDS))
    found = timeline_data(timeline)["phases"][phase(timeline, kind)]
    keys = ("name", "dose", "rep_ms", "reps", "set", "sets", "side")
    assert [found[key] for key in keys] == [None] * 7


def test_the_timeline_as_json_has_its_documented_keys_in_order() -> None:
    data = timeline_data(plan_of(with_workout("- Plank 10s hold\n- Jacks 10s")))
    assert list(data) == [
        "version",
        "title",
        "language",
        "duration_ms",
        "phases",
        "events",
        "chapters",
        "warnings",
    ]
    assert set(data["phases"][0]) == {
        "kind", "name", "start_ms", "length_ms", "dose", "rep_ms", "reps", "set", "sets", "side",
        "round", "rounds", "section", "block", "file", "line", "id",
    }  # fmt: skip
    fields = {"kind", "role", "start_ms", "length_ms", "phase", "text", "line", "id"}
    for event in data["events"]:
        spoken = {"spoken", "voice"} if event["kind"] == "speech" else {"sound"}
        assert set(event) == fields | spoken
    assert set(data["chapters"][0]) == {"title", "start_ms", "end_ms"}
    assert set(data["warnings"][0]) >= {"file", "line", "column", "code", "message"}
    assert json.loads(json.dumps(data)) == data


def _lengths(timeline: Timeline, kind: str) -> list[int]:
    return [found.length_ms for found in timeline.phases if found.kind == kind]


def _counted(timeline: Timeline, kind: str, nth: int) -> int:
    """Return how long before its end the countdown of a phase begins."""
    number = phase(timeline, kind, nth)
    first = heard_in(timeline, number, "countdown")[0]
    return timeline.phases[number].length_ms - first[1]
