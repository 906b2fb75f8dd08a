"""What is wrong with the sides of an exercise or a block."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

NOTHING = "delete it, or change the dose"
QUOTES = "put the text in quotes"

SIDES: dict[str, tuple[str, str | None]] = {
    "- exercise: Plank 10s\n  sides: «left»": (
        "`left` is no list of sides",
        "write `sides: [left]`",
    ),
    "- exercise: Plank 10s\n  sides: [left, «left»]": (
        "`left` is named twice",
        "name each side once",
    ),
    "- exercise: Plank 10s\n  sides: «[]»": (
        "this list is empty",
        "put a value in, or delete the key",
    ),
    "- exercise: Plank 10s\n  sides: «{left: right}»": ("expected a text, not a mapping", QUOTES),
    "- circuit: C\n  sides: each\n  do: [Plank 10s «each side»]": (
        "the block around this exercise does each side already",
        "delete it here, or there",
    ),
    "- repeat: 2\n  sides: each\n  do:\n    - exercise: Plank 10s\n      «sides»: [left]": (
        "the block around this exercise does each side already",
        "delete it here, or there",
    ),
}

ORDERS: dict[str, tuple[str, str | None]] = {
    "- exercise: Plank 10s\n  «switch»: 3s": (
        "`switch` does nothing here: it goes with `sides` that do not alternate",
        NOTHING,
    ),
    "- exercise: Plank 10s\n  «on_side»: Turn.": (
        "`on_side` does nothing here: it goes with `sides` that do not alternate",
        NOTHING,
    ),
    "- exercise: Plank 10s\n  «side_order»: all-sets": (
        "`side_order` does nothing here: it goes with `sides`; to alternate, also with `reps` alone",
        NOTHING,
    ),
    "- exercise: Clam 9s each side\n  «side_order»: each-rep": (
        "`side_order` does nothing here: it goes with `sides`; to alternate, also with `reps` alone",
        NOTHING,
    ),
    "- exercise: Clam x5 each side\n  side_order: each-rep\n  «switch»: 3s": (
        "`switch` does nothing here: it goes with `sides` that do not alternate",
        NOTHING,
    ),
    "- exercise: Clam x5 each side\n  side_order: each-rep\n  «on_side»: Now.": (
        "`on_side` does nothing here: it goes with `sides` that do not alternate",
        NOTHING,
    ),
    "- exercise: Clam x5 each side\n  side_order: «each-reps»": (
        "`each-reps` is not one of `each-set`, `all-sets` or `each-rep`",
        "write `each-rep`",
    ),
}


@inputs(("blocks", "message", "hint"), SIDES)
def test_wrong_sides_are_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@inputs(("blocks", "message", "hint"), ORDERS)
def test_a_key_of_sides_that_does_nothing_is_shown(
    blocks: str, message: str, hint: str | None
) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
