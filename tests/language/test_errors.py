"""What is wrong with a routine: each rule with its place, its words, its message and its hint."""

from pathlib import Path

import pytest

from helpers.routines import FILE, Shown, errors_of, problems_of, underlined_in, with_workout
from voicecoach.language import load
from voicecoach.language.loading import from_document
from voicecoach.problems import RoutineError, WrongUsageError
from voicecoach.text.document import parse_document

# Blocks, and the line, column, underlined words, message and hint of the one problem in them.
Row = tuple[str, int, int, str, str, str | None]

UNKNOWN_KEYS: list[Row] = [
    (
        "- exercise: Plank 40s\n  rset: 20",
        5,
        5,
        "rset",
        "unknown key `rset` in an exercise",
        "did you mean `rest`?",
    ),
    (
        "- exercise: Plank\n  duration: 40s",
        5,
        5,
        "duration",
        "unknown key `duration` in an exercise",
        "did you mean `for`?",
    ),
    (
        "- exercise: Plank\n  time: 40s",
        5,
        5,
        "time",
        "unknown key `time` in an exercise",
        "did you mean `for`?",
    ),
    (
        "- exercise: Plank 40s\n  name: X",
        5,
        5,
        "name",
        "unknown key `name` in an exercise",
        "did you mean `exercise`?",
    ),
    (
        "- exercise: Plank 40s\n  weight: 5 kg",
        5,
        5,
        "weight",
        "unknown key `weight` in an exercise",
        "did you mean `load`?",
    ),
    (
        "- exercise: Plank 40s\n  instructions: Lie.",
        5,
        5,
        "instructions",
        "unknown key `instructions` in an exercise",
        "did you mean `setup`?",
    ),
    (
        "- exercise: Plank 40s\n  tip: Lie.",
        5,
        5,
        "tip",
        "unknown key `tip` in an exercise",
        "did you mean `tips`?",
    ),
    (
        "- exercise: Plank 40s\n  repetitions: 4",
        5,
        5,
        "repetitions",
        "unknown key `repetitions` in an exercise",
        "did you mean `reps`?",
    ),
    (
        "- exercise: Plank 40s\n  Hold: 4",
        5,
        5,
        "Hold",
        "unknown key `Hold` in an exercise",
        "did you mean `hold`?",
    ),
    ("- exercise: Plank 40s\n  say: Go.", 5, 5, "say", "unknown key `say` in an exercise", None),
    (
        "- exercise: Plank 40s\n  qwerty: Go.",
        5,
        5,
        "qwerty",
        "unknown key `qwerty` in an exercise",
        None,
    ),
    (
        "- circuit: C\n  laps: 3\n  do: [Plank 40s]",
        5,
        5,
        "laps",
        "unknown key `laps` in a circuit",
        "did you mean `rounds`?",
    ),
    (
        "- circuit: C\n  rest: 20s\n  do: [Plank 40s]",
        5,
        5,
        "rest",
        "unknown key `rest` in a circuit",
        "did you mean `round_rest`?",
    ),
    (
        "- repeat: 2\n  times: 3\n  do: [Plank 40s]",
        5,
        5,
        "times",
        "unknown key `times` in a repeat",
        "did you mean `repeat`?",
    ),
    (
        "- section: S\n  rounds: 2\n  do: [Plank 40s]",
        5,
        5,
        "rounds",
        "unknown key `rounds` in a section",
        None,
    ),
    (
        "- rest: 20s\n  text: Drink.",
        5,
        5,
        "text",
        "unknown key `text` in a rest",
        "did you mean `say`?",
    ),
    ("- pause: 20s\n  say: Drink.", 5, 5, "say", "unknown key `say` in a pause", None),
    (
        "- say: Drink.\n  duration: 20s",
        5,
        5,
        "duration",
        "unknown key `duration` in a `say`",
        "did you mean `for`?",
    ),
    (
        "- exercise: Plank 40s\n  cues: {hafway: off}",
        5,
        12,
        "hafway",
        "unknown key `hafway` in `cues`",
        "did you mean `halfway`?",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s, tell: a}]",
        5,
        22,
        "tell",
        "unknown key `tell` in a tip",
        None,
    ),
]

