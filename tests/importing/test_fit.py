"""Workouts of Garmin's watches, as FIT files."""

import sys
from typing import Any

import pytest
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.wire import crc16

from helpers.cases import cases
from helpers.imports import converted, error_of, lengths_ms, notes_on, routine_from, workout_from
from voicecoach.problems import EngineError

# By the profile of the FIT SDK.
RUNNING, CYCLING, TRAINING = 1, 2, 10
TIME, DISTANCE, OPEN, REPEAT, UNTIL_HEART_RATE, REPS = 0, 1, 5, 6, 11, 29
REST = 1
HEART_RATE, CADENCE, POWER = 1, 3, 4


# Of a step, by their names.
Fields = dict[str, Any]


def message(kind: type[Any], **fields: Any) -> Any:
    """Return a message with these fields, whose numbers are those that are stored."""
    made = kind()
    for name, value in fields.items():
        field = made.get_field_by_name(name)
        field.set_value(0, value)
        field.size = field.calculate_size() if isinstance(value, str) else field.base_type.size
    return made


def step(kind: int, value: int, name: str = "Run", **fields: Any) -> Fields:
    """Return the fields of a step."""
    named = {"wkt_step_name": name} if name else {}
    return {**named, "duration_type": kind, "duration_value": value, **fields}


def repeat(first: int, count: int) -> Fields:
    """Return the fields of a step that repeats all from `first` on."""
    return step(REPEAT, first, "", target_value=count)


def file_with(*steps: Fields, sport: int = RUNNING, titled: bool = False) -> bytes:
    """Return a file with these steps."""
    builder = FitFileBuilder(auto_define=True, min_string_size=1)
    builder.add(message(FileIdMessage, type=5, manufacturer=255, product=0, serial_number=1))
    builder.add(message(WorkoutMessage, wkt_name="T", sport=sport, num_valid_steps=1))
    for index, fields in enumerate(steps):
        builder.add(message(WorkoutStepMessage, **{"message_index": index, **fields}))
    if titled:
        names: Fields = {"exercise_category": 65534, "exercise_name": 3}
        builder.add(message(ExerciseTitleMessage, wkt_step_name="Sky reach", **names))
    return bytes(builder.build().to_bytes())


def test_repeats_lie_in_one_another_and_the_number_of_steps_is_not_believed() -> None:
    nested = file_with(
        step(TIME, 40_500, "Plank"),
        step(TIME, 10_000, "Rest"),
        step(TIME, 1_000, "Jump"),
        step(TIME, 2_000, "Land"),
        repeat(2, 3),
        repeat(0, 2),
        step(TIME, 5_000, "Bow"),
    )
    assert lengths_ms(nested) == [*[40_500, 10_000, *[1_000, 2_000] * 3] * 2, 5_000]


@cases(
    ("target", "effort"),
    {
        "a zone": ({"target_type": HEART_RATE, "target_value": 2}, "in heart rate zone 2"),
        "beats": ({"target_type": HEART_RATE, "target_value": 0, "custom_target_value_low": 240, "custom_target_value_high": 250}, "at 140 to 150 bpm"),
        "a share of beats": ({"target_type": HEART_RATE, "target_value": 0, "custom_target_value_low": 70, "custom_target_value_high": 100}, "at 70 to 100 percent of maximum heart rate"),
        "watts": ({"target_type": POWER, "target_value": 0, "custom_target_value_low": 1300, "custom_target_value_high": 1310}, "at 300 to 310 watts"),
        "a share of power": ({"target_type": POWER, "target_value": 0, "custom_target_value_low": 95, "custom_target_value_high": 105}, "at 95 to 105 percent"),
        "turns": ({"target_type": CADENCE, "target_value": 0, "custom_target_value_low": 90, "custom_target_value_high": 90}, "cadence 90"),
        "a pace": ({"target_type": 0, "target_value": 0, "custom_target_value_low": 3333, "custom_target_value_high": 4000}, "at 4:10 to 5:00/km"),
    },
)  # fmt: skip
def test_targets_become_words(target: Fields, effort: str) -> None:
    assert f"effort: {effort}\n" in workout_from(file_with(step(TIME, 60_000, **target)))


@cases(
    ("fields", "said"),
    {
        "the lap button": (step(OPEN, 0), "Run: how long is not said, but until you press lap"),
        "a distance": (step(DISTANCE, 50_000), "Run, 500 m: how long that takes is not said"),
        "beats": (step(2, 225), "Run: how long is not said, but until your heart rate is below 125 bpm"),
        "watts": (step(15, 1250), "Run: how long is not said, but until your power is above 250 watts"),
        "energy": (step(4, 100), "Run: how long is not said, but until you have burned 100 calories"),
        "something new": (step(99, 1), "Run: how long is not said"),
    },
)  # fmt: skip
def test_a_step_without_a_time_is_open(fields: Fields, said: str) -> None:
    assert notes_on(file_with(step(TIME, 1_000), fields)) == [f"2: {said}"]


