"""Workout text of intervals.icu, as its guide tells it and as people write it."""

import pytest

from helpers.cases import cases, inputs
from helpers.imports import converted, error_of, lengths_ms, notes_on, routine_from, workout_from

MINUTE = 60_000


def effort_of(target: str) -> str:
    """Return the effort of a step that has a target."""
    content = f"- A 10m {target}\n- A 10m 50%\n- A 10m 50%\n"
    found = [line for line in workout_from(content).splitlines() if "effort: " in line]
    return found[0].partition("effort: ")[2]


@inputs(
    ("amount", "length_ms"),
    {
        "10m": 10 * MINUTE,
        "90s": 90_000,
        "1m30": 90_000,
        "1m30s": 90_000,
        "5m 30s": 330_000,
        "1h": 60 * MINUTE,
        "1h30": 90 * MINUTE,
        "1h2m30s": 3_750_000,
        "1.5h": 90 * MINUTE,
        "0.5m": 30_000,
        "5'": 5 * MINUTE,
        '30"': 30_000,
        "1'30\"": 90_000,
        "1'30": 90_000,
        "5min": 5 * MINUTE,
        "10 minutes": 10 * MINUTE,
        "2km 6:00/km pace": 12 * MINUTE,
        "1mi 7:30/mi": 450_000,
        "400mtr 1:45/100m Pace": 7 * MINUTE,
        "100y 1:30/100y": 90_000,
        "0.5km 1:50/500m": 110_000,
        "2km 5:00-6:00/km pace": 11 * MINUTE,
        "Press lap 20m": 20 * MINUTE,
        "6m power=3s hr=1s": 6 * MINUTE,
        "60% MMP 5m 20m": 20 * MINUTE,
    },
)
def test_how_much_a_step_is_may_be_written_in_many_ways(amount: str, length_ms: int) -> None:
    assert lengths_ms(f"- {amount} 60%\n") == [length_ms]


@inputs(
    ("target", "effort"),
    {
        "75%": "at 75 percent",
        "88-94% 90rpm": "at 88 to 94 percent, cadence 90",
        "60% - 90% 85-95 rpm": "at 60 to 90 percent, cadence 85 to 95",
        "220w": "at 220 watts",
        "315w - 330w": "at 315 to 330 watts",
        "ramp 50-75%": "from 50 to 75 percent",
        "ramp from 60% to 80%": "from 60 to 80 percent",
        "RAMP 200-100w": "from 200 to 100 watts",
        "Z2": "in zone 2",
        "z1-z2": "in zones 1 to 2",
        "ramp Z1-Z3": "from zone 1 to 3",
        "Z2 HR": "in heart rate zone 2",
        "Z3-Z4 Pace": "in pace zones 3 to 4",
        "CZ1": "in custom zone 1",
        "70-75% HR": "at 70 to 75 percent of maximum heart rate",
        "95% LTHR": "at 95 percent of threshold heart rate",
        "140-150bpm": "at 140 to 150 bpm",
        "82-86% Pace": "at 82 to 86 percent of threshold pace",
        "7:15-7:00/km Pace": "at 7:00 to 7:15/km",
        "ramp 6:30-5:30/km Pace": "from 6:30 to 5:30/km",
        "3:00/100m-4:00/100m Pace": "at 3:00 to 4:00 per 100 m",
        "70% FTP, 80% pace": "at 80 percent of threshold pace, at 70 percent",
        "66-78% LTHR (112-132 bpm)": "at 66 to 78 percent of threshold heart rate, at 112 to 132 bpm",
        "5:00 Pace": "at a pace of 5:00",
        "50-60% MMP 3m": "at 50 to 60 percent of your best power over 3m",
        "RPE 7/10": "7 of 10",
    },
)
def test_how_hard_a_step_is_becomes_words(target: str, effort: str) -> None:
    assert effort_of(target) == effort


