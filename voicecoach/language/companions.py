"""Companions: keys of an exercise that have an effect only together with others."""

from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.reader import Entry


def check_companions(entry: Entry, own: ExerciseKeys, keys: ExerciseKeys) -> None:
    """Note the keys of `own` that have no effect together with the others in `keys`.

    Keys from `defaults` may have no effect: they are meant for other exercises.
    """
    fields_set = keys.model_fields_set
    held, counted = "hold" in fields_set, "reps" in fields_set
    timed = "for_" in fields_set and "distance" not in fields_set
    alternating = keys.side_order == "each-rep"
    two_sides = len(keys.sides) > 1 or entry.around.sided
    uses = {
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
    for key, (useful, companion) in uses.items():
        if key in own.model_fields_set and not useful:
            message = f"`{key}` does nothing here: it goes with {companion}"
            entry.fail(key, message, "delete it, or change the dose")