WRONG_BLOCKS: list[Row] = [
    (
        "- name: Plank\n  duration: 40s",
        4,
        5,
        "name",
        "unknown key `name` in a block",
        "did you mean `exercise`?",
    ),
    (
        "- hold: 10s\n  sides: each",
        4,
        5,
        "hold",
        "this block has keys of an exercise, and no `exercise`",
        "write `exercise:` with its name above its keys",
    ),
    (
        "- superset: A\n  do: [Plank 40s]",
        4,
        5,
        "superset",
        "unknown key `superset` in a block",
        "did you mean `circuit`?",
    ),
    (
        "- qwerty: A\n  uiop: B",
        4,
        5,
        "qwerty",
        "this block does not say what it is",
        "begin it with one of `amrap`, `circuit`, `emom`, `exercise`, `include`, `pause`, `repeat`, `rest`, `say`, `section`, `sound`, `tabata`",
    ),
    (
        "- {}",
        4,
        5,
        "{}",
        "this block does not say what it is",
        "begin it with one of `amrap`, `circuit`, `emom`, `exercise`, `include`, `pause`, `repeat`, `rest`, `say`, `section`, `sound`, `tabata`",
    ),
    ("- Rest: 30s", 4, 5, "Rest", "unknown key `Rest` in a block", "did you mean `rest`?"),
    (
        "- exercise: Plank 40s\n  section: S",
        5,
        5,
        "section",
        "two blocks in one: `exercise` and `section`",
        "begin `section` with `- ` on a line of its own",
    ),
    (
        "- circuit: C\n  repeat: 3\n  do: [Plank 40s]",
        5,
        5,
        "repeat",
        "two blocks in one: `circuit` and `repeat`",
        "begin `repeat` with `- ` on a line of its own",
    ),
    (
        "- [Plank 40s, Jacks 40s]",
        4,
        5,
        "[Plank 40s, Jacks 40s]",
        "a list is no block",
        "write one line such as `Plank 40s`, or keys such as `exercise: Plank`",
    ),
    ("- Plank: 40s", 4, 5, "Plank", "`Plank` is no kind of block", "write `- Plank 40s`"),
    (
        "- section: S",
        4,
        5,
        "section",
        "there is nothing in this section",
        "list its blocks under `do`, or after it",
    ),
    ("- section: S\n  do:", 5, 5, "do", "`do` has no value", None),
    ("- section: S\n  do: []", 5, 5, "do", "`do` is empty", None),
    (
        "- section: S\n  do: Plank 10s",
        5,
        5,
        "do",
        "`do` takes a list of blocks",
        "begin each block on a line of its own with `- `",
    ),
    ("- section:\n  do: [Plank 10s]", 4, 5, "section", "`section` has no value", None),
    (
        "- section: [S]\n  do: [Plank 10s]",
        4,
        14,
        "[S]",
        "expected a text, not a list",
        "put the text in quotes",
    ),
    ("- circuit: C", 4, 5, "circuit", "this block has no `do`", "list its blocks under `do`"),
    ("- circuit:\n  do: [Plank 10s]", 4, 5, "circuit", "`circuit` has no value", None),
    ("- repeat: 3", 4, 5, "repeat", "this block has no `do`", "list its blocks under `do`"),
]

FURTHER: list[Row] = [
    (
        "- include: a.yaml",
        4,
        14,
        "a.yaml",
        "a.yaml does not exist",
        "check the path of the routine",
    ),
    (
        "- exercise: Breathe 30s\n  breath: 4s in, 4s out",
        5,
        5,
        "breath",
        "`breath` does nothing here: it goes with `breaths`",
        "delete it, or change the dose",
    ),
]

