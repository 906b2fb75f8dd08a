"""Doses: what the short form reads as a dose or a rest, wherever it stands in a sentence."""

import re

from msgspec import Struct

from voicecoach.importing.plain_text.stretches import (
    Keys,
    is_distance_unit,
    is_rest_at,
    longest_stretch,
)
from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.values.bare import tokens

# Feet and inches: how tall somebody is.
_HEIGHT = re.compile(r"(?<!\d)[4-7]['’′]\s?(?:\d|1[01])(?:[\"”″]|''|(?!\d))")
_MOST_NUMBERS = 12
_NEAR = 4


class Found(Struct, frozen=True):
    """A dose or rest in a text, from one character to another, and its keys in a routine.

    `held` says that a word before it tells to hold, `again` that one tells to repeat.
    """

    start: int
    end: int
    keys: Keys
    held: bool = False
    again: bool = False


def doses_in(text: str, lexicon: Lexicon) -> list[Found]:
    """Return the doses, sets and rests in a text, in their order."""
    line = tokens(text)
    found: list[Found] = []
    words = Words(lexicon.tag)
    heights = [height.span() for height in _HEIGHT.finditer(text)]
    at = numbers = 0
    while at < len(line) and numbers < _MOST_NUMBERS:
        place = line.tokens[at].start
        # A number below a stroke, or one of several behind hyphens, is a part of another.
        is_part = at > 1 and line.folded(at - 1) in "/-–" and line.is_kind(at - 2, "number")
        is_part = is_part and not (line.folded(at - 1) != "/" and line.is_spaced(at))
        if is_part or any(start <= place < end for start, end in heights):
            at += 1
            continue
        is_number = line.is_kind(at, "number") or line.is_kind(at, "clock")
        numbers += is_number
        begins = is_number or is_rest_at(line, at, lexicon)
        stretch = longest_stretch(line, at, lexicon) if begins else None
        if stretch is None:
            at += 1
            continue
        end, keys = stretch
        start = line.tokens[at].start
        before = line.part(max(0, at - _NEAR), at) if at else ""
        held = words.find(before, "hold", "hold_still") is not None
        again = words.find(before, "repeat", "again") is not None
        found.append(Found(start, line.tokens[end - 1].end, keys, held, again))
        at = end
    return found


def begins_with_unit(name: str, lexicon: Lexicon) -> bool:
    """Return whether what seems to be a name is the unit of the number before it."""
    return is_distance_unit(tokens(name), 0, lexicon)
