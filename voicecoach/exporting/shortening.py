"""Shortening: steps folded into repeats, as deep as importers read them."""

from collections.abc import Sequence

from voicecoach.importing.folding import folded
from voicecoach.importing.resolving import MAX_DEPTH
from voicecoach.importing.steps import Part
from voicecoach.importing.tree import depth


def shortened(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts with equal runs as repeats and sets, or as they are if that is too deep."""
    short = folded(parts)
    return short if depth(short) <= MAX_DEPTH else tuple(parts)
