"""The schema of a routine: the models of its mappings, one definition each."""

import inspect
from typing import Any, get_args

from voicecoach.language import blocks
from voicecoach.language.containers import ContainerKeys
from voicecoach.language.definitions import DefinitionKeys
from voicecoach.language.fields import Keys, models_in
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.keys.exercise import PlainExerciseKeys, TipKeys
from voicecoach.language.keys.header import FileKeys, RoutineKeys
from voicecoach.language.keys.music import MusicKeys
from voicecoach.language.keys.sounds import NoteKeys
from voicecoach.language.keys.voices import VoiceKeys
from voicecoach.language.schema import rules, values
from voicecoach.language.schema.descriptions import descriptions
from voicecoach.language.schema.field_types import value_schema
from voicecoach.language.schema.values import Fragment, any_of, choice, one_or_list, or_off, ref
from voicecoach.routine.sounds import CLASSIC, SETS

# The mappings in `descriptions.yaml` that are not named after their model.
_MAPPINGS: dict[type[Keys], str] = {
    FileKeys: "routine",
    PlainExerciseKeys: "exercise",
    TipKeys: "tips",
    DefinitionKeys: "exercises",
    ContainerKeys: "containers",
    CueKeys: "cues",
}
# Mappings for which a text, or a list of texts, is a shorthand.
_SHORTHANDS = {VoiceKeys: "text", TipKeys: "line", MusicKeys: "music"}


class Schema:
    """A schema being built: its `definitions` so far, and the `keys` of each mapping."""

    def __init__(self) -> None:
        self.definitions = dict(values.DEFINITIONS)
        self.keys: set[tuple[str, str]] = set()

    def root(self) -> Fragment:
        """Return the JSON Schema of a routine file."""
        self.definitions["block"] = any_of(
            ref("short-form"), *(self._block(kind) for kind in blocks.kinds())
        )
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
        return ref(f"{kind}-block")

    def _model(self, model: type[Keys]) -> Fragment:
        """Return a reference to the definition of a model's mapping."""
        name = _definition_name(model)
        if name not in self.definitions:
            self.definitions[name] = {}  # what it holds may lead back to it
            self.definitions[name] = self._mapping(model)
        return ref(name)

    def _mapping(self, model: type[Keys], kind: str | None = None) -> Fragment:
        """Return the schema of a mapping: its own keys, and references to those of other models."""
        properties: dict[str, Fragment] = {}
        home: type[Keys] | None = model
        if kind is not None and kind not in model.model_fields:
            # The kind key of an exercise is not in its model, which others share.
            properties[kind] = self._described(kind, kind, ref("name"))
            home = None
        owners = {
            name: next(base for base in model.__mro__ if name in inspect.get_annotations(base))
            for name in model.model_fields
        }
        for name in sorted(owners, key=lambda name: owners[name] is not model):
            owner = owners[name]
            key = model.model_fields[name].alias or name
            if owner is home:
                mapping = _MAPPINGS.get(owner) or owner.__name__.removesuffix("Keys").lower()
                properties[key] = self._described(mapping, key, self._value(owner, name))
            else:
                self._model(owner)
                properties[key] = ref(f"{_definition_name(owner)}/properties/{key}")
        schema = _closed(properties)
        if required := rules.required(model, kind):
            schema["required"] = required
        if model_rules := rules.rules_of(model):
            schema["allOf"] = model_rules
        return schema

    def _described(self, mapping: str, key: str, value: Fragment) -> Fragment:
        self.keys.add((mapping, key))
        words = descriptions().get(mapping, {}).get(key, {})
        return {**words, **any_of(value, ref("variable"))}

    def _value(self, owner: type[Keys], name: str) -> Fragment:
        annotation = owner.model_fields[name].annotation
        if annotation is Any:
            return self._untyped(name)
        for model in models_in(annotation):
            schema = self._model(model)
            if model in _SHORTHANDS:
                schema = any_of(ref(_SHORTHANDS[model]), schema)
            is_list = Ellipsis in get_args(annotation)
            return one_or_list(schema, at_least=0) if is_list else schema
        return value_schema(owner, name)

    def _untyped(self, name: str) -> Fragment:
        """Return the schema of a value that is read separately from the model."""
        match name:
            case "do" | "workout":
                items = {"type": "array", "items": ref("block"), "minItems": 1}
                return {**items, "errorMessage": "a list of blocks"}
            case "tabata":
                return one_or_list(any_of(ref("name"), ref("exercise-block")))
            case "exercises":
                return {"type": "object", "additionalProperties": self._model(DefinitionKeys)}
            case "sounds":
                return any_of(choice(tuple(SETS)), self._sounds())
            case "vars":
                return ref("vars")
        raise LookupError(f"`{name}` has no schema")

    def _sounds(self) -> Fragment:
        """Return the schema of the sounds of single roles."""
        sound = or_off(
            any_of(ref("tone"), one_or_list(self._model(NoteKeys))),
            "`off`, a file, or notes such as `{hz: 700, for: 100ms}`",
        )
        chosen = self._described("sounds", "set", choice(tuple(SETS)))
        return _closed(
            {"set": chosen, **{role: self._described("sounds", role, sound) for role in CLASSIC}}
        )


def _definition_name(model: type[Keys]) -> str:
    """Return the name of a model's definition in the schema: `cue-keys`."""
    letters = (f"-{char.lower()}" if char.isupper() else char for char in model.__name__)
    return "".join(letters).removeprefix("-")


def _closed(properties: dict[str, Fragment]) -> Fragment:
    """Return a mapping of these keys and no others, except YAML's merge key."""
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^<<$": {}},
        "additionalProperties": False,
    }
