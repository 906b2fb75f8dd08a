"""Which rest stands between two neighbours, and which does not."""

from helpers.cases import cases
from helpers.routines import shape_of, with_workout

# What the header holds, blocks, and the phases that come of them.
NEIGHBOURS = {
    "nothing stands where nothing is written": (
        "",
        "- Plank 10s\n- Jacks 10s",
        "prepare, Plank 10s, Jacks 10s",
    ),
    "between stands between two exercises": (
        "between: 7s",
        "- Plank 10s\n- Jacks 10s\n- Squats 10s",
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 7s, Squats 10s",
    ),
    "a written rest beats between": (
        "between: 7s",
        "- Plank 10s\n- rest: 3s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, Jacks 10s",
    ),
    "a written rest in a line beats between": (
        "between: 7s",
        "- Plank 10s\n- Rest 3s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, Jacks 10s",
    ),
    "a pause beats between": (
        "between: 7s",
        "- Plank 10s\n- pause: 3s\n- Jacks 10s",
        "prepare, Plank 10s, pause 3s, Jacks 10s",
    ),
    "an exercise's own rest beats between": (
        "between: 7s",
        "- Plank 10s, rest 3s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, Jacks 10s",
    ),
    "an exercise's own rest and a written one both stand": (
        "between: 7s",
        "- Plank 10s, rest 3s\n- rest: 4s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, rest 4s, Jacks 10s",
    ),
    "two written rests both stand": (
        "between: 7s",
        "- Plank 10s\n- rest: 3s\n- rest: 4s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, rest 4s, Jacks 10s",
    ),
    "a rest between sets is none after the last": (
        "between: 7s",
        "- Plank 2x10s, rest 3s\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, Plank 10s, rest 7s, Jacks 10s",
    ),
    "say parts nobody: the one rest stands after it": (
        "between: 7s",
        "- Plank 10s\n- say: Well done.\n- Jacks 10s",
        "prepare, Plank 10s, say, rest 7s, Jacks 10s",
    ),
    "a say of a fixed length parts nobody either": (
        "between: 7s",
        "- Plank 10s\n- say: Well done.\n  for: 5s\n- Jacks 10s",
        "prepare, Plank 10s, say 5s, rest 7s, Jacks 10s",
    ),
    "between several texts there is still one rest, after them": (
        "between: 7s",
        "- Plank 10s\n- say: Well done.\n- say: Go on.\n- Jacks 10s",
        "prepare, Plank 10s, say, say, rest 7s, Jacks 10s",
    ),
    "a written rest beside a text beats between": (
        "between: 7s",
        "- Plank 10s\n- say: Well done.\n- rest: 3s\n- Jacks 10s",
        "prepare, Plank 10s, say, rest 3s, Jacks 10s",
    ),
    "a text does not hide an own rest": (
        "between: 7s",
        "- Plank 10s, rest 3s\n- say: Well done.\n- Jacks 10s",
        "prepare, Plank 10s, rest 3s, say, prepare, Jacks 10s",
    ),
    "no rest of a rule begins or ends the programme": (
        "between: 7s",
        "- say: Welcome.\n- Plank 10s\n- say: Goodbye.",
        "say, prepare, Plank 10s, say",
    ),
    "a written rest is always there, first and last too": (
        "between: 7s",
        "- rest: 3s\n- Plank 10s\n- rest: 4s",
        "rest 3s, Plank 10s, rest 4s",
    ),
    "the rest of one set is written, so it stands at the end too": (
        "between: 7s",
        "- Plank 10s, rest 3s",
        "prepare, Plank 10s, rest 3s",
    ),
    "a rest of 0 is no phase and beats between": (
        "between: 7s",
        "- Plank 10s\n- rest: 0\n- Jacks 10s",
        "prepare, Plank 10s, Jacks 10s",
    ),
    "an own rest of 0 beats between": (
        "between: 7s",
        "- Plank 10s, rest 0s\n- Jacks 10s",
        "prepare, Plank 10s, Jacks 10s",
    ),
    "between 0 is no phase": (
        "between: 0",
        "- Plank 10s\n- Jacks 10s",
        "prepare, Plank 10s, Jacks 10s",
    ),
    "a rest from the defaults lies only between sets": (
        "between: 7s\ndefaults: {rest: 3s}",
        "- Plank 10s\n- Jacks 2x10s\n- Squats 10s",
        "prepare, Plank 10s, rest 7s, Jacks 10s, rest 3s, Jacks 10s, rest 7s, Squats 10s",
    ),
}


@cases(("header", "blocks", "shape"), NEIGHBOURS)
def test_the_one_rest_between_two_neighbours(header: str, blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == shape
