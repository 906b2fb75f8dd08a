"""What is wrong with cues, of an exercise or of the file, and with a metronome."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

DURATION = "write for instance `30s`, `1:30` or `2 min`"
QUOTES = "put the text in quotes"

CUES: dict[str, tuple[str, str | None]] = {
    "- exercise: Plank 10s\n  cues: {countdown: «11»}": (
        "`11`: at most 10 seconds are counted down",
        None,
    ),
    "- exercise: Plank 10s\n  cues: {countdown: «0»}": (
        "`0` seconds cannot be counted",
        "write `off`",
    ),
    "- exercise: Plank 10s\n  cues: {halfway: '«no»'}": (
        "`no` is not one of `on` or `off`",
        "write `off`",
    ),
    "- exercise: Plank 10s\n  cues: {announce: «loud»}": (
        "`loud` is not one of `full`, `name` or `off`",
        None,
    ),
    "- exercise: Plank 10s\n  cues: {time_left: [10s, «x»]}": ("`x` is no duration", DURATION),
    "- exercise: Plank 10s\n  cues: «loud»": (
        "`loud` is not one of `quiet`, `off` or `tones`",
        "write one of these, or keys such as `{halfway: off}`",
    ),
}

METRONOMES: dict[str, tuple[str, str | None]] = {
    "- exercise: Run 9s\n  metronome: «19»": (
        "`19`: a metronome ticks 20 to 300 times a minute",
        None,
    ),
    "- exercise: Run 9s\n  metronome: «301»": (
        "`301`: a metronome ticks 20 to 300 times a minute",
        None,
    ),
    "- exercise: Run 9s\n  metronome: «60.5»": (
        "`60.5` is no whole number",
        "write `60` or `61`",
    ),
}

OF_THE_FILE: dict[str, tuple[str, str | None]] = {
    "{clock: «0»}": ("`0`: must be longer than 0", None),
    "{clock: «on»}": ("`on` is no duration", DURATION),
    "{encourage: «[]»}": ("this list is empty", "put a value in, or delete the key"),
    "{encourage: «{a: b}»}": ("expected a text, not a mapping", QUOTES),
    "{encourage: ['«{sde}»']}": ("unknown placeholder `{sde}`", "did you mean `{side}`?"),
    "{«encorage»: Go.}": ("unknown key `encorage` in `cues`", "did you mean `encourage`?"),
}


@inputs(("blocks", "message", "hint"), CUES)
def test_wrong_cues_of_an_exercise_are_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@inputs(("blocks", "message", "hint"), METRONOMES)
def test_a_wrong_metronome_is_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@inputs(("cues", "message", "hint"), OF_THE_FILE)
def test_wrong_cues_of_the_file_are_shown(cues: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout("- Run 60s", f"cues: {cues}"), message, hint)
