"""What a few lines of a routine cannot ask for: endless lines, programmes and numbers of tones."""

import pytest

from helpers.cases import cases
from helpers.routines import Shown, errors_of, plan_of, routine_of, rule_of_thumb, with_workout
from helpers.work import at_most
from voicecoach.problems import RoutineError
from voicecoach.timeline import bounds, plan
from voicecoach.units import HOUR_MS, MINUTE_MS

CALLS = 5_000_000
TOO_LONG = "this line grows to more than 5000 characters when it is said"
HINT = "shorten it, or what stands in it for something else"
LONG = "word " * 390

GROWING = {
    "a title, again and again": (f"title: {LONG}\nworkout:\n  - say: '{'{title} ' * 240}'", 3, 11),
    "a word pronounced at length": (
        with_workout(f"- say: {'a ' * 900}", f"pronounce: {{a: {LONG}}}"),
        4,
        10,
    ),
    "a name in a setup": (
        with_workout(f"- exercise: {LONG}\n  for: 30s\n  setup: '{'{exercise} ' * 3}'"),
        6,
        13,
    ),
    "a tip": (
        with_workout(f"- exercise: {LONG}\n  for: 30s\n  tips: ['{'{exercise}' * 3}']"),
        6,
        13,
    ),
    "an intro": (f"title: {LONG}\nintro: '{'{title} ' * 3}'\nworkout: [Plank 30s]", 2, 9),
    "an announcement of several texts": (
        with_workout(f"- exercise: {LONG}\n  for: 30s\n  load: {LONG}\n  effort: {LONG}"),
        4,
        5,
    ),
}


@cases(("text", "line", "column"), GROWING)
def test_a_line_that_grows_beyond_5000_characters_is_an_error_at_its_place(
    text: str, line: int, column: int
) -> None:
    with at_most(CALLS):
        assert errors_of(text) == [Shown(line, column, TOO_LONG, HINT)]


def test_a_line_of_which_2000_characters_are_written_is_none() -> None:
    text = with_workout(f"- say: {'abcd ' * 399}", "pronounce: {abcd: abcde fghij}")
    assert errors_of(text) == []


def test_a_programme_that_gets_too_long_by_what_is_said_is_an_error_where_it_does() -> None:
    blocks = "- &text {say: Word after word after word.}\n" + "- *text\n" * 20_000
    routine = routine_of(with_workout(blocks))
    with at_most(2 * CALLS), pytest.raises(RoutineError) as caught:
        plan(routine, rule_of_thumb, most_ms=HOUR_MS)
    (problem,) = caught.value.problems
    assert (problem.span.line, problem.code) == (4, "too-long")
    assert problem.message == "here the routine gets longer than 1:00:00, with all that is said"


def test_rests_that_words_make_longer_count_too() -> None:
    header = "fit: extend"
    blocks = f"- Plank 30s\n- {{rest: 10s, say: {'word ' * 300}}}\n- Squats 30s"
    routine = routine_of(with_workout(blocks, header))
    with pytest.raises(RoutineError, match="here the routine gets longer than 1:00"):
        plan(routine, rule_of_thumb, most_ms=MINUTE_MS)


MANY = {
    "numbers": "- {exercise: Squats, reps: 9999, rep: 1s}",
    "clicks": "- {exercise: Run, for: 1h, metronome: 180}",
    "ticks of tips": "- exercise: Run\n  for: 1h\n  tips:\n"
    + "    - {every: 10s, sound: tick}\n" * 20,
    "parts of a tempo": "- {exercise: Breathe, for: 1h, tempo: [{in: 1s}, {out: 1s}]}",
    "sets": "- {exercise: Squats, reps: 5, rep: 2s, sets: 500, rest: 1s}",
}


@cases("blocks", MANY)
def test_more_lines_and_tones_than_any_programme_needs_are_an_error_where_they_are(
    blocks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_EVENTS", 2_000)
    (error,) = errors_of(with_workout(blocks))
    message = "here the routine gets more than 2000 lines and tones"
    assert error == Shown(4, 5, message, "let less be said and counted")


def test_more_lines_without_room_than_any_programme_has_are_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "MAX_MISSES", 2_000)
    tips = "    - {every: 10s, say: Keep your back long and your shoulders low.}\n" * 20
    (error,) = errors_of(with_workout(f"- exercise: Run\n  for: 1h\n  tips:\n{tips}"))
    message = "here the routine gets more than 2000 lines that find no room"
    assert error == Shown(4, 5, message, "let less be said and counted")


def test_numbers_that_are_too_many_are_not_even_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_EVENTS", 2_000)
    routine = with_workout("- {exercise: Squats, reps: 9999, rep: 5s}", "intro: off")
    with at_most(100_000), pytest.raises(RoutineError):
        plan_of(routine)


def test_long_work_with_all_its_numbers_takes_a_time_in_proportion() -> None:
    with at_most(CALLS):
        assert plan_of(with_workout("- {exercise: Squats, reps: 9999, rep: 2s}")).duration_ms > 0
