"""What is wrong around the workout."""

from helpers.cases import cases, inputs
from helpers.routines import errors_of, expect_one_fault, with_workout

QUOTES = "put the text in quotes"

HEADERS: dict[str, tuple[str, str | None]] = {
    "title: T\nmusic: «song.mp3»\nworkout: [Plank 40s]\n": (
        "there is no file `song.mp3`",
        "its path counts from this file",
    ),
    "title: T\nvoice:\n  «rate»:\nworkout: [Run 9s]\n": (
        "`rate` has no value",
        "delete the line, or write a value behind the colon",
    ),
    "«title»: T\n": (
        "a routine needs `workout`",
        "write `workout: [Plank 30s]` below, with your own lines",
    ),
    "«workout»:\n  - Plank 40s\n": ("a routine needs `title`", "write `title: My workout` above"),
    "«title»:\nworkout: [Plank 40s]\n": ("`title` has no value", "write `title: My workout`"),
    "title: «[T]»\nworkout: [Plank 40s]\n": ("expected a text, not a list", QUOTES),
    "title: T\n«workout»:\n": (
        "`workout` has no value",
        "write `  - Plank 30s` below, with your own lines",
    ),
    "title: T\n«workout»: []\n": (
        "`workout` is empty",
        "write `workout: [Plank 30s]`, with your own lines",
    ),
    "title: T\n«workout»: Plank 40s\n": (
        "`workout` takes a list of blocks",
        "write `workout: [Plank 40s]`",
    ),
    "title: T\n«lang»: en\nworkout: [Plank 40s]\n": (
        "unknown key `lang` in a routine",
        "did you mean `language`?",
    ),
    "title: T\n«qwerty»: 1\nworkout: [Plank 40s]\n": (
        "unknown key `qwerty` in a routine",
        "delete the line, or write `# qwerty: 1`",
    ),
}


@inputs(("routine", "message", "hint"), HEADERS)
def test_a_fault_around_the_workout_is_shown(routine: str, message: str, hint: str | None) -> None:
    expect_one_fault(routine, message, hint)


@cases(
    ("routine", "line", "hint"),
    {
        "`exercises`, of the file": (
            "title: T\nexercises:\n  - Plank 40s\n",
            2,
            "did you mean `workout`?",
        ),
        "`name`": ("name: T\nworkout:\n  - Plank 40s\n", 1, "did you mean `title`?"),
        "`Title`": ("Title: T\nworkout:\n  - Plank 40s\n", 1, "did you mean `title`?"),
        "`exercises`, of a circuit": (
            with_workout("- circuit: C\n  exercises: [Plank 40s]"),
            5,
            "did you mean `do`?",
        ),
        "`items`, of a section": (
            with_workout("- section: S\n  items: [Plank 40s]"),
            5,
            "did you mean `do`?",
        ),
    },
)
def test_a_key_under_another_name_is_recognised(routine: str, line: int, hint: str) -> None:
    assert hint in [error.hint for error in errors_of(routine) if error.line == line]
