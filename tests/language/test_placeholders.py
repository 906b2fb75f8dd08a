"""Placeholders in texts: what each stands for, where it has a value, and where it has none."""

from pathlib import Path

import pytest

from helpers.cases import inputs
from helpers.routines import Shown, errors_of, plan_of, rule_of_thumb, with_workout, works
from voicecoach.language import RoutineText, load
from voicecoach.language.selection import Selection
from voicecoach.timeline import Timeline, plan
from voicecoach.timeline.cut import cut

CIRCUIT = """
- circuit: Legs
  rounds: 2
  round_rest: 60s
  on_round: "<{round}/{rounds}>"
  do:
    - exercise: Squats 2x5 each leg
      rest: 60s
      switch: 60s
      setup: "<{exercise}|{dose}|{set}|{sets}|{side}|{other_side}|{reps}|{next}|{title}>"
      on_set: "<{set} of {sets}>"
      after_set: "<{set} done, {next} comes>"
      on_side: "<from {other_side} to {side}>"
      tips:
        - {at: 7s, say: "<{rep} of {reps}>"}
        - {at: 50%, say: "<half of {exercise}>", set: 2, side: left, round: 2}
    - Plank 30s
"""


def test_a_setup_knows_the_exercise_that_it_is_for() -> None:
    assert _said(CIRCUIT, "setup") == ["<Squats|5 repetitions|1|2|right|left|5|Plank|T>"]


def test_a_line_of_a_round_knows_its_number() -> None:
    assert "<1/2>" in _said(CIRCUIT, "line")
    assert "<2/2>" in _said(CIRCUIT, "line")


def test_a_line_of_a_set_knows_its_number_and_what_comes_next() -> None:
    lines = _said(CIRCUIT, "line")
    assert lines[1:6] == [
        "<1 of 2>",
        "<from right to left>",
        "<1 done, Plank comes>",
        "<from left to right>",
        "<2 of 2>",
    ]


def test_a_tip_with_a_time_knows_the_repetition() -> None:
    assert _said(CIRCUIT, "tip").count("<3 of 5>") == 8


def test_a_tip_may_be_for_one_set_side_and_round_alone() -> None:
    assert _said(CIRCUIT, "tip").count("<half of Squats>") == 1


def test_next_is_the_exercise_after_this_one_and_not_its_next_set() -> None:
    blocks = (
        "- exercise: Plank 2x30s\n  on_set: Then {next}.\n  rest: 20s\n- rest: 10s\n- Jacks 10s"
    )
    assert _said(blocks, "line") == ["Then Jacks.", "Then Jacks."]


def test_in_a_rest_next_is_what_comes_after_it() -> None:
    blocks = "- Plank 30s\n- rest: 20s\n  say: Now {next}.\n- Jacks 10s"
    assert _said(blocks, "say") == ["Now Jacks."]


def test_total_and_remaining_count_the_exact_phases() -> None:
    blocks = """
    - say: "{total}, {remaining}."
    - Plank 3 min
    - say: "{remaining}."
    - Plank 2 min
    """
    header = "intro: '{title} takes {total}.'\noutro: 'It took {total}.'"
    said = _said(blocks, "intro", "say", "outro", header=header)
    assert said == [
        "T takes 5 minutes.",
        "5 minutes, 5 minutes.",
        "2 minutes.",
        "It took 5 minutes.",
    ]


TOTALS = [
    ("44s", "40 seconds"),
    ("45s", "50 seconds"),
    ("5s", "10 seconds"),
    ("1s", "10 seconds"),
    ("64s", "1 minute"),
    ("65s", "1 minute 10"),
    ("294s", "4 minutes 50"),
    ("295s", "5 minutes"),
    ("299s", "5 minutes"),
    ("5:00", "5 minutes"),
    ("5:29", "5 minutes"),
    ("5:30", "6 minutes"),
    ("59:29", "59 minutes"),
    ("59:30", "1 hour"),
    ("1:00:29", "1 hour"),
    ("1:00:30", "1 hour 1 minute"),
    ("2:30:00", "2 hours 30 minutes"),
]


