"""Plain text and Markdown: lists, sheets, weekly plans and mails, as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.cases import cases
from helpers.imports import converted, error_of, notes_on, outcome, routine_from, workout_from

NO_REST = "  # ? no rest is written: one step follows another\n"
# A line of a list, and what is written of it.
LINES = {
    "a dose behind the name": ("Squats 3x10, rest 45s", "Squats 3x10, rest 45s"),
    "a box": ("[x] Cat cow 10 reps #back", "Cat cow x10"),
    "bold letters": ("**Plank** – 30 seconds", "Plank 30s"),
    "brackets with a category": ("High knees (Cardio, 1 min)", "High knees 1 min"),
    "sets and repetitions apart": ("Dips (3 sets, 10 reps)", "Dips 3x10"),
    "a hold": ("Yoga - Downward Dog (3 sets, 20 sec hold)", "Yoga - Downward Dog 3 sets of 20s hold"),
    "sides": ("Lunges: 3 sets of 12 reps per leg", "Lunges 3x12, each side"),
    "a load": ("Slam ball slams (10 lb) - 12 reps", "Slam ball slams x12 @ 10 lb"),
    "holds repeated": ("Bridge: Hold for 5 seconds. Repeat 10 times.", "Bridge 10x5s hold"),
    "sets said last": ("Rows: Do 15 reps. Rest for 1 minute. Repeat for 3 sets.", "Rows 3x15, rest 1 min"),
    "a number of what is named": ("Squat: Perform 10 squats.", "Squat x10"),
    "a cross and a character by its name": ("`03 ⨉ 08 - 10` &emsp;|&emsp; Squat &amp; press", "Squat & press 3x8-10"),
    "a range behind sets": ("Bent row 3 x 8 - 10", "Bent row 3x8-10"),
    "a pause": ("Pause 30 sec", "rest 30s"),
}  # fmt: skip


@cases("line, written", LINES)
def test_how_much_is_done_is_read_wherever_it_stands(line: str, written: str) -> None:
    assert f"  - {written}\n" in workout_from(f"- {line}\n- Jog 10 min\n")


def test_the_sentences_about_an_exercise_are_its_setup() -> None:
    text = "1. Bridge (30 sec): Lie on your back. Lift your hips."
    assert "setup: Lie on your back. Lift your hips." in workout_from(text)


def test_numbers_in_a_description_are_no_dose() -> None:
    text = "- Walk at an incline of 2.0 and a speed of 4.5 mph\n- Jog 10 min\n"
    assert "1: Walk at an incline of 2.0 and a speed of 4.5 mph: how long is not said" in notes_on(
        text
    )


def test_the_time_of_a_parent_is_none_of_its_children() -> None:
    text = (
        "- Warm up (5 min)\n  - High knees\n  - Arm circles\n- Strength (10 min)\n  - Squats 3x12\n"
    )
    assert notes_on(text)[1:] == [
        "2: High knees: how long is not said",
        "3: Arm circles: how long is not said",
    ]
    assert "- section: Strength\n" in workout_from(text)


@cases(
    "lead",
    {
        "a parent": "- 30 seconds each:\n  - Quads\n  - Calves\n",
        "a line of text": "Do each of these for 30 seconds:\n\n- Quads\n- Calves\n",
        "a heading in the text": "Stretching (30 sec each):\nQuads\nCalves\n",
    },
)
def test_a_dose_for_each_exercise_below_holds_for_them(lead: str) -> None:
    assert "  - Quads 30s\n  - Calves 30s\n" in workout_from(lead)


def test_work_and_rest_said_once_hold_for_all_in_all_rounds() -> None:
    text = "40s work, 20s rest, 2 rounds:\nBurpees\nSquats\nRest 2 min between rounds\n"
    lines = [
        "Burpees 40s",
        "rest 20s",
        "Squats 40s",
        "rest 2 min",
        "Burpees 40s",
        "rest 20s",
        "Squats 40s",
    ]
    assert [line[4:] for line in workout_from(text).splitlines() if "- " in line] == lines


def test_a_circuit_is_repeated_as_often_as_its_title_says() -> None:
    text = "1. **Circuit (Repeat 3 times)**\n   - Squats x12\n   - Plank 30s\n"
    assert "  - repeat: 3\n    do:\n" in workout_from(text)


@pytest.mark.parametrize("line", ["*Repeat circuit as needed*", "Repeat the circuit 2-3 times."])
def test_how_often_is_asked_where_it_is_left_open(line: str) -> None:
    notes = notes_on(f"- Squats x12\n- Plank 30s\n{line}\n")
    assert notes[-1] == f"3: “{line.strip('*')}”: how often is not said"


def test_each_day_is_a_routine_and_a_day_of_rest_is_none() -> None:
    text = "# Week\n## Monday\n- Squats x12\n## Tuesday: Rest\n## Day 3\n- Plank 30s\n"
    assert [routine.title for routine in converted(text).routines] == ["Monday", "Week, Day 3"]


def test_each_week_is_a_routine_and_so_is_each_of_its_days() -> None:
    text = (
        "Couch to 5K\n\nWeek one\n- Jog 1 min\nWeek 2 - on to a 5k\nMonday: Jog 2 min\n"
        "Wednesday: Jog 3 min\n## Week 3\n- Jog 1-and-a-half minutes\n"
    )
    days = ["Week one", "Week 2, Monday", "Week 2, Wednesday", "Week 3"]
    routines = converted(text).routines
    assert [routine.title for routine in routines] == [f"Couch to 5K, {day}" for day in days]
    assert "Jog 1m30s" in routines[-1].text


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("en", "On Monday, On Friday"),
        ("de", "Am Montag, Am Freitag"),
        ("fr", "Le lundi, Le vendredi"),
        ("es", "El lunes, El viernes"),
        ("pt", "Na segunda-feira, No sábado"),
        ("it", "Il lunedì, Il venerdì"),
        ("nl", "Op maandag, Op vrijdag"),
        ("sv", "På måndag, På fredag"),
        ("pl", "W poniedziałek, We wtorek"),
        ("cs", "V pondělí, Ve čtvrtek"),
        ("uk", "У понеділок, В четвер"),
    ],
)
def test_the_word_before_a_day_is_that_of_the_language(language: str, days: str) -> None:
    text = "".join(f"{day}: Squats 3x10\n" for day in days.split(", "))
    titles = [routine.title for routine in converted(text, language=language).routines]
    assert titles == [day.split(" ")[1] for day in days.split(", ")]


def test_a_day_below_a_long_line_is_no_part_of_it() -> None:
    text = f"Monday: Jog {'easily ' * 10}for 5 min\nFriday: Jog 10 min\n"
    assert [routine.title for routine in converted(text).routines] == ["Monday", "Friday"]


def test_a_week_ends_with_the_next_heading_of_its_level() -> None:
    text = (
        "Runs\nWeek 1\nJog 5 min.\n## Week 2\n### Monday\n- Jog 6 min\n## Workout A\n- Hop 1 min\n"
    )
    titles = [routine.title for routine in converted(text).routines]
    assert titles == ["Week 1", "Week 2, Monday", "Workout A"]


def test_a_plan_that_is_left_out_is_named_even_without_a_title() -> None:
    notes = notes_on("- Yoga\n\nDay 1\n- Jog 5 min\n")
    assert notes[-1] == "1: a plan without a title: nothing in it has a length"


def test_how_often_a_week_is_a_comment_and_no_dose() -> None:
    text = "Squats\nAim\nStrong legs.\nBend your knees. Do 2 sets of 10, 3 times a week.\n"
    assert workout_from(text).startswith(NO_REST + "  # 3 times a week\n  - exercise: Squats\n")


def test_whether_one_leg_is_each_is_asked() -> None:
    assert "1: whether that is for each side is not said" in notes_on("- Single leg bridge x10\n")


def test_a_lap_button_ends_an_open_step() -> None:
    text = "- Warm-up until lap press\n- Run 5 min\n"
    assert "1: Warm-up: how long is not said, but until you press lap" in notes_on(text)


def test_metres_are_never_repetitions() -> None:
    text = "- Run 6 x 400 m with 90 s rest\n- Walk 5 min\n"
    assert notes_on(text)[-1] == "1: Run, 400 m: how long that takes is not said"


MAIL = """\
From: Jane <jane@example.com>
Subject: Re: Your exercises

