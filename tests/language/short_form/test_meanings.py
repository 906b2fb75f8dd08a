"""The short form: lines as people write them, and what they mean."""

import json
from collections.abc import Sequence

import pytest

from helpers.cases import inputs
from helpers.routines import phases_of, routine_of, with_workout
from voicecoach.routine.exercise import Dose
from voicecoach.routine.phase import Phase, RestPhase, Work
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
    # With the letter of a Cyrillic keyboard.
    "Push-ups 3\N{CYRILLIC SMALL LETTER HA}10": "Push-ups | 10 reps | 3 sets",
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
    "Squats 3x10 @ 20 kg - 60s rest": "Squats | 10 reps | 3 sets | @ 20 kg | rest 60s",
    "Squats 3x10 @ RPE 8": "Squats | 10 reps | 3 sets | @ RPE 8",
    "Squats 3x10 @ 2 x 20 kg": "Squats | 10 reps | 3 sets | @ 2 x 20 kg",
    "Squats x20 @ 20 kg in 60s": "Squats | 20 in 60s | @ 20 kg",
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
    "World's greatest stretch x5": "World's greatest stretch | 5 reps",
    "Rest day stretch 30s": "Rest day stretch | for 30s",
    "Restful pose 30s": "Restful pose | for 30s",
    "Kniebeugen 3x10": "Kniebeugen | 10 reps | 3 sets",
    "Übung für Füße 40s": "Übung für Füße | for 40s",
    "🏋️ Squats x10": "🏋️ Squats | 10 reps",
    "Walk for 5 minutes": "Walk | for 300s",
    # Quotes, hyphens and units left out, as on paper.
    "Plank 40-second": "Plank | for 40s",
    "45-second hop": "hop | for 45s",
    "Easy 10-minute jog": "Easy jog | for 600s",
    'Plank 45"': "Plank | for 45s",
    "Plank 45″": "Plank | for 45s",
    "Jog 10'": "Jog | for 600s",
    "Jog 2'30\"": "Jog | for 150s",
    "Jog 2m30": "Jog | for 150s",
    "Jog 2 min 30": "Jog | for 150s",
    "Jog 2:30 min": "Jog | for 150s",
    "Hike 1h30": "Hike | for 5400s",
    "Hike 1 hr. 30 min.": "Hike | for 5400s",
    "Plank .5 min": "Plank | for 30s",
    "Plank about 40s": "Plank | for 40s",
    "Plank ~40s": "Plank | for 40s",
    # The dose in brackets, behind other marks, and behind marks of a list.
    "Plank (45s)": "Plank | for 45s",
    "Squats (3x12) @ 30 kg": "Squats | 12 reps | 3 sets | @ 30 kg",
    "Lunges (3x8 each leg)": "Lunges | 8 reps | 3 sets | right, left",
    "Plank; 45s": "Plank | for 45s",
    "Plank | 45s": "Plank | for 45s",
    "Plank = 45s": "Plank | for 45s",
    "• Plank 45s": "Plank | for 45s",
    "3. 12 sit-ups": "sit-ups | 12 reps",
    "a) Plank 45s": "Plank | for 45s",
    "[x] Plank 45s": "Plank | for 45s",
    "“Plank 45s”": "Plank | for 45s",
    "Plank\u00a045\u00a0s": "Plank | for 45s",
    # Sets last, first, and as a word between two numbers.
    "Lunges 8 each leg x 4": "Lunges | 8 reps | 4 sets | right, left",
    "12 sit-ups x 3": "sit-ups | 12 reps | 3 sets",
    "Plank 45s x 3": "Plank | for 45s | 3 sets",
    "Squats 12 reps x 4 sets": "Squats | 12 reps | 4 sets",
    "Squats 12 x 4 sets": "Squats | 12 reps | 4 sets",
    "Squats, 4 sets, 12 reps": "Squats | 12 reps | 4 sets",
    "3 sets: 12 squats": "squats | 12 reps | 3 sets",
    "3x Plank 45s": "Plank | for 45s | 3 sets",
    "Sit-ups 3 times 12": "Sit-ups | 12 reps | 3 sets",
    "Squats 12*4": "Squats | 4 reps | 12 sets",
    # Held repetitions up to 15 s without a rest, sets of holds else.
    "Bridge 10 holds of 5s": "Bridge | 10 holds of 5s",
    "Bridge, 10 holds of 5 s": "Bridge | 10 holds of 5s",
    "Bridge 10 5-second holds": "Bridge | 10 holds of 5s",
    "Bridge 5s hold x10": "Bridge | 10 holds of 5s",
    "Bridge 5s hold 10 times": "Bridge | 10 holds of 5s",
    "Bridge 4x15s hold": "Bridge | 4 holds of 15s",
    "Bridge 4x10-15s hold": "Bridge | 4 holds of 13s",
    "Bridge 4x10-16s hold": "Bridge | hold 13s | 4 sets",
    "Wall sit 4x16s hold": "Wall sit | hold 16s | 4 sets",
    "Wall sit 4 reps of 30s hold": "Wall sit | 4 holds of 30s",
    "Wall sit 2x15s hold, rest 30s": "Wall sit | hold 15s | 2 sets | rest 30s",
    "Wall sit 1x15s hold": "Wall sit | hold 15s",
    "Wall sit, hold 45s": "Wall sit | hold 45s",
    "Wall sit (hold for 45 s)": "Wall sit | hold 45s",
    "Wall sit hold 45s": "Wall sit hold | for 45s",
    # A side, each side, the same on both.
    "Bridge x8 (each leg)": "Bridge | 8 reps | right, left",
    "12 step-ups (each leg)": "step-ups | 12 reps | right, left",
    "Bridge 8/side": "Bridge | 8 reps | right, left",
    "Bridge 3x8/leg": "Bridge | 8 reps | 3 sets | right, left",
    "Bridge 8 ea": "Bridge | 8 reps | right, left",
    "8e/s bird dog": "bird dog | 8 reps | right, left",
    "Bridge 8 a side": "Bridge | 8 reps | right, left",
    "Bridge 8/8": "Bridge | 8 reps | right, left",
    "8/8 bridge": "bridge | 8 reps | right, left",
    "Bridge 3x8/8": "Bridge | 8 reps | 3 sets | right, left",
    "Bridge x8 left and right": "Bridge | 8 reps | left, right",
    "Bridge x8 L/R": "Bridge | 8 reps | left, right",
    "Bridge 8 left, 8 right": "Bridge | 8 reps | left, right",
    "Side plank 25s left": "Side plank | for 25s | left",
    "Side plank 25s (right)": "Side plank | for 25s | right",
    "Calf stretch 25s, right leg": "Calf stretch | for 25s | right",
    "Calf stretch each side 25s": "Calf stretch | for 25s | right, left",
    # A rest in brackets, behind `with`, behind a full stop.
    "Squats 3x12 (rest 40 sec)": "Squats | 12 reps | 3 sets | rest 40s",
    "Squats 3x12 with 40s rest": "Squats | 12 reps | 3 sets | rest 40s",
    "Squats 3x12 w/ 40s rest": "Squats | 12 reps | 3 sets | rest 40s",
    "Squats 3x12, then rest 40s": "Squats | 12 reps | 3 sets | rest 40s",
    "Squats 3x12, rest 40s between sets": "Squats | 12 reps | 3 sets | rest 40s",
    "Squats 3x12 / 40s rest": "Squats | 12 reps | 3 sets | rest 40s",
    "Squats 3x12, rest 2m": "Squats | 12 reps | 3 sets | rest 120s",
    "Squats 3x12, no rest": "Squats | 12 reps | 3 sets",
    "Plank 45s. Rest 15s.": "Plank | for 45s | rest 15s",
    # Numbers that belong to a name.
    "4-7-8 breathing 3 min": "4-7-8 breathing | for 180s",
    "Zone 2 ride 40 min": "Zone 2 ride | for 2400s",
    "5BX stretch 40s": "5BX stretch | for 40s",
    # A number takes no letters of the word behind it.
    "6 hip hinges": "hip hinges | 6 reps",
    "6 mindful squats": "mindful squats | 6 reps",
    "6 сгибаний": "сгибаний | 6 reps",
    "6 हाथ": "हाथ | 6 reps",
    # Breaths.
    "Child's pose 6 breaths": "Child's pose | 6 breaths",
    "6 deep breaths lying down": "lying down | 6 breaths",
    "3 x 4 breaths lying down": "lying down | 4 breaths | 3 sets",
    # Distances within a time, or at a pace.
    "Row 250 m in 1:10": "Row | 250 m in 70s",
    "250 m in 1:10 row": "row | 250 m in 70s",
    "10 km ride in 25 min": "ride | 10 km in 1500s",
    "Run 3 km @ 5:00/km": "Run | 3 km in 900s",
    "Row 1000 m @ 2:00/500m": "Row | 1000 m in 240s",
    "Swim 4 x 25 m in 40s, rest 20s": "Swim | 25 m in 40s | 4 sets | rest 20s",
    "Run 3 min @ 5:00/km": "Run | for 180s | @ 5:00/km",
    # Rests with words of their own.
    "Recovery 90s": "rest 90s",
    "Rest (90s)": "rest 90s",
    "Rest 90s between exercises": "rest 90s",
    "90s active rest": "rest 90s",
    "Short break 90s": "rest 90s",
    "Recovery jog 90s": "Recovery jog | for 90s",
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


