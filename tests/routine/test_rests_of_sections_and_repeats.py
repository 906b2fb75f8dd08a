"""Which rest stands in sections and repeats, and at their borders."""

from helpers.cases import cases
from helpers.routines import shape_of, with_workout

# What the header holds, blocks, and the phases that come of them.
SECTIONS_AND_REPEATS = {
    "a section is no border": (
        "between: 7s",
        "- section: A\n- Plank 10s\n- section: B\n- Jacks 10s",
        "prepare, Plank 10s, rest 7s, Jacks 10s",
    ),
    "a section with do is no border either": (
        "between: 7s",
        "- section: A\n  do: [Plank 10s]\n- section: B\n  do: [Jacks 10s]\n- Squats 10s",
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Squats 10s",
    ),
    "a section's own between counts in it alone": (
        "between: 7s",
        """
        - section: A
          between: 2s
          do: [Plank 10s, Jacks 10s]
        - section: B
          between: 0
          do: [Squats 10s, Lunges 10s]
        """,
        "prepare, Plank 10s, rest 2s, Jacks 10s, rest 7s, Squats 10s, Lunges 10s",
    ),
    "a repeat is written out flat": (
        "between: 7s",
        "- repeat: 2\n  do: [Plank 10s, Jacks 10s]\n- Squats 10s",
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s, rest 7s, Squats 10s",
    ),
    "a repeat's own between counts between its passes alone": (
        "between: 7s",
        "- repeat: 2\n  between: 2s\n  do: [Plank 10s]\n- Squats 10s",
        "prepare, Plank 10s, rest 2s, Plank 10s, rest 7s, Squats 10s",
    ),
    "a repeat in a circuit has its exercise_rest between passes": (
        "",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do:
            - repeat: 2
              do: [Plank 10s]
        """,
        "prepare, Plank 10s, rest 5s, Plank 10s, rest 9s, Plank 10s, rest 5s, Plank 10s",
    ),
    "a section in a circuit has its exercise_rest all around": (
        "",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do:
            - section: S
              do: [Plank 10s, Jacks 10s]
        """,
        "prepare, Plank 10s, rest 5s, Jacks 10s, rest 9s, Plank 10s, rest 5s, Jacks 10s",
    ),
    "a repeat of a rest alone is rests": (
        "between: 7s",
        "- Plank 10s\n- repeat: 2\n  do:\n    - rest: 3s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, rest 3s, Jacks 10s",
    ),
    "work in a repeat ends in a written rest each time": (
        "between: 7s",
        "- repeat: 2\n  do:\n    - Plank 10s\n    - rest: 3s",
        "prepare, Plank 10s, rest 3s, Plank 10s, rest 3s",
    ),
    "run and walk follow one another without any rest": (
        "",
        "- repeat: 2\n  do:\n    - Run 60s\n    - Walk 90s",
        "prepare, Run 60s, Walk 90s, Run 60s, Walk 90s",
    ),
}


@cases(("header", "blocks", "shape"), SECTIONS_AND_REPEATS)
def test_the_one_rest_in_and_around_sections_and_repeats(
    header: str, blocks: str, shape: str
) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == shape
