"""Key forms: how a mapping is read as a model of its keys, by the types of these."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec.structs import FieldInfo

from voicecoach.language.fields import Keys, OneOrList, Shorthand, by_key
from voicecoach.language.key_reading import Form, KeyFault, KeyReading
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.kind import Kind

_Keys = TypeVar("_Keys", bound=Keys)


def read_keys(model: type[_Keys], data: Mapping[str, Any], reading: KeyReading) -> _Keys | None:
    """Return a mapping as a `model`, or None where faults were noted."""
    before = len(reading.faults)
    values: dict[str, Any] = {}
    for key, (field, form) in _forms(model).items():
        if key not in data:
            if field.required:
                reading.faults.append(KeyFault("missing", (*reading.loc, key), None))
        elif data[key] is None:
            reading.faults.append(KeyFault("empty", (*reading.loc, key), None))
        else:
            values[field.name] = _value(form, data[key], reading.inside(key))
    for key in data:
        if key not in _forms(model):
            reading.faults.append(KeyFault("unknown", (*reading.loc, key), data[key]))
    if len(reading.faults) > before:
        return None
    return model(**values, fields_set=frozenset(values))


def _value(form: Form, value: Any, reading: KeyReading) -> Any:
    """Return what a value means, or None where faults were noted."""
    try:
        return form(value, reading)
    except RefusalError as refusal:
        reading.faults.append(KeyFault("refused", reading.loc, value, refusal))
        return None


@cache
def _forms(model: type[Keys]) -> dict[str, tuple[FieldInfo, Form]]:
    """Return each field and its form by its key."""
    return {key: (info, _form(info.type)) for key, info in by_key(model).items()}


def _form(type_: Any) -> Form:
    """Return how a value of a type is read."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return _annotated(*arguments)
    if origin in (Union, UnionType):
        inner = _form(next(one for one in arguments if one is not NoneType))
        is_optional = NoneType in arguments
        return lambda value, reading: (
            None if value is None and is_optional else inner(value, reading)
        )
    if origin is tuple:
        item = _form(arguments[0])
        return lambda value, reading: tuple(
            _value(item, each, reading.inside(place)) for place, each in enumerate(value)
        )
    if isinstance(type_, type) and issubclass(type_, Keys):
        return lambda value, reading: _mapping(type_, value, reading)
    return lambda value, _reading: value


def _annotated(type_: Any, annotation: Kind[Any] | Shorthand | OneOrList) -> Form:
    if isinstance(annotation, Kind):
        return lambda value, reading: annotation.read(value, reading.lexicon)
    form = _form(type_)
    return lambda value, reading: annotation.read(value, form, reading)


def _mapping(model: type[Keys], value: Any, reading: KeyReading) -> Keys | None:
    if isinstance(value, model):
        return value
    if isinstance(value, dict):
        return read_keys(model, value, reading)
    reading.faults.append(KeyFault("unmapped", reading.loc, value))
    return None
