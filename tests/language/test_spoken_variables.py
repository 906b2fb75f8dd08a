"""Which variables of a routine are words that are said."""

from pathlib import Path

from voicecoach.language.spoken_variables import spoken_variables

ROUTINE = """\
title: Knees for {a}
vars: {a: "1", b: "1", c: "1", d: "1", e: "1", f: "1", move: Squats, hold: 10s, voice: tone}
voice: "{voice}"
workout:
  - say: Hello {b}
  - exercise: Stretch for {c}
    hold: "{hold}"
    tips: ["Go, {d}!"]
  - "{e} special 8 reps"
  - rounds: 2
    of: ["Squats like {f} 8 reps"]
  - exercise: "{move}"
    hold: 10s
"""


def test_what_stands_among_words_is_said_and_what_is_all_of_a_value_is_one(tmp_path: Path) -> None:
    path = tmp_path / "routine.yaml"
    path.write_text(ROUTINE)
    assert spoken_variables(path) == frozenset("abcdef")
