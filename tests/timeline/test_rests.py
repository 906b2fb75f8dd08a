"""What is said in a rest, a switch or a prepare, in which order, and when."""

from helpers.cases import inputs
from helpers.routines import Shown, heard_in, phase, plan_of, said_in, warnings_of, with_workout

ALL_OF_IT = """
- exercise: Plank 20s
  after_set: Well held.
- rest: 30s
  say: Drink.
- section: Legs
- circuit: Burner
  rounds: 2
  on_round: Keep going.
  do:
    - exercise: Squats 2x5 @ 8 kg
      setup: Stand wide.
      on_set: Go.
      rest: 20s
"""


def test_a_rest_is_spoken_in_its_order() -> None:
    timeline = plan_of(with_workout(ALL_OF_IT))
    assert heard_in(timeline, phase(timeline, "rest")) == [
        ("end", 0, None),
        # 100 ms after the end tone of 400 ms, then 250 ms between two lines.
        ("line", 500, "Well held."),
        ("say", 1350, "Drink."),
        ("announce", 1960, "Rest. Legs. Burner, 2 rounds. Squats, 2 sets of 5, 8 kg."),
        ("line", 5990, "Keep going."),
        ("line", 6900, "Go."),
        ("setup", 7450, "Stand wide."),
        ("countdown", 27_000, "3"),
        ("countdown", 28_000, "2"),
        ("countdown", 29_000, "1"),
    ]


def test_a_rest_that_bears_a_name_of_its_own_is_not_called_one_again() -> None:
    blocks = "- Plank 20s\n- Water break 60s\n- Plank 20s\n- Active rest 30s"
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "rest"))[:2] == [
        "Water break",
        "Next: Plank, 20 seconds.",
    ]
    assert said_in(timeline, phase(timeline, "rest", 1)) == ["Active rest"]


def test_a_round_is_told_before_the_circuit_that_it_begins_with() -> None:
    timeline = plan_of(
        with_workout("""
        - circuit: Whole body
          rounds: 2
          round_rest: 60s
          do:
            - circuit: Legs
              rounds: 2
              round_rest: 20s
              do: [Squats 30s]
        """)
    )
    assert said_in(timeline, phase(timeline, "rest", 1))[0] == (
        "Rest. Last round. Legs, 2 rounds. Squats, 30 seconds."
    )
    assert "Last round." not in said_in(timeline, phase(timeline, "rest", 1))
    assert "Last round." in said_in(timeline, phase(timeline, "rest", 2))


def test_a_rest_between_two_sets_says_what_is_new() -> None:
    timeline = plan_of(with_workout(ALL_OF_IT))
    second = said_in(timeline, phase(timeline, "rest", 1))
    assert second == ["Rest.", "Last set.", "Go."]


CHANGES = {
    "- Squats 3x5, rest 20s": ["Rest.", "Set 2 of 3."],
    "- Squats 2x5, rest 20s": ["Rest.", "Last set."],
    "- exercise: Squats\n  reps: [6, 4]\n  rest: 20s": ["Rest. Next: 4 repetitions.", "Last set."],
    "- exercise: Squats 2x5\n  load: [8 kg, 10 kg]\n  rest: 20s": [
        "Rest. Next: 10 kg.",
        "Last set.",
    ],
    "- exercise: Plank\n  hold: [30s, 40s]\n  load: [8 kg, 10 kg]\n  rest: 20s": [
        "Rest. Next: hold for 40 seconds, 10 kg.",
        "Last set.",
    ],
}


@inputs(("blocks", "said"), CHANGES)
def test_before_a_further_set_only_what_changes_is_announced(blocks: str, said: list[str]) -> None:
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "rest")) == said


def test_the_next_set_begins_with_its_first_side() -> None:
    timeline = plan_of(with_workout("- Plank 2x10s each side, rest 20s"))
    assert said_in(timeline, phase(timeline, "rest")) == ["Rest. Next: right side.", "Last set."]


