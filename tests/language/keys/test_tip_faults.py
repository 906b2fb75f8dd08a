"""What is wrong with a tip."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

DURATION = "write for instance `30s`, `1:30` or `2 min`"

TIPS: dict[str, tuple[str, str | None]] = {
    "- exercise: Plank 40s\n  tips: [«{at: 10s}»]": (
        "a tip has either `say` or `sound`",
        "write `{at: 10s, say: Breathe.}`",
    ),
    "- exercise: Plank 40s\n  tips: [«{at: 10s, say: a, sound: tick}»]": (
        "a tip has either `say` or `sound`",
        "write `{at: 10s, say: Breathe.}`",
    ),
    "- exercise: Plank 40s\n  tips: [{sound: «tick»}]": (
        "a tone needs `at`",
        "write `{at: 10s, sound: tick}`",
    ),
    "- exercise: Plank 40s\n  tips: [{at: 10s, sound: «gong»}]": (
        "`gong` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
        "write a role (tick, start, end, round, halfway, switch, finish, metronome) or a file",
    ),
    "- exercise: Plank 40s\n  tips: [{at: 10s, sound: «tik»}]": (
        "`tik` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
        "did you mean `tick`?",
    ),
    "- exercise: Plank 40s\n  tips: [{at: «110%», say: a}]": ("`110%` is more than 100%", None),
    "- exercise: Plank 40s\n  tips: [{at: «later», say: a}]": ("`later` is no duration", DURATION),
    "- exercise: Plank 40s\n  tips: [{at: 10s, say: a, side: «left»}]": (
        "this exercise has no side `left`",
        None,
    ),
    "- exercise: Plank 40s each side\n  tips: [{at: 10s, say: a, side: «lef»}]": (
        "this exercise has no side `lef`",
        "did you mean `left`?",
    ),
    "- exercise: Plank 40s\n  tips: [{at: 10s, say: a, set: «2»}]": (
        "a tip for set 2 of 1",
        "leave `set` out, or change it",
    ),
    "- exercise: Plank 40s\n  tips: [«[a]»]": ("a tip takes keys and values", None),
    "- exercise: Run 9s\n  tips: [«{at: 1s, sound: tick, say: Go.}»]": (
        "a tip has either `say` or `sound`",
        "write `{at: 10s, say: Breathe.}`",
    ),
    "- exercise: Run 9s\n  tips: [{sound: «tick»}]": (
        "a tone needs `at`",
        "write `{at: 10s, sound: tick}`",
    ),
}


@inputs(("blocks", "message", "hint"), TIPS)
def test_a_wrong_tip_is_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
