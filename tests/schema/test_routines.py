"""Whole routines: the schema takes the right ones, and refuses what the program refuses too."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from helpers.editors import LOADERS, complaints
from voicecoach.files import shipped
from voicecoach.language import blocks, schema
from voicecoach.language.loading import load
from voicecoach.language.values import Level
from voicecoach.problems import RoutineError

with_both_loaders = pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)


def samples() -> dict[str, str]:
    """Return the samples in the docstrings of the blocks that are whole routines or one block."""
    found = {}
    for kind in blocks.kinds():
        doc = blocks.module_of(kind).__doc__ or ""
        for sample in re.findall(r"```yaml\n(.*?)```", doc, re.DOTALL):
            found[kind] = sample if "workout:" in sample else in_workout(sample)
    return found


def in_workout(block: str) -> str:
    lines = block.strip().split("\n")
    return "title: T\nworkout:\n" + "\n".join(
        f"  {'-' if index == 0 else ' '} {line}" for index, line in enumerate(lines)
    )


def in_exercise(keys: str) -> str:
    return in_workout(f"exercise: Squats\n{keys}")


SHIPPED = {"starter": shipped.STARTER, **shipped.routines()}

RIGHT = {
    "a text that YAML 1.1 takes for something else": "title: no\nauthor: 007\nworkout: [Plank 40s]",
    "cues off": "title: T\ncues: {countdown: off, halfway: off, announce: off, clock: off, "
    "time_left: off, encourage: off}\nintro: off\noutro: off\nworkout: [Plank 40s]",
    "times": in_exercise("for: 1:30\nrest: 1:00-1:30\nready: 8\nsetup: Up."),
    "merges": "title: T\nvars: {x: 30s}\nworkout:\n  - &a {exercise: Squats, for: 30s}\n"
    "  - {<<: *a, for: 40s}\n",
    "variables": "title: T\nvars: {time: 30s, cue: {halfway: off}, go: [Plank 30s]}\n"
    'cues: "{cue}"\nworkout:\n  - exercise: Squats\n    for: "{time}"\n'
    '  - circuit: C\n    rounds: 2\n    round_rest: "{time}"\n    do: "{go}"\n',
    "a rest with a line": in_workout("rest: 30s\nsay: Drink."),
    "a text of a fixed length": in_workout("say: Walk.\nfor: 20s"),
    "a distance": in_exercise("distance: 500 m\nfor: 2:30"),
    "distances at a pace": in_exercise("distance: [400 m, 200 m]\npace: 5:30-6:00/km"),
    "an exercise with a rest": in_exercise("reps: 10\nsets: 3\nrest: 30s"),
    "a heading": "title: T\nworkout:\n  - section: One\n  - Plank 40s",
    "max with a time in the name": in_workout("exercise: Squats 60s\nreps: max"),
    "tips": in_exercise("for: 60s\nsides: [left]\ntips:\n  - Up.\n  - {at: -10s, say: Now.}\n"
                        "  - {at: 50%, sound: tick}\n  - {say: Left., side: left, set: 1}"),
    "one tip": in_exercise("for: 60s\ntips: {at: 10, say: Now.}"),
    "levels": in_exercise("hold: 20s\neasier: {hold: 10s}\nharder: {for: 30s}"),
    "definitions": "title: T\nexercises:\n  dog: {name: Bird dog, hold: 30s, sides: each}\n"
    "workout:\n  - exercise: dog",
    "a voice": "title: T\nvoice: {name: en-us, rate: 150, volume: 0.5}\nworkout: [Plank 40s]",
    "a set of sounds": "title: T\nsounds: gym\nworkout: [Plank 40s, {sound: finish}]",
    "no sounds": "title: T\nsounds: off\nworkout: [Plank 40s]",
    "single sounds": "title: T\nsounds: {set: soft, tick: off, end: {hz: 600, for: 1s},\n"
    "  start: [{hz: 600, to: 900, for: 120ms, gap: 50 ms}]}\nworkout: [Plank 40s]",
    "no music": "title: T\nmusic: off\nworkout: [Plank 40s]",
    "a tabata of exercises": in_workout("tabata: [Burpees, {exercise: Jump, setup: Up.}]"),
}  # fmt: skip

# Each with the level at which it is wrong.
WRONG: dict[str, tuple[str, Level]] = {
    name: (text, "medium")
    for name, text in {
        "not a mapping": "- Plank 40s",
        "an empty file": "{}",
        "no title": "workout: [Plank 40s]",
        "no workout": "title: T",
        "an empty title": "title:\nworkout: [Plank 40s]",
        "a blank title": 'title: " "\nworkout: [Plank 40s]',
        "a placeholder in a title": 'title: "{side}"\nworkout: [Plank 40s]',
        "an unknown key": "title: T\nmusik: a.mp3\nworkout: [Plank 40s]",
        "an empty workout": "title: T\nworkout: []",
        "a workout that is a text": "title: T\nworkout: Plank 40s",
        "a workout that is a mapping": "title: T\nworkout: {exercise: Plank}",
        "a bad level": "title: T\nlevel: hrad\nworkout: [Plank 40s]",
        "a bad language": "title: T\nlanguage: klingon\nworkout: [Plank 40s]",
        "a bad fit": "title: T\nfit: true\nworkout: [Plank 40s]",
        "a title that is a list": "title: [T]\nworkout: [Plank 40s]",
        "a bad between": "title: T\nbetween: soon\nworkout: [Plank 40s]",
        "a bad voice": "title: T\nvoice: {rate: 900}\nworkout: [Plank 40s]",
        "an unknown voice key": "title: T\nvoice: {speed: 150}\nworkout: [Plank 40s]",
        "an unknown cue": "title: T\ncues: {half: on}\nworkout: [Plank 40s]",
        "a cue that is neither": "title: T\ncues: {halfway: 20s}\nworkout: [Plank 40s]",
        "a long countdown": "title: T\ncues: {countdown: 40}\nworkout: [Plank 40s]",
        "no countdown": "title: T\ncues: {countdown: 0}\nworkout: [Plank 40s]",
        "cues that are a text": "title: T\ncues: loud\nworkout: [Plank 40s]",
        "vars that are a list": "title: T\nvars: [a]\nworkout: [Plank 40s]",
        "a var that is a placeholder": "title: T\nvars: {side: left}\nworkout: [Plank 40s]",
        "a var with a bad name": "title: T\nvars: {1st: left}\nworkout: [Plank 40s]",
        "a var without a value": "title: T\nvars:\n  a:\nworkout: [Plank 40s]",
        "exercises that are a list": "title: T\nexercises: [Plank 40s]\nworkout: [Plank 40s]",
        "a definition with an unknown key":
            "title: T\nexercises: {a: {lenght: 3s}}\nworkout: [Plank 40s]",
        "a default that is unknown": "title: T\ndefaults: {name: A}\nworkout: [Plank 40s]",
        "a number as a block": "title: T\nworkout: [5]",
        "an empty block": "title: T\nworkout:\n  -",
        "a list as a block": "title: T\nworkout: [[Plank 40s]]",
        "an empty mapping as a block": "title: T\nworkout: [{}]",
        "a block without a kind": in_workout("for: 30s"),
        "two kinds": in_workout("exercise: A\ncircuit: B\ndo: [Plank 40s]"),
        "two other kinds": in_workout("pause: 10s\nexercise: Plank 40s"),
        "a rest with a length of its line": in_workout("rest: 30s\nsay: Drink.\nfor: 20s"),
        "a bad rest": in_workout("rest: a while"),
        "a pause of nothing": in_workout("pause: 0"),
        "a pause with a line": in_workout("pause: 10s\nsay: Shh."),
        "an unknown key of an exercise": in_exercise("for: 30s\nrset: 20"),
        "a bad duration": in_exercise("for: soon"),
        "a time with too many seconds": in_workout('pause: "1:75"'),
        "a negative duration": in_exercise("for: -30"),
        "a hold of nothing": in_exercise("hold: 0s"),
        "no repetitions": in_exercise("reps: 0"),
        "half repetitions": in_exercise("reps: 2.5"),
        "two doses": in_exercise("for: 30s\nhold: 30s"),
        "breaths and a time": in_exercise("breaths: 5\nfor: 30s"),
        "breaths and repetitions": in_exercise("breaths: 5\nreps: 10"),
        "max without a time": in_exercise("reps: max"),
        "a distance and repetitions": in_exercise("distance: 5 km\nreps: 10"),
        "a distance with two times": in_exercise("distance: 5 km\nfor: 30 min\npace: 6:00/km"),
        "a pace alone": in_exercise("pace: 6:00/km"),
        "a bad distance": in_exercise("distance: far\nfor: 2 min"),
        "a bad pace": in_exercise("distance: 5 km\npace: fast"),
        "max breaths": in_exercise("breaths: max"),
        "an empty list of sets": in_exercise("for: []"),
        "a bad set in a list": in_exercise("reps: [6, few]"),
        "a bad order of sides": in_exercise("for: 30s\nsides: each\nside_order: random"),
        "a side twice": in_exercise("for: 30s\nsides: [left, left]"),
        "bad sides": in_exercise("for: 30s\nsides: left"),
        "a bad tempo": in_exercise("reps: 5\ntempo: slow"),
        "a tempo of nothing": in_exercise("reps: 5\ntempo: 0-0-0-0"),
        "two parts in one": in_exercise("reps: 5\ntempo: [{in: 3s, out: 3s}]"),
        "a bad breath": in_exercise("breaths: 5\nbreath: deep"),
        "a bad count": in_exercise("reps: 5\ncount: loud"),
        "a fast metronome": in_exercise("for: 60s\nmetronome: 900"),
        "a tip without words": in_exercise("for: 60s\ntips: [{at: 10s}]"),
        "a tip with both": in_exercise("for: 60s\ntips: [{at: 10s, say: A, sound: tick}]"),
        "a tone without a time": in_exercise("for: 60s\ntips: [{sound: tick}]"),
        "a bad time of a tip": in_exercise("for: 60s\ntips: [{at: 120%, say: A}]"),
        "an unknown key of a tip": in_exercise("for: 60s\ntips: [{when: 10s, say: A}]"),
        "a tip that is a list": in_exercise("for: 60s\ntips: [[A]]"),
        "a broken placeholder": in_exercise('for: 60s\nsetup: "{left arm"'),
        "an empty line": in_exercise("for: 60s\nsetup:"),
        "a level in a level": in_exercise("for: 60s\neasier: {easier: {for: 10s}}"),
        "a circuit without blocks": in_workout("circuit: C\nrounds: 3"),
        "a circuit of no blocks": in_workout("circuit: C\ndo: []"),
        "no rounds": in_workout("circuit: C\nrounds: 0\ndo: [Plank 40s]"),
        "by_round that is neither": in_workout("circuit: C\nby_round: maybe\ndo: [Plank 40s]"),
        "an error deep inside":
            in_workout("circuit: C\ndo:\n  - repeat: 2\n    do:\n      - {exercise: A, fro: 3s}"),
        "a repeat without a number": in_workout("repeat: often\ndo: [Plank 40s]"),
        "a repeat without blocks": in_workout("repeat: 3"),
        "a tabata with a dose": in_workout("tabata: Burpees\nfor: 30s"),
        "an emom without a number": in_workout("emom: 1:30 min\ndo: [Squats x5]"),
        "an amrap without a time": in_workout("amrap: long\ndo: [Squats x5]"),
        "a sound that is neither": in_workout("sound: bong"),
        "a set of sounds that is none": "title: T\nsounds: loud\nworkout: [Plank 40s]",
        "sounds of an unknown role": "title: T\nsounds: {gong: off}\nworkout: [Plank 40s]",
        "a bad note": "title: T\nsounds: {tick: {hz: 9, for: 1s}}\nworkout: [Plank 40s]",
        "a note without a length": "title: T\nsounds: {tick: {hz: 90}}\nworkout: [Plank 40s]",
        "music that is no file": "title: T\nmusic: jazz\nworkout: [Plank 40s]",
        "no files of music": "title: T\nmusic: []\nworkout: [Plank 40s]",
        "music without a file": "title: T\nmusic: {fade: 3s}\nworkout: [Plank 40s]",
        "an unknown key of music": "title: T\nmusic: {file: a.mp3, gain: 3}\nworkout: [Plank 40s]",
        "loud music": "title: T\nmusic: {file: a.mp3, gain_db: 12}\nworkout: [Plank 40s]",
        "music that gets louder": "title: T\nmusic: {file: a.mp3, duck_db: 9}\nworkout: [Plank 40s]",
        "an include with blocks": in_workout("include: a.yaml\ndo: [Plank 40s]"),
    }.items()
}  # fmt: skip
WRONG["two doses when easier"] = (in_exercise("for: 60s\neasier: {for: 10s, hold: 5s}"), "easy")


@with_both_loaders
@pytest.mark.parametrize("path", SHIPPED.values(), ids=SHIPPED)
def test_a_shipped_routine_is_right(path: Path, loader: Any) -> None:
    assert complaints(path.read_text(encoding="utf-8"), loader) == []


@with_both_loaders
@pytest.mark.parametrize("text", [pytest.param(text, id=kind) for kind, text in samples().items()])
def test_a_sample_of_a_block_is_right(text: str, loader: Any) -> None:
    assert complaints(text, loader) == []


def test_each_block_has_a_sample() -> None:
    assert tuple(samples()) == blocks.kinds()


@with_both_loaders
@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_taken(text: str, loader: Any, tmp_path: Path) -> None:
    assert complaints(text, loader) == []
    routine = tmp_path / "routine.yaml"
    routine.write_text(text, encoding="utf-8")
    load(routine)


@with_both_loaders
@pytest.mark.parametrize(("text", "level"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_by_both(
    text: str, level: Level, loader: Any, tmp_path: Path
) -> None:
    assert complaints(text, loader) != []
    routine = tmp_path / "routine.yaml"
    routine.write_text(text, encoding="utf-8")
    with pytest.raises(RoutineError):
        load(routine, level)


def test_the_patterns_are_ones_that_javascript_knows() -> None:
    def patterns(fragment: Any) -> list[str]:
        if isinstance(fragment, list):
            return [each for item in fragment for each in patterns(item)]
        if not isinstance(fragment, dict):
            return []
        own = [value for key, value in fragment.items() if key == "pattern" and value is str(value)]
        return own + [each for value in fragment.values() for each in patterns(value)]

    found = patterns(json.loads(schema.schema_text()))
    assert found
    for pattern in found:
        # No lookbehind, named group, flag or anchor that Python alone has.
        assert re.search(r"\(\?[^:=!]|\\[AZz]|\+\+|\*\+", pattern) is None, pattern
