"""Sections: with their blocks under `do`, or as the heading of what follows."""

from helpers.cases import cases
from helpers.routines import phases_of, plan_of, said_in, shape_of, with_workout
from voicecoach.routine.phase import Work

WITH_DO = """
- March 10s
- section: Warm-up
  do:
    - Jacks 10s
    - Arms 10s
- section: Strength
  do: [Squats 10s]
- Stretch 10s
"""

HEADINGS = """
- March 10s
- section: Warm-up
- Jacks 10s
- Arms 10s
- section: Strength
- Squats 10s
- Stretch 10s
"""


def test_a_section_with_do_holds_its_blocks_and_no_more() -> None:
    assert _sections(WITH_DO) == [None, "Warm-up", "Warm-up", "Strength", None]


def test_a_section_without_do_is_the_heading_of_all_up_to_the_next() -> None:
    assert _sections(HEADINGS) == [None, "Warm-up", "Warm-up", "Strength", "Strength"]


@cases(
    "blocks",
    {
        "sections with do": WITH_DO,
        "headings": HEADINGS,
    },
)
def test_a_section_changes_nothing_about_the_phases(blocks: str) -> None:
    shape = ", ".join(shape_of(with_workout(blocks)))
    assert shape == "prepare, March 10s, Jacks 10s, Arms 10s, Squats 10s, Stretch 10s"


def test_a_heading_with_a_section_with_do_after_it_ends_there() -> None:
    blocks = """
    - section: A
    - Jacks 10s
    - section: B
      do: [Arms 10s]
    - Squats 10s
    """
    assert _sections(blocks) == ["A", "B", None]


def test_headings_stand_in_a_circuit_too() -> None:
    blocks = """
    - circuit: C
      do:
        - section: A
        - Jacks 10s
        - section: B
        - Arms 10s
    - Squats 10s
    """
    assert _sections(blocks) == ["A", "B", None]


def test_the_innermost_section_counts() -> None:
    blocks = """
    - section: Outer
      do:
        - Jacks 10s
        - section: Inner
          do: [Arms 10s]
        - Squats 10s
    """
    assert _sections(blocks) == ["Outer", "Inner", "Outer"]


def test_a_section_is_announced_with_its_first_exercise() -> None:
    timeline = plan_of(with_workout("- section: Legs\n- Squats 10s\n- Lunges 10s"))
    assert said_in(timeline, 1) == ["Legs. Squats, 10 seconds."]


def test_a_section_and_a_circuit_that_begin_together_are_both_announced() -> None:
    blocks = """
    - section: Legs
    - circuit: Burner
      rounds: 3
      do: [Squats 10s]
    """
    assert said_in(plan_of(with_workout(blocks)), 1) == [
        "Legs. Burner, 3 rounds. Squats, 10 seconds."
    ]


def test_two_sections_of_one_title_are_two() -> None:
    blocks = "- section: Legs\n- Squats 30s\n- section: Legs\n- Lunges 30s"
    timeline = plan_of(with_workout(blocks))
    assert [chapter.title for chapter in timeline.chapters] == ["Legs", "Legs"]


def test_a_section_of_texts_and_rests_alone_is_one_too() -> None:
    blocks = "- section: Breathe\n- say: Breathe.\n- pause: 5s\n- section: Go\n- Squats 10s"
    assert ", ".join(shape_of(with_workout(blocks))) == "say, pause 5s, Squats 10s"


def _sections(blocks: str) -> list[str | None]:
    phases = phases_of(with_workout(blocks))
    return [
        phase.place.section.title if phase.place.section else None
        for phase in phases
        if isinstance(phase, Work)
    ]
