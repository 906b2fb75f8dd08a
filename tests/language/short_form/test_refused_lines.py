"""Lines of the short form that are refused: which words, and what to write instead."""

import json
import re
from collections.abc import Iterator

import pytest

from helpers.cases import cases, inputs
from helpers.routines import Shown, errors_of, expect_one_fault, underlined_in, with_workout

# A line with the words that are underlined, message and hint.
REFUSED: dict[str, tuple[str, str | None]] = {
    "Plank «40»": (
        "`40` can be read two ways: repetitions or seconds?",
        "write `Plank x40` or `Plank 40s`",
    ),
    "Squats «8-12»": (
        "`8-12` can be read two ways: repetitions or seconds?",
        "write `Squats x8-12` or `Squats 8-12s`",
    ),
    "«40s»": ("`40s` has no name", "write `Plank 40s`"),
    "«x10»": ("`x10` has no name", "write `Plank x10`"),
    "«5 deep breaths»": ("`5 deep breaths` has no name", "write `Breathing 5 breaths`"),
    "«3x10»": ("`3x10` has no name", "write `Plank 3x10`"),
    "«40s hold»": ("`40s hold` has no name", "write `Plank 40s hold`"),
    "«10»": ("`10` is no name that can be spoken", "write it in words"),
    "10 «each side»": ("`each side` is a side and no exercise", None),
    "Squats 3x10 @ «rest 60s»": (
        "`rest 60s` cannot be read here, behind the dose",
        "write `exercise: Squats 3x10` with `tips: rest 60s` below it",
    ),
    "1 minute «and a half of planks»": (
        "`and a half of planks` cannot be read here, behind the dose",
        "write `exercise: Plank 1 minute` with `tips: and a half of planks` below it",
    ),
    "«Rest 3x30s»": ("`Rest 3x30s` is a rest, which has only a length", "write `rest 30s`"),
    "«?»!": ("`?` is no name that can be spoken", "write it in words"),
    "Plank 40s «fast»": ("`fast` has an `@` before it behind the dose", "write `Plank 40s @ fast`"),
    "Run 5 min «easy»": ("`easy` has an `@` before it behind the dose", "write `Run 5 min @ easy`"),
    "Squats 3x10 at «20 kg»": (
        "`20 kg` is a load, and has an `@` before it",
        "write `Squats 3x10 @ 20 kg`",
    ),
    "Squats 3x10 with «20 kg»": (
        "`20 kg` is a load, and has an `@` before it",
        "write `Squats 3x10 @ 20 kg`",
    ),
    "Squats 3x10 («20 kg»)": (
        "`20 kg` is a load, and has an `@` before it",
        "write `Squats 3x10 @ 20 kg`",
    ),
    "Squat «60kg» 3x10": (
        "`60kg` is a load, and has an `@` before it",
        "write `Squat 3x10 @ 60kg`",
    ),
    "«24 kg» swings x10": (
        "`24 kg` is a load, and has an `@` before it",
        "write `swings x10 @ 24 kg`",
    ),
    "«20 kg» swings": ("`20 kg` is a load, and has an `@` before it", "write `swings x10 @ 20 kg`"),
    "Box jump «60 cm» x 10": (
        "`60 cm` is a load, and has an `@` before it",
        "write `Box jump x10 @ 60 cm`",
    ),
    "Box jump «24\"» x 10": (
        "`24\"` can be read two ways: a time, or inches?",
        "write `Box jump 10x24\"` or `Box jump x10 @ 24 inches`",
    ),
    "Bridge x10 «3s hold»": (
        "`3s hold` stands behind the repetitions: is each of them a hold?",
        "write `Bridge 10x3s hold`",
    ),
    "Bridge x10 «with 3s hold»": (
        "`with 3s hold` stands behind the repetitions: is each of them a hold?",
        "write `Bridge 10x3s hold`",
    ),
    "Bridge 3x10, «hold 5s»": (
        "`hold 5s` stands behind the repetitions: is each of them a hold?",
        "write `Bridge 3x10x5s hold`",
    ),
    "Bridge x10 «@ 5s hold»": (
        "`@ 5s hold` stands behind the repetitions: is each of them a hold?",
        "write `Bridge 10x5s hold`",
    ),
    "Chin tucks: «hold 5 s», repeat 10 times": (
        "`hold 5 s` stands before its repetitions: is each a hold?",
        "write `Chin tucks 10x5 s hold`",
    ),
    "Bird dog 10 reps/side, «hold 5s»": (
        "`hold 5s` stands behind the repetitions: is each of them a hold?",
        "write `Bird dog 10x5s hold, each side`",
    ),
    "Plank «x 40s»": ("`x 40s` is neither a time nor a number of repetitions", "write `Plank 40s`"),
    "Plank 40s each side, «per leg»": (
        "`per leg` says a second time what `each side` says",
        "write `Plank 40s, each side`",
    ),
    "Plank 40s, rest 20s, «rest 30s»": (
        "`rest 30s` says a second time what `rest 20s` says",
        "write `Plank 40s, rest 20s`",
    ),
    "Plank 30s «40s»": ("`30s` and `40s` are two times: a rest?", "write `Plank 30s, rest 40s`"),
    "Plank «30s, 40s»": (
        "`30s, 40s` are two doses, one a set?",
        "write `exercise: Plank` with `for: [30s, 40s]` below it or `Plank 30s, rest 40s`",
    ),
    "Plank 30s «keep your hips up»": (
        "`keep your hips up` cannot be read here, behind the dose",
        "write `exercise: Plank 30s` with `tips: keep your hips up` below it",
    ),
    "Squats x10 («slowly»)": (
        "`slowly` has an `@` before it behind the dose",
        "write `Squats x10 @ slowly`",
    ),
    "Squats 3x10 «@»": ("no load stands behind the `@`", "write `Squats 3x10`"),
    "Squats «x»": ("no number stands behind the `x`", "write `Squats x10`"),
    "Plank «15 - 20s»": (
        "`15 - 20s` can be read two ways: a range, or the end of the name and a dose?",
        "write `Plank 15-20s` or `Plank 15 20s`",
    ),
    "Squats «8 - 12» reps": (
        "`8 - 12` can be read two ways: a range, or the end of the name and a dose?",
        "write `Squats x8-12` or `exercise: Squats 8` with `reps: 12` below it",
    ),
    "Zone «2 - 30 min»": (
        "`2 - 30 min` can be read two ways: a range, or the end of the name and a dose?",
        "write `Zone 2-30 min` or `Zone 2 30 min`",
    ),
    "7 point plank «30s»": (
        "`7` and `30s` are two doses without an `in`",
        "write `point plank x7 in 30s` or `exercise: 7 point plank` with `for: 30s` below it",
    ),
    "10 push-ups «30s»": (
        "`10` and `30s` are two doses without an `in`",
        "write `push-ups x10 in 30s` or `exercise: 10 push-ups` with `for: 30s` below it",
    ),
    "Push-ups (10 reps) «60s»": (
        "`10 reps` and `60s` are two doses without an `in`",
        "write `Push-ups x10 in 60s`",
    ),
    "«Run 5 min, walk 3 min»": (
        "one line, one dose: this line has two",
        "write `- Run 5 min` and `- walk 3 min`, each on a line of its own",
    ),
    "«Run 5 min walk 3 min»": (
        "one line, one dose: this line has two",
        "write `- Run 5 min` and `- walk 3 min`, each on a line of its own",
    ),
    "«5 burpees + 10 squats»": (
        "one line, one dose: this line has two",
        "write `- 5 burpees` and `- 10 squats`, each on a line of its own",
    ),
    "«1' fast / 1' slow x 8»": (
        "one line, one dose: this line has two",
        "write `- {repeat: 8, do: [1' fast, 1' slow]}`",
    ),
    "«8 x 60s run / 90s walk»": (
        "one line, one dose: this line has two",
        "write `- {repeat: 8, do: [60s run, 90s walk]}`",
    ),
    "Squats «3» sets": ("`3` sets do not say what is done in each", "write `Squats 3x10`"),
    "«2-3» sets of squats": ("`2-3` sets do not say what is done in each", "write `squats 2-3x10`"),
    "Look «left and right» 30s": (
        "`left and right` can be read two ways: which side, or a part of the name?",
        "write `Look 30s, left and right` or `exercise: Look left and right` with `for: 30s` below it",
    ),
    "Calf stretch «left» 30s": (
        "`left` can be read two ways: which side, or a part of the name?",
        "write `Calf stretch 30s, left` or `exercise: Calf stretch left` with `for: 30s` below it",
    ),
    "Calf raises «20/20»": (
        "`20/20` can be read two ways: sides, or seconds on and off?",
        "write `Calf raises x20, each side` or `Calf raises 20s, rest 20s`",
    ),
    "Plank «1,5 s»": ("`1,5` has a comma where a point belongs", "write `Plank 1.5 s`"),
    "Squats «1.5» reps": ("`1.5` is no whole number", "write `Squats 1 reps` or `Squats 2 reps`"),
    "Squats «x10/8/6»": ("`x10/8/6` is no list: one has commas", "write `Squats 10, 8, 6`"),
    "Squats «10,8,6»": ("`10,8,6` is no number: a list needs blanks", "write `Squats 10, 8, 6`"),
    "Squats «1,000» reps": (
        "`1,000` can be read two ways: 1000, or 1?",
        "write `Squats 1000 reps` or `Squats 1 reps`",
    ),
    "Plank «1:75»": (
        "`1:75` is no time: minutes and seconds have two digits, up to 59",
        "write `Plank 2:15`",
    ),
    "Plank «0:5»": (
        "`0:5` is no time: minutes and seconds have two digits, up to 59",
        "write `Plank 0:05`",
    ),
    "Plank «20-15s»": ("`20-15s` is a range turned round", "write `Plank 15-20s`"),
    "Squats x«12-8»": ("`12-8` is a range turned round", "write `Squats x8-12`"),
    "Squats x«0»": ("`0`: must be 1 or more", None),
    "Run «90m»": ("`90m`: minutes or metres?", "write `Run 90 min` or `Run 90m in 0:32`"),
    "Run «91 m», rest 30s": (
        "`91 m`: minutes or metres?",
        "write `Run 91 min, rest 30s` or `Run 91 m in 0:32, rest 30s`",
    ),
    "Sprint 3x«40m»": (
        "`40m`: minutes or metres?",
        "write `Sprint 3x40 min` or `Sprint 3x40m in 0:30`",
    ),
    "Run «400 metres»": (
        "`400 metres`: a distance is not measured, it needs the time that it takes",
        "write `Run 400 metres in 2:24`",
    ),
    "«20 cal» row": (
        "`20 cal`: a distance is not measured, it needs the time that it takes",
        "write `row 20 cal in 1:00`",
    ),
    "Swim «4 lengths», rest 30s": (
        "`4 lengths`: a distance is not measured, it needs the time that it takes",
        "write `Swim 4 lengths in 3:00, rest 30s`",
    ),
    "Run «5 km»": (
        "`5 km`: a distance is not measured, it needs the time that it takes",
        "write `Run 5 km @ 6:00/km`",
    ),
    "Run 5 km «30 min»": (
        "`5 km` and `30 min` are two doses without an `in`",
        "write `Run 5 km in 30 min`",
    ),
    "Run «90 m» @ 6:00/km": (
        "`90 m`: minutes or metres?",
        "write `Run 90 min @ 6:00/km` or `exercise: Run` with `distance: 90 m`, `pace: 6:00/km` below it",
    ),
    "«max» push-ups": ("`max` needs a time", "write `push-ups max in 60s`"),
    "Push-ups 3 x «max»": ("`max` needs a time", "write `Push-ups 3x max in 60s`"),
    "Push-ups «to failure»": ("`max` needs a time", "write `Push-ups max in 60s`"),
    "Push-ups «AMRAP»": ("`max` needs a time", "write `Push-ups max in 60s`"),
    "Push-ups max «60s»": (
        "`max` and `60s` are two doses without an `in`",
        "write `Push-ups max in 60s`",
    ),
    "Heel raises «2-0-2» x 10": (
        "`2-0-2` is no dose: is it a `tempo:`?",
        "write `exercise: Heel raises x10` with `tempo: 2-0-2` below it",
    ),
    "Curl 3x12 («3-1-1»)": (
        "`3-1-1` is no dose: is it a `tempo:`?",
        "write `exercise: Curl 3x12` with `tempo: 3-1-1` below it",
    ),
    "Curl 3x12 tempo «3-1-1»": (
        "`3-1-1` is no dose: is it a `tempo:`?",
        "write `exercise: Curl 3x12` with `tempo: 3-1-1` below it",
    ),
    "Breathing «4-7-8-9»": (
        "`4-7-8-9` is no dose: is it a `breath:` or a `tempo:`?",
        "write `exercise: Breathing 10 breaths` with `breath: 4-7-8-9` below it",
    ),
    "HIIT «20/10 x8»": (
        "`20/10 x8` is no dose: intervals of work and rest?",
        "write `HIIT 8x20s, rest 10s`",
    ),
    "«8 x 20s/10s» burpees": (
        "`8 x 20s/10s` is no dose: intervals of work and rest?",
        "write `burpees 8x20s, rest 10s`",
    ),
    "Burpees «20s on, 10s off»": (
        "`20s on, 10s off` is no dose: intervals of work and rest?",
        "write `Burpees 8x20s, rest 10s`",
    ),
    "Plank 40s, «rest»": ("`rest` does not say how long", "write `Plank 40s, rest 60s`"),
    "Plank 40s, rest «20»": (
        "`rest 20` does not say in what: seconds or minutes?",
        "write `Plank 40s, rest 20s`",
    ),
    "Squats 3x10 «r60»": ("`r60` is no word: a rest?", "write `Squats 3x10, rest 60s`"),
    "Boxing «3 x 3 min / 1 min»": (
        "`3 x 3 min / 1 min` is no dose: intervals of work and rest?",
        "write `Boxing 3x3 min, rest 1 min`",
    ),
    "Squats 3x10, «rest as needed»": (
        "`rest as needed` does not say how long",
        "write `Squats 3x10, rest 60s`",
    ),
    "«Rest»": ("`Rest` does not say how long", "write `rest 60s`"),
    "«Rest 30»": (
        "`Rest 30` does not say in what: seconds or minutes?",
        "write `rest 30s` or `rest 30 min`",
    ),
    "«Pause»": ("`Pause` does not say how long", "write `rest 60s`"),
    "«Short rest»": ("`Short rest` does not say how long", "write `Short rest 60s`"),
    "«Rest as needed»": ("`Rest as needed` does not say how long", "write `rest 60s`"),
    "«Rest 30s please»": (
        "`please` cannot be read behind a rest",
        "write `rest: 30s` with `say: please` below it",
    ),
    "«Rest x10»": ("`Rest x10` is a rest, which has only a length", "write `rest 60s`"),
    "Plank «20 secnds»": ("`secnds` is no unit", "write `Plank 20s`"),
    "Squats «10 repitions»": ("`repitions` is no unit", "write `Squats x10`"),
    "Run «until» 10:00": ("`until` is no part of a name", "write how long it lasts: `Run 10 min`"),
    "«Swings 10 every 30s»": (
        "`every` is no part of an exercise: it takes a block, `emom`",
        "write `- {emom: 10, every: 30s, do: [Swings x10]}`",
    ),
    "«10 burpees every minute for 10 minutes»": (
        "`every minute` is no part of an exercise: it takes a block, `emom`",
        "write `- {emom: 10, do: [10 burpees]}`",
    ),
    "«EMOM 10: 5 burpees»": (
        "`EMOM` is no part of an exercise: it takes a block, `emom`",
        "write `- {emom: 10, do: [5 burpees]}`",
    ),
    "«AMRAP 12 min»": (
        "`AMRAP` is no part of an exercise: it takes a block, `amrap`",
        "write `- {amrap: 12 min, do: [Squats x10, Push-ups x10]}`",
    ),
    "«AMRAP 10: 5 push-ups, 10 squats»": (
        "`AMRAP` is no part of an exercise: it takes a block, `amrap`",
        "write `- {amrap: 10 min, do: [5 push-ups, 10 squats]}`",
    ),
    "«Tabata burpees»": (
        "`Tabata` is no part of an exercise: it takes a block, `tabata`",
        "write `- tabata: burpees`",
    ),
    "«Tabata: squats 20s/10s»": (
        "`Tabata` is no part of an exercise: it takes a block, `tabata`",
        "write `- {tabata: squats, work: 20s, rest: 10s}`",
    ),
    "«Repeat x3»": (
        "`Repeat` is no part of an exercise: it takes a block, `repeat`",
        "write `- {repeat: 3, do: [Squats x10, Push-ups x10]}`",
    ),
    "«Superset squats 3x10»": (
        "`Superset` is no part of an exercise: it takes a block, `circuit`",
        "write `- {circuit: Circuit, rounds: 3, do: [squats 3x10]}`",
    ),
    "«3 rounds of: 10 squats, 10 push-ups»": (
        "`rounds` is no part of an exercise: it takes a block, `circuit`",
        "write `- {circuit: Circuit, rounds: 3, do: [10 squats, 10 push-ups]}`",
    ),
    "«3 rounds: 10 squats»": (
        "`rounds` is no part of an exercise: it takes a block, `circuit`",
        "write `- {circuit: Circuit, rounds: 3, do: [10 squats]}`",
    ),
    "«Wall sit 3 rounds 30s»": (
        "`rounds` is no part of an exercise: it takes a block, `circuit`",
        "write `- {circuit: Circuit, rounds: 3, do: [Wall sit 30s]}`",
    ),
    "«Plank»": ("`Plank` has no dose", "say how long or how often: `Plank 30s` or `Plank x10`"),
    "Plank «0s»": ("`0s`: must be longer than 0", None),
}  # fmt: skip


