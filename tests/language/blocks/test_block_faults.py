"""What is wrong with a block: keys that it does not know, no kind or two, nothing in it."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout
from voicecoach.language.blocks import kinds

QUOTES = "put the text in quotes"

NO_DO = "write `    do: [Plank 30s]` below, with your own lines"
KINDS = f"begin it with one of `{'`, `'.join(kinds())}`"

UNKNOWN_KEYS: dict[str, tuple[str, str | None]] = {
    "- circuit: C\n  «laps»: 3\n  do: [Plank 40s]": (
        "unknown key `laps` in a circuit",
        "did you mean `rounds`?",
    ),
    "- circuit: C\n  «rest»: 20s\n  do: [Plank 40s]": (
        "unknown key `rest` in a circuit",
        "did you mean `round_rest`?",
    ),
    "- repeat: 2\n  «times»: 3\n  do: [Plank 40s]": (
        "unknown key `times` in a repeat",
        "did you mean `repeat`?",
    ),
    "- section: S\n  «rounds»: 2\n  do: [Plank 40s]": (
        "unknown key `rounds` in a section",
        "write `circuit` in place of its kind: only circuits have rounds",
    ),
    "- rest: 20s\n  «text»: Drink.": ("unknown key `text` in a rest", "did you mean `say`?"),
    "- pause: 20s\n  «say»: Drink.": (
        "unknown key `say` in a pause",
        "write `- say: Drink.` as a block of its own",
    ),
    "- say: Drink.\n  «duration»: 20s": (
        "unknown key `duration` in a `say`",
        "did you mean `for`?",
    ),
}

WRONG_BLOCKS: dict[str, tuple[str, str | None]] = {
    "- «name»: Plank\n  duration: 40s": (
        "unknown key `name` in a block",
        "did you mean `exercise`?",
    ),
    "- «hold»: 10s\n  sides: each": (
        "this block has keys of an exercise, and no `exercise`",
        "write `exercise:` with its name above its keys",
    ),
    "- «superset»: A\n  do: [Plank 40s]": (
        "unknown key `superset` in a block",
        "did you mean `circuit`?",
    ),
    "- «qwerty»: A\n  uiop: B": ("this block does not say what it is", KINDS),
    "- «{}»": ("this block does not say what it is", KINDS),
    "- «Rest»: 30s": ("unknown key `Rest` in a block", "did you mean `rest`?"),
    "- exercise: Plank 40s\n  «section»: S": (
        "two blocks in one: `exercise` and `section`",
        "write `  - section: S`",
    ),
    "- circuit: C\n  «repeat»: 3\n  do: [Plank 40s]": (
        "two blocks in one: `circuit` and `repeat`",
        "write `  - repeat: 3`",
    ),
    "- «[Plank 40s, Jacks 40s]»": (
        "a list is no block",
        "write one line such as `Plank 40s`, or keys such as `exercise: Plank`",
    ),
    "- «Plank»: 40s": ("`Plank` is no kind of block", "write `- Plank 40s`"),
    "- «section»: S": (
        "there is nothing in this section",
        "list its blocks under `do`, or after it",
    ),
    "- section: S\n  «do»:": (
        "`do` has no value",
        "write `      - Plank 30s` below, with your own lines",
    ),
    "- section: S\n  «do»: []": (
        "`do` is empty",
        "write `do: [Plank 30s]`, with your own lines",
    ),
    "- section: S\n  «do»: Plank 10s": (
        "`do` takes a list of blocks",
        "write `do: [Plank 10s]`",
    ),
    "- «section»:\n  do: [Plank 10s]": ("`section` has no value", "write `section: Section`"),
    "- «section»: [S]\n  do: [Plank 10s]": (
        "`section` takes a title, and its list stands under `do`",
        "write `- {section: Section, do: [S]}`",
    ),
    "- «circuit»: C": ("this block has no `do`", NO_DO),
    "- «circuit»:\n  do: [Plank 10s]": ("`circuit` has no value", "write `circuit: Circuit`"),
    "- «repeat»: 3": ("this block has no `do`", NO_DO),
    "- include: «a.yaml»": ("a.yaml does not exist", "check the path of the routine"),
}


@inputs(("blocks", "message", "hint"), UNKNOWN_KEYS)
def test_a_key_that_a_block_does_not_know_is_shown(
    blocks: str, message: str, hint: str | None
) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@inputs(("blocks", "message", "hint"), WRONG_BLOCKS)
def test_what_is_no_whole_block_is_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