DOSES: list[Row] = [
    (
        "- exercise: Plank",
        4,
        15,
        "Plank",
        "`Plank` has no dose",
        "say how long or how often: `Plank 30s` or `Plank x10`",
    ),
    (
        "- exercise: Plank\n  sets: 3",
        4,
        15,
        "Plank",
        "`Plank` has no dose",
        "say how long or how often: `Plank 30s` or `Plank x10`",
    ),
    (
        "- exercise: Plank\n  for: 10s\n  hold: 10s",
        6,
        5,
        "hold",
        "two doses: `for` and `hold`",
        "keep `for` to move or `hold` to keep still",
    ),
    (
        "- exercise: Plank 10s\n  hold: 10s",
        5,
        5,
        "hold",
        "two doses: `for` and `hold`",
        "keep `for` to move or `hold` to keep still",
    ),
    (
        "- exercise: Plank 10s\n  for: 10s",
        5,
        5,
        "for",
        "`for` is written twice: here and in the name",
        "keep `10s` in the name, or the key",
    ),
    (
        "- exercise: Plank 3x10s\n  sets: 4",
        5,
        5,
        "sets",
        "`sets` is written twice: here and in the name",
        "keep `3` in the name, or the key",
    ),
    (
        "- exercise: Plank\n  for: 10s\n  hold: 10s\n  reps: 3",
        6,
        5,
        "hold",
        "two doses: `for` and `hold`",
        "keep `for` to move or `hold` to keep still",
    ),
    ("- exercise: Plank\n  hold: 0", 5, 11, "0", "`0`: must be longer than 0", None),
    ("- exercise: Plank\n  reps: 0", 5, 11, "0", "`0`: must be 1 or more", None),
    (
        "- exercise: Plank\n  hold: 20-10s",
        5,
        11,
        "20-10s",
        "`20-10s` is a range turned round",
        "write `10-20s`",
    ),
    (
        "- exercise: Plank\n  reps: 10-5",
        5,
        11,
        "10-5",
        "`10-5` is a range turned round",
        "write `5-10`",
    ),
    (
        "- exercise: Plank\n  reps: max",
        5,
        5,
        "reps",
        "`max` needs a time",
        "write for instance `max in 60s`",
    ),
    (
        "- exercise: Plank\n  reps: max\n  hold: 5s",
        5,
        5,
        "reps",
        "`max` needs a time",
        "write for instance `max in 60s`",
    ),
    (
        "- exercise: Plank\n  sets: 3\n  hold: [10s, 20s]",
        6,
        5,
        "hold",
        "`hold` lists 2 values where 3 sets need 3",
        "one value a set",
    ),
    (
        "- exercise: Plank\n  hold: [10s, 20s]\n  reps: [1, 2, 3]",
        6,
        5,
        "reps",
        "`reps` lists 3 values where 2 sets need 2",
        "one value a set",
    ),
    (
        "- exercise: Plank 3x10s\n  load: [1 kg, 2 kg]",
        5,
        5,
        "load",
        "`load` lists 2 values where 3 sets need 3",
        "one value a set",
    ),
    (
        "- exercise: Plank 3x10s\n  rest: [5s]",
        5,
        5,
        "rest",
        "`rest` lists 1 value where 3 sets need 2",
        "one value between two sets",
    ),
    (
        "- exercise: Plank 3x10s\n  rest: [5s, 5s, 5s]",
        5,
        5,
        "rest",
        "`rest` lists 3 values where 3 sets need 2",
        "one value between two sets",
    ),
    (
        "- exercise: Plank 3x10s\n  on_set: [a, b]",
        5,
        5,
        "on_set",
        "`on_set` lists 2 lines for 3 sets",
        "one line a set, or one for all",
    ),
    (
        "- exercise: Plank 10s\n  after_set: [a, b]",
        5,
        5,
        "after_set",
        "`after_set` lists 2 lines for 1 set",
        "one line a set, or one for all",
    ),
    ("- exercise: Plank\n  hold: []", 5, 11, "[]", "this list is empty", None),
    ("- exercise: Plank\n  hold: [10s, 0]", 5, 17, "0", "`0`: must be longer than 0", None),
    (
        "- circuit: C\n  rounds: 3\n  by_round: true\n  do:\n    - exercise: Plank\n      hold: [10s, 20s]",
        9,
        9,
        "hold",
        "`hold` lists 2 values for 3 rounds",
        "with `by_round`, one value a round",
    ),
    (
        "- circuit: C\n  rounds: 3\n  on_round: [a, b]\n  do: [Plank 10s]",
        6,
        5,
        "on_round",
        "`on_round` lists 2 lines for 3 rounds",
        None,
    ),
    (
        "- circuit: C\n  rounds: 2\n  by_round: maybe\n  do: [Plank 10s]",
        6,
        15,
        "maybe",
        "`maybe` is not one of `true` or `false`",
        None,
    ),
    (
        "- exercise: Plank 10s\n  release: 3s",
        5,
        5,
        "release",
        "`release` does nothing here: it goes with `reps` with `hold`",
        "delete it, or change the dose",
    ),
    (
        "- exercise: Plank\n  hold: 10s\n  tempo: 3-1",
        6,
        5,
        "tempo",
        "`tempo` does nothing here: it goes with `reps` or `for` alone",
        "delete it, or change the dose",
    ),
    (
        "- exercise: Plank\n  hold: 10s\n  rep: 3s",
        6,
        5,
        "rep",
        "`rep` does nothing here: it goes with `reps` without a tempo",
        "delete it, or change the dose",
    ),
    (
        "- exercise: Plank\n  for: 10s\n  count: tick",
        6,
        5,
        "count",
        "`count` does nothing here: it goes with `reps`, or `for` with a tempo",
        "delete it, or change the dose",
    ),
    (
        "- exercise: Plank 10s\n  switch: 3s",
        5,
        5,
        "switch",
        "`switch` does nothing here: it goes with `sides` that do not alternate",
        "delete it, or change the dose",
    ),
    (
        "- exercise: Plank 10s\n  on_side: Turn.",
        5,
        5,
        "on_side",
        "`on_side` does nothing here: it goes with `sides` that do not alternate",
        "delete it, or change the dose",
    ),
    (
        "- exercise: Plank 10s\n  side_order: all-sets",
        5,
        5,
        "side_order",
        "`side_order` does nothing here: it goes with `sides`; to alternate, also with `reps` alone",
        "delete it, or change the dose",
    ),
]