Hi Tom,

- Wall sit 3 x 30 sec, rest 30 sec
- Calf raises: 2 sets of 15

Best regards,
Jane, 5 min from you

On Sunday Tom wrote:
> I did Squats 3x10
"""


def test_of_a_mail_only_the_plan_is_read() -> None:
    text = "title: Your exercises\nworkout:\n  - Wall sit 3x30s, rest 30s\n  - Calf raises 2x15\n"
    assert routine_from(MAIL) == text


def test_a_greeting_on_the_line_that_leads_to_the_plan_is_no_section() -> None:
    text = "Hi Sam, here are your exercises:\n\n1. Wall sit 3 x 30 sec, rest 30 sec\n"
    assert workout_from(text) == "  - Wall sit 3x30s, rest 30s\n"


def test_a_plan_that_a_mail_quotes_is_read_where_it_has_none_itself() -> None:
    text = "See below!\n\nOn Sunday Tom wrote:\n> Squats 3x10, rest 60s\n> Plank 40s\n"
    assert "  - Squats 3x10, rest 1 min\n" in workout_from(text)


def test_the_rows_of_a_table_are_exercises() -> None:
    text = "| Exercise | Sets | Reps | Rest |\n|---|:-:|---|---|\n| Squats | 3 | 8-12 | 60s |\n"
    assert workout_from(text) == "  - Squats 3x8-12, rest 1 min\n"


def test_the_language_is_told_by_the_words_of_the_doses() -> None:
    text = "1. Kniebeugen: 3 Sätze mit 12 Wiederholungen, 60 Sekunden Pause\n2. Brücke 15 Wdh\n"
    assert "language: de\nworkout:\n  - Kniebeugen 3x12, Pause 1 min\n" in routine_from(text)


def test_a_text_without_an_exercise_is_refused() -> None:
    text = "Each exercise is run for 45 seconds. Do them 3 times a week.\n"
    assert error_of(text, "text") == "1: there is no exercise in this text"


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from([*(line for line, _ in LINES.values()), *MAIL.splitlines(),
    "## Day 1", "3 rounds:", "  - 30 s each:", "| a | 3 |", "|---|---|", "> ", "(((", "x", "Hold"])))  # fmt: skip
def test_any_lines_are_imported_or_refused(lines: list[str]) -> None:
    assert outcome("\n".join(lines).encode(), "text") in ("imported", "refused")
