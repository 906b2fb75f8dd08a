"""Layers: keys of an exercise from several places, the nearest of which counts.

The nearest are those of `easier` or `harder`, then come the exercise itself, the definition that it
uses, and the `defaults` around it. A dose replaces a dose whole, whatever keys the two have.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from voicecoach.language.fields import by_name
from voicecoach.language.keys.exercise import DefaultsKeys, ExerciseKeys, PlainExerciseKeys
from voicecoach.language.values import Level

DOSE_FIELDS = {"for_", "hold", "reps", "breaths", "distance", "pace"}
# The key whose mapping replaces others at a level.
OVERLAYS: Mapping[Level, str] = {"easy": "easier", "hard": "harder"}

Fields = Mapping[str, Any]
AnyKeys = TypeVar("AnyKeys", bound=PlainExerciseKeys)


def fields_of(keys: PlainExerciseKeys | None) -> dict[str, Any]:
    """Return the fields that are set in some keys, with their values."""
    return {} if keys is None else {name: getattr(keys, name) for name in keys.fields_set}


def stacked(*layers: Fields) -> dict[str, Any]:
    """Return the fields of layers, the nearest first, in one."""
    result: dict[str, Any] = {}
    for layer in layers:
        hidden = DOSE_FIELDS if result.keys() & DOSE_FIELDS else set()
        result |= {name: layer[name] for name in layer.keys() - result.keys() - hidden}
    return result


def keys_of(fields: Fields) -> ExerciseKeys:
    """Return the keys of an exercise at one level; fields that say no more there are left out."""
    here = {name: fields[name] for name in fields.keys() & by_name(PlainExerciseKeys).keys()}
    return ExerciseKeys().with_fields(here)


def merged(defaults: PlainExerciseKeys, own: AnyKeys) -> AnyKeys:
    """Return `own` with unset keys taken from `defaults`."""
    return own.with_fields(stacked(fields_of(own), fields_of(defaults)))


def overlay_of(keys: ExerciseKeys | DefaultsKeys, level: Level) -> PlainExerciseKeys | None:
    """Return the keys of `easier` or `harder` that hold at a level, if any."""
    overlay: PlainExerciseKeys | None = getattr(keys, OVERLAYS.get(level, ""), None)
    return overlay


def at_level(keys: DefaultsKeys, level: Level) -> dict[str, Any]:
    """Return the fields of defaults at a level."""
    return stacked(fields_of(overlay_of(keys, level)), fields_of(keys))
