"""Companions: keys of an exercise that have an effect only together with others."""

from collections.abc import Mapping

from voicecoach.language.entry import Entry
from voicecoach.language.keys.exercise import ExerciseKeys, PlainExerciseKeys
from voicecoach.language.layers import OVERLAYS, overlay_of
from voicecoach.language.values import Level

# Whether a key is of use, and what it goes with.
_Use = tuple[bool, str]


def check_companions(
    entry: Entry, own: ExerciseKeys, at_levels: Mapping[Level, PlainExerciseKeys]
) -> None:
    """Note the keys of `own` that have no effect together with the others at any level.

    Keys of `easier` and `harder` must have one at their own level. Keys from `defaults` may have
    none: they are meant for other exercises.
    """
    uses = {level: _uses(entry, keys) for level, keys in at_levels.items()}
    if entry.around.sided and own.sides:
        _refuse_sides(entry)
    for key in own.fields_set & uses["medium"].keys():
        if not any(of_level[key][0] for of_level in uses.values()):
            _refuse(entry, key, uses["medium"][key])
    for level, name in OVERLAYS.items():
        overlay = overlay_of(own, level)
        if overlay is None:
            continue
        if entry.around.sided and overlay.sides:
            _refuse_sides(entry.inside(name))
        for key in overlay.fields_set & uses[level].keys():
            if not uses[level][key][0]:
                _refuse(entry.inside(name), key, uses[level][key])


def _refuse(entry: Entry, key: str, use: _Use) -> None:
    message = f"`{key}` does nothing here: it goes with {use[1]}"
    entry.fail(key, message, "delete it, or change the dose")


def _refuse_sides(entry: Entry) -> None:
    hint = "delete it here, or there"
    entry.fail("sides", "the block around this exercise does each side already", hint)


def _uses(entry: Entry, keys: PlainExerciseKeys) -> Mapping[str, _Use]:
    """Return whether each key is of use together with the others, and what it goes with."""
    fields_set = keys.fields_set
    held, counted = "hold" in fields_set, "reps" in fields_set
    timed = "for_" in fields_set and "distance" not in fields_set
    is_off = "sides" in fields_set and not keys.sides
    alternating = keys.side_order == "each-rep"
    two_sides = len(keys.sides) > 1 or (entry.around.sided and not is_off)
    return {
        "tempo": (counted != timed and not held, "`reps` or `for` alone"),
        "rep": (counted and not held and not timed and not keys.tempo, "`reps` without a tempo"),
        "count": (
            counted != timed and (counted or bool(keys.tempo)),
            "`reps`, or `for` with a tempo",
        ),
        "release": (held and counted, "`reps` with `hold`"),
        "breath": ("breaths" in fields_set, "`breaths`"),
        "switch": (two_sides and not alternating, "`sides` that do not alternate"),
        "side_order": (
            len(keys.sides) > 1 and (not alternating or (counted and not timed)),
            "`sides`; to alternate, also with `reps` alone",
        ),
        "on_side": (two_sides and not alternating, "`sides` that do not alternate"),
    }