SIDES: list[Row] = [
    (
        "- exercise: Plank 10s\n  sides: left",
        5,
        12,
        "left",
        "`left` is no list of sides",
        "write `each`, or a list such as `[left, right]`",
    ),
    (
        "- exercise: Plank 10s\n  sides: [left, left]",
        5,
        19,
        "left",
        "`left` is named twice",
        "name each side once",
    ),
    ("- exercise: Plank 10s\n  sides: []", 5, 12, "[]", "this list is empty", None),
    (
        "- exercise: Plank 10s\n  sides: {left: right}",
        5,
        12,
        "{left: right}",
        "expected a text, not a mapping",
        "put the text in quotes",
    ),
    (
        "- circuit: C\n  sides: each\n  do: [Plank 10s each side]",
        6,
        20,
        "each side",
        "the block around this exercise does each side already",
        "delete it here, or there",
    ),
    (
        "- repeat: 2\n  sides: each\n  do:\n    - exercise: Plank 10s\n      sides: [left]",
        8,
        9,
        "sides",
        "the block around this exercise does each side already",
        "delete it here, or there",
    ),
]

VALUES: list[Row] = [
    (
        "- exercise: Plank x5\n  tempo: fast",
        5,
        12,
        "fast",
        "this is no tempo",
        "write `3-1-1-0`, or a list such as `[{breathe in: 4s}, {breathe out: 4s}]`",
    ),
    ("- exercise: Plank x5\n  tempo: 0-0", 5, 12, "0-0", "a tempo must be longer than 0", None),
    (
        "- exercise: Plank x5\n  tempo: [in, out]",
        5,
        12,
        "[in, out]",
        "each part of a tempo is a name and a duration",
        "write `{breathe in: 4s}`",
    ),
    (
        "- exercise: Plank x5\n  count: loud",
        5,
        12,
        "loud",
        "`loud` is not one of `aloud`, `tick` or `silent`",
        None,
    ),
    (
        "- exercise: Plank x5\n  ready: soon",
        5,
        12,
        "soon",
        "`soon` is no duration",
        "write for instance `30s`, `1:30` or `2 min`",
    ),
    (
        "- exercise: Plank 10s\n  cues: {countdown: 11}",
        5,
        23,
        "11",
        "`11`: at most 10 seconds are counted down",
        None,
    ),
    (
        "- exercise: Plank 10s\n  cues: {countdown: 0}",
        5,
        23,
        "0",
        "`0` seconds cannot be counted",
        "write `off`",
    ),
    (
        "- exercise: Plank 10s\n  cues: {halfway: no}",
        5,
        21,
        "no",
        "`no` is not one of `on` or `off`",
        None,
    ),
    (
        "- exercise: Plank 10s\n  cues: {announce: loud}",
        5,
        22,
        "loud",
        "`loud` is not one of `full`, `name` or `off`",
        None,
    ),
    (
        "- exercise: Plank 10s\n  cues: {time_left: [10s, x]}",
        5,
        29,
        "x",
        "`x` is no duration",
        "write for instance `30s`, `1:30` or `2 min`",
    ),
    ("- exercise: Plank 10s\n  cues: off", 5, 11, "off", "`cues` takes keys and values", None),
    (
        "- exercise: Plank 10s\n  setup: [a]",
        5,
        12,
        "[a]",
        "expected a text, not a list",
        "put the text in quotes",
    ),
    (
        "- exercise: Plank 10s\n  setup: {a: b}",
        5,
        12,
        "{a: b}",
        "expected a text, not a mapping",
        "put the text in quotes",
    ),
    ("- exercise: Plank 10s\n  setup:", 5, 5, "setup", "`setup` has no value", None),
    (
        "- exercise: Plank 10s\n  setup: ''",
        5,
        13,
        "'",
        "this text is empty",
        "write the text, or delete the key",
    ),
    (
        "- exercise: [a]",
        4,
        5,
        "exercise",
        "`exercise` takes a name or a whole line",
        "put the text in quotes",
    ),
    (
        "- exercise: Rest\n  for: 10s",
        4,
        15,
        "Rest",
        "`Rest` does not say how long",
        "write `rest 30s`",
    ),
    (
        "- exercise: Rest 10s",
        4,
        15,
        "Rest 10s",
        "`Rest 10s` is a rest, not an exercise",
        "write `- rest: 10s`",
    ),
    (
        "- exercise: '12'\n  for: 10s",
        4,
        16,
        "12",
        "`12` is no name that can be spoken",
        "write it in words",
    ),
    (
        "- rest: some",
        4,
        11,
        "some",
        "`some` is no duration",
        "write for instance `30s`, `1:30` or `2 min`",
    ),
    (
        "- rest: [1, 2]",
        4,
        11,
        "[1, 2]",
        "expected a duration such as `30s`, or a range such as `15-20s`, not a list",
        None,
    ),
    (
        "- rest: 0\n  say: Hi.",
        5,
        5,
        "say",
        "a rest of 0 has no room for a text",
        "give the rest a length, or make the text a block of its own",
    ),
    ("- pause: 0", 4, 12, "0", "`0`: must be longer than 0", None),
    (
        "- pause: 5-10s",
        4,
        12,
        "5-10s",
        "`5-10s` is no duration",
        "write for instance `30s`, `1:30` or `2 min`",
    ),
    ("- say: Hi.\n  for: 0", 5, 10, "0", "`0`: must be longer than 0", None),
    ("- repeat: 0\n  do: [Plank 10s]", 4, 13, "0", "`0`: must be 1 or more", None),
    (
        "- repeat: often\n  do: [Plank 10s]",
        4,
        13,
        "often",
        "`often` is no whole number",
        "write for instance `10`",
    ),
    ("- circuit: C\n  rounds: 0\n  do: [Plank 10s]", 5, 13, "0", "`0`: must be 1 or more", None),
]

