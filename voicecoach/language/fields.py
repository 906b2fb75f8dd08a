"""Fields: a mapping of keys as a pydantic model, and what is known about each key.

The type of a key is a kind of value (`Annotated[int, Duration()]`), another model, or both, where a
value may stand in place of a mapping.
"""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, get_args

from msgspec import Struct
from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from voicecoach.language.values.kind import Kind


class Keys(BaseModel):
    """The keys of one mapping; `what` names it in messages."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )
    what: ClassVar[str] = "a mapping"


class Shorthand(Struct, frozen=True):
    """What may stand in place of a mapping: a value of a kind, from which `expand` makes keys."""

    kind: Kind[Any]
    expand: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Return how pydantic reads the mapping or what stands in its place."""
        return core_schema.no_info_before_validator_function(self._mapping, handler(source))

    def _mapping(self, value: Any) -> Any:
        return value if isinstance(value, dict) else self.expand(value)


def text_means(key: str, kind: Kind[Any]) -> Shorthand:
    """Return the shorthand of a mere text for the value of one key."""
    return Shorthand(kind, lambda value: {key: value} if isinstance(value, str) else value)


def by_key(model: type[Keys]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys that are written for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def models_in(annotation: Any) -> list[type[Keys]]:
    """Return the models in a type."""
    return [
        part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, Keys)
    ]


def kind_of(info: FieldInfo) -> Kind[Any] | None:
    """Return the kind of a field's values, or of those in place of its mapping; None for others."""
    for part in (*info.metadata, *_parts(info.annotation)):
        if isinstance(part, Kind):
            return part
        if isinstance(part, Shorthand):
            return part.kind
    return None


def value_at(data: Any, loc: tuple[str | int, ...]) -> Any:
    """Return what stands at the place `loc` inside `data`."""
    for step in loc:
        data = data[step]
    return data


def model_at(model: type[Keys], loc: tuple[str | int, ...]) -> type[Keys]:
    """Return the model that validates the place `loc` inside `model`."""
    for step in loc:
        info = by_key(model).get(str(step))
        if info is not None:
            model = next(iter(models_in(info.annotation)), model)
    return model


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield a type, the types that it is made of, and what they are annotated with."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)
