"""The short form: lines as people write them, and what they mean."""

import json
from collections.abc import Sequence

import pytest

from helpers.cases import inputs
from helpers.routines import phases_of, with_workout
from voicecoach.routine.exercise import Dose
from voicecoach.routine.phase import Phase, Work
from voicecoach.units import SECOND_MS

# A line, and what it means: name, dose of one set, sets, sides, load, rest.
MEANINGS = {
    # The table of doses.
    "Plank 40s": "Plank | for 40s",
    "Plank 1 min": "Plank | for 60s",
    "Plank 1:30": "Plank | for 90s",
    "Push-ups x10": "Push-ups | 10 reps",
    "Push-ups 10 reps": "Push-ups | 10 reps",
    "Push-ups 3x10": "Push-ups | 10 reps | 3 sets",
    "Push-ups 3 x 10": "Push-ups | 10 reps | 3 sets",
    "Push-ups 3×10": "Push-ups | 10 reps | 3 sets",
    "Push-ups 3 sets of 10": "Push-ups | 10 reps | 3 sets",
    "Plank 3x40s": "Plank | for 40s | 3 sets",
    "Bird dog 5x10s hold": "Bird dog | 5 holds of 10s",
    "Bird dog 3x10x5s hold": "Bird dog | 10 holds of 5s | 3 sets",
    "Burpees x20 in 60s": "Burpees | 20 in 60s",
    "Burpees max in 60s": "Burpees | max in 60s",
    # Units.
    "Plank 40 s": "Plank | for 40s",
    "Plank 40S": "Plank | for 40s",
    "Plank 40 sec": "Plank | for 40s",
    "Plank 40sec": "Plank | for 40s",
    "Plank 40 secs": "Plank | for 40s",
    "Plank 40 seconds": "Plank | for 40s",
    "Plank 1min": "Plank | for 60s",
    "PLANK 1 MIN": "PLANK | for 60s",
    "Plank 2 mins": "Plank | for 120s",
    "Plank 1 minute": "Plank | for 60s",
    "Plank 1m30s": "Plank | for 90s",
    "Plank 1 min 30 s": "Plank | for 90s",
    "Run 1h": "Run | for 3600s",
    "Run 1h 30 min": "Run | for 5400s",
    "Run 1:02:30": "Run | for 3750s",
    "Plank 1.5 min": "Plank | for 90s",
    "Run 90m": "Run | for 5400s",
    # A dash, a colon or a comma between name and dose.
    "Plank - 40s": "Plank | for 40s",
    "Plank – 40s": "Plank | for 40s",
    "Plank, 40s": "Plank | for 40s",
    "Push-ups, 3 sets of 10": "Push-ups | 10 reps | 3 sets",
    "  Plank   40s ": "Plank | for 40s",
    "Plank 40s.": "Plank | for 40s",
    "Plank 40s,": "Plank | for 40s",
    "2 min. jog": "jog | for 120s",
    # Repetitions and sets.
    "Push-ups X10": "Push-ups | 10 reps",
    "Push-ups x 10": "Push-ups | 10 reps",
    "Push-ups ×10": "Push-ups | 10 reps",
    "Push-ups 10 repetitions": "Push-ups | 10 reps",
    "Push-ups 1 rep": "Push-ups | 1 reps",
    "Push-ups 10x": "Push-ups | 10 reps",
    "Push-ups 10 x": "Push-ups | 10 reps",
    "Push-ups 10 times": "Push-ups | 10 reps",
    "Push-ups x 10 reps": "Push-ups | 10 reps",
    "Push-ups 3X10": "Push-ups | 10 reps | 3 sets",
    "Push-ups 3 sets of 10 reps": "Push-ups | 10 reps | 3 sets",
    "Push-ups 3 sets x 10": "Push-ups | 10 reps | 3 sets",
    "Push-ups 1 set of 10": "Push-ups | 10 reps",
    "Plank 3 sets of 40s": "Plank | for 40s | 3 sets",
    "Plank 3 x 1:30": "Plank | for 90s | 3 sets",
    # Holds.
    "Plank 40s hold": "Plank | hold 40s",
    "Plank 3 sets of 40s hold": "Plank | hold 40s | 3 sets",
    "Bird dog 5 x 10s hold": "Bird dog | 5 holds of 10s",
    "Bird dog 5x10s holds": "Bird dog | 5 holds of 10s",
    "Bird dog 3 sets of 10x5s hold": "Bird dog | 10 holds of 5s | 3 sets",
    "Bird dog 3 x 10 x 5s hold": "Bird dog | 10 holds of 5s | 3 sets",
    # At one's own pace.
    "Burpees 20 reps in 60s": "Burpees | 20 in 60s",
    "Burpees 20 in 1 min": "Burpees | 20 in 60s",
    "Burpees MAX in 1 min": "Burpees | max in 60s",
    "Burpees 3x20 in 60s": "Burpees | 20 in 60s | 3 sets",
    "Burpees 3x max in 60s": "Burpees | max in 60s | 3 sets",
    "max burpees in 60s": "burpees | max in 60s",
    "Burpees as many as possible in 60s": "Burpees | max in 60s",
    "Burpees as many as you can in 1:00": "Burpees | max in 60s",
    # Ranges; the middle counts.
    "Plank 15-20s": "Plank | for 18s",
    "Plank 15–20 s": "Plank | for 18s",
    "Plank 15s-20s": "Plank | for 18s",
    "Plank 15 to 20s": "Plank | for 18s",
    "Plank 1:00-1:30": "Plank | for 75s",
    "Squats x8-12": "Squats | 10 reps",
    "Squats 8–12 reps": "Squats | 10 reps",
    "Squats x8 - 12": "Squats | 10 reps",
    "Squats x8 to 12": "Squats | 10 reps",
    "Squats 2-3x8-12": "Squats | 10 reps | 3 sets",
    "Bird dog 5-8x10s hold": "Bird dog | 7 holds of 10s",
    "Burpees 10-20 in 60-90s": "Burpees | 15 in 75s",
    # The dose first.
    "10 push-ups": "push-ups | 10 reps",
    "8-12 push-ups": "push-ups | 10 reps",
    "x10 push-ups": "push-ups | 10 reps",
    "10 x push-ups": "push-ups | 10 reps",
    "10x push-ups": "push-ups | 10 reps",
    "3x10 push-ups": "push-ups | 10 reps | 3 sets",
    "3 sets of 10 push-ups": "push-ups | 10 reps | 3 sets",
    "10 reps of squats": "squats | 10 reps",
    "30s hop": "hop | for 30s",
    "30s of hop": "hop | for 30s",
    "1 min hop, each side": "hop | for 60s | right, left",
    "10 lunges each leg": "lunges | 10 reps | right, left",
    "10 push-ups, rest 30s": "push-ups | 10 reps | rest 30s",
    "10 lunges per leg, rest 30s": "lunges | 10 reps | right, left | rest 30s",
    "10 squats @ 8 kg, rest 30s": "squats | 10 reps | @ 8 kg | rest 30s",
    # Sides.
    "Side plank 20s each side": "Side plank | for 20s | right, left",
    "Side plank 20s, each side": "Side plank | for 20s | right, left",
    "Side plank 20s per side": "Side plank | for 20s | right, left",
    "Lunges x10 each leg": "Lunges | 10 reps | right, left",
    "Curls x10 Each Arm": "Curls | 10 reps | right, left",
    "Turns x10 each way": "Turns | 10 reps | right, left",
    "Lunges x10 e/s": "Lunges | 10 reps | right, left",
    "Lunges x10 on each side": "Lunges | 10 reps | right, left",
    "Side plank each side 20s": "Side plank | for 20s | right, left",
    "Side plank 20s hold, each side": "Side plank | hold 20s | right, left",
    "Side plank 20s each": "Side plank | for 20s | right, left",
    "Side plank 20s both sides": "Side plank | for 20s | right, left",
    "Lunges 3x10/side": "Lunges | 10 reps | 3 sets | right, left",
    "Lunges x10 /side": "Lunges | 10 reps | right, left",
    "Lunges x10 both legs": "Lunges | 10 reps | right, left",
    # Load.
    "Squats 3x10 @ 20 kg": "Squats | 10 reps | 3 sets | @ 20 kg",
    "Squats 3x10 @20kg": "Squats | 10 reps | 3 sets | @ 20kg",
    "Squats 3x10 @ RPE 8": "Squats | 10 reps | 3 sets | @ RPE 8",
    "Squats 3x10 @ 2 x 20 kg": "Squats | 10 reps | 3 sets | @ 2 x 20 kg",
    # Rest: between sets, with one set after the exercise.
    "Push-ups 3x10, rest 45s": "Push-ups | 10 reps | 3 sets | rest 45s",
    "Push-ups 3x10 rest 45s": "Push-ups | 10 reps | 3 sets | rest 45s",
    "Push-ups 3x10, 45s rest": "Push-ups | 10 reps | 3 sets | rest 45s",
    "Push-ups 3x10, Rest 45s": "Push-ups | 10 reps | 3 sets | rest 45s",
    "Push-ups 3x10, break 1 min": "Push-ups | 10 reps | 3 sets | rest 60s",
    "Push-ups 3x10, pause 45s": "Push-ups | 10 reps | 3 sets | rest 45s",
    "Push-ups 3x10, rest 30-45s": "Push-ups | 10 reps | 3 sets | rest 38s",
    "Plank 40s, rest 20s": "Plank | for 40s | rest 20s",
    "Plank 40s, rest for 20s": "Plank | for 40s | rest 20s",
    "Plank 40s, rest: 20s": "Plank | for 40s | rest 20s",
    "Plank 40s, rest 0s": "Plank | for 40s",
    "Squats 3x10 each leg @ 20 kg, rest 60s": "Squats | 10 reps | 3 sets | right, left | @ 20 kg | rest 60s",
    "Squats 3x10, rest 60s @ 20 kg, each leg": "Squats | 10 reps | 3 sets | right, left | @ 20 kg | rest 60s",
    # Numbers, dashes and rest words that belong to a name.
    "Plank (side) 40s": "Plank (side) | for 40s",
    "90/90 stretch 30s": "90/90 stretch | for 30s",
    "T-spine x10": "T-spine | 10 reps",
    "4-point kneeling x10": "4-point kneeling | 10 reps",
    "1-leg bridge 3x10": "1-leg bridge | 10 reps | 3 sets",
    "Run 5 km 30 min": "Run 5 km | for 1800s",
    "World's greatest stretch x5": "World's greatest stretch | 5 reps",
    "Rest day stretch 30s": "Rest day stretch | for 30s",
    "Restful pose 30s": "Restful pose | for 30s",
    "Kniebeugen 3x10": "Kniebeugen | 10 reps | 3 sets",
    "Übung für Füße 40s": "Übung für Füße | for 40s",
    "🏋️ Squats x10": "🏋️ Squats | 10 reps",
    "Walk for 5 minutes": "Walk | for 300s",
    # Rests.
    "Rest 30s": "rest 30s",
    "rest 30s": "rest 30s",
    "REST 30 S": "rest 30s",
    "60s rest": "rest 60s",
    "1 min break": "rest 60s",
    "pause 30s": "rest 30s",
    "break 1:30": "rest 90s",
    "Rest for 30s": "rest 30s",
    "Rest of 30s": "rest 30s",
    "rest 30-45s": "rest 38s",
    "Rest: 30s": "rest 30s",
    "Rest, 30s": "rest 30s",
    "30s of rest": "rest 30s",
    "30s rest.": "rest 30s",
}