TIPS: list[Row] = [
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s}]",
        5,
        12,
        "{at: 10s}",
        "a tip has either `say` or `sound`",
        "write `{at: 10s, say: Breathe.}`",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s, say: a, sound: tick}]",
        5,
        12,
        "{at: 10s, say: a, sound: tick}",
        "a tip has either `say` or `sound`",
        "write `{at: 10s, say: Breathe.}`",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{sound: tick}]",
        5,
        20,
        "tick",
        "a tone needs `at`",
        "write `{at: 10s, sound: tick}`",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s, sound: gong}]",
        5,
        29,
        "gong",
        "`gong` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
        "write a role (tick, start, end, halfway, switch, finish, metronome) or a file",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s, sound: tik}]",
        5,
        29,
        "tik",
        "`tik` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
        "did you mean `tick`?",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 110%, say: a}]",
        5,
        17,
        "110%",
        "`110%` is more than 100%",
        None,
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: later, say: a}]",
        5,
        17,
        "later",
        "`later` is no duration",
        "write for instance `30s`, `1:30` or `2 min`",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s, say: a, side: left}]",
        5,
        36,
        "left",
        "this exercise has no side `left`",
        None,
    ),
    (
        "- exercise: Plank 40s each side\n  tips: [{at: 10s, say: a, side: lef}]",
        5,
        36,
        "lef",
        "this exercise has no side `lef`",
        "did you mean `left`?",
    ),
    (
        "- exercise: Plank 40s\n  tips: [{at: 10s, say: a, set: 2}]",
        5,
        35,
        "2",
        "a tip for set 2 of 1",
        "leave `set` out, or change it",
    ),
    ("- exercise: Plank 40s\n  tips: [[a]]", 5, 12, "[a]", "a tip takes keys and values", None),
]


