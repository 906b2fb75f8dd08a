"""What is wrong with a tabata, an emom, an amrap or a sound."""

from helpers.cases import inputs
from helpers.routines import expect_one_fault, with_workout

DURATION = "write for instance `30s`, `1:30` or `2 min`"
NO_DO = "write `    do: [Plank 30s]` below, with your own lines"
QUOTES = "put the text in quotes"

FAULTS: dict[str, tuple[str, str | None]] = {
    "- «tabata»:": ("`tabata` has no value", "write `tabata: Burpees`"),
    "- «tabata»: []": ("`tabata` is empty", "write the name of an exercise, or a list"),
    "- tabata: Hop\n  rounds: «0»": ("`0`: must be 1 or more", None),
    "- tabata: Hop\n  work: «0»": ("`0`: must be longer than 0", None),
    "- tabata: Hop\n  work: «soon»": ("`soon` is no duration", DURATION),
    "- tabata: Hop\n  «rset»: 5s": ("unknown key `rset` in a tabata", "did you mean `rest`?"),
    "- tabata: Hop\n  «round»: 5": ("unknown key `round` in a tabata", "did you mean `rounds`?"),
    "- tabata: [«rest 10s»]": (
        "`rest 10s` is a rest, not an exercise",
        "write `work`, `rest` and `rounds` beside `tabata`",
    ),
    "- tabata: [Plank «30s»]": (
        "`30s` has no place in a tabata",
        "write `work`, `rest` and `rounds` beside `tabata`",
    ),
    "- tabata: [{exercise: Plank, «for»: 30s}]": (
        "`for` has no place in a tabata",
        "write `work`, `rest` and `rounds` beside `tabata`",
    ),
    "- tabata: [{exercise: Plank, easier: {«for»: 30s}}]": (
        "`for` has no place in a tabata",
        "write `work`, `rest` and `rounds` beside `tabata`",
    ),
    "- tabata: «7»": (
        "`tabata` takes the name of an exercise",
        "write `tabata: Burpees`, and `rounds: 7` below",
    ),
    "- «emom»: 2": ("this block has no `do`", NO_DO),
    "- emom: 2\n  «do»: []": (
        "`do` is empty",
        "write `do: [Plank 30s]`, with your own lines",
    ),
    "- emom: «0»\n  do: [Hop x2]": ("`0`: must be 1 or more", None),
    "- emom: «10 min»\n  do: [Hop x2]": ("`10 min` is no whole number", "write `10`"),
    "- emom: 2\n  every: «0»\n  do: [Hop x2]": ("`0`: must be longer than 0", None),
    "- emom: 2\n  alternate: «yes»\n  do: [Hop x2]": (
        "`yes` is not one of `true` or `false`",
        "write `true`",
    ),
    "- emom: 2\n  «evry»: 30s\n  do: [Hop x2]": (
        "unknown key `evry` in an emom",
        "did you mean `every`?",
    ),
    "- «emom»: 2\n  every: 14s\n  do: [Hop x5]": (
        "the work of one start takes 0:15",
        "a start comes every 0:14: do less, or write `every`",
    ),
    "- «emom»: 2\n  alternate: true\n  every: 14s\n  do: [Hop x2, Run 20s]": (
        "the work of one start takes 0:20",
        "a start comes every 0:14: do less, or write `every`",
    ),
    "- emom: 2\n  do:\n    - Hop x2\n    - «say»: Go.": (
        "in an emom, everything has a length",
        "give it a length with `for`",
    ),
    "- «amrap»: 2 min": ("this block has no `do`", NO_DO),
    "- amrap: «0»\n  do: [5 hops]": ("`0`: must be longer than 0", None),
    "- amrap: «soon»\n  do: [5 hops]": ("`soon` is no duration", DURATION),
    "- amrap: 2 min\n  «dno»: [5 hops]\n  do: [5 hops]": (
        "unknown key `dno` in an amrap",
        "did you mean `do`?",
    ),
    "- amrap: 2 min\n  «do»: [5 hops, rest: 5s]": (
        "an amrap holds exercises alone",
        "rest is taken when it is needed; put everything else before or after",
    ),
    "- amrap: 2 min\n  do: [«Hops 2x5»]": ("`Hops` has 2 sets", "a round has one set of each"),
    "- amrap: 2 min\n  do:\n    - «exercise»: Hops x5\n      tips: [Go.]": (
        "`Hops` has tips, lines or a metronome, which an amrap has no time for",
        "leave them out, or put them into `setup`",
    ),
    "- «sound»:": ("`sound` has no value", "write `sound: start`"),
    "- sound: «[a]»": ("expected a text, not a list", QUOTES),
    "- sound: «strat»": (
        "`strat` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
        "did you mean `start`?",
    ),
    "- sound: tick\n  «for»: 5s": (
        "unknown key `for` in a sound",
        "delete the line, or write `# for: 5s`",
    ),
    "- tabata: Hop\n  «emom»: 2": (
        "two blocks in one: `tabata` and `emom`",
        "write `  - emom: 2`",
    ),
}


@inputs(("blocks", "message", "hint"), FAULTS)
def test_a_wrong_block_is_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)