@inputs(("line", "message", "hint"), REFUSED)
def test_a_line_that_does_not_parse_says_which_words_and_what_would(
    line: str, message: str, hint: str | None
) -> None:
    written = json.dumps(line, ensure_ascii=False) if ": " in line else line
    expect_one_fault(with_workout(f"- {written}"), message, hint)


# Hints that show values or say what to do, and no line.
UNWRITTEN = ("write it in words", "say how long")


@pytest.mark.parametrize("line", REFUSED)
def test_what_a_hint_shows_is_accepted_as_it_stands(line: str) -> None:
    hint = REFUSED[line][1] or UNWRITTEN[0]
    shown = list(_shown(hint))
    assert shown or hint.startswith(UNWRITTEN)
    assert [blocks for blocks in shown if errors_of(with_workout(blocks))] == []


def _shown(hint: str) -> Iterator[str]:
    """Yield the blocks that a hint shows, each choice by itself, as the lines of a workout."""
    for choice in re.split(r" or (?=`)", hint.removeprefix("write ")):
        first, *below = re.findall("`([^`]+)`", choice) or [""]
        if below and not choice.endswith("below it"):
            yield "\n".join([first, *below])
        elif first.startswith("- "):
            yield first
        elif below:
            yield "\n".join([f"- {first}", *(f"  {key}" for key in below)])
        elif choice.startswith(("`", "how long")):
            yield f"- {json.dumps(first, ensure_ascii=False)}"


def test_a_line_of_more_than_300_characters_is_refused_at_once() -> None:
    line = "Plank " + "1 " * 150 + "40s"
    assert errors_of(with_workout(f"- {line}")) == [
        Shown(
            4,
            5,
            "a line of more than 300 characters",
            "write `exercise:` with the name, and the dose as a key",
        )
    ]


@cases(
    "tail",
    {
        "letters": "x" * 290,
        "digits": "1" * 290,
        "digits with blanks": "1 " * 145,
        "dashes": "- " * 145,
        "digits and crosses": "1x" * 145,
    },
)
def test_a_long_line_is_read_or_refused_quickly(tail: str) -> None:
    for line in (f"Plank {tail}", f"{tail} Plank", f"Plank 40s {tail}"):
        errors_of(with_workout(f"- {json.dumps(line[:300])}"))


@pytest.mark.parametrize(
    ("written", "words"),
    [("- Plank 40s zz", "zz"), ("- 'Plank 40s zz'", "zz"), ('- "Plank 40s zz"', "zz")],
)
def test_the_words_are_underlined_in_quotes_too(written: str, words: str) -> None:
    assert underlined_in(with_workout(written)) == [words]
