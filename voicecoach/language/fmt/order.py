"""Order: which key of a mapping stands where.

A block begins with its kind and ends with `do`, a file ends with `workout`. A key that is not
listed here stands behind those that are.
"""

from voicecoach.language import fields
from voicecoach.language.fmt.tree import Branch, anchors_in
from voicecoach.language.keys.exercise import PlainExerciseKeys, TipKeys
from voicecoach.language.keys.header import FileKeys
from voicecoach.language.keys.sounds import NoteKeys

# Keys of other models that are no blocks have the order of their model.
_ORDERS: dict[type[fields.Keys], tuple[str, ...]] = {
    FileKeys: (
        "title", "description", "author", "language", "level", "length", "seed", "voice", "voices",
        "pronounce", "intro", "caution", "outro", "vars", "exercises", "between", "defaults",
        "cues", "sounds", "music", "fit", "chapters",
    ),
    PlainExerciseKeys: (
        "exercise", "name", "distance", "reps", "for", "pace", "hold", "breaths", "sets", "rest",
        "sides", "side_order", "switch", "tempo", "rep", "release", "breath", "count", "metronome",
        "load", "effort", "ready", "setup", "tips", "on_set", "after_set", "on_side", "cues",
        "sounds", "easier", "harder", "note",
    ),
    TipKeys: ("at", "every", "set", "side", "round", "say", "sound"),
    NoteKeys: ("hz", "to", "for", "gap"),
}  # fmt: skip
_BLOCK = (
    "rounds", "work", "rest", "every", "for", "round_rest", "exercise_rest", "alternate",
    "by_round", "sides", "choose", "shuffle", "on_round", "after_round", "say", "between",
    "defaults", "cues", "sounds", "chapters", "vars",
)  # fmt: skip

MERGE = "<<"


def ordered(
    branches: list[Branch], model: type[fields.Keys], kind: str | None = None
) -> list[Branch]:
    """Return the branches of a model's mapping in their order, the key of a block's `kind` first.

    `<<` stands before all, and an anchor stays before its aliases.
    """
    known = next((_ORDERS[base] for base in model.__mro__ if base in _ORDERS), _BLOCK)
    ranks = {key: rank for rank, key in enumerate(dict.fromkeys((*known, *fields.by_key(model))))}
    ranks |= {"do": len(ranks), "workout": len(ranks), MERGE: -2}
    if kind is not None:
        ranks[kind] = -1
    left = sorted(branches, key=lambda branch: ranks.get(branch.name, len(ranks)))
    anchors = {id(branch): anchors_in(branch.key, branch.value) for branch in branches}
    found: list[Branch] = []
    while left:
        for branch in left:
            used = anchors[id(branch)][1]
            if not any(anchors[id(other)][0] & used for other in left if other is not branch):
                break
        left.remove(branch)
        found.append(branch)
    return found
