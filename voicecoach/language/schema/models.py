"""Models: what the schema needs to know of the pydantic models, and its names for them."""

import inspect
from typing import Any, get_args

from voicecoach.language import containers, definitions
from voicecoach.language.fields import Keys
from voicecoach.language.keys import cues, exercise, header

# The mappings in `descriptions.yaml` that are not named after their model.
_MAPPINGS: dict[type[Keys], str] = {
    header.FileKeys: "routine",
    header.VoiceKeys: "voice",
    exercise.PlainExerciseKeys: "exercise",
    exercise.TipKeys: "tips",
    definitions.DefinitionKeys: "exercises",
    containers.ContainerKeys: "containers",
    cues.CueKeys: "cues",
}


def mapping_name(model: type[Keys]) -> str:
    """Return the name of a model's mapping in `descriptions.yaml`."""
    return _MAPPINGS.get(model) or model.__name__.removesuffix("Keys").lower()


def definition_name(model: type[Keys]) -> str:
    """Return the name of a model's definition in the schema: `cue-keys`."""
    letters = (f"-{char.lower()}" if char.isupper() else char for char in model.__name__)
    return "".join(letters).removeprefix("-")


def owner(model: type[Keys], name: str) -> type[Keys]:
    """Return the model that defines the field `name` of `model`."""
    return next(base for base in model.__mro__ if name in inspect.get_annotations(base))


def own_first(model: type[Keys]) -> list[str]:
    """Return the names of a model's fields, its own before inherited ones."""
    return sorted(model.model_fields, key=lambda name: owner(model, name) is not model)


def models_in(annotation: Any) -> list[type[Keys]]:
    """Return the models in a type."""
    if isinstance(annotation, type) and issubclass(annotation, Keys):
        return [annotation]
    return [model for argument in get_args(annotation) for model in models_in(argument)]