# A line with a value a set, and the values.
LISTS = {
    "Push-ups 12, 10, 8": ("reps", [12, 10, 8]),
    "Push-ups 12-10-8": ("reps", [12, 10, 8]),
    "21-15-9 thrusters": ("reps", [21, 15, 9]),
    "Push-ups 12, 10, 8 reps": ("reps", [12, 10, 8]),
    "Plank 25s, 35s, 45s": ("for", [25_000, 35_000, 45_000]),
    "Plank 25s, 35s, 45s hold": ("hold", [25_000, 35_000, 45_000]),
    "Bridge 8-6-4 x 5s hold": ("reps+hold", [8, 6, 4]),
}


@inputs(("line", "kind", "values"), LISTS)
def test_a_list_has_a_value_a_set(line: str, kind: str, values: list[int]) -> None:
    works = [
        phase for phase in phases_of(with_workout(f"- {_quoted(line)}")) if phase.kind == "work"
    ]
    doses = [work.dose for work in works]
    assert {dose.kind for dose in doses} == {kind}
    assert [dose.length_ms if kind in ("for", "hold") else dose.reps for dose in doses] == values


# A line with a counted hold, and how the note writes what it could be as well.
NOTES = {
    "Bridge 5x10s hold": "5 sets of 10s hold",
    "Wall sit 2x20s hold, rest 30s": "2 reps of 20s hold",
    "Plank 20s hold x3": "3 reps of 20s hold",
    "exercise: Bridge 5x10s hold": "5 sets of 10s hold",
}


