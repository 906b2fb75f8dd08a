"""What is wrong with a value: a text, a name, a number, a duration."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

DURATION = "write for instance `30s`, `1:30` or `2 min`"
QUOTES = "put the text in quotes"
NO_VALUE = "delete the line, or write a value behind the colon"

VALUES: dict[str, tuple[str, str | None]] = {
    "- exercise: Plank x5\n  tempo: «fast»": (
        "this is no tempo",
        "write `3-1-1-0`, or a list such as `[{breathe in: 4s}, {breathe out: 4s}]`",
    ),
    "- exercise: Plank x5\n  tempo: «0-0»": ("a tempo must be longer than 0", None),
    "- exercise: Plank x5\n  tempo: [«in», out]": (
        "each part of a tempo is a name and a duration",
        "write `{breathe in: 4s}`",
    ),
    "- exercise: Plank x5\n  count: «loud»": (
        "`loud` is not one of `aloud`, `tick` or `silent`",
        "write `aloud`",
    ),
    "- exercise: Plank x5\n  ready: «soon»": ("`soon` is no duration", DURATION),
    "- exercise: Plank 10s\n  setup: «[a]»": ("expected a text, not a list", QUOTES),
    "- exercise: Plank 10s\n  setup: «{a: b}»": ("expected a text, not a mapping", QUOTES),
    "- exercise: Plank 10s\n  «setup»:": (
        "`setup` has no value",
        NO_VALUE,
    ),
    "- exercise: Plank 10s\n  setup: '«'»": (
        "this text is empty",
        "write the text, or delete the key",
    ),
    # Whatever the key lies in.
    "- exercise: Plank 10s\n  cues:\n    «countdown»:": ("`countdown` has no value", NO_VALUE),
    "- exercise: Plank 10s\n  cues:\n    «halfway»:": ("`halfway` has no value", NO_VALUE),
    "- exercise: Plank 10s\n  easier:\n    «distance»:": ("`distance` has no value", NO_VALUE),
    "- exercise: Plank 10s\n  easier:\n    «tips»:": ("`tips` has no value", NO_VALUE),
    "- exercise: Plank 10s\n  tips:\n    - say: Hi.\n      «set»:": (
        "`set` has no value",
        NO_VALUE,
    ),
    "- «exercise»: [a]": ("`exercise` takes a name or a whole line", QUOTES),
    "- exercise: «Rest»\n  for: 10s": (
        "`Rest` is a rest, not an exercise",
        "write `- rest: 10s` in place of both",
    ),
    "- exercise: «Rest 10s»": ("`Rest 10s` is a rest, not an exercise", "write `- rest: 10s`"),
    "- exercise: '«12»'\n  for: 10s": ("`12` is no name that can be spoken", "write it in words"),
    "- rest: «some»": ("`some` is no duration", DURATION),
    "- rest: «[1, 2]»": (
        "expected a duration such as `30s`, or a range such as `15-20s`, not a list",
        None,
    ),
    "- rest: 0\n  «say»: Hi.": (
        "a rest of 0 has no room for a text",
        "give the rest a length, or make the text a block of its own",
    ),
    "- pause: «0»": ("`0`: must be longer than 0", None),
    "- pause: «5-10s»": ("`5-10s` is no duration", DURATION),
    "- say: Hi.\n  for: «0»": ("`0`: must be longer than 0", None),
    "- repeat: «0»\n  do: [Plank 10s]": ("`0`: must be 1 or more", None),
    "- repeat: «often»\n  do: [Plank 10s]": (
        "`often` is no whole number",
        "write for instance `10`",
    ),
    "- circuit: C\n  rounds: «0»\n  do: [Plank 10s]": ("`0`: must be 1 or more", None),
}


@inputs(("blocks", "message", "hint"), VALUES)
def test_a_wrong_value_is_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
