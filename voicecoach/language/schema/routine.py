"""The schema of a routine: the models of its mappings, one definition each."""

import inspect
from typing import Annotated, Any, get_args, get_origin

from voicecoach.language import blocks
from voicecoach.language.containers import ContainerKeys, SidedContainerKeys
from voicecoach.language.definitions import DefinitionKeys
from voicecoach.language.fields import Keys, by_name, kind_of, models_in
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.keys.exercise import (
    OverlayKeys,
    PlainExerciseKeys,
    TipKeys,
)
from voicecoach.language.keys.header import FileKeys, RoutineKeys
from voicecoach.language.schema import rules
from voicecoach.language.schema.descriptions import descriptions
from voicecoach.language.short_form import MAX_LINE
from voicecoach.language.values.fragments import (
    NAME,
    NO_VARIABLE,
    VARIABLE,
    Fragment,
    any_of,
    list_of,
    string,
)
from voicecoach.language.values.text import text_fragment

# The mappings in `descriptions.yaml` that are not named after their model.
_MAPPINGS: dict[type[Keys], str] = {
    FileKeys: "routine",
    PlainExerciseKeys: "exercise",
    OverlayKeys: "easier",
    TipKeys: "tips",
    DefinitionKeys: "exercises",
    ContainerKeys: "containers",
    SidedContainerKeys: "sided-containers",
    CueKeys: "cues",
}
# A letter of any script, or possibly one.
_LETTER = r"[^\s0-9!-/:-@\[-`{-~]"
_LINE = string(_LETTER, "a line such as `Push-ups 3x10, rest 45s`", maxLength=MAX_LINE)
_NAME = text_fragment(_LETTER, "a name, or a line such as `Plank 40s`", MAX_LINE)
_VARIABLE_NAME = rf"^(?!(?:{NO_VARIABLE})$)(?:{NAME}|<<)$"
_VARIABLE_EXPECTED = "a name of letters, digits and underscores that is no placeholder"


class Schema:
    """A schema being built: its `definitions` so far, and the `keys` of each mapping."""

    def __init__(self) -> None:
        self.definitions = {"variable": VARIABLE}
        self.keys: set[tuple[str, str]] = set()

    def root(self) -> Fragment:
        """Return the JSON Schema of a routine file."""
        self.definitions["block"] = any_of(_LINE, *(self._block(kind) for kind in blocks.kinds()))
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "description": "A workout that voicecoach turns into an MP3.",
            **self._mapping(RoutineKeys),
            "definitions": dict(sorted(self.definitions.items())),
        }

    def _block(self, kind: str) -> Fragment:
        """Return a reference to the definition of a kind of block."""
        doc = blocks.module_of(kind).__doc__ or ""
        self.definitions[f"{kind}-block"] = {
            "description": inspect.cleandoc(doc).split("\n\n")[0],
            **self._mapping(blocks.keys_of(kind), kind),
        }
        return _ref(f"{kind}-block")

    def _model(self, model: type[Keys]) -> Fragment:
        """Return a reference to the definition of a model's mapping."""
        name = _definition_name(model)
        if name not in self.definitions:
            self.definitions[name] = {}  # what it holds may lead back to it
            self.definitions[name] = self._mapping(model)
        return _ref(name)

    def _mapping(self, model: type[Keys], kind: str | None = None) -> Fragment:
        """Return the schema of a mapping: its own keys, and references to those of other models."""
        properties: dict[str, Fragment] = {}
        home: type[Keys] | None = model
        if kind is not None and kind not in by_name(model):
            # The kind key of an exercise is not in its model, which others share.
            properties[kind] = self._described(kind, kind, _NAME)
            home = None
        owners = {
            name: next(base for base in model.__mro__ if name in inspect.get_annotations(base))
            for name in by_name(model)
        }
        for name in sorted(owners, key=lambda name: owners[name] is not model):
            owner = owners[name]
            key = by_name(model)[name].encode_name
            if owner is home:
                mapping = _MAPPINGS.get(owner) or owner.__name__.removesuffix("Keys").lower()
                properties[key] = self._described(mapping, key, self._value(owner, name))
            else:
                self._model(owner)
                properties[key] = _ref(f"{_definition_name(owner)}/properties/{key}")
        schema = _closed(properties)
        if required := rules.required(model, kind):
            schema["required"] = required
        if model_rules := rules.rules_of(model):
            schema["allOf"] = model_rules
        return schema

    def _described(self, mapping: str, key: str, value: Fragment) -> Fragment:
        self.keys.add((mapping, key))
        words = descriptions().get(mapping, {}).get(key, {})
        return {**words, **any_of(value, _ref("variable"))}

    def _value(self, owner: type[Keys], name: str) -> Fragment:
        info = by_name(owner)[name]
        if info.type is Any:
            return self._untyped(name)
        kind = kind_of(info)
        values = [] if kind is None else [kind.describe()]
        mappings = [self._model(model) for model in models_in(info.type)]
        types = get_args(_bare(info.type))
        if any(Ellipsis in get_args(one) for one in types):
            # Only the mappings may stand in a list, not the text in their place.
            return any_of(*values, *map(_one_or_list, mappings))
        schema = any_of(*values, *mappings)
        return _one_or_list(schema, at_least=0) if mappings and Ellipsis in types else schema

    def _untyped(self, name: str) -> Fragment:
        """Return the schema of a value that is read separately from the model."""
        match name:
            case "do" | "workout":
                items = {"type": "array", "items": _ref("block"), "minItems": 1}
                return {**items, "errorMessage": "a list of blocks"}
            case "tabata":
                return _one_or_list(any_of(_NAME, _ref("exercise-block")))
            case "exercises":
                return {"type": "object", "additionalProperties": self._model(DefinitionKeys)}
            case "vars":
                names = {"pattern": _VARIABLE_NAME, "errorMessage": _VARIABLE_EXPECTED}
                anything = {"not": {"type": "null"}}
                return {"type": "object", "propertyNames": names, "additionalProperties": anything}
        raise LookupError(f"`{name}` has no schema")


def _bare(type_: Any) -> Any:
    """Return a type without what it is annotated with."""
    return get_args(type_)[0] if get_origin(type_) is Annotated else type_


def _definition_name(model: type[Keys]) -> str:
    """Return the name of a model's definition in the schema: `cue-keys`."""
    letters = (f"-{char.lower()}" if char.isupper() else char for char in model.__name__)
    return "".join(letters).removeprefix("-")


def _ref(name: str) -> Fragment:
    """Return a reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def _one_or_list(item: Fragment, at_least: int = 1) -> Fragment:
    """Return the schema of a value or a list of such values."""
    return any_of(item, list_of(item, at_least))


def _closed(properties: dict[str, Fragment]) -> Fragment:
    """Return a mapping of these keys and no others, except YAML's merge key."""
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^<<$": {}},
        "additionalProperties": False,
    }