@inputs(
    ("content", "lengths_min"),
    {
        "Main set 3x\n- 2m 90%\n- 1m 50%\nCooldown\n- 5m 50%\n": [2, 1] * 3 + [5],
        "3x\n- 2m 90%\n- 1m 50%\n\n- 5m 50%\n": [2, 1] * 3 + [5],
        "Main set 3x\n(easy!)\n\n- 2m 90%\n": [2] * 3,
        "- 3x\n  - 2m 90%\n  - 1m 50%\n- 5m 50%\n": [2, 1] * 3 + [5],
        "- 3x\n- 2m 90%\n- 2x\n- 1m 50%\n": [2] * 3 + [1] * 2,
        "Set 2x\n- 3x\n  - 2m 90%\n  - 1m 50%\n- 5m 50%\n": ([2, 1] * 3 + [5]) * 2,
        "2x\n\n  3x\n  - 2m 90%\n\n  - 5m 50%\n\n- 4m 50%\n": [2, 2, 2, 5] * 2 + [4],
        "- 4x 3m 100%\n- 4X2m 90% 1m rest\n": [3] * 4 + [2, 1] * 4,
        "\t- Main 2 x:\n\t\t- 2m 90%\n\t- 1m 50%\n": [2, 2, 1],
    },
)
def test_repeats_are_told_by_headings_blank_lines_and_indentation(
    content: str, lengths_min: list[int]
) -> None:
    assert lengths_ms(content) == [length * MINUTE for length in lengths_min]


@inputs(
    ("content", "title"),
    {
        "Tempo run\n\nWarmup\n- 5m 60%\n": "Tempo run",
        "# Cruise 3x\n\n4x\n- 5m 60%\n": "Cruise",
        "# Hills\n- 5m 60%\n": "Hills",
        "Hills 3x\n\n- 10m 60%\n\n3x\n- 5m 60%\n": "Hills",
        "Easy\nWarmup\n- 5m 60%\n": "Easy",
        "Warmup\n\n- 5m 60%\n": "plan",
        "Main set 3x\n\n- 5m 60%\n": "plan",
        "Hills 3x\n\n- 5m 60%\n": "plan",
        "Hills\n- 5m 60%\n": "plan",
        "Hills make you strong.\n\nWarmup\n- 5m 60%\n": "plan",
        "- 5m 60%\n": "plan",
    },
)
def test_a_first_line_is_the_title_unless_it_is_the_heading_of_steps(
    content: str, title: str
) -> None:
    assert f"title: {title}\n" in routine_from(content)


def test_headings_are_sections_and_other_lines_comments() -> None:
    content = (
        "Hills\npool length: 25m\n\nWarm-up\nNice and slow\n- 5m 60%\n\n"
        "Main set (2x)\n- 1m 90%\n\nKeep your shoulders low and relaxed.\n> Drink\n---\n"
    )
    assert workout_from(content) == (
        "  # pool length: 25m\n"
        "  - section: Warm-up\n"
        "  # Nice and slow\n"
        "  - exercise: Warm-up\n    for: 5 min\n    effort: at 60 percent\n"
        "  - section: Main set\n"
        "  - exercise: Interval\n    for: 1 min\n    sets: 2\n    effort: at 90 percent\n"
        "  # Keep your shoulders low and relaxed.\n"
        "  # Drink\n"
    )


@inputs(
    ("step", "name"),
    {
        "RPE9 - not quite all out 2m 315w": "RPE9 - not quite all out",
        "Zone 4 interval 5m 95-105%": "Zone 4 interval",
        "5m recovery at 40%": "recovery",
        "0.1km 5:00/km Pace Work": "Work",
        "5m ramp 50-60%": "Ramp",
        "Ramp up gently 5m 50%": "Ramp up gently",
        "5m freeride 60-70%": "Free ride",
        "30s maxeffort 100rpm": "Max effort",
        "5m 50% intensity=cooldown": "Cool-down",
        "5m 50%": "Interval",
    },
)
def test_a_step_is_called_by_the_text_before_its_amount_or_a_short_one_behind_it(
    step: str, name: str
) -> None:
    (work,) = {line for line in workout_from(f"- {step}\n").splitlines() if "exercise:" in line}
    exercise = work.partition("exercise: ")[2]
    assert exercise == name or f"{exercise}:\n    name: {name}\n" in routine_from(f"- {step}\n")


def test_other_text_becomes_a_tip_and_prompts_are_said_at_their_times() -> None:
    content = (
        "- Attack 10^30 Low 1m^Almost there <!> 4m 100% 50 rpm, power is less important\n"
        "- Get up to speed bit by bit and then hold on to it 5m 60% # the last\n"
    )
    assert workout_from(content) == (
        "  - exercise: Interval\n    for: 4 min\n    effort: at 100 percent, cadence 50\n    tips:\n"
        "      - power is less important\n"
        "      - at: 0s\n        say: Attack\n"
        "      - at: 10s\n        say: Low\n"
        "      - at: 1 min\n        say: Almost there\n"
        "  - exercise: Interval\n    for: 5 min\n    effort: at 60 percent\n    tips:\n"
        "      - Get up to speed bit by bit and then hold on to it\n"
        "      - the last\n"
    )


