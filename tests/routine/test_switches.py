"""Where there is time to change sides."""

from helpers.cases import cases
from helpers.routines import shape_of, with_workout

# What the header holds, blocks, and the phases that come of them.
SWITCHES = {
    "a switch stands between two sides": (
        "between: 7s",
        "- Plank 10s each side",
        "prepare, Plank right 10s, switch 5s, Plank left 10s",
    ),
    "no switch follows the last side, and between stands there": (
        "between: 7s",
        "- Plank 10s each side\n- Jacks 10s",
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 7s, Jacks 10s",
    ),
    "a rest between two sets is enough to change sides in": (
        "",
        "- Plank 2x10s each side, rest 3s",
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 3s, Plank right 10s, switch 5s, Plank left 10s",
    ),
    "without a rest, two sets that change the side have a switch": (
        "",
        "- Plank 2x10s each side",
        "prepare, Plank right 10s, switch 5s, Plank left 10s, switch 5s, Plank right 10s, switch 5s, Plank left 10s",
    ),
    "a switch of 0 is no phase": (
        "",
        "- exercise: Plank 10s each side\n  switch: 0",
        "prepare, Plank right 10s, Plank left 10s",
    ),
    "a switch is as long as it says": (
        "",
        "- exercise: Plank 10s each side\n  switch: 1m30s",
        "prepare, Plank right 10s, switch 90s, Plank left 10s",
    ),
}


@cases(("header", "blocks", "shape"), SWITCHES)
def test_the_switch_between_two_sides(header: str, blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == shape
