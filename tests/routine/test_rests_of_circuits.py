"""Which rest stands between the exercises and the rounds of a circuit, and around it."""

from helpers.cases import cases
from helpers.routines import shape_of, with_workout

# What the header holds, blocks, and the phases that come of them.
CIRCUITS = {
    "exercise_rest and round_rest stand each in its place": (
        "",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do: [Plank 10s, Jacks 10s]
        """,
        "prepare, Plank 10s, rest 5s, Jacks 10s, rest 9s, Plank 10s, rest 5s, Jacks 10s",
    ),
    "a circuit without rests has those around it": (
        "between: 7s",
        "- circuit: C\n  rounds: 2\n  do: [Plank 10s, Jacks 10s]",
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s",
    ),
    "exercise_rest is between rounds too without a round_rest": (
        "between: 7s",
        "- circuit: C\n  rounds: 2\n  exercise_rest: 5s\n  do: [Plank 10s, Jacks 10s]",
        "prepare, Plank 10s, rest 5s, Jacks 10s, rest 5s, Plank 10s, rest 5s, Jacks 10s",
    ),
    "round_rest wins over exercise_rest and between": (
        "between: 7s",
        "- circuit: C\n  rounds: 2\n  exercise_rest: 20s\n  round_rest: 4s\n  do: [Plank 10s]",
        "prepare, Plank 10s, rest 4s, Plank 10s",
    ),
    "round_rest 0 lets the rounds follow at once": (
        "between: 7s",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          round_rest: 0
          do: [Plank 10s, Jacks 10s]
        """,
        "prepare, Plank 10s, rest 5s, Jacks 10s, Plank 10s, rest 5s, Jacks 10s",
    ),
    "an own rest beats round_rest and exercise_rest": (
        "",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do:
            - Plank 10s, rest 2s
            - Jacks 10s, rest 3s
        """,
        "prepare, Plank 10s, rest 2s, Jacks 10s, rest 3s, Plank 10s, rest 2s, Jacks 10s, rest 3s",
    ),
    "a written rest at the end of a round beats round_rest": (
        "",
        "- circuit: C\n  rounds: 2\n  round_rest: 9s\n  do:\n    - Plank 10s\n    - rest: 3s",
        "prepare, Plank 10s, rest 3s, Plank 10s, rest 3s",
    ),
    "a written rest at the start of a round beats round_rest": (
        "",
        "- circuit: C\n  rounds: 2\n  round_rest: 9s\n  do:\n    - rest: 3s\n    - Plank 10s",
        "rest 3s, Plank 10s, rest 3s, Plank 10s",
    ),
    "a circuit is one neighbour, with between on both sides": (
        "between: 7s",
        """
        - Squats 10s
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do: [Plank 10s, Jacks 10s]
        - Squats 10s
        """,
        "prepare, Squats 10s, rest 7s, Plank 10s, rest 5s, Jacks 10s, rest 9s, Plank 10s, rest 5s, Jacks 10s, rest 7s, Squats 10s",
    ),
    "no rest follows the last round by itself": (
        "",
        "- circuit: C\n  rounds: 2\n  round_rest: 9s\n  do: [Plank 10s]\n- Squats 10s",
        "prepare, Plank 10s, rest 9s, Plank 10s, Squats 10s",
    ),
    "two circuits are neighbours": (
        "between: 7s",
        """
        - circuit: A
          round_rest: 9s
          do: [Plank 10s]
        - circuit: B
          round_rest: 4s
          do: [Jacks 10s]
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s",
    ),
    "an inner circuit has the outer one's exercise_rest around it": (
        "between: 7s",
        """
        - circuit: Outer
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do:
            - Squats 10s
            - circuit: Inner
              rounds: 2
              round_rest: 3s
              do: [Plank 10s]
        """,
        "prepare, Squats 10s, rest 5s, Plank 10s, rest 3s, Plank 10s, rest 9s, Squats 10s, rest 5s, Plank 10s, rest 3s, Plank 10s",
    ),
    "an inner circuit without rests does not take the outer one's": (
        "between: 7s",
        """
        - circuit: Outer
          rounds: 2
          exercise_rest: 5s
          round_rest: 9s
          do:
            - circuit: Inner
              rounds: 2
              do: [Plank 10s, Jacks 10s]
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s, rest 9s, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s",
    ),
    "a text between two rounds parts nobody": (
        "",
        """
        - circuit: C
          rounds: 2
          round_rest: 9s
          do:
            - Plank 10s
            - say: Good.
        """,
        "prepare, Plank 10s, say, rest 9s, Plank 10s, say",
    ),
    "a circuit's own between counts in it alone": (
        "between: 7s",
        "- circuit: C\n  between: 2s\n  do: [Plank 10s, Jacks 10s]\n- Squats 10s",
        "prepare, Plank 10s, rest 2s, Jacks 10s, rest 7s, Squats 10s",
    ),
}


@cases(("header", "blocks", "shape"), CIRCUITS)
def test_the_one_rest_in_and_around_a_circuit(header: str, blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == shape
