"""Which rest stands between two neighbours, and which does not."""

import pytest

from helpers.routines import shape_of, with_workout

# Blocks, what the header holds, and the phases that come of them.
NEIGHBOURS = [
    (
        "nothing stands between two exercises where nothing is written",
        "",
        """
        - Plank 10s
        - Jacks 10s
        """,
        "prepare, Plank 10s, Jacks 10s",
    ),
    (
        "between stands between two exercises",
        "between: 7s",
        """
        - Plank 10s
        - Jacks 10s
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Squats 10s",
    ),
    (
        "a written rest beats between",
        "between: 7s",
        """
        - Plank 10s
        - rest: 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, Jacks 10s",
    ),
    (
        "a written rest in a line beats between",
        "between: 7s",
        """
        - Plank 10s
        - Rest 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, Jacks 10s",
    ),
    (
        "a pause beats between",
        "between: 7s",
        """
        - Plank 10s
        - pause: 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, pause 3s, Jacks 10s",
    ),
    (
        "an exercise's own rest beats between",
        "between: 7s",
        """
        - Plank 10s, rest 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, Jacks 10s",
    ),
    (
        "an exercise's own rest and a written one both stand",
        "between: 7s",
        """
        - Plank 10s, rest 3s
        - rest: 4s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, rest 4s, Jacks 10s",
    ),
    (
        "two written rests both stand",
        "between: 7s",
        """
        - Plank 10s
        - rest: 3s
        - rest: 4s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, rest 4s, Jacks 10s",
    ),
    (
        "a rest between sets is none after the last",
        "between: 7s",
        """
        - Plank 2x10s, rest 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, Plank 10s, rest 7s, Jacks 10s",
    ),
    (
        "say parts nobody: the one rest stands after it",
        "between: 7s",
        """
        - Plank 10s
        - say: Well done.
        - Jacks 10s
        """,
        "prepare, Plank 10s, say, rest 7s, Jacks 10s",
    ),
    (
        "a say of a fixed length parts nobody either",
        "between: 7s",
        """
        - Plank 10s
        - say: Well done.
          for: 5s
        - Jacks 10s
        """,
        "prepare, Plank 10s, say 5s, rest 7s, Jacks 10s",
    ),
    (
        "between several texts there is still one rest, after them",
        "between: 7s",
        """
        - Plank 10s
        - say: Well done.
        - say: Go on.
        - Jacks 10s
        """,
        "prepare, Plank 10s, say, say, rest 7s, Jacks 10s",
    ),
    (
        "a written rest beside a text beats between",
        "between: 7s",
        """
        - Plank 10s
        - say: Well done.
        - rest: 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, say, rest 3s, Jacks 10s",
    ),
    (
        "a text does not hide an own rest",
        "between: 7s",
        """
        - Plank 10s, rest 3s
        - say: Well done.
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, say, prepare, Jacks 10s",
    ),
    (
        "no rule-rest begins or ends the programme, whatever stands there",
        "between: 7s",
        """
        - say: Welcome.
        - Plank 10s
        - say: Goodbye.
        """,
        "say, prepare, Plank 10s, say",
    ),
    (
        "a written rest is always there, first and last too",
        "between: 7s",
        """
        - rest: 3s
        - Plank 10s
        - rest: 4s
        """,
        "rest 3s, Plank 10s, rest 4s",
    ),
    (
        "the rest of a one-set exercise is written, so it stands after the last too",
        "between: 7s",
        """
        - Plank 10s, rest 3s
        """,
        "prepare, Plank 10s, rest 3s",
    ),
    (
        "a rest of 0 is no phase and beats between",
        "between: 7s",
        """
        - Plank 10s
        - rest: 0
        - Jacks 10s
        """,
        "prepare, Plank 10s, Jacks 10s",
    ),
    (
        "an own rest of 0 beats between",
        "between: 7s",
        """
        - Plank 10s, rest 0s
        - Jacks 10s
        """,
        "prepare, Plank 10s, Jacks 10s",
    ),
    (
        "between 0 is no phase",
        "between: 0",
        """
        - Plank 10s
        - Jacks 10s
        """,
        "prepare, Plank 10s, Jacks 10s",
    ),
    (
        "a rest from the defaults lies only between sets",
        "between: 7s\ndefaults: {rest: 3s}",
        """
        - Plank 10s
        - Jacks 2x10s
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 3s, Jacks 10s, rest 7s, Squats 10s",
    ),
]

CIRCUITS = [
    (
        "exercise_rest stands between exercises, round_rest between rounds",
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
    (
        "a circuit without rests of its own has those of its surroundings",
        "between: 7s",
        """
        - circuit: C
          rounds: 2
          do: [Plank 10s, Jacks 10s]
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s",
    ),
    (
        "exercise_rest stands between rounds too where there is no round_rest",
        "between: 7s",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 5s
          do: [Plank 10s, Jacks 10s]
        """,
        "prepare, Plank 10s, rest 5s, Jacks 10s, rest 5s, Plank 10s, rest 5s, Jacks 10s",
    ),
    (
        "round_rest wins over exercise_rest and between, never added up",
        "between: 7s",
        """
        - circuit: C
          rounds: 2
          exercise_rest: 20s
          round_rest: 4s
          do: [Plank 10s]
        """,
        "prepare, Plank 10s, rest 4s, Plank 10s",
    ),
    (
        "round_rest 0 lets the rounds follow at once",
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
    (
        "an own rest beats round_rest and exercise_rest",
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
    (
        "a written rest at the end of a round beats round_rest, and stands after the last round",
        "",
        """
        - circuit: C
          rounds: 2
          round_rest: 9s
          do:
            - Plank 10s
            - rest: 3s
        """,
        "prepare, Plank 10s, rest 3s, Plank 10s, rest 3s",
    ),
    (
        "a written rest at the beginning of a round beats round_rest",
        "",
        """
        - circuit: C
          rounds: 2
          round_rest: 9s
          do:
            - rest: 3s
            - Plank 10s
        """,
        "rest 3s, Plank 10s, rest 3s, Plank 10s",
    ),
    (
        "a circuit is one neighbour: between stands on both sides of it, its own rests do not",
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
        "prepare, Squats 10s, rest 7s, Plank 10s, rest 5s, Jacks 10s, rest 9s, Plank 10s, rest 5s,"
        " Jacks 10s, rest 7s, Squats 10s",
    ),
    (
        "no rest follows the last round where nothing around asks for one",
        "",
        """
        - circuit: C
          rounds: 2
          round_rest: 9s
          do: [Plank 10s]
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 9s, Plank 10s, Squats 10s",
    ),
    (
        "two circuits are neighbours",
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
    (
        "a circuit in a circuit has the outer one's exercise_rest around it and its own inside",
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
        "prepare, Squats 10s, rest 5s, Plank 10s, rest 3s, Plank 10s, rest 9s,"
        " Squats 10s, rest 5s, Plank 10s, rest 3s, Plank 10s",
    ),
    (
        "an inner circuit without rests does not take the outer one's",
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
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s, rest 9s,"
        " Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s",
    ),
    (
        "a text between two rounds parts nobody",
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
    (
        "a circuit's own between counts in it alone",
        "between: 7s",
        """
        - circuit: C
          between: 2s
          do: [Plank 10s, Jacks 10s]
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 2s, Jacks 10s, rest 7s, Squats 10s",
    ),
]

SECTIONS_AND_REPEATS = [
    (
        "a section is no border: its last and the next one's first are neighbours",
        "between: 7s",
        """
        - section: A
        - Plank 10s
        - section: B
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s",
    ),
    (
        "a section with do is no border either",
        "between: 7s",
        """
        - section: A
          do: [Plank 10s]
        - section: B
          do: [Jacks 10s]
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Squats 10s",
    ),
    (
        "a section's own between counts in it, the outer one's at its border",
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
    (
        "a repeat is written out flat",
        "between: 7s",
        """
        - repeat: 2
          do: [Plank 10s, Jacks 10s]
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Plank 10s, rest 7s, Jacks 10s, rest 7s,"
        " Squats 10s",
    ),
    (
        "a repeat's own between counts between its passes too, and not around it",
        "between: 7s",
        """
        - repeat: 2
          between: 2s
          do: [Plank 10s]
        - Squats 10s
        """,
        "prepare, Plank 10s, rest 2s, Plank 10s, rest 7s, Squats 10s",
    ),
    (
        "a repeat in a circuit has the circuit's exercise_rest between its passes",
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
    (
        "a section in a circuit has the circuit's exercise_rest at its border and inside",
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
    (
        "a repeat of a rest alone is rests",
        "between: 7s",
        """
        - Plank 10s
        - repeat: 2
          do:
            - rest: 3s
        - Jacks 10s
        """,
        "prepare, Plank 10s, rest 3s, rest 3s, Jacks 10s",
    ),
    (
        "work in a repeat ends in a written rest each time",
        "between: 7s",
        """
        - repeat: 2
          do:
            - Plank 10s
            - rest: 3s
        """,
        "prepare, Plank 10s, rest 3s, Plank 10s, rest 3s",
    ),
    (
        "run and walk follow one another without any rest",
        "",
        """
        - repeat: 2
          do:
            - Run 60s
            - Walk 90s
        """,
        "prepare, Run 60s, Walk 90s, Run 60s, Walk 90s",
    ),
]

SWITCHES = [
    (
        "a switch stands between two sides",
        "between: 7s",
        """
        - Plank 10s each side
        """,
        "prepare, Plank right 10s, switch 5s, Plank left 10s",
    ),
    (
        "no switch follows the last side, and between stands there",
        "between: 7s",
        """
        - Plank 10s each side
        - Jacks 10s
        """,
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 7s, Jacks 10s",
    ),
    (
        "a rest between two sets is enough to change sides in",
        "",
        """
        - Plank 2x10s each side, rest 3s
        """,
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 3s,"
        " Plank right 10s, switch 5s, Plank left 10s",
    ),
    (
        "without a rest there is a switch between two sets that change the side",
        "",
        """
        - Plank 2x10s each side
        """,
        "prepare, Plank right 10s, switch 5s, Plank left 10s, switch 5s,"
        " Plank right 10s, switch 5s, Plank left 10s",
    ),
    (
        "a switch of 0 is no phase",
        "",
        """
        - exercise: Plank 10s each side
          switch: 0
        """,
        "prepare, Plank right 10s, Plank left 10s",
    ),
    (
        "a switch is as long as it says",
        "",
        """
        - exercise: Plank 10s each side
          switch: 1m30s
        """,
        "prepare, Plank right 10s, switch 90s, Plank left 10s",
    ),
]


@pytest.mark.parametrize(
    ("header", "blocks", "shape"),
    [
        pytest.param(*row[1:], id=row[0])
        for row in NEIGHBOURS + CIRCUITS + SECTIONS_AND_REPEATS + SWITCHES
    ],
)
def test_the_one_rest_between_two_neighbours(header: str, blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == shape
