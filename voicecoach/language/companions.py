"""Companions: keys of an exercise that do something only beside others."""

from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.reader import Entry


def check_companions(entry: Entry, own: ExerciseKeys, keys: ExerciseKeys) -> None:
    """Note the keys of `own` that do nothing beside the others in `keys`.

    What comes from `defaults` may do nothing: it is there for other exercises.
    """
    given = keys.model_fields_set
    held, timed, counted = "hold" in given, "for_" in given, "reps" in given
    alternating = keys.side_order == "each-rep"
    two_sides = len(keys.sides) > 1 or entry.around.sided
    serves = {
        "tempo": (counted != timed and not held, "`reps` or `for` alone"),
        "rep": (counted and not held and not timed and not keys.tempo, "`reps` without a tempo"),
        "count": (
            counted != timed and (counted or bool(keys.tempo)),
            "`reps`, or `for` with a tempo",
        ),
        "release": (held and counted, "`reps` with `hold`"),
        "breath": ("breaths" in given, "`breaths`"),
        "switch": (two_sides and not alternating, "`sides` that do not alternate"),
        "side_order": (
            len(keys.sides) > 1 and (not alternating or (counted and not timed)),
            "`sides`; to alternate, also with `reps` alone",
        ),
        "on_side": (two_sides and not alternating, "`sides` that do not alternate"),
    }
    for key, (useful, companion) in serves.items():
        if key in own.model_fields_set and not useful:
            message = f"`{key}` does nothing here: it goes with {companion}"
            entry.fail(key, message, "delete it, or change the dose")
