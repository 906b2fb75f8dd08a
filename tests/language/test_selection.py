"""Selection: what alone is done of a routine, or left out, by name, title or id."""

from pathlib import Path
from textwrap import dedent

import pytest

from helpers.cases import cases
from helpers.routines import FILE, in_words, with_workout
from voicecoach.language import RoutineText, load
from voicecoach.language.selection import Selection
from voicecoach.problems import WrongUsageError
from voicecoach.routine.phase import Work
from voicecoach.routine.routine import Routine

BLOCKS = """
- section: Warm-up
- March 10s
- Jumping jacks 10s
- section: Strength
- circuit: Legs
  rounds: 2
  exercise_rest: 5s
  round_rest: 20s
  do:
    - Squats 30s
    - Bridge 30s
    - Lunges 30s
- Rest 45s
- Plank 40s, rest 15s
- rest: 8s
- Side plank 20s
"""


EASIER = """
- exercise: push-up x10
  easier: {exercise: knee-push-up}
"""


def selected(
    *,
    only: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
    blocks: str = BLOCKS,
    header: str = "",
) -> Routine:
    text = RoutineText(with_workout(dedent(blocks), f"between: 12s\n{header}"), Path(FILE))
    return load(text, selection=Selection(only, skip))


def works_of(routine: Routine) -> list[Work]:
    return [phase for phase in routine.phases if isinstance(phase, Work)]


def shape(routine: Routine) -> list[str]:
    return [in_words(phase) for phase in routine.phases]


@cases(
    "name",
    {"as it is written": "Bridge", "in another case": "bRIDGE", "by its id": "workout[4].do[1]"},
)
def test_only_one_exercise_is_done_in_its_rounds(name: str) -> None:
    routine = selected(only=(name,))
    # The rest stands behind the circuit.
    assert shape(routine) == ["prepare", "Bridge 30s", "rest 20s", "Bridge 30s", "rest 45s"]


def test_only_a_section_is_all_that_is_in_it() -> None:
    assert shape(selected(only=("warm-up",))) == [
        "prepare", "March 10s", "rest 12s", "Jumping jacks 10s",
    ]  # fmt: skip


def test_several_parts_are_done_with_the_rests_of_the_rules_between_them() -> None:
    assert shape(selected(only=("Side plank", "March"))) == [
        "prepare", "March 10s", "rest 12s", "Side plank 20s",
    ]  # fmt: skip


@cases(
    "blocks, expected",
    {
        "a rest between them": (
            "- A 20s\n- rest: 30s\n- B 20s", ["A 20s", "rest 30s", "B 20s"],
        ),
        "a pause between them": (
            "- A 20s\n- pause: 30s\n- B 20s", ["A 20s", "pause 30s", "B 20s"],
        ),
        "two rests behind the first": (
            "- A 20s\n- rest: 30s\n- rest: 5s\n- C 20s\n- B 20s",
            ["A 20s", "rest 30s", "rest 5s", "B 20s"],
        ),
        "a rest behind the last": (
            "- A 20s\n- B 20s\n- rest: 30s", ["A 20s", "rest 12s", "B 20s", "rest 30s"],
        ),
        "a rest behind a text": (
            "- A 20s\n- say: On.\n- rest: 30s\n- B 20s", ["A 20s", "rest 30s", "B 20s"],
        ),
        "a rest behind a part of a circuit": (
            "- circuit: C\n  do: [A 20s, D 20s]\n- rest: 30s\n- B 20s",
            ["A 20s", "rest 30s", "B 20s"],
        ),
        "a rest that begins a section": (
            "- A 20s\n- section: S\n- rest: 30s\n- B 20s", ["A 20s", "rest 30s", "B 20s"],
        ),
        "a rest behind another": (
            "- A 20s\n- C 20s\n- rest: 30s\n- B 20s", ["A 20s", "rest 12s", "B 20s"],
        ),
        "a rest before them": ("- rest: 30s\n- A 20s\n- B 20s", ["A 20s", "rest 12s", "B 20s"]),
    },
)  # fmt: skip
def test_what_is_done_alone_goes_with_the_rests_behind_it(blocks: str, expected: list[str]) -> None:
    assert shape(selected(only=("A", "B"), blocks=blocks)) == ["prepare", *expected]


def test_rests_in_a_round_stay_where_they_are() -> None:
    blocks = "- A 20s\n- repeat: 2\n  do:\n  - C 10s\n  - Rest 5s\n  - B 20s\n  - Rest 30s"
    assert shape(selected(only=("A", "B"), blocks=blocks)) == [
        "prepare", "A 20s", "rest 12s", "B 20s", "rest 30s", "B 20s", "rest 30s",
    ]  # fmt: skip


def test_a_part_has_no_intro_and_tells_its_own_total() -> None:
    routine = selected(only=("March",))
    assert (routine.intro, routine.exact_ms) == ("off", 10_000)


def test_what_is_left_out_goes_with_the_rests_behind_it() -> None:
    routine = selected(skip=("Plank", "Legs", "Warm-up"))
    assert shape(routine) == ["prepare", "Side plank 20s"]
    assert routine.intro == "auto"


def test_what_is_left_out_goes_with_a_pause_behind_it() -> None:
    blocks = "- A 20s\n- pause: 30s\n- B 20s"
    assert shape(selected(skip=("A",), blocks=blocks)) == ["prepare", "B 20s"]