def test_with_all_sets_the_progress_is_told_on_each_side() -> None:
    blocks = "- exercise: Plank 2x10s each side, rest 20s\n  side_order: all-sets"
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "rest", 0)) == ["Rest.", "Last set."]
    assert said_in(timeline, phase(timeline, "rest", 1)) == ["Rest.", "Last set."]


def test_a_switch_says_the_side_alone() -> None:
    blocks = """
    - exercise: Side plank 2x20s each side @ 5 kg
      setup: Lie down.
      rest: 20s
    """
    timeline = plan_of(with_workout(blocks))
    assert heard_in(timeline, phase(timeline, "switch")) == [
        ("switch", 0, None),
        ("side", 380, "Left side."),
        ("countdown", 2000, "3"),
        ("countdown", 3000, "2"),
        ("countdown", 4000, "1"),
    ]


def test_a_line_in_the_change_to_a_side_follows_the_side() -> None:
    blocks = "- exercise: Plank 20s each side\n  switch: 10s\n  on_side: Turn over."
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "switch")) == ["Left side.", "Turn over."]


def test_other_sides_are_called_by_the_words_that_were_written() -> None:
    blocks = "- exercise: Turn 20s\n  sides: [inside, the outer side]"
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "switch")) == ["The outer side."]


def test_a_rest_that_no_work_follows_says_that_it_is_one() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- rest: 10s"))
    assert heard_in(timeline, phase(timeline, "rest")) == [
        ("end", 0, None),
        ("announce", 500, "Rest."),
    ]


def test_a_pause_is_silent() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- pause: 30s\n- Jacks 30s"))
    assert heard_in(timeline, phase(timeline, "pause")) == [("end", 0, None)]


def test_of_two_rests_the_one_that_leads_in_announces() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- rest: 20s\n- rest: 20s\n- Jacks 30s"))
    assert said_in(timeline, phase(timeline, "rest", 0)) == ["Rest."]
    assert said_in(timeline, phase(timeline, "rest", 1))[0] == "Rest. Next: Jacks, 30 seconds."


def test_a_rest_at_the_beginning_announces_the_first_work() -> None:
    timeline = plan_of(with_workout("- rest: 20s\n- Plank 30s"))
    assert heard_in(timeline, phase(timeline, "rest"), "announce") == [
        ("announce", 0, "Rest. Plank, 30 seconds.")
    ]


def test_a_text_of_a_fixed_length_leads_in_like_a_rest() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- say: Now jump.\n  for: 20s\n- Jacks 30s"))
    number = phase(timeline, "say", 1)
    assert timeline.phases[number].length_ms == 20_000
    assert said_in(timeline, number) == [
        "Now jump.",
        "Next: Jacks, 30 seconds.",
        "Last exercise.",
    ]


def test_a_text_takes_as_long_as_its_words_and_650_ms_more_after_work() -> None:
    timeline = plan_of(with_workout("- say: Hello you.\n- Plank 30s\n- say: Well done."))
    first, second = timeline.phases[1], timeline.phases[4]
    assert (first.kind, first.length_ms) == ("say", 60 * len("Hello you.") + 250)
    assert (second.kind, second.length_ms) == ("say", 650 + 60 * len("Well done.") + 250)
    assert heard_in(timeline, 4, "say") == [("say", 650, "Well done.")]


def test_the_lines_of_the_set_that_ended_come_first_in_a_text_too() -> None:
    blocks = "- exercise: Plank 30s\n  after_set: Good.\n- say: Now drink."
    timeline = plan_of(with_workout(blocks))
    assert said_in(timeline, phase(timeline, "say", 1)) == ["Good.", "Now drink."]


def test_next_up_off_puts_the_announcement_at_the_end_of_the_rest() -> None:
    blocks = "- Plank 30s\n- rest: 20s\n- Jacks 30s"
    timeline = plan_of(with_workout(blocks, "cues: {next_up: off, progress: off}"))
    ((_, at_ms, text),) = heard_in(timeline, phase(timeline, "rest"), "announce")
    assert text == "Next: Jacks, 30 seconds."
    assert at_ms == 17_000 - 250 - 60 * len(text)