def test_a_distance_lasts_as_long_as_its_speed_says() -> None:
    speed: Fields = {
        "target_type": 0,
        "custom_target_value_low": 2500,
        "custom_target_value_high": 2500,
    }
    assert lengths_ms(file_with(step(DISTANCE, 100_000, **speed))) == [400_000]


def test_repetitions_loads_rests_and_notes_are_kept() -> None:
    content = file_with(
        step(REPS, 10, "Push-ups", notes="Keep straight.", exercise_weight=12.5),
        step(TIME, 20_000, "", intensity=REST),
        step(TIME, 90_000, "Walk", intensity=REST),
        sport=TRAINING,
    )
    assert workout_from(content) == (
        "  - exercise: Push-ups\n    reps: 10\n    load: 12.5 kg\n    tips:\n      - Keep straight.\n"
        "  - rest 20s\n  - Walk 1m30s\n"
    )


@cases(
    ("category", "number", "name"),
    {"the profile": (22, 77, "Push up"), "the file": (65534, 3, "Sky reach")},
)
def test_an_exercise_known_by_number_has_the_name_that_its_number_stands_for(
    category: int, number: int, name: str
) -> None:
    numbers = {"exercise_category": category, "exercise_name": number}
    assert f"- {name} 1 min" in workout_from(
        file_with(step(TIME, 60_000, "", **numbers), titled=True)
    )


def test_an_exercise_that_only_has_numbers_is_asked() -> None:
    numbers = {"exercise_category": 60_000, "exercise_name": 7}
    content = file_with(step(TIME, 60_000, "", **numbers))
    assert "- Exercise 60000 7 1 min" in workout_from(content)
    assert notes_on(content) == ["1: the exercise is only known by its numbers"]


@cases(
    ("steps", "note"),
    {
        "no such step": ([step(TIME, 1_000), repeat(7, 3)], "2: a repeat is left out: from where on is not said"),
        "never": ([step(TIME, 1_000), repeat(0, 0)], "2: a repeat is left out: how often is not said"),
    },
)  # fmt: skip
def test_a_repeat_that_says_too_little_is_noted(steps: list[Fields], note: str) -> None:
    assert notes_on(file_with(*steps)) == [note]


def test_a_file_that_cannot_be_imported_is_refused() -> None:
    until = file_with(step(TIME, 1_000), step(UNTIL_HEART_RATE, 0, "", target_value=80))
    said = "steps are repeated until your heart rate is above 80 percent of maximum heart rate"
    assert error_of(until) == f"2: {said}: how often is not said"
    assert error_of(file_with()) == "1: there is no workout in this file, only what was recorded"
    good = file_with(step(TIME, 1_000))
    for damaged in (good[:-9], good[:60] + b"?" + good[61:]):
        assert error_of(damaged).startswith("1: this FIT file is damaged")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    content = file_with(step(TIME, 1_000), sport=CYCLING)
    assert "title: T\n" in routine_from(content)
    monkeypatch.setitem(sys.modules, "fit_tool.fit_file", None)
    with pytest.raises(EngineError) as raised:
        converted(content)
    assert raised.value.exit_code == 3
    assert raised.value.hint == 'install it with `pip install "voicecoach[fit]"`'


def test_a_number_that_stands_for_no_value_is_none() -> None:
    nothing = 0xFFFFFFFF
    target = {"target_type": HEART_RATE, "target_value": nothing}
    target |= {"custom_target_value_low": 240, "custom_target_value_high": 250}
    content = file_with(step(TIME, nothing, "Bow"), {**step(TIME, 5_000), **target})
    assert notes_on(content) == ["1: Bow: how long is not said"]
    assert "effort: at 140 to 150 bpm\n" in workout_from(content)


def test_steps_are_done_in_the_order_of_their_indices() -> None:
    first, second = step(TIME, 1_000, "Jump"), step(TIME, 2_000, "Land")
    content = file_with({**second, "message_index": 1}, {**first, "message_index": 0})
    assert lengths_ms(content) == [1_000, 2_000]


def test_a_text_may_be_cut_in_a_character_or_before_its_zero() -> None:
    for name, written in (("Café", "Caf"), ("Sky reac", "Sky reach")):
        content = file_with(step(TIME, 5_000, name))
        data = name.encode() + b"\0"
        cut = content.replace(data, data[:-2] + b"\0\0" if name == "Café" else data[:-1] + b"h")
        body = cut[:-2]
        assert f"- {written} 5s" in workout_from(body + crc16(body).to_bytes(2, "little"))