@pytest.mark.parametrize(
    ("blocks", "line", "column", "words", "message", "hint"),
    UNKNOWN_KEYS + WRONG_BLOCKS + FURTHER + DOSES + SIDES + VALUES + TIPS,
)
def test_a_fault_is_shown_with_its_place_and_what_to_write(
    blocks: str, line: int, column: int, words: str, message: str, hint: str | None
) -> None:
    routine = with_workout(blocks)
    assert errors_of(routine) == [Shown(line, column, message, hint)]
    assert underlined_in(routine) == [words]


HEADERS: list[Row] = [
    (
        "title: T\nmusic: song.mp3\nworkout: [Plank 40s]\n",
        2,
        8,
        "song.mp3",
        "there is no file `song.mp3`",
        "its path counts from this file",
    ),
    ("title: T\nvoice:\n  rate:\nworkout: [Run 9s]\n", 3, 3, "rate", "`rate` has no value", None),
    ("title: T\n", 1, 1, "title", "a routine needs `workout`", None),
    ("workout:\n  - Plank 40s\n", 1, 1, "workout", "a routine needs `title`", None),
    ("title:\nworkout: [Plank 40s]\n", 1, 1, "title", "`title` has no value", None),
    (
        "title: [T]\nworkout: [Plank 40s]\n",
        1,
        8,
        "[T]",
        "expected a text, not a list",
        "put the text in quotes",
    ),
    ("title: T\nworkout:\n", 2, 1, "workout", "`workout` has no value", None),
    ("title: T\nworkout: []\n", 2, 1, "workout", "`workout` is empty", None),
    (
        "title: T\nworkout: Plank 40s\n",
        2,
        1,
        "workout",
        "`workout` takes a list of blocks",
        "begin each block on a line of its own with `- `",
    ),
    (
        "title: T\nlang: en\nworkout: [Plank 40s]\n",
        2,
        1,
        "lang",
        "unknown key `lang` in a routine",
        "did you mean `language`?",
    ),
    (
        "title: T\nqwerty: 1\nworkout: [Plank 40s]\n",
        2,
        1,
        "qwerty",
        "unknown key `qwerty` in a routine",
        None,
    ),
]


