"""Rules: which keys require or exclude others, by model."""

from voicecoach.language.fields import Keys, by_key, by_name
from voicecoach.language.keys.exercise import PlainExerciseKeys, TipKeys
from voicecoach.language.values.fragments import Fragment, any_of
from voicecoach.language.values.reps import maximum

_MAX = any_of(maximum(), {"type": "array", "contains": maximum()})

_RULES: dict[type[Keys], tuple[Fragment, ...]] = {
    PlainExerciseKeys: (
        {
            "dependencies": {
                "hold": {
                    "properties": {"for": False},
                    "errorMessage": "two doses: keep `for` to move, or `hold` to keep still",
                },
                "distance": {
                    "properties": {"hold": False, "reps": False, "breaths": False},
                    "errorMessage": "two doses: keep this one or `distance`",
                },
                "pace": {
                    "required": ["distance"],
                    "properties": {"for": False},
                    "errorMessage": "a pace goes with `distance`, and without `for`",
                },
                "breaths": {
                    "properties": {"for": False, "hold": False, "reps": False},
                    "errorMessage": "two doses: keep this one or `breaths`",
                },
            },
        },
        # A name with a digit may be a line with the time in it.
        {
            "if": {
                "required": ["reps"],
                "properties": {"reps": _MAX, "exercise": {"not": {"pattern": "[0-9{]"}}},
            },
            "then": {"required": ["for"], "errorMessage": "`max` needs a time: `for`"},
        },
    ),
    TipKeys: (
        {"anyOf": [{"required": ["say"]}, {"required": ["sound"]}]},
        {
            "dependencies": {
                "sound": {
                    "anyOf": [{"required": ["at"]}, {"required": ["every"]}],
                    "properties": {"say": False},
                    "errorMessage": "a tone needs `at` or `every`, and stands in place of `say`",
                },
            },
        },
    ),
}


def rules_of(model: type[Keys]) -> list[Fragment]:
    """Return the rules for a mapping with the keys of `model`."""
    return [rule for owner in model.__mro__ for rule in _RULES.get(owner, ())]


def required(model: type[Keys], kind: str | None) -> list[str]:
    """Return the keys that a mapping must have; `kind` is a block's kind key."""
    keys = [key for key, info in by_key(model).items() if info.required]
    if kind is not None and kind not in keys:
        keys.insert(0, kind)
    # A section without `do` is the heading of what follows.
    if kind not in (None, "section") and "do" in by_name(model):
        keys.append("do")
    return keys