def test_the_last_of_a_round_can_be_left_out() -> None:
    routine = selected(skip=("lunges", "warm-up", "plank", "side plank"))
    assert shape(routine)[1:8] == [
        "Squats 30s", "rest 5s", "Bridge 30s", "rest 20s", "Squats 30s", "rest 5s", "Bridge 30s",
    ]  # fmt: skip


def test_what_begins_in_place_of_the_first_bears_its_title() -> None:
    (work, *_) = [
        each for each in selected(skip=("squats", "warm-up")).phases if isinstance(each, Work)
    ]
    assert [title.text for title in work.titles] == ["Strength", "Legs"]


def test_a_block_of_which_nothing_is_left_goes_as_a_whole() -> None:
    routine = selected(
        blocks="- tabata: [Burpees, Climbers]\n- emom: 2\n  do: [Squats x5]\n- Plank 20s",
        skip=("Burpees", "Climbers", "Squats"),
    )
    assert shape(routine) == ["prepare", "Plank 20s"]


def test_a_tabata_can_do_without_one_of_its_exercises() -> None:
    routine = selected(blocks="- tabata: [Burpees, Climbers]", skip=("Climbers",))
    assert shape(routine).count("Burpees 20s") == 8


DEFINED = "level: easy\nexercises: {mine: {name: My own move, reps: 5}}"


@cases(
    "name, block",
    {
        "of the catalogue": ("push-up", "- exercise: push-up x10"),
        "of the catalogue in a line": ("bird-dog", "- bird-dog x8"),
        "of the routine": ("mine", "- mine"),
        "of what is easier": ("knee-push-up", EASIER),
        "of what it is at another level": ("push-up", EASIER),
        "in a tabata": ("push-up", "- tabata: [push-up, bird-dog]"),
    },
)
def test_an_exercise_is_called_by_its_short_name_too(name: str, block: str) -> None:
    blocks = f"{block}\n- Squats 20s"
    (first, *_) = works_of(selected(blocks=blocks, header=DEFINED))
    done = works_of(selected(only=(name.upper(),), blocks=blocks, header=DEFINED))
    left = works_of(selected(skip=(name,), blocks=blocks, header=DEFINED))
    assert {work.exercise.name for work in done} == {first.exercise.name}
    assert first.exercise.name not in {work.exercise.name for work in left}


@pytest.mark.parametrize("kind", ["tabata", "emom", "amrap", "repeat"])
def test_a_block_without_a_title_is_called_by_its_kind(kind: str) -> None:
    blocks = """
    - tabata: Burpees
    - emom: 2
      do: [Swings x5]
    - amrap: 2 min
      do: [Jumps x5]
    - repeat: 2
      do: [Run 20s]
    - Squats 20s
    """
    done = works_of(selected(only=(kind,), blocks=blocks))
    assert {work.place.block for work in done} == {kind}
    left = works_of(selected(skip=(kind,), blocks=blocks))
    assert kind not in {work.place.block for work in left}


@cases(
    "name, message",
    {
        "a rest": ("workout[1]", "`workout[1]` is a rest: nothing is done in it"),
        "a pause": ("WORKOUT[2]", "`WORKOUT[2]` is a pause: nothing is done in it"),
        "a text": ("workout[3]", "`workout[3]` is a `say`: nothing is done in it"),
        "a sound": ("workout[4]", "`workout[4]` is a sound: nothing is done in it"),
        "a section of texts": ("Words", "nothing is done in `Words`"),
    },
)
def test_what_is_no_work_cannot_be_all(name: str, message: str) -> None:
    blocks = """
    - Squats 20s
    - rest: 10s
    - pause: 10s
    - say: Up you get.
    - sound: finish
    - section: Words
      do: [say: Stand.]
    """
    with pytest.raises(WrongUsageError) as caught:
        selected(only=(name,), blocks=blocks)
    hint = "name an exercise, or a section or block that has one"
    assert (caught.value.message, caught.value.hint) == (message, hint)


@cases(
    "only, skip, message, hint",
    {
        "a wrong letter": (
            ("Brigde",), (),
            "nothing in the routine is called `Brigde`", "did you mean `Bridge`?",
        ),
        "a name that is like none": (
            (), ("Swimming",), "nothing in the routine is called `Swimming`", None,
        ),
        "everything left out": (
            ("March",), ("March",),
            "nothing is left of the programme", "ask for more, or skip less",
        ),
    },
)  # fmt: skip
def test_a_part_that_is_none_is_refused(
    only: tuple[str, ...], skip: tuple[str, ...], message: str, hint: str | None
) -> None:
    with pytest.raises(WrongUsageError) as caught:
        selected(only=only, skip=skip)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_what_is_not_drawn_can_be_left_out_and_not_be_asked_for() -> None:
    drawing = "- repeat: 1\n  choose: 1\n  do: [Squats 20s, Lunges 20s]"
    (done,) = [phase for phase in selected(blocks=drawing).phases if isinstance(phase, Work)]
    (other,) = {"Squats", "Lunges"} - {done.exercise.name}
    assert shape(selected(blocks=drawing, skip=(other,))) == shape(selected(blocks=drawing))
    with pytest.raises(WrongUsageError, match=f"`{other}` is not drawn this time"):
        selected(blocks=drawing, only=(other,))


def test_a_routine_without_exercises_is_whole() -> None:
    assert shape(selected(blocks="- say: Sit down.\n- pause: 1 min")) == ["say", "pause 60s"]