@inputs(
    ("step", "block"),
    {
        "20s 0": "rest 20s",
        "Rest 2m": "rest 2 min",
        "2m intensity=rest": "rest 2 min",
        "Rest 2m walk around the pool": "rest: 2 min\n    say: walk around the pool",
        "Drink 20s 0%": "rest: 20s\n    say: Drink",
    },
)
def test_a_step_that_is_called_a_rest_or_has_nothing_to_hold_is_a_rest(
    step: str, block: str
) -> None:
    assert workout_from(f"- 5m 100%\n- {step}\n").endswith(f"  - {block}\n")


@cases(
    ("content", "notes"),
    {
        "press lap": (
            "Warmup\n- 9m Z2 press lap\n- Z1 until press lap\n",
            [
                "2: Warm-up ends when you press lap: what is planned for it is taken",
                "3: Warm-up: how long is not said, but until you press lap",
            ],
        ),
        "metres without a pace": (
            "- 10m Z2\n- 400mtr 90% pace\n- 0.0km 0% Pace Rest\n- 1km 5:00 pace\n",
            [
                "2: Interval, 400 m: how long that takes is not said",
                "3: Rest: how long is not said",
                "4: Interval, 1000 m: how long that takes is not said",
            ],
        ),
        "two paces": (
            "- 1km 4:00-5:00/km\n",
            ["1: 1000 m take 4:00 to 5:00: 4:30, the middle, is taken"],
        ),
        "a second step": (
            "- 3m 120%, 2m 50%\n- Drink\n",
            ["1: “2m 50%” is not read as a step", "2: Drink: how long is not said"],
        ),
        "nothing to repeat": (
            "- 5m 60%\n\n3x\n\nCooldown\n- 5m 60%\n",
            ["3: 3 times: what is repeated is not said"],
        ),
    },
)
def test_what_is_unsaid_is_noted(content: str, notes: list[str]) -> None:
    assert notes_on(content) == notes


@cases(
    ("content", "message"),
    {
        "repeated": (
            "5x\n- 800m 105% pace\n- 2m Z1\n",
            "2: `800m` is 13h20m 5 times on intervals.icu, as `m` is minutes there",
        ),
        "within its line": (
            "- 4x 100m 90% pace\n",
            "1: `100m` is 1h40m 4 times on intervals.icu, as `m` is minutes there",
        ),
        "a swim": (
            "- 300m Z2 pace\n- 200m Z1 pace\n",
            "1: `300m` is 5h0m on intervals.icu, as `m` is minutes there",
        ),
        "too deep": (
            "".join(f"{'  ' * depth}- 2x\n" for depth in range(10)) + " " * 30 + "- 5m 60%\n",
            "9: repeats stand more than 8 deep",
        ),
        "no steps": ("Warmup\n", "1: there is no step in this text"),
    },
)
def test_a_text_that_cannot_be_meant_so_is_refused(content: str, message: str) -> None:
    assert error_of(content, "intervals-icu") == message


def test_long_rides_are_minutes() -> None:
    assert lengths_ms("- 180m Z2\n- 10m Z1\n") == [180 * MINUTE, 10 * MINUTE]


@inputs(
    ("content", "format_name"),
    {
        "- 10m 60%\n- Stretch\n": "intervals-icu",
        "Warmup\n- 10m Z2 HR\n": "intervals-icu",
        "- Plank 30s\n- Squats 3x10\n": "text",
        "- Push-ups 3x10 at 70%\n- Run 10 min\n- Bridge 5x10s hold\n": "text",
    },
)
def test_a_text_is_one_of_intervals_icu_if_most_of_its_steps_have_targets(
    content: str, format_name: str
) -> None:
    assert converted(content) == converted(content, format_name)


@pytest.mark.parametrize("text", ["{remaining}", "x: #", "'\"", "[a]", "off", "&a *b !c"])
def test_a_prompt_is_only_text(text: str) -> None:
    assert (
        lengths_ms(f"{text} set\n- {text} go 1m 60%\n- 5^{text} yes <!> 1m 60%\n") == [MINUTE] * 2
    )
