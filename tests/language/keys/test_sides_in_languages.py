"""Sides that are named in the words of the routine's language."""

from helpers.routines import plan_of


def test_the_words_of_a_language_for_right_and_left_are_these_sides() -> None:
    timeline = plan_of(
        "title: T\nlanguage: de\nworkout:\n  - exercise: Plank 40s\n    sides: [links, rechts]\n"
        "    tips: [{side: left, say: Eins.}, {side: rechts, say: Zwei.}]\n"
    )
    assert [phase.side for phase in timeline.phases if phase.kind == "work"] == ["left", "right"]
