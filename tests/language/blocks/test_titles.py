"""Titles of circuits and sections: they are said, and promise no rounds that are not done."""

import pytest

from helpers.cases import inputs
from helpers.routines import errors_of, expect_one_fault, shape_of, with_workout

PROMISES = {
    "circuit: «3 rounds»": "circuit: Circuit` with `rounds: 3",
    "circuit: Legs, «3 rounds»": "circuit: Legs` with `rounds: 3",
    "circuit: Core (× «4 sets»)": "circuit: Core` with `rounds: 4",
    "circuit: «5-round» burner": "circuit: burner` with `rounds: 5",
    "circuit: The whole thing «2 times»": "circuit: The whole thing` with `rounds: 2",
    "section: Strength – «3 Sets»": "circuit: Strength` with `rounds: 3",
}


@inputs(("title", "shown"), PROMISES)
def test_a_number_of_rounds_in_a_title_is_refused(title: str, shown: str) -> None:
    words = title[title.index("«") + 1 : title.index("»")]
    expect_one_fault(
        f"title: T\nworkout:\n  - {title}\n    do: [Hop 5s]\n",
        f"`{words}` in a title is said, and not done",
        f"write `{shown}` below it",
    )


def test_what_the_hint_shows_does_the_rounds() -> None:
    blocks = "- circuit: Legs\n  rounds: 3\n  do: [Hop 5s]"
    assert shape_of(with_workout(blocks))[1:] == ["Hop 5s"] * 3


def test_a_title_may_say_how_many_rounds_are_done() -> None:
    blocks = "- circuit: Legs, {} rounds\n  rounds: 2-4\n  do: [Hop 5s]"
    for number in (2, 3, 4):
        assert errors_of(with_workout(blocks.format(number))) == []
    (error,) = errors_of(with_workout(blocks.format(5)))
    assert error.message == "`5 rounds` in a title is said, and not done"


@pytest.mark.parametrize(
    "title",
    [
        "Round 1",
        "1 round",
        "Week 3",
        "Final round",
        "5 minutes",
        "10 reps of each",
        "4x4",
        "7 rests",
    ],
)
@pytest.mark.parametrize("kind", ["circuit", "section"])
def test_other_numbers_are_part_of_a_title(kind: str, title: str) -> None:
    assert errors_of(with_workout(f"- {kind}: {title}\n  do: [Hop 5s]")) == []
