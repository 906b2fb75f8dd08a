"""Workouts for Garmin's devices, read back as their profile says."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from fit_tool.fit_file import FitFile
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import Intensity, Sport, WorkoutStepDuration, WorkoutStepTarget
from hypothesis import assume, given, settings

from helpers.cases import cases
from helpers.exports import exported, told_of_export
from helpers.generated import routines
from helpers.routines import routine_of, with_workout
from voicecoach.problems import EngineError
from voicecoach.routine.phase import Work


def messages_of(yaml_text: str, kind: type) -> list[Any]:
    """Return the messages of a kind in the file that a routine becomes; its checksum is right."""
    file = FitFile.from_bytes(exported(yaml_text, "fit").content, check_crc=True)
    return [record.message for record in file.records if isinstance(record.message, kind)]


def done(steps: Sequence[Any]) -> list[tuple[str, int]]:
    """Return names and lengths in ms, or numbers of repetitions, with repeats written out."""
    found: list[list[tuple[str, int]]] = []
    for step in steps:
        if step.duration_type == WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT.value:
            again = [each for part in found[step.duration_step :] for each in part]
            found.append(again * (step.target_repeat_steps - 1))
        elif step.duration_type == WorkoutStepDuration.REPS.value:
            found.append([(step.workout_step_name, step.duration_reps)])
        else:
            found.append([(step.workout_step_name, round(step.duration_time * 1000))])
    return [each for part in found for each in part]


def expected(yaml_text: str) -> Iterator[tuple[str, int]]:
    """Yield what a routine comes to in the same form."""
    for phase in routine_of(yaml_text).phases:
        if isinstance(phase, Work):
            name = " ".join(filter(None, (phase.exercise.name, phase.side)))
            counted = phase.dose.kind == "reps"
            yield name, (phase.dose.reps or 0) if counted else phase.length_ms
        elif phase.length_ms is not None:
            yield "Rest", phase.length_ms


@settings(deadline=None, max_examples=12)
@given(text=routines())
def test_the_steps_are_those_of_the_routine(text: str) -> None:
    assume(any(isinstance(phase, Work) for phase in routine_of(text).phases))
    assert done(messages_of(text, WorkoutStepMessage)) == list(expected(text))


@cases(
    ("effort", "kind", "low", "high"),
    {
        "percent": ("at 80 to 90 percent", WorkoutStepTarget.POWER, 80, 90),
        "watts": ("at 200 watts", WorkoutStepTarget.POWER, 1200, 1200),
        "beats a minute": ("at 120 to 140 bpm", WorkoutStepTarget.HEART_RATE, 220, 240),
        "a cadence": ("cadence 90", WorkoutStepTarget.CADENCE, 90, 90),
        "a ramp": ("from 75 to 50 percent", WorkoutStepTarget.POWER, 50, 75),
        "words": ("7 of 10", WorkoutStepTarget.OPEN, None, None),
    },
)
def test_an_effort_in_numbers_is_a_target(effort: str, kind: Any, low: Any, high: Any) -> None:
    text = with_workout(f"- {{exercise: Ride, for: 60s, effort: {effort}}}")
    (step,) = messages_of(text, WorkoutStepMessage)
    assert step.target_type == kind.value
    assert (step.custom_target_value_low, step.custom_target_value_high) == (low, high)
    assert (step.notes is None) == (effort[:2] in ("at", "ca"))


def test_a_zone_is_one() -> None:
    text = with_workout("- {exercise: Run, for: 60s, effort: in heart rate zone 2}")
    (step,) = messages_of(text, WorkoutStepMessage)
    assert (step.target_type, step.target_hr_zone) == (WorkoutStepTarget.HEART_RATE.value, 2)
    assert messages_of(text, WorkoutMessage)[0].sport == Sport.RUNNING.value


def test_what_is_said_stands_in_the_notes_and_a_rest_is_one() -> None:
    text = with_workout(
        """
        - section: Legs
        - {exercise: Squats x10 @ 20 kg, setup: Stand tall., tips: [Chest up.]}
        - {rest: 20s, say: Breathe.}
        """
    )
    squats, rest = messages_of(text, WorkoutStepMessage)
    assert (squats.notes, squats.intensity) == (
        "Legs: 20 kg Stand tall. Chest up.",
        Intensity.ACTIVE.value,
    )
    assert (rest.notes, rest.intensity) == ("Breathe.", Intensity.REST.value)


def test_long_texts_are_cut_between_two_characters_and_told() -> None:
    text = with_workout(f"- {{exercise: Plank, for: 9s, setup: {'ü' * 200}}}")
    (step,) = messages_of(text, WorkoutStepMessage)
    assert step.notes == "ü" * 127
    assert any("longer ones are cut" in note for note in told_of_export(text, "fit"))


def test_without_its_library_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fit_tool.fit_file_builder", None)
    with pytest.raises(EngineError) as raised:
        exported(with_workout("- Plank 9s"), "fit")
    assert raised.value.hint == 'install it with `pip install "voicecoach[fit]"`'
