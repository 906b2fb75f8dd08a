"""Feeel: workouts that Feeel exports, one in a file, or a zip of such files.

```feeel
{"feeelMetadataVersion": 300, "exerciseDbImport": "2023-02-17T20:00:00.000", "fullWorkout": {
  "workout": {"title": "Short", "countdownDuration": 5, "exerciseDuration": 30,
    "breakDuration": 10},
  "workoutExercises": [
    {"orderPosition": 0, "exercise": 320, "exerciseDuration": null, "breakDuration": null},
    {"orderPosition": 1, "exercise": 718, "exerciseDuration": 45, "breakDuration": 5}]}}
```

This follows `feeel_workout_json.dart`, `full_workout.dart` and `bundled_exercises.dart` of
EnjoyingFOSS/feeel: all times are in seconds; a break comes before its exercise, and none before
the first; what is `null` is as in the workout. An exercise is only a number, that of wger, or a
negative one where wger does not have it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from voicecoach.importing import json
from voicecoach.importing.formats import Match
from voicecoach.importing.json import Record
from voicecoach.importing.source import MAX_BYTES, Source, source_of
from voicecoach.importing.steps import Open, Part, Plan, Rest, Step, Time

TITLE = "export of Feeel (.feeel, .zip)"

_ZIP = b"PK\x03\x04"
_SUFFIX = ".feeel"
# What `zipfile` raises for damaged, encrypted and strangely packed ones.
_ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError
)  # fmt: skip
_NAMES = {
    -7: "Chair dips", 167: "Ab crunches", 320: "Jumping jacks", 377: "Leg raises",
    454: "Pike push-ups", 456: "Pistol squats (left)", 458: "Forearm plank", 475: "Pull-up",
    482: "Push-ups", 570: "Shoulder shrug", 580: "Side plank (left)", 615: "Squats",
    616: "Squat thrusts", 632: "Sumo squat", 702: "Calf raises (left)", 718: "Wall sit",
    981: "Step-ups", 983: "High knees", 984: "Lunges", 985: "Push-up rotations",
    986: "Side split squats (left)", 987: "Side split squats (right)",
    988: "Bulgarian split squats (left)", 989: "Bulgarian split squats (right)",
    990: "Kneeling kickbacks", 991: "Split squats (left)", 992: "Split squats (right)",
    993: "Basic jump rope", 994: "Arm circles (forward)", 995: "Arm circles (backward)",
    996: "Mountain climbers", 997: "Four-count burpees", 998: "No-push-up burpees",
    999: "Reverse lunges", 1000: "Floor dips", 1001: "High plank", 1002: "Child's pose",
    1003: "Kettlebell deadlift", 1004: "Shoulder rotation (forward)",
    1005: "Shoulder rotation (backward)", 1006: "Chin tuck", 1007: "Head turns",
    1008: "Lateral neck stretch (left)", 1009: "Lateral neck stretch (right)",
    1010: "Back neck stretch", 1011: "Front neck stretch", 1012: "Alternating biceps curls",
    1013: "Levator scapulae stretch (left)", 1014: "Levator scapulae stretch (right)",
    1015: "Neck circles (clockwise)", 1016: "Neck circles (counterclockwise)",
    1017: "Neck half-circles", 1018: "Head tilts", 1019: "Side plank (right)",
    1020: "Pistol squats (right)", 1021: "Calf raises (right)",
}  # fmt: skip


def matches(source: Source) -> Match:
    """Return how sure it is that a file is an export of Feeel."""
    zipped = source.content.startswith(_ZIP) and _SUFFIX.encode() in source.content
    sure = zipped or json.has_keys(source, "workoutExercises", "exerciseDuration")
    return Match.CERTAIN if sure else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workout in a file, or all that are in a zip."""
    files = _unzipped(source) if source.content.startswith(_ZIP) else [source]
    return [plan for file in files for plan in _plans(file)]


def _unzipped(source: Source) -> list[Source]:
    """Return the exports in a zip. Raises RoutineError where they cannot be read, or are large."""
    found: list[Source] = []
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            for info in archive.infolist():
                if not info.filename.lower().endswith(_SUFFIX):
                    continue
                with archive.open(info) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise source.error(1, "the workouts in this zip are larger than 1 MB")
                found.append(source_of(content, info.filename, source.language))
    except _ZIP_FAULTS as error:
        raise source.error(1, f"this zip cannot be read: {error}", "export it anew") from None
    if not found:
        raise source.error(1, f"there is no {_SUFFIX} file in this zip")
    return found


def _plans(source: Source) -> Iterator[Plan]:
    for record in json.records(json.parse(source)):
        full = record.record("fullWorkout") or record
        workout = full.record("workout")
        exercises = full.records("workoutExercises")
        if not exercises:
            raise source.error(1, "there is no workout with `workoutExercises` in this file")
        exercises.sort(key=lambda each: each.number("orderPosition") or 0)
        parts = [part for at, each in enumerate(exercises) for part in _exercise(each, workout, at)]
        yield Plan(workout.text("title"), tuple(parts))


def _exercise(record: Record, workout: Record, at: int) -> Iterator[Part]:
    """Yield an exercise, with the break before it unless it is the first."""
    length_ms = _seconds_ms(record, workout, "exerciseDuration")
    break_ms = _seconds_ms(record, workout, "breakDuration")
    if at and break_ms is None:
        yield Rest(Open(), record.line)
    elif at and break_ms:
        yield Rest(Time(break_ms), record.line)
    dose = Open() if length_ms is None else Time(length_ms)
    number = record.count("exercise")
    if number is None or number in _NAMES:
        yield Step(_NAMES.get(number or 0, ""), dose, record.line)
    else:
        doubt = f"which exercise of wger {number} is, the file does not say"
        yield Step(f"Exercise {number}", dose, record.line, doubts=(doubt,))


def _seconds_ms(record: Record, workout: Record, key: str) -> int | None:
    own_ms = record.seconds_ms(key)
    return workout.seconds_ms(key) if own_ms is None else own_ms
