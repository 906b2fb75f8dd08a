"""Lines of the short form that are refused: which words, and what would be read."""

import json

import pytest

from helpers.cases import cases, inputs
from helpers.routines import Shown, errors_of, expect_one_fault, underlined_in, with_workout

LATER = "after the dose come only `each side`, `@ load` and `, rest 30s`; the name stands first"

# A line with the words that are underlined, message and hint.
REFUSED: dict[str, tuple[str, str | None]] = {
    "«Plank»": ("`Plank` has no dose", "say how long or how often: `Plank 30s` or `Plank x10`"),
    "«Plank 40»": (
        "`Plank 40` can be read two ways: 40 repetitions or 40 seconds?",
        "write `Plank x40` or `Plank 40s`",
    ),
    "«40s»": ("`40s` has no name", "write the name first: `Plank 40s`"),
    "«x10»": ("`x10` has no name", "write the name first: `Plank x10`"),
    "«3x10»": ("`3x10` has no name", "write the name first: `Plank 3x10`"),
    "«40s hold»": ("`40s hold` has no name", "write the name first: `Plank 40s hold`"),
    "«10»": ("`10` is no name that can be spoken", "write it in words"),
    "«?!»": ("`?!` is no name that can be spoken", "write it in words"),
    "Plank 40s «fast»": ("`fast` cannot be read here", LATER),
    "Plank 40s, «then» rest 20s": ("`then` cannot be read here", LATER),
    "Squats 3x10 «at 20 kg»": ("`at 20 kg` cannot be read here", "write `@ 20 kg`"),
    "Squats 3x10 «with 20 kg»": ("`with 20 kg` cannot be read here", "write `@ 20 kg`"),
    "Plank 40s «x3»": ("`x3` is a second dose", "write `Plank 3x40s`"),
    "Plank 40s «3x»": ("`3x` is a second dose", "write `Plank 3x40s`"),
    "30s plank «x3»": ("`x3` is a second dose", "write `plank 3x30s`"),
    "Bridge x10 «3s hold»": (
        "`3s hold` is a second dose",
        "one line, one dose: write a line for each",
    ),
    "Plank «x 40s»": (
        "`x 40s` is neither a time nor a number of repetitions",
        "write `40s` or `x10`",
    ),
    "Plank «1,5» s": ("`1,5` has a comma where a point belongs", "write `1.5`"),
    "Plank «15 - 20s»": (
        "the dash can be read two ways: a range, or the end of the name?",
        "write `15-20s` for a range, or leave the dash out",
    ),
    "Squats «3 sets»": (
        "`3 sets` does not say what is done in each",
        "write for instance `3x10`, or a `circuit` for rounds",
    ),
    "«3 rounds» of 10 squats": (
        "`3 rounds` does not say what is done in each",
        "write for instance `3x10`, or a `circuit` for rounds",
    ),
    "«Rest» x10": ("`Rest` is a rest and no exercise", "write `rest 30s` on a line of its own"),
    "«Rest» 30s each side": (
        "`Rest` is a rest and no exercise",
        "write `rest 30s` on a line of its own",
    ),
    "«7» point plank 30s": (
        "`7 point plank 30s` can be read two ways: is `7` a dose or a part of the name?",
        "write `point plank x7`, or `exercise: 7 point plank` with the dose as a key",
    ),
    "Plank 40s, «rest»": ("`rest` does not say how long", "write `rest 30s`"),
    "Plank 40s, «rest 20»": ("`rest 20` does not say how long", "write `rest 20s`"),
    "Plank 40s, rest 20s, rest «30s»": ("`30s` says a second time what `20s` says", "keep one"),
    "Plank 40s each side, «per leg»": (
        "`per leg` says a second time what `each side` says",
        "keep one",
    ),
    "«Rest»": ("`Rest` does not say how long", "write `rest 30s`"),
    "«Rest 30»": ("`Rest 30` does not say how long", "write `rest 30s`"),
    "«Pause»": ("`Pause` does not say how long", "write `rest 30s`"),
    "Run «400m»": (
        "`400m`: minutes or metres?",
        "write `400 min`, or `400 metres` in the name and the dose as a key",
    ),
    "Run «91 m»": (
        "`91 m`: minutes or metres?",
        "write `91 min`, or `91 metres` in the name and the dose as a key",
    ),
    "Run 3x«400m»": (
        "`400m`: minutes or metres?",
        "write `400 min`, or `400 metres` in the name and the dose as a key",
    ),
    "Plank «0s»": ("`0s`: must be longer than 0", None),
    "Plank «20-15s»": ("`20-15s` is a range turned round", "write `15-20s`"),
    "Squats x«12-8»": ("`12-8` is a range turned round", "write `8-12`"),
    "Squats x«0»": ("`0`: must be 1 or more", None),
    "Squats «0»x10": ("`0`: must be 1 or more", None),
    "Plank «1:60»": ("`1:60` is no time: minutes and seconds go up to 59", "write `1:30`"),
}


@inputs(("line", "message", "hint"), REFUSED)
def test_a_line_that_does_not_parse_says_which_words_and_what_would(
    line: str, message: str, hint: str | None
) -> None:
    expect_one_fault(with_workout(f"- {line}"), message, hint)


NEVER_GUESSED = [
    # Two doses, or a dose that is not finished.
    "21s curls x10",
    "Squats x10/8/6",
    "Squats 10, 8, 6",
    "Squats 21-15-9",
    "Plank 30s/20s",
    "HIIT 20/10 x8",
    "Squats x1.5",
    "Squats 3x1.5",
    "Plank .5 min",
    "Plank x40s",
    "Run 400 m x3",
    "Run 1h30",
    "Run 3:00 min",
    "Run 5 min walk 3 min",
    "Mountain climbers 30s on/10s off",
    # Words that would become a part of the name.
    "3 sets squats",
    "Squats 3 sets 10 reps",
    "Wall sit 3 rounds 30s",
    "Squats 8 - 12 reps",
    # A rest is never a name, and never a part of one.
    "Active rest 30s",
    "Walk and rest 30s",
    "Rest 30s, rest 20s",
    "Rest @ home 30s",
    "Rest period 30s",
    "Rest 30s please",
    "Rest - 30s",
    # What follows the dose is side, load or rest, in any order.
    "Squats @ 20 kg 3x10",
    "Squats 3x10 @",
    "Squats 3x10 20 kg",
    "Plank 20s left",
    "Plank (40s)",
    "Plank 40s; rest 20s",
    "Plank 40s and rest 20s",
    "Plank 40s # my favourite",
    "Lunges 3x10 (each leg)",
    # A number without a word.
    "Lunges 10 each leg",
    "1 arm row 3x10",
    # Not built in this version.
]


@pytest.mark.parametrize("line", NEVER_GUESSED)
def test_what_would_be_misheard_is_an_error(line: str) -> None:
    errors = errors_of(with_workout(f"- {json.dumps(line, ensure_ascii=False)}"))
    assert len(errors) == 1
    assert errors[0].line == 4
    assert errors[0].column >= 5


@pytest.mark.parametrize("line", NEVER_GUESSED)
def test_a_hint_shows_no_line_that_would_be_refused_itself(line: str) -> None:
    (error,) = errors_of(with_workout(f"- {json.dumps(line, ensure_ascii=False)}"))
    shown = (error.hint or "").split("`")[1::2]
    lines = [form for form in shown if form[:1].isupper() and " " in form]
    assert [
        form
        for form in lines
        if errors_of(with_workout(f"- {json.dumps(form, ensure_ascii=False)}"))
    ] == []


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