@pytest.mark.parametrize(("routine", "line", "column", "words", "message", "hint"), HEADERS)
def test_a_fault_around_the_workout_is_shown_in_the_same_way(
    routine: str, line: int, column: int, words: str, message: str, hint: str | None
) -> None:
    assert errors_of(routine) == [Shown(line, column, message, hint)]
    assert underlined_in(routine) == [words]


@pytest.mark.parametrize(
    ("routine", "line", "hint"),
    [
        ("title: T\nexercises:\n  - Plank 40s\n", 2, "did you mean `workout`?"),
        ("name: T\nworkout:\n  - Plank 40s\n", 1, "did you mean `title`?"),
        ("Title: T\nworkout:\n  - Plank 40s\n", 1, "did you mean `title`?"),
        (with_workout("- circuit: C\n  exercises: [Plank 40s]"), 5, "did you mean `do`?"),
        (with_workout("- section: S\n  items: [Plank 40s]"), 5, "did you mean `do`?"),
    ],
)
def test_a_key_under_another_name_is_recognised(routine: str, line: int, hint: str) -> None:
    assert hint in [error.hint for error in errors_of(routine) if error.line == line]


TEN = """title: T
level: middling
workout:
  - Plank
  - Squats 10
  - exercise: Bridge
    hold: 0
    rset: 10s
  - Plank: 40s
  - circuit: C
    rounds: many
    do:
      - Jacks 20-10s
      - say: "{sied}"
  - repeat: 2
    do: []
  - rest: soon
outro: [a]
"""


def test_ten_mistakes_are_ten_errors_in_the_order_of_the_file() -> None:
    assert errors_of(TEN) == [
        Shown(2, 8, "`middling` is not one of `easy`, `medium` or `hard`", None),
        Shown(
            4,
            5,
            "`Plank` has no dose",
            "say how long or how often: `Plank 30s` or `Plank x10`",
        ),
        Shown(
            5,
            5,
            "`Squats 10` can be read two ways: 10 repetitions or 10 seconds?",
            "write `Squats x10` or `Squats 10s`",
        ),
        Shown(7, 11, "`0`: must be longer than 0", None),
        Shown(8, 5, "unknown key `rset` in an exercise", "did you mean `rest`?"),
        Shown(9, 5, "`Plank` is no kind of block", "write `- Plank 40s`"),
        Shown(11, 13, "`many` is no whole number", "write for instance `10`"),
        Shown(13, 15, "`20-10s` is a range turned round", "write `10-20s`"),
        Shown(14, 15, "unknown placeholder `{sied}`", "did you mean `{side}`?"),
        Shown(16, 5, "`do` is empty", None),
        Shown(17, 11, "`soon` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
        Shown(18, 8, "expected a text, not a list", "put the text in quotes"),
    ]


def test_a_problem_shows_its_line_as_it_was_written() -> None:
    (problem,) = problems_of("title: T\nworkout:\n  - Plänk 40s zz # why not\n")
    assert problem.source_line == "  - Plänk 40s zz # why not"
    assert (problem.span.column, problem.span.length) == (15, 2)


def test_the_error_itself_names_file_line_and_message() -> None:
    with pytest.raises(RoutineError, match=r"^routine\.yaml:3: `Plank` has no dose$"):
        load_text("title: T\nworkout:\n  - Plank\n")


def test_codes_tell_kinds_of_errors_apart() -> None:
    codes = [problem.code for problem in problems_of(TEN)]
    assert codes.count("unknown-key") == 2
    assert set(codes) == {"invalid", "unknown-key"}
    assert [problem.code for problem in problems_of("title: T\n")] == ["missing-key"]
    assert [problem.code for problem in problems_of("title: 'T\n")] == ["yaml"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.yaml", "does not exist"), (".", "is a directory, not a routine")],
)
def test_a_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(WrongUsageError, match=message):
        load(tmp_path / name)


def load_text(text: str) -> None:
    from_document(parse_document(text, FILE))
