"""Workouts of Zwift, as they are written."""

import re

from helpers.cases import cases
from helpers.exports import text_of_export, told_of_export
from helpers.imports import workout_from
from helpers.routines import with_workout


def blocks_of(blocks: str) -> str:
    """Return the blocks of the file that a workout becomes, without indentation."""
    inner = text_of_export(with_workout(blocks), "zwo").partition("<workout>")[2]
    return re.sub(r"\n *", "", inner.partition("</workout>")[0])


@cases(
    ("block", "written"),
    {
        "a steady one": (
            "- {exercise: Ride, for: 60s, effort: at 95 percent}",
            '<SteadyState Power="0.95" Duration="60" />',
        ),
        "a range": (
            '- {exercise: Ride, for: 60s, effort: "at 80 to 90 percent, cadence 95"}',
            '<SteadyState PowerLow="0.8" PowerHigh="0.9" Cadence="95" Duration="60" />',
        ),
        "a warm-up": (
            "- {exercise: Warm-up, for: 5 min, effort: from 50 to 75 percent}",
            '<Warmup PowerLow="0.5" PowerHigh="0.75" Duration="300" />',
        ),
        "a cool-down": (
            "- {exercise: Cool-down, for: 5 min, effort: from 75 to 50 percent}",
            '<Cooldown PowerLow="0.75" PowerHigh="0.5" Duration="300" />',
        ),
        "a ramp": (
            "- {exercise: Ride, for: 60s, effort: from 50 to 120 percent}",
            '<Ramp PowerLow="0.5" PowerHigh="1.2" Duration="60" />',
        ),
        "all out": (
            "- {exercise: Max effort, for: 10.5s, effort: all out}",
            '<MaxEffort Duration="10.5" />',
        ),
        "free": ("- Free ride 60s", '<FreeRide Duration="60" />'),
        "intervals": (
            "- repeat: 4\n  do:\n"
            "    - {exercise: Ride, for: 40s, effort: at 120 percent}\n"
            "    - {exercise: Ride, for: 20s, effort: at 50 percent}",
            '<IntervalsT Repeat="4" OnDuration="40" OnPower="1.2" OffDuration="20" OffPower="0.5" />',
        ),
    },
)
def test_a_power_is_a_block_of_its_kind_and_read_again(block: str, written: str) -> None:
    assert blocks_of(block) == written
    again = workout_from(text_of_export(with_workout(block), "zwo"))
    assert text_of_export(f"title: T\nworkout:\n{again}", "zwo") == text_of_export(
        with_workout(block), "zwo"
    )


def test_names_and_tips_are_texts_that_can_be_read_one_after_the_other() -> None:
    block = (
        "- exercise: Plank\n  for: 40s\n  effort: easy\n  setup: Lie down.\n"
        "  tips: [Breathe., {at: 12s, say: Now., }, Never.]"
    )
    assert re.findall(r'timeoffset="([^"]+)" message="([^"]+)"', blocks_of(block)) == [
        ("0", "40 seconds: Plank"),
        ("12", "Now."),
        ("30", "easy"),
    ]
    notes = told_of_export(with_workout(block), "zwo")
    assert "1: texts for which a block of a .zwo is too short are left out" in notes


def test_what_is_said_before_intervals_stands_in_them() -> None:
    blocks = (
        "- say: Here we go.\n- repeat: 4\n  do:\n"
        "    - {exercise: Ride, for: 40s, effort: at 120 percent}\n"
        "    - {exercise: Ride, for: 20s, effort: at 50 percent}\n- Free ride 60s"
    )
    assert '<textevent timeoffset="0" message="Here we go." /></IntervalsT>' in blocks_of(blocks)


def test_the_sport_is_told_by_the_names() -> None:
    for name, sport in (("Run", "run"), ("Bike hard", "bike"), ("Plank", "bike")):
        assert f"<sportType>{sport}</sportType>" in text_of_export(
            with_workout(f"- {name} 60s"), "zwo"
        )


def test_no_text_becomes_markup() -> None:
    name = 'A < B & \\"C\\" ]]> \\u0001'
    text = text_of_export(with_workout(f'- {{exercise: "{name}", for: 60s}}'), "zwo")
    assert 'message="1 minute: A &lt; B &amp; &quot;C&quot; ]]&gt;"' in text