@inputs(
    ("cue", "said"),
    {
        "full": "Rest. Next: Squats, 2 sets of 5 on each side, right side first, 8 kg.",
        "name": "Rest. Next: Squats, right side.",
        "off": None,
    },
)
def test_the_announcement_is_full_the_name_or_off(cue: str, said: str | None) -> None:
    blocks = "- Plank 30s\n- rest: 30s\n- Squats 2x5 each leg @ 8 kg"
    timeline = plan_of(with_workout(blocks, f"cues: {{announce: {cue}}}"))
    heard = heard_in(timeline, phase(timeline, "rest"), "announce")
    assert [text for _, _, text in heard] == ([said] if said else [])


PROGRESS = {
    "- Squats 3x5, rest 20s": ["Set 2 of 3.", "Last set."],
    "- circuit: C\n  rounds: 3\n  exercise_rest: 20s\n  do: [Plank 30s, Jacks 30s]": [
        "Round 2 of 3.",
        "Last round.",
        "Last exercise.",
    ],
    "- Plank 30s\n- rest: 20s\n- Jacks 30s\n- rest: 20s\n- Squats x5": ["Last exercise."],
    "- circuit: C\n  rounds: 2\n  round_rest: 20s\n  do: ['Squats 2x5, rest 20s', Run 30s]": [
        "Last set.",
        "Last round.",
        "Last set.",
        "Last exercise.",
    ],
    "- repeat: 3\n  do:\n    - Plank 30s\n    - rest: 20s": ["Last exercise."],
    "- Plank 30s": [],
    "- Plank 30s each side": [],
}


@inputs(("blocks", "said"), PROGRESS)
def test_the_progress_is_told_as_sets_rounds_and_the_last_exercise_begin(
    blocks: str, said: list[str]
) -> None:
    timeline = plan_of(with_workout(blocks))
    assert [event.text for event in timeline.events if event.role == "progress"] == said


def test_progress_off_tells_nothing() -> None:
    timeline = plan_of(with_workout("- Squats 3x5, rest 20s", "cues: {progress: off}"))
    assert [event for event in timeline.events if event.role == "progress"] == []


def test_what_is_said_in_a_rest_ends_before_the_countdown_or_the_start_tone() -> None:
    header = "cues: {countdown: off}"
    tight = 400 + 100 + 60 * len("Rest. Next: Jacks, 30 seconds.") + 100
    for length_ms, whole in ((tight, True), (tight - 1, False)):
        blocks = f"- Plank 30s\n- rest: {length_ms / 1000}s\n- Jacks 30s"
        timeline = plan_of(with_workout(blocks, header))
        said = said_in(timeline, phase(timeline, "rest"))
        assert ("Rest. Next: Jacks, 30 seconds." in said) is whole


def test_a_text_that_does_not_fit_its_rest_is_reported_with_what_would_mend_it() -> None:
    routine = with_workout("- Plank 30s\n- rest: 3s\n  say: Drink if you like.")
    assert warnings_of(routine) == []
    routine = with_workout("- Plank 30s\n- rest: 1s\n  say: Drink if you like.")
    assert warnings_of(routine) == [
        Shown(
            6,
            10,
            "this text is left out: all that is to be said in this rest takes 1.1 s, and there is"
            " room for 0.2 s",
            "make the rest 1 s longer, or shorten the text; `fit: extend` does it by itself",
        )
    ]


def test_what_is_said_after_a_pause_that_is_hardly_one_waits_for_the_tones_to_end() -> None:
    timeline = plan_of(with_workout("- Plank 9s\n- pause: 0.1\n- rest: 10s\n- Squats x4"))
    tones = [event.end_ms for event in timeline.events if event.role == "end"]
    said = [event.start_ms for event in timeline.events if event.role == "announce"]
    assert min(start_ms for start_ms in said if start_ms > tones[0] - 400) >= tones[0] + 100
