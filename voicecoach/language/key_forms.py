"""Key forms: how a mapping is read as a model of its keys, by the types of these."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from voicecoach.language.fields import Keys, OneOrList, Shorthand, by_key
from voicecoach.language.key_faults import Fault, Form, Reading
from voicecoach.language.values.kind import Kind

_Keys = TypeVar("_Keys", bound=Keys)


def read_keys(model: type[_Keys], data: Mapping[str, Any], reading: Reading) -> _Keys | None:
    """Return a mapping as a `model`, or None where faults were noted."""
    before = len(reading.faults)
    values: dict[str, Any] = {}
    for key, (name, form) in _forms(model).items():
        if key in data:
            values[name] = reading.inside(key).read(form, data[key])
        elif by_key(model)[key].required:
            reading.faults.append(Fault("missing", (*reading.loc, key), None))
    for key in data:
        if key not in _forms(model):
            reading.faults.append(Fault("unknown", (*reading.loc, key), data[key]))
    if len(reading.faults) > before:
        return None
    return model(**values, fields_set=frozenset(values))


@cache
def _forms(model: type[Keys]) -> dict[str, tuple[str, Form]]:
    """Return the name and the form of each field by its key."""
    return {key: (info.name, _form(info.type)) for key, info in by_key(model).items()}


def _form(type_: Any) -> Form:
    """Return how a value of a type is read."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return _annotated(*arguments)
    if origin in (Union, UnionType):
        inner = _form(next(one for one in arguments if one is not NoneType))
        is_optional = NoneType in arguments
        return lambda value, at: None if value is None and is_optional else inner(value, at)
    if origin is tuple:
        item = _form(arguments[0])
        return lambda value, at: tuple(at.inside(i).read(item, v) for i, v in enumerate(value))
    if isinstance(type_, type) and issubclass(type_, Keys):
        return lambda value, at: _mapping(type_, value, at)
    return lambda value, _: value


def _annotated(type_: Any, annotation: Kind[Any] | Shorthand | OneOrList) -> Form:
    if isinstance(annotation, Kind):
        return lambda value, reading: annotation.read(value, reading.lexicon)
    form = _form(type_)
    return lambda value, reading: annotation.read(value, form, reading)


def _mapping(model: type[Keys], value: Any, reading: Reading) -> Keys | None:
    if isinstance(value, model):
        return value
    if isinstance(value, dict):
        return read_keys(model, value, reading)
    reading.faults.append(Fault("unmapped", reading.loc, value))
    return None
