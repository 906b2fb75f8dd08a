"""Fit: a workout for Garmin's watches and bike computers, in the Flexible and Interoperable
Data Transfer format.

```fit
file_id: type workout, manufacturer development
workout: wkt_name Legs, sport training, num_valid_steps 4
workout_step: 0, Squats, reps 10, active
workout_step: 1, Rest, time 45, rest
workout_step: 2, repeat_until_steps_cmplt from 0, 2 times
workout_step: 3, Side plank right, time 20, active
```

It follows Garmin's FIT profile (developer.garmin.com/fit/file-types/workout), written by fit-tool:
a time is in milliseconds; a repeat follows the steps that it repeats; percentages of power are
written as they are, watts with 1000 added, and beats a minute with 100.
"""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from voicecoach.exporting.doses import dose_ms
from voicecoach.exporting.fit_targets import set_target
from voicecoach.exporting.losses import LEFT_OUT, READ_AS_REST, Losses
from voicecoach.exporting.notes import note_of
from voicecoach.exporting.setups import with_setups_once
from voicecoach.exporting.singles import with_sides_in_names, with_single_steps
from voicecoach.exporting.sports import sport_of
from voicecoach.exporting.targets import Target, target_of
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.steps import Part, Repeat, Reps, Rest, Say, Section, Step
from voicecoach.problems import EngineError
from voicecoach.units import SECOND_MS

_IN_NOTES = "they stand in the notes of the step"

LOSES: Losses = {
    "cadences beside targets": _IN_NOTES,
    "changes of side": "they become rests",
    "changes of side by themselves": "they become rests",
    "distances": "only their times stay",
    "efforts in words": _IN_NOTES,
    "held repetitions": "they become the time that they take",
    "holds": "they are like all work",
    "lengths of repetitions": LEFT_OUT,
    "lines by themselves": "they stand in the notes of the next step, the last ones are left out",
    "loads": _IN_NOTES,
    "numbers of repetitions in a time": "only the time stays",
    "repetitions without a number": "only the time stays",
    "sections": "they stand in the notes of their first step",
    "setups": _IN_NOTES,
    "sides": "they stand in the names",
    "targets that change": "they become ranges",
    "texts in rests": _IN_NOTES,
    "times of tips": "tips stand in the notes of the step",
    "tips": _IN_NOTES,
    "tempos": LEFT_OUT,
    "work with the name of a rest": READ_AS_REST,
}

# With the zero byte at its end.
_LONGEST_BYTES = 255
_CUT = f".fit files have texts of less than {_LONGEST_BYTES} bytes: longer ones are cut"


def export(workout: Workout) -> Export:
    """Return a workout as a FIT file. Raises EngineError if fit-tool is not there."""
    try:
        from fit_tool.fit_file_builder import FitFileBuilder
    except ImportError as error:
        hint = 'install it with `pip install "voicecoach[fit]"`'
        raise EngineError(
            f"fit-tool, which writes .fit files, is not there: {error}", hint
        ) from error
    writer = _Writer()
    steps = writer.steps(workout)
    builder = FitFileBuilder(auto_define=True)
    builder.add_all([_file_id(workout), writer.head(workout, len(steps)), *steps])
    return Export(builder.build().to_bytes(), [_CUT] if writer.cut else [])


def _file_id(workout: Workout) -> Any:
    from fit_tool.profile.messages.file_id_message import FileIdMessage
    from fit_tool.profile.profile_type import FileType, Manufacturer

    message = FileIdMessage()
    message.type = FileType.WORKOUT
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.time_created = round(workout.now.timestamp()) * 1000
    return message


class _Writer:
    """Writes the messages of a workout; `cut` says that a text was too long."""

    def __init__(self) -> None:
        self.cut = False
        self._messages: list[Any] = []
        self._waiting: list[str] = []

    def head(self, workout: Workout, count: int) -> Any:
        """Return the message of the workout, which has so many steps."""
        from fit_tool.profile.messages.workout_message import WorkoutMessage
        from fit_tool.profile.profile_type import Sport, SubSport

        sport = sport_of(workout.parts)
        message = WorkoutMessage()
        message.workout_name = self._text(workout.title)
        if sport == "other":
            message.sport, message.sub_sport = Sport.TRAINING, SubSport.STRENGTH_TRAINING
        else:
            message.sport = Sport.RUNNING if sport == "running" else Sport.CYCLING
        message.num_valid_steps = count
        if workout.description:
            message.workout_description = self._text(workout.description)
        return message

    def steps(self, workout: Workout) -> list[Any]:
        """Return the messages of all steps."""
        single = with_sides_in_names(with_single_steps(workout.parts))
        self._add_all(with_setups_once(single))
        return self._messages

    def _add_all(self, parts: Sequence[Part]) -> None:
        for part in parts:
            if isinstance(part, Repeat):
                self._add_repeat(part)
            elif isinstance(part, Step | Rest):
                self._add(part)
            elif isinstance(part, Say):
                self._waiting.append(part.text)
            elif isinstance(part, Section):
                self._waiting.append(f"{part.title}:")

    def _add_repeat(self, repeat: Repeat) -> None:
        """Add what is repeated, and behind it that it is."""
        from fit_tool.profile.profile_type import WorkoutStepDuration, WorkoutStepTarget

        first = len(self._messages)
        self._add_all(repeat.parts)
        message = self._new()
        message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
        message.duration_step = first
        message.target_type = WorkoutStepTarget.OPEN
        message.target_repeat_steps = repeat.count

    def _add(self, part: Step | Rest) -> None:
        from fit_tool.profile.profile_type import WorkoutStepDuration

        message = self._new()
        message.workout_step_name = self._text(part.name if isinstance(part, Step) else "Rest")
        dose = part.dose
        if isinstance(dose, Reps) and dose.hold_ms is None and dose.within_ms is None:
            message.duration_type = WorkoutStepDuration.REPS
            message.duration_reps = dose.count
        else:
            message.duration_type = WorkoutStepDuration.TIME
            message.duration_time = dose_ms(dose) / SECOND_MS
        target = target_of(part.effort) if isinstance(part, Step) else None
        set_target(message, target)
        message.intensity = _intensity(part)
        if isinstance(part, Step) and target is not None and _is_whole(target):
            part = replace(part, effort=None)
        note = " ".join(filter(None, (*self._waiting, note_of(part))))
        self._waiting = []
        if note:
            message.notes = self._text(note)

    def _new(self) -> Any:
        """Return a new step, which is added."""
        from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage

        message = WorkoutStepMessage()
        message.message_index = len(self._messages)
        self._messages.append(message)
        return message

    def _text(self, text: str) -> str:
        """Return a text as long as a field can be, cut between two characters."""
        encoded = text.encode()
        if len(encoded) < _LONGEST_BYTES:
            return text
        self.cut = True
        return encoded[: _LONGEST_BYTES - 1].decode(errors="ignore").rstrip()


def _is_whole(target: Target) -> bool:
    """Return whether a step can hold all that a target says."""
    return not target.changing and (target.unit is None or target.cadence is None)


def _intensity(part: Step | Rest) -> Any:
    from fit_tool.profile.profile_type import Intensity

    if isinstance(part, Rest):
        return Intensity.REST
    phases = {"warm-up": Intensity.WARMUP, "cool-down": Intensity.COOLDOWN}
    return phases.get(part.name.lower(), Intensity.ACTIVE)