@inputs(("line", "meaning"), MEANINGS)
def test_a_line_means_what_its_writer_meant(line: str, meaning: str) -> None:
    assert _meaning(f"- {_quoted(line)}") == meaning


@inputs(
    ("line", "meaning"),
    {line: meaning for line, meaning in MEANINGS.items() if not meaning.startswith("rest")},
)
def test_a_whole_line_may_stand_under_exercise(line: str, meaning: str) -> None:
    assert _meaning(f"- exercise: {_quoted(line)}\n  note: Nothing else changes.") == meaning


NAMES_WITH_A_DOSE_AS_KEY = [
    ("7 point plank", "7 point plank"),
    ("Run 5 km", "Run 5 km"),
    ("90/90 stretch", "90/90 stretch"),
    ("Rest day walk", "Rest day walk"),
    ("Plank", "Plank"),
]


@pytest.mark.parametrize(("written", "name"), NAMES_WITH_A_DOSE_AS_KEY)
def test_where_a_key_holds_the_dose_a_number_belongs_to_the_name(written: str, name: str) -> None:
    assert _meaning(f"- exercise: {written}\n  hold: 30s") == f"{name} | hold 30s"


def test_side_load_and_rest_may_stand_in_the_name_and_the_dose_in_a_key() -> None:
    found = _meaning("- exercise: Plank each side @ 5 kg, rest 10s\n  hold: 30s")
    assert found == "Plank | hold 30s | right, left | @ 5 kg | rest 10s"


