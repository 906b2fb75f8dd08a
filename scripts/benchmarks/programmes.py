"""Programmes to measure with: routines of any length, all of one density.

A programme is a row of exercises, two kinds in turn: held on both sides, and counted repetitions.
An exercise lasts about 90 s and has 6 lines besides counting; 30 % of the time something sounds.
Every exercise has words of its own: a programme ten times as long has ten times as many distinct
lines, not the same ones ten times.
"""

import random

_OPENING = """\
title: A programme to measure with
intro: "{{title}}. There are {exercises} exercises."
outro: That was all. Well done.
between: 38s
workout:
"""
_HELD = """\
  - exercise: {name}
    hold: 23s
    sides: each
    switch: 8s
    setup: {setup}
    tips:
      - {{at: 5s, side: right, say: "{tips[0]}"}}
      - {{at: 5s, side: left, say: "{tips[1]}"}}
"""
_COUNTED = """\
  - exercise: {name}
    reps: 10
    tempo: 3-0-2-0
    setup: {setup}
    tips:
      - {{at: 6s, say: "{tips[0]}"}}
      - {{at: 36s, say: "{tips[1]}"}}
"""

_MANNERS = ("slow", "wide", "low", "high", "deep", "narrow", "steady", "open", "closed", "seated")
_MOVES = ("bridge", "plank", "lunge", "squat", "bow", "reach", "twist", "raise", "circle", "roll")
_PLACES = ("mat", "wall", "chair", "step", "bench", "cushion", "door", "towel", "table", "sofa")
_VERBS = ("lift", "lower", "turn", "press", "reach", "stretch", "bend", "move", "draw", "push")
_PARTS = ("knees", "hips", "shoulders", "elbows", "hands", "heels", "arms", "legs", "ribs", "toes")
_WAYS = ("slowly", "gently", "with care", "a little", "as far as is good", "without haste")


def routine(exercises: int, seed: str = "", changed: str = "") -> str:
    """Return a routine as YAML. Another `seed` is another programme of the same density.

    `changed` is the new text of one line, a tip in the middle of the programme.
    """
    text = _OPENING.format(exercises=exercises)
    for number in range(exercises):
        draw = random.Random(f"{seed}{number}")
        tips = [_sentence(draw), _sentence(draw)]
        if changed and number == exercises // 2:
            tips[0] = changed
        form = _COUNTED if number % 2 else _HELD
        text += form.format(name=_name(draw), setup=_setup(draw), tips=tips)
    return text


def _name(draw: random.Random) -> str:
    return f"{draw.choice(_MANNERS)} {draw.choice(_MOVES)} at the {draw.choice(_PLACES)}".title()


def _setup(draw: random.Random) -> str:
    return " ".join(_sentence(draw) for _ in range(3))


def _sentence(draw: random.Random) -> str:
    verb, part, way = draw.choice(_VERBS), draw.choice(_PARTS), draw.choice(_WAYS)
    return f"{verb.capitalize()} your {part} {way}, {draw.choice(_MANNERS)} and {part} first."
