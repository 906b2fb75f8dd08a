"""Vocabulary: the keys of a routine, for the hints about its YAML."""

from functools import cache

from voicecoach.language import blocks
from voicecoach.language.fields import by_key
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.text.vocabulary import Vocabulary


@cache
def vocabulary() -> Vocabulary:
    """Return the keys of a routine file and of its blocks."""
    models = {kind: by_key(blocks.keys_of(kind)) for kind in blocks.kinds()}
    keys = {*by_key(RoutineKeys), *models, *(key for model in models.values() for key in model)}
    holders = frozenset(kind for kind, model in models.items() if "do" in model)
    return Vocabulary(frozenset(keys), ("workout", "do", "tips"), holders, "do")
