"""Workouts of the Training Center Database, as Garmin's and other programs write them."""

import pytest

from helpers.cases import cases
from helpers.imports import converted, error_of, lengths_ms, notes_on, routine_from, workout_from

MINUTE = '<Duration xsi:type="Time_t"><Seconds>60</Seconds></Duration>'
NO_TARGET = '<Target xsi:type="None_t"/>'


def step(
    duration: str = MINUTE,
    target: str = NO_TARGET,
    name: str = "A",
    tag: str = "Step",
    intensity: str = "Active",
) -> str:
    """Return a step, or a child of a repeat."""
    return (
        f'<{tag} xsi:type="Step_t"><StepId>1</StepId><Name>{name}</Name>{duration}'
        f"<Intensity>{intensity}</Intensity>{target}</{tag}>"
    )


def workout(*steps: str, sport: str = "Running", more: str = "") -> str:
    """Return a workout with steps, each in a line of its own from line 3 on."""
    lines = "\n".join(steps)
    return f'<Workout Sport="{sport}"><Name>T</Name>\n{lines}\n{more}</Workout>'


def file_with(*workouts: str) -> str:
    """Return a file with workouts."""
    return (
        '<TrainingCenterDatabase xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<Workouts>\n{''.join(workouts)}</Workouts></TrainingCenterDatabase>"
    )


def repeat(count: str, *children: str) -> str:
    """Return a repeat, whose number is higher than those in it."""
    times = f"<Repetitions>{count}</Repetitions>"
    return f'<Step xsi:type="Repeat_t"><StepId>9</StepId>{times}{"".join(children)}</Step>'


def test_repeats_stand_in_repeats_whatever_their_numbers() -> None:
    inner = (
        repeat("3", step(tag="Child"))
        .replace("Step xsi", "Child xsi")
        .replace("</Step>", "</Child>")
    )
    content = file_with(workout(repeat("2", inner, step(name="B", tag="Child"))))
    assert lengths_ms(content) == [60_000] * 8
    assert workout_from(content) == (
        "  - repeat: 2\n    do:\n      - A 3x1 min\n      - B 1 min\n"
    )  # fmt: skip


@cases(
    ("target", "effort"),
    {
        "a pace": (
            '<Target xsi:type="Speed_t"><SpeedZone xsi:type="CustomSpeedZone_t"><ViewAs>Pace</ViewAs>'
            "<LowInMetersPerSecond>3.7037037</LowInMetersPerSecond>"
            "<HighInMetersPerSecond>4.0</HighInMetersPerSecond></SpeedZone></Target>",
            "at 4:10 to 4:30/km",
        ),
        "a speed": (
            '<Target xsi:type="Speed_t"><SpeedZone xsi:type="CustomSpeedZone_t"><ViewAs>Speed</ViewAs>'
            "<LowInMetersPerSecond>0</LowInMetersPerSecond>"
            "<HighInMetersPerSecond>3.5</HighInMetersPerSecond></SpeedZone></Target>",
            "at 0 to 12.6 km/h",
        ),
        "a zone of speeds": (
            '<Target xsi:type="Speed_t"><SpeedZone xsi:type="PredefinedSpeedZone_t">'
            "<Number>3</Number></SpeedZone></Target>",
            "in speed zone 3",
        ),
        "a zone of heart rates": (
            '<Target xsi:type="HeartRate_t"><HeartRateZone xsi:type="PredefinedHeartRateZone_t">'
            "<Number>2</Number></HeartRateZone></Target>",
            "in heart rate zone 2",
        ),
        "heart rates": (
            '<Target xsi:type="HeartRate_t"><HeartRateZone xsi:type="CustomHeartRateZone_t">'
            '<Low xsi:type="HeartRateInBeatsPerMinute_t"><Value>140</Value></Low>'
            "<High><Value>150</Value></High></HeartRateZone></Target>",
            "at 140 to 150 bpm",
        ),
        "shares of the highest heart rate": (
            '<Target xsi:type="HeartRate_t"><HeartRateZone xsi:type="CustomHeartRateZone_t">'
            '<Low xsi:type="HeartRateAsPercentOfMax_t"><Value>60</Value></Low>'
            '<High xsi:type="HeartRateAsPercentOfMax_t"><Value>70</Value></High>'
            "</HeartRateZone></Target>",
            "at 60 to 70 percent of maximum heart rate",
        ),
        "a cadence": (
            '<Target xsi:type="Cadence_t"><Low>85</Low><High>95</High></Target>',
            "cadence 85 to 95",
        ),
        "watts": (
            '<Target xsi:type="Power_t"><PowerZone xsi:type="CustomPowerZone_t">'
            "<Low><Value>250</Value></Low><High><Value>250</Value></High></PowerZone></Target>",
            "at 250 watts",
        ),
    },
)
def test_a_target_becomes_words(target: str, effort: str) -> None:
    assert f"effort: {effort}\n" in workout_from(file_with(workout(step(target=target))))