@pytest.mark.parametrize(("written", "spoken"), TOTALS)
def test_the_total_is_rounded_to_a_minute_and_to_10_s_below_five(written: str, spoken: str) -> None:
    blocks = f"- exercise: Walk\n  for: {written}"
    assert _said(blocks, "intro", header="intro: '{total}.'") == [f"{spoken}."]


def test_the_total_does_not_depend_on_how_long_it_takes_to_say() -> None:
    routine = with_workout("- say: Some words that take a while.\n- Plank 30s", "intro: '{total}.'")
    slow = plan_of(routine, measure=lambda line: 1000 * len(line.text))
    quick = plan_of(routine, measure=lambda _: 10)
    assert _texts(slow, "intro") == _texts(quick, "intro") == ["30 seconds."]


@inputs(
    ("written", "spoken"),
    {
        "A {{ brace": "A { brace",
        "{{title}}": "{title}",
        "A }} brace": "A } brace",
        "A } brace": "A } brace",
        "{{{title}}}": "{T}",
        "{title}{title}": "TT",
    },
)
def test_two_braces_are_one_that_is_spoken(written: str, spoken: str) -> None:
    assert _said(f"- say: '{written}'", "say") == [spoken]


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_side_of_a_circuit_is_one_for_the_texts_in_it(side: str) -> None:
    blocks = """
    - circuit: Hips
      sides: [right, left]
      round_rest: 20s
      do:
        - exercise: Clam 30s
          on_set: "Now {side}, then {other_side}."
    """
    other = {"right": "left", "left": "right"}[side]
    assert f"Now {side}, then {other}." in _said(blocks, "line")


def test_a_side_is_spoken_in_the_words_of_the_language() -> None:
    blocks = "- exercise: Plank 30s each side\n  on_set: Jetzt {side}, dann {other_side}."
    assert _said(blocks, "line", header="language: de") == ["Jetzt rechts, dann links."]


def test_a_text_over_several_lines_is_spoken_as_one() -> None:
    blocks = "- say: |\n    One\n    two.\n\n    Three."
    assert _said(blocks, "say") == ["One two. Three."]


UNKNOWN = {
    "{exersize}": ("unknown placeholder `{exersize}`", "did you mean `{exercise}`?"),
    "{Side}": ("unknown placeholder `{Side}`", "did you mean `{side}`?"),
    "{qwerty}": ("unknown placeholder `{qwerty}`", "write `{{qwerty}`, where `{{` is a brace"),
    "{}": ("`{}` is no placeholder", "`{{` is a brace"),
    "{ side }": ("`{ side }` is no placeholder", "`{{` is a brace"),
    "{1}": ("`{1}` is no placeholder", "`{{` is a brace"),
    "{side": ("`{side` is no placeholder", "`{{` is a brace"),
}


@inputs(("written", "message", "hint"), UNKNOWN)
def test_an_unknown_placeholder_is_an_error_at_its_place(
    written: str, message: str, hint: str
) -> None:
    routine = with_workout(f"- say: 'Now {written}'")
    assert errors_of(routine) == [Shown(4, 15, message, hint)]


@pytest.mark.parametrize("key", ["title", "load", "section", "circuit", "exercise"])
def test_a_name_or_a_title_takes_no_placeholder(key: str) -> None:
    blocks = {
        "title": "- Plank 30s",
        "load": "- exercise: Plank 30s\n  load: '{side}'",
        "section": "- section: '{side}'\n- Plank 30s",
        "circuit": "- circuit: '{side}'\n  do: [Plank 30s]",
        "exercise": "- exercise: 'Plank {side} 30s'",
    }[key]
    routine = with_workout(blocks)
    if key == "title":
        routine = routine.replace("title: T", "title: '{side}'")
    (error,) = errors_of(routine)
    assert error.message == "placeholders have no place in a name or title"
    assert error.hint == "write `{{` for a brace that is spoken"


def test_a_note_is_never_spoken_and_may_hold_anything() -> None:
    assert errors_of(with_workout("- exercise: Plank 30s\n  note: 'See {page} 7 {'")) == []


