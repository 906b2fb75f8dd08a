"""Hostile input: bombs, floods and depths are refused at once, and no text is ever interpreted."""

import json
import tracemalloc
from pathlib import Path

import pytest

from helpers.cases import cases, inputs
from helpers.routines import FILE, Shown, errors_of, plan_of, with_workout
from helpers.work import at_most
from voicecoach.language import RoutineText, load
from voicecoach.problems import RoutineError
from voicecoach.text.parsing import read_document
from voicecoach.units import HOUR_MS, MINUTE_MS

# A few times what the longest of it takes; an explosion is far beyond.
CALLS = 20_000_000
MOST_BYTES = 50_000_000


def _bomb(doubling: int, width: int) -> str:
    lines = ["a0: &a0 [lol, lol]"]
    for number in range(1, doubling):
        aliases = ", ".join([f"*a{number - 1}"] * width)
        lines.append(f"a{number}: &a{number} [{aliases}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("doubling", "width"), [(30, 9), (100, 2), (5, 200)])
def test_an_alias_bomb_is_refused_before_it_goes_off(doubling: int, width: int) -> None:
    with at_most(CALLS):
        (error,) = errors_of(_bomb(doubling, width))
    assert error.message == "more than 100000 values once the aliases are written out"


def test_an_alias_bomb_takes_no_memory() -> None:
    bomb = _bomb(30, 9)
    tracemalloc.start()
    try:
        assert errors_of(bomb)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < MOST_BYTES


def test_aliases_of_a_long_text_are_refused_before_it_is_copied() -> None:
    routine = with_workout(f"- &s {{say: '{'x' * 200_000}'}}\n" + "- *s\n" * 1000)
    tracemalloc.start()
    try:
        (error,) = errors_of(routine)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    message = "more than 10000000 characters once the aliases are written out"
    assert (error.line, error.message) == (53, message)
    assert peak_bytes < MOST_BYTES


def test_a_bomb_of_merges_is_refused_too() -> None:
    lines = ["a0: &a0 {k0: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" for n in range(1, 40)]
    with at_most(CALLS):
        assert errors_of("\n".join(lines))


def test_a_few_aliases_are_no_bomb() -> None:
    routine = "title: T\nworkout:\n  - &p Plank 10s\n" + "  - *p\n" * 1000
    assert errors_of(routine) == []


DEPTHS = {
    "a list too deep by one": ("[" * 101, 101),
    "lists, 10 000 deep": ("[" * 10_000, 101),
    "lists, 900 000 deep": ("[" * 900_000, 101),
    "mappings in braces": ("{a: " * 10_000, 401),
    "lists of dashes": ("- " * 10_000, 201),
    "keys of question marks": ("? " * 10_000, 201),
    "lists and mappings in turn": ("[{a: " * 10_000, 251),
}


@cases(("text", "column"), DEPTHS)
def test_yaml_nested_over_100_deep_is_refused_at_its_depth(text: str, column: int) -> None:
    with at_most(CALLS):
        assert errors_of(text) == [Shown(1, column, "nested more than 100 deep", None)]


def test_yaml_nested_10_000_deep_line_by_line_is_refused() -> None:
    text = "\n".join(f"{' ' * depth}a:" for depth in range(1300))
    with at_most(CALLS):
        assert errors_of(text) == [Shown(101, 101, "nested more than 100 deep", None)]


def test_a_file_over_1_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text("title: T\nworkout:\n" + "  - Plank 40s\n" * 80_000, encoding="utf-8")
    with at_most(CALLS), pytest.raises(RoutineError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint) == (
        "the file is larger than 1 MB",
        "a routine is a few kB",
    )


def test_a_value_of_a_megabyte_is_refused_in_a_few_words() -> None:
    (error,) = errors_of(with_workout(f"- say: '{'x' * 900_000}'"))
    assert error.message == "this text is longer than 2000 characters"


def _nested(depth: int) -> str:
    blocks = "".join(
        f"{'    ' * level}- circuit: C{level}\n{'    ' * level}  do:\n" for level in range(depth)
    )
    return with_workout(f"{blocks}{'    ' * depth}- Plank 10s\n")


def test_blocks_nest_up_to_16_deep() -> None:
    assert errors_of(_nested(16)) == []


def test_blocks_nested_over_16_deep_are_an_error_at_the_first_too_deep() -> None:
    (error,) = errors_of(_nested(17))
    assert error.message == "blocks nest at most 16 deep"
    assert error.line == 4 + 17 * 2


@pytest.mark.parametrize("depth", [30, 45])
def test_blocks_nested_far_too_deep_are_one_error(depth: int) -> None:
    assert [error.message for error in errors_of(_nested(depth))] == ["blocks nest at most 16 deep"]


EXPLOSIONS = {
    "repeats of work": "- repeat: 9999\n  do:\n    - repeat: 9999\n      do:\n        - repeat: 9999\n          do: [Plank 1s]",
    "repeats of texts": "- repeat: 9999\n  do:\n    - repeat: 9999\n      do:\n        - say: Hi.",
    "repeats of rests of 0": "- repeat: 9999\n  do:\n    - repeat: 9999\n      do:\n        - rest: 0",
    "a circuit": "- circuit: C\n  rounds: 9999\n  round_rest: 0\n  do: [Plank 1s, Jacks 1s, Squats 1s]",
    "sets": "- exercise: Plank 9999x1s, each side",
}


@cases("blocks", EXPLOSIONS)
def test_repeats_that_would_explode_are_refused_before_they_do(blocks: str) -> None:
    with at_most(CALLS):
        assert errors_of(with_workout(blocks)) == [
            Shown(3, 1, "the routine has more than 25000 phases", None)
        ]


TOO_LONG = {
    "- exercise: Run\n  for: 6:00:01": "6:00:01",
    "- exercise: Run\n  for: 999999999h": "999999999:00:00",
    "- exercise: Squats\n  reps: 9999": "8:19:57",
    "- repeat: 7\n  do: [Run 1h]": "7:00:00",
    "- rest: 7h": "7:00:00",
    "- pause: 361 min": "6:01:00",
}


@inputs(("blocks", "total"), TOO_LONG)
def test_a_total_over_6_h_is_an_error_that_names_the_total(blocks: str, total: str) -> None:
    assert errors_of(with_workout(blocks)) == [
        Shown(3, 1, f"the routine lasts {total}, longer than 6:00:00", None)
    ]


def test_a_total_of_6_h_is_none_and_more_may_be_allowed() -> None:
    six = RoutineText(with_workout("- repeat: 6\n  do: [Run 1h]"), Path(FILE))
    assert load(six).exact_ms == 6 * HOUR_MS
    seven = RoutineText(with_workout("- repeat: 7\n  do: [Run 1h]"), Path(FILE))
    assert load(seven, max_duration_ms=8 * HOUR_MS).exact_ms == 7 * HOUR_MS
    with pytest.raises(RoutineError, match="lasts 7:00:00, longer than 0:30"):
        load(seven, max_duration_ms=MINUTE_MS // 2)


LONG_WORK = [
    "- exercise: Squats x1500\n  rep: 2s",
    "- exercise: Breathe\n  for: 40 min\n  tempo: [{in: 2s}, {out: 2s}]",
    "- exercise: Bridge\n  reps: 1000\n  hold: 1s",
    "- repeat: 800\n  do:\n    - exercise: Run 3s\n      tips: [One., Two.]",
    "\n".join(f"- Step {number} for 1s" for number in range(600)),
]


@pytest.mark.parametrize("blocks", LONG_WORK, ids=range(len(LONG_WORK)))
def test_long_work_is_planned_in_a_time_in_proportion(blocks: str) -> None:
    with at_most(CALLS):
        assert plan_of(with_workout(blocks)).duration_ms > 0


TEXTS = {
    "tags": "<speak>loud</speak>",
    "entities": "a & b &amp; c",
    "an engine's phonemes": "[[f'@ni:m]] and [[1]]",
    "an engine's own commands": "\\[slnc 5000]",
    "emojis": "💪🏽 Go! 👩‍👩‍👧‍👦",
    "turned writing direction": "\u202eright to left\u202c",
    "marks of no width": "\u200b\u200fzero\u2066width\u2069",
    "a byte order mark": "\ufeffmark",
    "combining characters": "e\u0301 combining \u0336",
    "tag characters": "\U000e0041 tag",
    "braces and variables of a shell": "{braces} %s %(x)s $HOME `id` ${x}",
    "a quote and a command": "'; rm -rf / #",
    "a path": "../../etc/passwd",
    "Japanese, Arabic and Hebrew": "日本語 العربية עברית",
    "line separators": "a\u2028b\u2029c\u0085d",
    "a formula": "=cmd|' /C calc'!A0",
}


@cases("text", TEXTS)
def test_whatever_is_in_a_text_is_spoken_as_text(text: str) -> None:
    # A brace is the one character with a meaning in a text; doubled it stands for itself.
    doubled = text.replace("{", "{{")
    timeline = plan_of(
        with_workout(f"- say: {json.dumps(doubled, ensure_ascii=False)}\n- Plank 30s")
    )
    said = [event.text for event in timeline.events if event.role == "say"]
    assert said == [" ".join(text.split())]


@cases(
    "text",
    {
        "a bell": "\x07",
        "an escape sequence": "\x1b[31m",
        "a zero": "\x00",
        "a backspace": "\x08",
        "a delete": "\x7f",
    },
)
def test_an_escaped_control_character_is_text_and_harmless(text: str) -> None:
    routine = with_workout(f'- say: "a\\x{ord(text[0]):02x}b"\n- Plank 30s')
    timeline = plan_of(routine)
    assert [event.text for event in timeline.events if event.role == "say"] == [f"a{text[0]}b"]