@pytest.mark.parametrize("block", NOTES)
def test_which_reading_of_a_counted_hold_is_taken_is_noted_with_the_other(block: str) -> None:
    (note,) = routine_of(with_workout(f"- {block}")).notes
    assert (note.code, note.span.line) == ("held-repetitions", 4)
    assert f"`{NOTES[block]}`" in note.message
    written = block.replace(block.removeprefix("exercise: "), f"Bridge {NOTES[block]}")
    assert routine_of(with_workout(f"- {written}")).notes == ()


@pytest.mark.parametrize("line", ["Rest ~60s", "Rest about 60s", "~60s rest", "Rest: approx. 60s"])
def test_a_rest_of_about_a_time_lasts_that_time(line: str) -> None:
    (_, _, rest, _) = phases_of(with_workout(f"- Plank 9s\n- {_quoted(line)}\n- Plank 9s"))
    assert (rest.kind, rest.length_ms) == ("rest", 60_000)


def test_words_of_a_rest_are_said_in_it() -> None:
    (rest,) = [
        phase
        for phase in phases_of(with_workout("- Plank 9s\n- Water break 60s\n- Plank 9s"))
        if isinstance(phase, RestPhase)
    ]
    assert rest.line is not None
    assert (rest.length_ms, rest.line.text) == (60_000, "Water break")


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
    if dose.kind == "breaths":
        return f"{dose.reps} breaths"
    return f"{dose.distance or dose.reps or 'max'} in {_seconds(dose.length_ms)}"


def _rests(phases: Sequence[Phase]) -> list[str]:
    rests = dict.fromkeys(phase.length_ms for phase in phases if phase.kind == "rest")
    return [f"rest {_seconds(rest_ms)}" for rest_ms in rests]


def _seconds(length_ms: int | None) -> str:
    return f"{(length_ms or 0) / SECOND_MS:g}s"
