"""What tabata, emom, amrap, sound and the keys of exercises refuse, and where."""

from helpers.cases import inputs
from helpers.routines import Shown, errors_of, with_workout

DURATION = "write for instance `30s`, `1:30` or `2 min`"
NOTHING = "delete it, or change the dose"

ERRORS = {
# Tabata.
"- tabata:": Shown(4, 5, "`tabata` has no value", None),
"- tabata: []": Shown(4, 5, "`tabata` is empty", "write the name of an exercise, or a list"),
"- tabata: Hop\n  rounds: 0": Shown(5, 11, "`0`: must be 1 or more", None),
"- tabata: Hop\n  work: 0": Shown(5, 9, "`0`: must be longer than 0", None),
"- tabata: Hop\n  work: soon": Shown(5, 9, "`soon` is no duration", DURATION),
"- tabata: Hop\n  rset: 5s": Shown(5, 3, "unknown key `rset` in a tabata", "did you mean `rest`?"),
"- tabata: Hop\n  round: 5": Shown(5, 3, "unknown key `round` in a tabata", "did you mean `rounds`?"),
"- tabata: [rest 10s]": Shown(4, 19, "`10s` has no place in a tabata",
           "write `work`, `rest` and `rounds` beside `tabata`"),
"- tabata: 7": Shown(4, 13, "`7` is no name that can be spoken", "write it in words"),
# EMOM.
"- emom: 2": Shown(4, 5, "this block has no `do`", "list its blocks under `do`"),
"- emom: 2\n  do: []": Shown(5, 3, "`do` is empty", None),
"- emom: 0\n  do: [Hop x2]": Shown(4, 11, "`0`: must be 1 or more", None),
"- emom: 10 min\n  do: [Hop x2]": Shown(4, 11, "`10 min` is no whole number", "write for instance `10`"),
"- emom: 2\n  every: 0\n  do: [Hop x2]": Shown(5, 10, "`0`: must be longer than 0", None),
"- emom: 2\n  alternate: yes\n  do: [Hop x2]": Shown(5, 14, "`yes` is not one of `true` or `false`", None),
"- emom: 2\n  evry: 30s\n  do: [Hop x2]": Shown(5, 3, "unknown key `evry` in an emom", "did you mean `every`?"),
"- emom: 2\n  every: 14s\n  do: [Hop x5]": Shown(4, 5, "the work of one start takes 0:15",
           "a start comes every 0:14: do less, or write `every`"),
"- emom: 2\n  alternate: true\n  every: 14s\n  do: [Hop x2, Run 20s]": Shown(4, 5, "the work of one start takes 0:20",
           "a start comes every 0:14: do less, or write `every`"),
"- emom: 2\n  do:\n    - Hop x2\n    - say: Go.": Shown(7, 7, "in an emom, everything has a length", "give it a length with `for`"),
# AMRAP.
"- amrap: 2 min": Shown(4, 5, "this block has no `do`", "list its blocks under `do`"),
"- amrap: 0\n  do: [5 hops]": Shown(4, 12, "`0`: must be longer than 0", None),
"- amrap: soon\n  do: [5 hops]": Shown(4, 12, "`soon` is no duration", DURATION),
"- amrap: 2 min\n  dno: [5 hops]\n  do: [5 hops]": Shown(5, 3, "unknown key `dno` in an amrap", "did you mean `do`?"),
"- amrap: 2 min\n  do: [5 hops, rest: 5s]": Shown(5, 3, "an amrap holds exercises alone",
           "rest is taken when it is needed; put everything else before or after"),
"- amrap: 2 min\n  do: [Hops 2x5]": Shown(5, 8, "`Hops` has 2 sets", "a round has one set of each"),
"- amrap: 2 min\n  do:\n    - exercise: Hops x5\n      tips: [Go.]": Shown(6, 7, "`Hops` has tips, lines or a metronome, which an amrap has no time for",
           "leave them out, or put them into `setup`"),
# Sound.
"- sound:": Shown(4, 5, "`sound` has no value", None),
"- sound: [a]": Shown(4, 12, "expected a text, not a list", "put the text in quotes"),
"- sound: strat": Shown(4, 12, "`strat` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
           "did you mean `start`?"),
"- sound: tick\n  for: 5s": Shown(5, 3, "unknown key `for` in a sound", None),
# Two kinds in one.
"- tabata: Hop\n  emom: 2": Shown(5, 3, "two blocks in one: `tabata` and `emom`",
           "begin `emom` with `- ` on a line of its own"),
# Breaths.
"- exercise: Breathe\n  breaths: 2\n  for: 30s": Shown(5, 3, "two doses: `for` and `breaths`", "keep one of them"),
"- exercise: Breathe\n  breaths: 2\n  hold: 3s": Shown(5, 3, "two doses: `hold` and `breaths`", "keep one of them"),
"- exercise: Breathe\n  breaths: 2\n  reps: 3": Shown(5, 3, "two doses: `reps` and `breaths`", "keep one of them"),
"- exercise: Breathe\n  breaths: 0": Shown(5, 12, "`0`: must be 1 or more", None),
"- exercise: Breathe\n  breaths: 2\n  breath: 4s, 4s": Shown(6, 11, "`4s, 4s` is no breath", "write `4s in, 4s out`"),
"- exercise: Breathe\n  breaths: 2\n  breath: 4s puff": Shown(6, 11, "`4s puff` is no breath", "write `4s in, 4s out`"),
"- exercise: Breathe\n  breaths: 2\n  breath: 0s in, 4s out": Shown(6, 11, "`0s`: must be longer than 0", None),
"- exercise: Breathe\n  breaths: 2\n  tempo: 3-1": Shown(6, 3, "`tempo` does nothing here: it goes with `reps` or `for` alone", NOTHING),
"- exercise: Breathe\n  reps: 2\n  breath: 4s in, 4s out": Shown(6, 3, "`breath` does nothing here: it goes with `breaths`", NOTHING),
"- exercise: Breathe\n  breaths: [2, 3]\n  sets: 3": Shown(5, 3, "`breaths` lists 2 values where 3 sets need 3", "one value a set"),
# Metronome.
"- exercise: Run 9s\n  metronome: 19": Shown(5, 14, "`19`: a metronome ticks 20 to 300 times a minute", None),
"- exercise: Run 9s\n  metronome: 301": Shown(5, 14, "`301`: a metronome ticks 20 to 300 times a minute", None),
"- exercise: Run 9s\n  metronome: 60.5": Shown(5, 14, "`60.5` is no whole number", "write for instance `10`"),
# Sides in turn.
"- exercise: Clam 9s each side\n  side_order: each-rep": Shown(5, 3,
           "`side_order` does nothing here: it goes with `sides`; to alternate, also with `reps`"
           " alone",
           NOTHING),
"- exercise: Clam x5 each side\n  side_order: each-rep\n  switch: 3s": Shown(6, 3, "`switch` does nothing here: it goes with `sides` that do not alternate",
           NOTHING),
"- exercise: Clam x5 each side\n  side_order: each-rep\n  on_side: Now.": Shown(6, 3, "`on_side` does nothing here: it goes with `sides` that do not alternate",
           NOTHING),
"- exercise: Clam x5 each side\n  side_order: each-reps": Shown(5, 15, "`each-reps` is not one of `each-set`, `all-sets` or `each-rep`", None),
# Tips with a sound.
"- exercise: Run 9s\n  tips: [{at: 1s, sound: tick, say: Go.}]": Shown(5, 10, "a tip has either `say` or `sound`", "write `{at: 10s, say: Breathe.}`"),
"- exercise: Run 9s\n  tips: [{sound: tick}]": Shown(5, 18, "a tone needs `at`", "write `{at: 10s, sound: tick}`"),
# Lists with one value a set.
"- exercise: Run\n  for: [5s, 6s]\n  load: [a, b, c]": Shown(6, 3, "`load` lists 3 values where 2 sets need 2", "one value a set"),
"- exercise: Run\n  for: [5s, 6s]\n  rest: [1s, 2s]": Shown(6, 3, "`rest` lists 2 values where 2 sets need 1", "one value between two sets"),
"- exercise: Run\n  hold: [5s, 6s]\n  sets: 3": Shown(5, 3, "`hold` lists 2 values where 3 sets need 3", "one value a set"),
"- exercise: Run\n  for: []": Shown(5, 8, "this list is empty", None),
"- exercise: Run\n  for: [5s, 0]": Shown(5, 13, "`0`: must be longer than 0", None),
}  # fmt: skip


