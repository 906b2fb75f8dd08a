"""The schema of a routine: the models of its mappings, one definition each."""

import importlib
import inspect
from typing import Any, get_args

from voicecoach.language import blocks
from voicecoach.language.definitions import DefinitionKeys
from voicecoach.language.fields import Keys
from voicecoach.language.keys.exercise import TipKeys
from voicecoach.language.keys.header import RoutineKeys, VoiceKeys
from voicecoach.language.keys.music import MusicKeys
from voicecoach.language.keys.sounds import NoteKeys
from voicecoach.language.schema import models, rules, values
from voicecoach.language.schema.descriptions import descriptions
from voicecoach.language.schema.field_types import value_schema
from voicecoach.language.schema.values import Fragment, any_of, choice, one_or_list, or_off, ref
from voicecoach.routine.sounds import CLASSIC, SETS

DRAFT = "http://json-schema.org/draft-07/schema#"

# Mappings for which a text, or a list of texts, is a shorthand.
_SHORTHANDS = {VoiceKeys: "text", TipKeys: "line", MusicKeys: "music"}


def routine_schema() -> Fragment:
    """Return the JSON Schema of a routine file."""
    return Schema().root()


class Schema:
    """A schema being built: its `definitions` so far, and the `keys` of each mapping.

    `unknown` lists the fields whose type has no schema; they accept anything.
    """

    def __init__(self) -> None:
        self.definitions = dict(values.DEFINITIONS)
        self.keys: set[tuple[str, str]] = set()
        self.unknown: list[str] = []

    def root(self) -> Fragment:
        """Return the whole schema."""
        self.definitions["block"] = any_of(
            ref("short-form"), *(self._block(kind) for kind in blocks.kinds())
        )
        return {
            "$schema": DRAFT,
            "description": "A workout that voicecoach turns into an MP3.",
            **self._mapping(RoutineKeys),
            "definitions": dict(sorted(self.definitions.items())),
        }

    def _block(self, kind: str) -> Fragment:
        """Return a reference to the definition of a kind of block."""
        module = importlib.import_module(f"{blocks.__name__}.{kind}")
        model: type[Keys] = getattr(module, f"{kind.capitalize()}Keys")
        self.definitions[f"{kind}-block"] = {
            "description": inspect.cleandoc(module.__doc__ or "").split("\n\n")[0],
            **self._mapping(model, kind),
        }
        return ref(f"{kind}-block")

    def _model(self, model: type[Keys]) -> Fragment:
        """Return a reference to the definition of a model's mapping."""
        name = models.definition_name(model)
        if name not in self.definitions:
            self.definitions[name] = {}  # what it holds may lead back to it
            self.definitions[name] = self._mapping(model)
        return ref(name)

    def _mapping(self, model: type[Keys], kind: str | None = None) -> Fragment:
        # The kind key of an exercise is not in its model, which others share.
        shared = kind is not None and kind not in model.model_fields
        properties = {
            model.model_fields[name].alias or name: self._property(
                None if shared else model, model, name
            )
            for name in models.own_first(model)
        }
        if kind is not None and shared:
            properties = {kind: self._described(kind, kind, ref("name")), **properties}
        mapping = _closed(properties)
        if required := rules.required(model, kind):
            mapping["required"] = required
        if model_rules := rules.rules_of(model):
            mapping["allOf"] = model_rules
        return mapping

    def _property(self, home: type[Keys] | None, model: type[Keys], name: str) -> Fragment:
        """Return the schema of a key if `home` defines it, else a reference to it."""
        owner = models.owner(model, name)
        key = model.model_fields[name].alias or name
        if owner is home:
            return self._described(models.mapping_name(owner), key, self._value(owner, name))
        self._model(owner)
        return ref(f"{models.definition_name(owner)}/properties/{key}")

    def _described(self, mapping: str, key: str, value: Fragment) -> Fragment:
        self.keys.add((mapping, key))
        words = descriptions().get(mapping, {}).get(key, {})
        return {**words, **any_of(value, ref("variable"))}

    def _value(self, owner: type[Keys], name: str) -> Fragment:
        annotation = owner.model_fields[name].annotation
        if annotation is Any:
            return self._untyped(owner, name)
        for model in models.models_in(annotation):
            schema = self._model(model)
            if model in _SHORTHANDS:
                schema = any_of(ref(_SHORTHANDS[model]), schema)
            is_list = Ellipsis in get_args(annotation)
            return one_or_list(schema, at_least=0) if is_list else schema
        return value_schema(owner, name) or self._unknown(owner, name)

    def _untyped(self, owner: type[Keys], name: str) -> Fragment:
        """Return the schema of a value that is read separately from the model."""
        if name in ("do", "workout"):
            items = {"type": "array", "items": ref("block"), "minItems": 1}
            return {**items, "errorMessage": "a list of blocks"}
        if name == "tabata":
            return one_or_list(any_of(ref("name"), ref("exercise-block")))
        if name == "exercises":
            return {"type": "object", "additionalProperties": self._model(DefinitionKeys)}
        if name == "sounds":
            return any_of(choice(tuple(SETS)), self._sounds())
        return ref("vars") if name == "vars" else self._unknown(owner, name)

    def _unknown(self, owner: type[Keys], name: str) -> Fragment:
        self.unknown.append(f"{owner.__name__}.{name}")
        return {}

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


def _closed(properties: dict[str, Fragment]) -> Fragment:
    """Return a mapping of these keys and no others, except YAML's merge key."""
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^<<$": {}},
        "additionalProperties": False,
    }