MISSING = {
    "- say: '{side}'": "side",
    "- say: '{exercise}'": "exercise",
    "- say: '{next}'": "next",
    "- say: '{round}'": "round",
    "- exercise: Plank 30s\n  setup: '{side}'": "side",
    "- exercise: Plank 30s\n  setup: '{other_side}'": "other_side",
    "- exercise: Plank 30s\n  setup: '{reps}'": "reps",
    "- exercise: Plank 30s\n  setup: '{rep}'": "rep",
    "- exercise: Plank 30s\n  setup: '{round}'": "round",
    "- exercise: Plank 30s\n  setup: '{next}'": "next",
    "- exercise: Plank 30s\n  tips: ['{next}']": "next",
    "- exercise: Plank 30s\n  tips: [{at: 5s, say: '{rep}'}]": "rep",
    "- exercise: Plank 30s\n  after_set: '{next}'": "next",
    "- exercise: Plank 30s\n  sides: [left]\n  on_set: '{other_side}'": "other_side",
}


@inputs(("blocks", "name"), MISSING)
def test_a_placeholder_without_a_value_is_an_error_that_names_those_with_one(
    blocks: str, name: str
) -> None:
    routine = with_workout(blocks)
    (error,) = errors_of(routine)
    line = routine.splitlines().index(next(x for x in routine.splitlines() if "'{" in x)) + 1
    column = routine.splitlines()[line - 1].index("'{") + 2
    assert error[:3] == (line, column, f"`{{{name}}}` has no value here")
    assert (error.hint or "").startswith("these have one: `{title}`")
    assert f"`{{{name}}}`" not in (error.hint or "")


def test_every_placeholder_without_a_value_is_reported_at_once() -> None:
    blocks = "- say: '{side}'\n- exercise: Plank 30s\n  setup: '{reps}'\n- say: '{next}'"
    assert [error.line for error in errors_of(with_workout(blocks))] == [4, 6, 7]


DRAWN = """
- circuit: Legs
  shuffle: true
  do:
    - {exercise: Squats 20s, after_set: "Now {next}."}
    - Lunges 20s
    - Bridge 20s
"""
PARTS = """
- A 10s
- say: Next {next}.
- B 10s
"""
NOTHING_NEXT = "`{next}` has no value here, as nothing comes next: this text is not said"


def test_what_is_drawn_last_has_no_next_and_its_text_is_left_out_with_a_warning() -> None:
    last = 0
    for seed in range(30):
        timeline = plan_of(with_workout(DRAWN, f"seed: {seed}"))
        said = [text for text in _texts(timeline, "line") if text.startswith("Now")]
        told = [problem.message for problem in timeline.warnings]
        is_last = [phase.name for phase in timeline.phases if phase.kind == "work"][-1] == "Squats"
        assert (len(said), told) == ((0, [NOTHING_NEXT]) if is_last else (1, []))
        last += is_last
    assert 0 < last < 30


@pytest.mark.parametrize("selection", [Selection(skip=("B",)), Selection(only=("A",))])
def test_a_part_of_a_routine_leaves_out_a_text_that_nothing_follows(selection: Selection) -> None:
    routine = load(RoutineText(with_workout(PARTS), Path("t.yaml")), selection=selection)
    timeline = plan(routine, rule_of_thumb)
    assert not any(text.startswith("Next") for text in _texts(timeline, "say"))


def test_what_is_cut_away_is_no_next() -> None:
    routine = load(RoutineText(with_workout(DRAWN.replace("shuffle: true", "")), Path("t.yaml")))
    whole = plan(routine, rule_of_thumb)
    part = plan(cut(routine, whole, 0, whole.phases[works(whole)[0]].end_ms), rule_of_thumb)
    assert [problem.message for problem in part.warnings] == [NOTHING_NEXT]


def test_another_placeholder_without_a_value_is_an_error_in_a_draw_as_well() -> None:
    drawn = with_workout(DRAWN.replace("{next}", "{rep}"))
    assert [error.message for error in errors_of(drawn)] == ["`{rep}` has no value here"]


def _said(blocks: str, *roles: str, header: str = "") -> list[str]:
    return _texts(plan_of(with_workout(blocks, header)), *roles)


def _texts(timeline: Timeline, *roles: str) -> list[str]:
    return [event.text or "" for event in timeline.events if event.role in roles]
