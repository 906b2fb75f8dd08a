"""Rules: which keys require or exclude others, by model."""

from voicecoach.language.fields import Keys
from voicecoach.language.keys.exercise import PlainExerciseKeys, TipKeys
from voicecoach.language.schema.values import Fragment, any_of, ref

_MAX = any_of(ref("max"), {"type": "array", "contains": ref("max")})

_RULES: dict[type[Keys], tuple[Fragment, ...]] = {
    PlainExerciseKeys: (
        {
            "dependencies": {
                "hold": {
                    "properties": {"for": False},
                    "errorMessage": "two doses: keep `for` to move, or `hold` to keep still",
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
                    "required": ["at"],
                    "properties": {"say": False},
                    "errorMessage": "a tone needs `at`, and stands in place of `say`",
                },
            },
        },
    ),
}

# Blocks whose `do` may be left out: a section without one is the heading of what follows.
_WITHOUT_DO = ("section",)


def rules_of(model: type[Keys]) -> list[Fragment]:
    """Return the rules for a mapping with the keys of `model`."""
    return [rule for owner in model.__mro__ for rule in _RULES.get(owner, ())]


def required(model: type[Keys], kind: str | None) -> list[str]:
    """Return the keys that a mapping must have; `kind` is a block's kind key."""
    names = {name: info.alias or name for name, info in model.model_fields.items()}
    keys = [key for name, key in names.items() if model.model_fields[name].is_required()]
    if kind is not None and kind not in keys:
        keys.insert(0, kind)
    if kind is not None and "do" in names and kind not in _WITHOUT_DO:
        keys.append("do")
    return keys
