"""Fields: a mapping of keys as a Struct, and what is known about each key.

The type of a key is a kind of value (`Annotated[int, Duration()]`), another mapping, a list of
mappings, or `Any` for what is read elsewhere. A `Shorthand` says what may stand in their place.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar, get_args

from msgspec import Struct, structs
from msgspec.structs import FieldInfo

from voicecoach.language.key_reading import Form, KeyReading
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import DataPath

_Keys = TypeVar("_Keys", bound="Keys")


class Keys(Struct, frozen=True, kw_only=True):
    """The keys of one mapping; `what` names it in messages.

    `fields_set` are the names of the fields that were written, or came from another mapping.
    """

    what: ClassVar[str] = "a mapping"
    fields_set: frozenset[str] = frozenset()

    def with_fields(self: _Keys, fields: Mapping[str, Any]) -> _Keys:
        """Return the keys with other values of some fields, and mark these as set."""
        return structs.replace(self, **fields, fields_set=self.fields_set | fields.keys())


class Shorthand(Struct, frozen=True):
    """What may stand in place of a mapping: a value of a kind, from which `expand` makes keys."""

    kind: Kind[Any]
    expand: Callable[[Any], Any]

    def read(self, value: Any, form: Form, reading: KeyReading) -> Any:
        """Return what a mapping means, or what stands in its place, expanded to one."""
        return form(value if isinstance(value, dict) else self.expand(value), reading)


class OneOrList(Struct, frozen=True):
    """Says that one may stand in place of a list."""

    def read(self, value: Any, form: Form, reading: KeyReading) -> Any:
        """Return what a list means, or what stands in its place."""
        return form(value if isinstance(value, list) else [value], reading)


def text_means(key: str, kind: Kind[Any]) -> Shorthand:
    """Return the shorthand of a mere text for the value of one key."""
    return Shorthand(kind, lambda value: {key: value} if isinstance(value, str) else value)


@cache
def by_name(model: type[Keys]) -> dict[str, FieldInfo]:
    """Return the fields of a model by their names."""
    return {info.name: info for info in structs.fields(model) if info.name != "fields_set"}


@cache
def by_key(model: type[Keys]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys that are written for them."""
    return {info.encode_name: info for info in by_name(model).values()}


def models_in(type_: Any) -> list[type[Keys]]:
    """Return the models in a type."""
    return [part for part in _parts(type_) if isinstance(part, type) and issubclass(part, Keys)]


def kind_of(info: FieldInfo) -> Kind[Any] | None:
    """Return the kind of a field's values, or of those in place of its mapping; None for others."""
    for part in _parts(info.type):
        if isinstance(part, Kind):
            return part
        if isinstance(part, Shorthand):
            return part.kind
    return None


def value_at(data: Any, loc: DataPath) -> Any:
    """Return what stands at the place `loc` inside `data`."""
    for step in loc:
        data = data[step]
    return data


def model_at(model: type[Keys], loc: DataPath) -> type[Keys]:
    """Return the model that reads the place `loc` inside `model`."""
    for step in loc:
        info = by_key(model).get(str(step))
        if info is not None:
            model = next(iter(models_in(info.type)), model)
    return model


def _parts(type_: Any) -> Iterator[Any]:
    """Yield a type, the types that it is made of, and what they are annotated with."""
    yield type_
    for argument in get_args(type_):
        yield from _parts(argument)