def test_the_keys_of_a_line_may_stand_under_it() -> None:
    found = _meaning("- exercise: Squats 3x10\n  load: 20 kg\n  rest: 45s\n  rep: 4s")
    assert found == "Squats | 10 reps | 3 sets | @ 20 kg | rest 45s"


def _quoted(line: str) -> str:
    return json.dumps(line, ensure_ascii=False)


def _meaning(blocks: str) -> str:
    """Return what a block means, in words; another exercise follows it, so that a rest shows."""
    phases = phases_of(with_workout(f"{blocks}\n- The end 1s"))
    found = [phase for phase in phases if phase.kind in ("work", "rest")][:-1]
    if not isinstance(found[0], Work):
        return f"rest {_seconds(found[0].length_ms)}"
    first = found[0]
    parts = [first.exercise.name, _dose(first.dose)]
    if first.sets > 1:
        parts.append(f"{first.sets} sets")
    if first.exercise.sides:
        parts.append(", ".join(first.exercise.sides))
    if first.load:
        parts.append(f"@ {first.load}")
    return " | ".join(parts + _rests(found))


def _dose(dose: Dose) -> str:
    if dose.kind in ("for", "hold"):
        return f"{dose.kind} {_seconds(dose.length_ms)}"
    if dose.kind == "reps":
        return f"{dose.reps} reps"
    if dose.kind == "reps+hold":
        return f"{dose.reps} holds of {_seconds(dose.rep_ms)}"
    return f"{dose.reps or 'max'} in {_seconds(dose.length_ms)}"


def _rests(phases: Sequence[Phase]) -> list[str]:
    rests = dict.fromkeys(phase.length_ms for phase in phases if phase.kind == "rest")
    return [f"rest {_seconds(rest_ms)}" for rest_ms in rests]


def _seconds(length_ms: int | None) -> str:
    return f"{(length_ms or 0) / SECOND_MS:g}s"