def _shifted(error: Shown) -> Shown:
    """Return an error as it stands in a workout, whose blocks are two columns in."""
    return error if error.line == 4 else error._replace(column=error.column + 2)


@inputs(("blocks", "error"), ERRORS)
def test_it_is_refused_once_and_where_it_stands(blocks: str, error: Shown) -> None:
    assert errors_of(with_workout(blocks)) == [_shifted(error)]


CUES = {
"{clock: 0}": Shown(2, 15, "`0`: must be longer than 0", None),
"{clock: on}": Shown(2, 15, "`on` is no duration", DURATION),
"{encourage: []}": Shown(2, 19, "this list is empty", None),
"{encourage: {a: b}}": Shown(2, 19, "expected a text, not a mapping", "put the text in quotes"),
"{encourage: ['{sde}']}": Shown(2, 21, "unknown placeholder `{sde}`", "did you mean `{side}`?"),
"{encorage: Go.}": Shown(2, 8, "unknown key `encorage` in `cues`", "did you mean `encourage`?"),
}  # fmt: skip


@inputs(("cues", "error"), CUES)
def test_wrong_cues_are_refused_where_they_stand(cues: str, error: Shown) -> None:
    assert errors_of(with_workout("- Run 60s", f"cues: {cues}")) == [error]


TEN = """\
title: T
levle: easy
vars: {next: Bob}
sounds: {strt: off}
exercises: {a: {fro: 3s}}
workout:
  - tabata: Hop
    rounds: 0
  - amrap: 2 min
    do: [Hops 2x5]
  - Plank 30
  - exercise: Run
    for: 20s
    hold: 20s
  - include: nix.yaml
  - say: 'Hi {nme}.'
  - sound: strat
  - emom: 3
"""


def test_a_file_with_twelve_mistakes_of_twelve_kinds_shows_twelve() -> None:
    found = sorted(error.line for error in errors_of(TEN))
    assert found == [2, 3, 4, 5, 8, 10, 11, 14, 15, 16, 17, 18]
