"""Files with wrong keys, values and shapes: who follows the hints gets what was meant."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.following import heard, mended

HEAD = "title: T\nworkout:\n"
PLANK = f"{HEAD}  - Plank 40s\n"
HOLD = f"{HEAD}  - exercise: Plank\n    hold: 40s\n"
SQUATS = f"{HEAD}  - Squats x10\n"
TWO = f"{HEAD}  - Plank 40s\n  - Squats x10\n"
CIRCUIT = f"{HEAD}  - circuit: Legs\n    do:\n      - Squats x10\n      - Lunges x8\n"

# A broken file, and what was meant.
BROKEN: dict[str, tuple[str, str]] = {
    "a name as a key, with seconds": (f"{HEAD}  - Plank: 40s\n", PLANK),
    "a name as a key, with a number": (f"{HEAD}  - Squats: 10\n", SQUATS),
    "a name as a key, with a number of seconds": (f"{HEAD}  - Plank: 40\n", PLANK),
    "a name as a key, with sets": (f"{HEAD}  - Squats: 3x10\n", f"{HEAD}  - Squats 3x10\n"),
    "a name as a key, with sets and a rest": (f"{HEAD}  - Press: 3x10, rest 45s\n",
                                              f"{HEAD}  - Press 3x10, rest 45s\n"),
    "a name as a key, with `x`": (f"{HEAD}  - Squats: x10\n", SQUATS),
    "a name as a key, without a dose": (f"{HEAD}  - Plank:\n  - Squats x10\n",
                                        f"{HEAD}  - Plank 30s\n  - Squats x10\n"),
    "a name as a key, with keys below": (f"{HEAD}  - Plank:\n      hold: 40s\n", HOLD),
    "a name as a key, with keys beside": (f"{HEAD}  - Plank:\n    hold: 40s\n", HOLD),
    "a name as a key, with a dose and a key": (f"{HEAD}  - Plank: 40s\n    setup: Lie down.\n",
                                               f"{HEAD}  - exercise: Plank 40s\n    setup: Lie down.\n"),
    "a name as a key, with keys in braces": (f"{HEAD}  - Plank: {{hold: 40s}}\n", HOLD),
    "a name as a key, with a list": (f"{HEAD}  - Legs:\n      - Squats x10\n      - Lunges x8\n", CIRCUIT),
    "a line as a key": (f"{HEAD}  - Plank 40s:\n      setup: Lie down.\n",
                        f"{HEAD}  - exercise: Plank 40s\n    setup: Lie down.\n"),
    "names as keys without dashes": (f"{HEAD}  Plank: 40s\n  Squats: x10\n", TWO),
    "names as keys after a dash": (f"{HEAD}  - Plank: 40s\n    Squats: x10\n", TWO),
    "one block without a dash": (f"{HEAD}  exercise: Plank\n  hold: 40s\n", HOLD),
    "a capital letter": (f"{HEAD}  - Exercise: Plank\n    hold: 40s\n", HOLD),
    "capital letters": ("Title: T\nWorkout:\n  - Exercise: Plank\n    Hold: 40s\n", HOLD),
    "a typo in `exercise`": (f"{HEAD}  - excercise: Plank\n    hold: 40s\n", HOLD),
    "a typo in a key": (f"{HEAD}  - exercise: Plank\n    hodl: 40s\n", HOLD),
    "a typo in a line's key": (f"{HEAD}  - exrcise: Plank 40s\n", PLANK),
    "a typo in `workout`": ("title: T\nworkuot:\n  - Plank 40s\n", PLANK),
    "a typo in `circuit`": (CIRCUIT.replace("circuit", "cicruit"), CIRCUIT),
    "`name` and `duration`": (f"{HEAD}  - name: Plank\n    duration: 40s\n",
                              f"{HEAD}  - exercise: Plank\n    for: 40s\n"),
    "`name` and `reps`": (f"{HEAD}  - name: Squats\n    reps: 10\n", SQUATS),
    "`move` and `time`": (f"{HEAD}  - move: Plank\n    time: 40s\n", PLANK),
    "`title` of an exercise": (f"{HEAD}  - title: Squats\n    repetitions: 10\n", SQUATS),
    "`name` of the file": ("name: T\nworkout:\n  - Plank 40s\n", PLANK),
    "`weight`": (f"{HEAD}  - exercise: Squats x10\n    weight: 20 kg\n",
                 f"{HEAD}  - exercise: Squats x10\n    load: 20 kg\n"),
    "`instructions`": (f"{HEAD}  - exercise: Plank 40s\n    instructions: Lie down.\n",
                       f"{HEAD}  - exercise: Plank 40s\n    setup: Lie down.\n"),
    "`rest_between` in the header": (f"rest_between: 10s\n{TWO}", f"between: 10s\n{TWO}"),
    "`rest` in the header": (f"rest: 10s\n{TWO}", f"between: 10s\n{TWO}"),
    "`exercises` as a list": ("title: T\nexercises:\n  - Plank 40s\n", PLANK),
    "`exercises` in a circuit": (CIRCUIT.replace("do:", "exercises:"), CIRCUIT),
    "`steps`": ("title: T\nsteps:\n  - Plank 40s\n", PLANK),
    "a superset": (CIRCUIT.replace("circuit:", "superset:"), CIRCUIT),
    "a superset of a list": (f"{HEAD}  - superset:\n      - Squats x10\n      - Lunges x8\n",
                             CIRCUIT.replace("Legs", "Superset")),
    "a superset of a list in its own column": (f"{HEAD}  - superset:\n    - Squats x10\n    - Lunges x8\n",
                                               CIRCUIT.replace("Legs", "Superset")),
    "a superset in brackets": (f"{HEAD}  - superset: [Squats x10, Lunges x8]\n",
                               CIRCUIT.replace("Legs", "Superset")),
    "a superset with rounds": (
        f"{HEAD}  - superset:\n      - Squats x10\n      - Lunges x8\n    rounds: 3\n",
        CIRCUIT.replace("Legs\n", "Superset\n    rounds: 3\n")),
    "rounds of a list": (f"{HEAD}  - rounds: 3\n    exercises:\n      - Squats x10\n",
                         f"{HEAD}  - repeat: 3\n    do:\n      - Squats x10\n"),
    "sets of a list": (f"{HEAD}  - sets: 3\n    do:\n      - Squats x10\n",
                       f"{HEAD}  - repeat: 3\n    do:\n      - Squats x10\n"),
    "a circuit that is a list": (f"{HEAD}  - circuit:\n      - Squats x10\n      - Lunges x8\n",
                                 CIRCUIT.replace("Legs", "Circuit")),
    "a circuit in brackets": (f"{HEAD}  - circuit: [Squats x10, Lunges x8]\n",
                              CIRCUIT.replace("Legs", "Circuit")),
    "a section that is a list": (f"{HEAD}  - section:\n      - Squats x10\n",
                                 f"{HEAD}  - section: Section\n    do:\n      - Squats x10\n"),
    "a warm-up that is a list": (f"{HEAD}  - warmup:\n      - Squats x10\n",
                                 f"{HEAD}  - section: Warmup\n    do:\n      - Squats x10\n"),
    "a warm-up with a time": (f"{HEAD}  - Warmup: 5 min\n", f"{HEAD}  - Warmup 5 min\n"),
    "two kinds in one": (f"{HEAD}  - exercise: Plank 40s\n    circuit: Legs\n    do: [Squats x10]\n",
                         f"{HEAD}  - Plank 40s\n  - circuit: Legs\n    do: [Squats x10]\n"),
    "a workout of one line": ("title: T\nworkout: Plank 40s\n", PLANK),
    "a workout of one line with commas": ("title: T\nworkout: Plank 40s, Squats x10\n", TWO),
    "a workout of one line with a rest": ("title: T\nworkout: Press 3x10, rest 45s, Squats x10\n",
                                          f"{HEAD}  - Press 3x10, rest 45s\n  - Squats x10\n"),
    "a workout in braces": ("title: T\nworkout: {exercise: Plank, hold: 40s}\n", HOLD),
    "a workout behind a bar": ("title: T\nworkout: |\n  Plank 40s\n  Squats x10\n", TWO),
    "no workout": ("title: T\nworkout:\n", f"{HEAD}  - Plank 30s\n"),
    "no key `workout`": ("title: T\n", f"{HEAD}  - Plank 30s\n"),
    "an empty list": ("title: T\nworkout: []\n", "title: T\nworkout: [Plank 30s]\n"),
    "no title": ("workout:\n  - Plank 40s\n", PLANK.replace("T\n", "My workout\n", 1)),
    "an empty title": ("title:\nworkout:\n  - Plank 40s\n", PLANK.replace("T\n", "My workout\n", 1)),
    "a list alone": ("- Plank 40s\n- Squats x10\n", TWO.replace("T\n", "My workout\n", 1)),
    "a circuit without `do`": (f"{HEAD}  - circuit: Legs\n    rounds: 2\n",
                               f"{HEAD}  - circuit: Legs\n    rounds: 2\n    do: [Plank 30s]\n"),
    "a key without a value": (f"{HEAD}  - exercise: Plank 40s\n    setup:\n", PLANK),
    "an unknown key": (f"{HEAD}  - exercise: Plank 40s\n    equipment: mat\n", PLANK),
    "an unknown key with a list": (f"{HEAD}  - exercise: Plank 40s\n    muscles:\n      - core\n      - back\n",
                                   PLANK),
    "an unknown key of the file": (f"zzz: 1\n{PLANK}", PLANK),
    "an exercise's key at the margin": (f"{HEAD}  - exercise: Plank\nhold: 40s\n", HOLD),
    "an exercise's key in the header": (f"sets: 3\n{SQUATS}", f"defaults: {{sets: 3}}\n{SQUATS}"),
    "a key of the file in the list": (f"{HEAD}  - between: 10s\n  - Plank 40s\n  - Squats x10\n",
                                      f"between: 10s\n{TWO}"),
    "cues as a list": (f"{PLANK}cues:\n  - countdown: 5\n  - halfway: off\n",
                       f"{PLANK}cues:\n  countdown: 5\n  halfway: off\n"),
    "cues as a list in brackets": (f"{PLANK}cues: [countdown: 5]\n", f"{PLANK}cues: {{countdown: 5}}\n"),
    "variables as a list": (f"vars:\n  - n: 8\n  - m: 9\n{HEAD}  - Squats x{{n}}\n", f"{HEAD}  - Squats x8\n"),
    "defaults as a list": (f"{HOLD}defaults:\n  - rest: 10s\n", f"{HOLD}defaults:\n  rest: 10s\n"),
    "a variable with a placeholder's name": (f"vars: {{reps: 8}}\n{HEAD}  - Squats x{{reps}}\n",
                                             f"{HEAD}  - Squats x8\n"),
    "a variable with a blank in its name": (f"vars: {{my reps: 8}}\n{HEAD}  - 'Squats x{{my reps}}'\n",
                                            f"{HEAD}  - Squats x8\n"),
    "a variable without a value": (f"vars:\n  n:\n{PLANK}", PLANK),
    "a misspelt variable": (f"vars: {{run: 60s}}\n{HEAD}  - Run {{rnu}}\n", f"{HEAD}  - Run 60s\n"),
    "a word in braces": (f"{PLANK}  - say: 'Hi {{zzzzzz}}.'\n", f"{PLANK}  - say: 'Hi {{{{zzzzzz}}.'\n"),
    "curly quotes around a value": (f"{HEAD}  - exercise: Plank\n    hold: “40s”\n", HOLD),
    "curly quotes around a line": (f"{HEAD}  - “Plank 40s”\n", PLANK),
    "curly quotes around the title": ("title: “T”\nworkout: [Plank 40s]\n", PLANK),
    "German quotes": (f"{HEAD}  - exercise: Plank\n    hold: „40s“\n", HOLD),
    "a comma in brackets": (
        f"{HEAD}  - circuit: C\n    do: [Push-ups 3x10, rest 45s]\n",
        f"{HEAD}  - circuit: C\n    do:\n      - Push-ups 3x10, rest 45s\n"),
    "commas in brackets": (
        f"{HEAD}  - circuit: C\n    do: [Plank 40s, Push-ups 3x10, rest 45s, Squats x10]\n",
        f"{HEAD}  - circuit: C\n    do:\n      - Plank 40s\n      - Push-ups 3x10, rest 45s\n      - Squats x10\n"),
    "a path with backslashes": (f'{PLANK}music: "C:\\Users\\me\\calm.mp3"\n',
                                f"{PLANK}music: 'C:\\Users\\me\\calm.mp3'\n"),
    "a text where tips belong": (f"{HOLD}    tips: Breathe.\n", f"{HOLD}    tips: [Breathe.]\n"),
    "an include's typo": (f"{PLANK}  - include: lges.yaml\n", f"{PLANK}  - include: legs.yaml\n"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("C:\\Users\\me\\calm.mp3", "calm.mp3"):
        (tmp_path / name).touch()
    (tmp_path / "legs.yaml").write_text(PLANK, "utf-8")
    monkeypatch.chdir(tmp_path)


@cases(("broken", "meant"), BROKEN)
def test_who_follows_the_hints_gets_what_was_meant(broken: str, meant: str) -> None:
    assert heard(meant) in map(heard, mended(broken))