@cases(
    ("duration", "note"),
    {
        "the lap button": ('<Duration xsi:type="UserInitiated_t"/>', "A: how long is not said, but until you press lap"),
        "a heart rate": (
            '<Duration xsi:type="HeartRateBelow_t"><HeartRate xsi:type="HeartRateInBeatsPerMinute_t">'
            "<Value>120</Value></HeartRate></Duration>",
            "A: how long is not said, but until your heart rate is below 120 bpm",
        ),
        "a share of the highest": (
            '<Duration xsi:type="HeartRateAbove_t"><HeartRate xsi:type="HeartRateAsPercentOfMax_t">'
            "<Value>80</Value></HeartRate></Duration>",
            "A: how long is not said, but until your heart rate is above 80 percent of its maximum",
        ),
        "calories": (
            '<Duration xsi:type="CaloriesBurned_t"><Calories>100</Calories></Duration>',
            "A: how long is not said, but until you have burned 100 calories",
        ),
        "a distance": (
            '<Duration xsi:type="Distance_t"><Meters>400</Meters></Duration>',
            "A, 400 m: how long that takes is not said",
        ),
        "nothing": ("", "A: how long is not said"),
    },
)  # fmt: skip
def test_a_step_that_ends_with_something_else_than_its_time_is_open(
    duration: str, note: str
) -> None:
    assert notes_on(file_with(workout(step(duration), step()))) == [f"3: {note}"]


def test_a_distance_lasts_as_long_as_its_speed_says() -> None:
    speed = (
        '<Target xsi:type="Speed_t"><SpeedZone xsi:type="CustomSpeedZone_t">'
        "<LowInMetersPerSecond>{}</LowInMetersPerSecond>"
        "<HighInMetersPerSecond>{}</HighInMetersPerSecond></SpeedZone></Target>"
    )
    metres = '<Duration xsi:type="Distance_t"><Meters>600</Meters></Duration>'
    steps = [step(metres, speed.format(*each)) for each in (("4", "4"), ("0.9", "1.2"))]
    content = file_with(workout(*steps))
    assert lengths_ms(content) == [150_000, 583_333]
    assert notes_on(content) == ["4: 600 m take 8:20 to 11:06.667: 9:43.333, the middle, is taken"]


def test_what_is_not_hard_is_a_rest_only_if_it_is_called_one() -> None:
    names = ("Warm Up", "Rest", "Jog")
    content = file_with(workout(*(step(name=name, intensity="Resting") for name in names)))
    assert workout_from(content) == "  - Warm Up 1 min\n  - rest 1 min\n  - Jog 1 min\n"


def test_a_step_without_a_name_is_called_by_its_intensity_or_its_sport() -> None:
    steps = [step(name="", intensity=each) for each in ("Active", "Resting", "Warmup")]
    assert workout_from(file_with(workout(*steps, sport="Biking"))) == (
        "  - Ride 1 min\n  - Easy 1 min\n  - Warm-up 1 min\n"
    )


def test_notes_describe_the_workout_and_each_workout_is_a_routine() -> None:
    one = workout(step(), more="<Notes>Keep\n it easy: 1 &amp; 2</Notes>")
    routines = converted(file_with(one, workout(step(name="B")))).routines
    assert [routine.title for routine in routines] == ["T", "T"]
    assert 'description: "Keep it easy: 1 & 2"\n' in routines[0].text


def test_what_cannot_be_read_is_noted() -> None:
    content = file_with(
        workout(step(target='<Target xsi:type="Power_t"/>'), repeat("x", step(tag="Child")))
    )
    assert notes_on(content) == [
        "3: A: the target Power_t is not understood",
        "4: how often is not said: it is done once",
    ]


@cases(
    ("content", "message"),
    {
        "an activity": (
            "<TrainingCenterDatabase><Activities/></TrainingCenterDatabase>",
            "1: there is no `<Workout>` in this file, only what was recorded",
        ),
        "too often": (
            file_with(workout(repeat("99999", step(tag="Child")))),
            "3: this comes to more than 20000 steps",
        ),
        "no steps": (file_with(workout()), "1: nothing in this plan has a length"),
    },
)
def test_a_file_without_a_workout_is_refused(content: str, message: str) -> None:
    assert error_of(content) == message


@pytest.mark.parametrize("text", ["{remaining}", "- x: #", "&apos;&quot;", "off", "Squats x10"])
def test_a_name_is_only_a_name(text: str) -> None:
    content = file_with(workout(step(name=text))).replace("<Name>T<", f"<Name>{text}<")
    assert lengths_ms(content) == [60_000]
    assert routine_from(content).startswith("title: ")


def test_what_is_repeated_is_kept_where_how_often_is_not_said() -> None:
    lost = f'<Step xsi:type="Repeat_t"><StepId>2</StepId>{step(tag="Child")}</Step>'
    half = repeat("2.5", step(tag="Child"))
    content = file_with(workout(lost, half))
    assert lengths_ms(content) == [60_000, 60_000]
    assert [note.partition(": ")[2] for note in notes_on(content)] == [
        "how often is not said: it is done once"
    ] * 2
