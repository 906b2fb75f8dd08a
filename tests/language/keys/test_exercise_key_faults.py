"""Keys that an exercise does not know."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

UNKNOWN_KEYS: dict[str, tuple[str, str | None]] = {
    "- exercise: Plank 40s\n  «rset»: 20": (
        "unknown key `rset` in an exercise",
        "did you mean `rest`?",
    ),
    "- exercise: Plank\n  «duration»: 40s": (
        "unknown key `duration` in an exercise",
        "did you mean `for`?",
    ),
    "- exercise: Plank\n  «time»: 40s": (
        "unknown key `time` in an exercise",
        "did you mean `for`?",
    ),
    "- exercise: Plank 40s\n  «name»: X": (
        "unknown key `name` in an exercise",
        "did you mean `exercise`?",
    ),
    "- exercise: Plank 40s\n  «weight»: 5 kg": (
        "unknown key `weight` in an exercise",
        "did you mean `load`?",
    ),
    "- exercise: Plank 40s\n  «instructions»: Lie.": (
        "unknown key `instructions` in an exercise",
        "did you mean `setup`?",
    ),
    "- exercise: Plank 40s\n  «tip»: Lie.": (
        "unknown key `tip` in an exercise",
        "did you mean `tips`?",
    ),
    "- exercise: Plank 40s\n  «repetitions»: 4": (
        "unknown key `repetitions` in an exercise",
        "did you mean `reps`?",
    ),
    "- exercise: Plank 40s\n  «Hold»: 4": (
        "unknown key `Hold` in an exercise",
        "did you mean `hold`?",
    ),
    "- exercise: Plank 40s\n  «say»: Go.": (
        "unknown key `say` in an exercise",
        "write `setup: Go.` to have it said, or `note: Go.` to keep it for you",
    ),
    "- exercise: Plank 40s\n  «qwerty»: Go.": (
        "unknown key `qwerty` in an exercise",
        "delete the line, or write `# qwerty: Go.`",
    ),
    "- exercise: Plank 40s\n  cues: {«hafway»: off}": (
        "unknown key `hafway` in `cues`",
        "did you mean `halfway`?",
    ),
    "- exercise: Plank 40s\n  tips: [{at: 10s, «tell»: a}]": (
        "unknown key `tell` in a tip",
        "delete `tell: a`",
    ),
}


@inputs(("blocks", "message", "hint"), UNKNOWN_KEYS)
def test_a_key_that_an_exercise_does_not_know_is_shown(
    blocks: str, message: str, hint: str | None
) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
