"""Fields: the types of the language's keys, as pydantic reads them from a file.

A field's validator gets what is in the file: `Text`, a list or a mapping. Texts stay `Text`, so
that every spoken line knows where it was written.
"""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator
from pydantic.fields import FieldInfo

from voicecoach.language import values
from voicecoach.language.refusal import refusal, validate_each
from voicecoach.language.values import Range
from voicecoach.routine import placeholders
from voicecoach.routine.cues import Line
from voicecoach.text.document import Text

MAX_TEXT = 2000
SIDES_EACH = ("right", "left")

EACH_SIDE = r"each|both|e/s|/\s*side|(?:on\s+)?(?:each|per|both|every)\s+(?:side|leg|arm|way)s?"
MAX_REPS = r"max|as\s+many\s+as\s+(?:possible|you\s+can)"


class Keys(BaseModel):
    """The keys of one mapping; `what` names it in messages."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )
    what: ClassVar[str] = "a mapping"


def by_key(model: type[Keys]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys that are written for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def parts(annotation: Any) -> Iterator[Any]:
    """Yield a type, the types that it is made of, and what they are annotated with."""
    yield annotation
    for argument in get_args(annotation):
        yield from parts(argument)


def models_in(annotation: Any) -> list[type[Keys]]:
    """Return the models in a type."""
    return [each for each in parts(annotation) if isinstance(each, type) and issubclass(each, Keys)]


def validator(info: FieldInfo) -> Callable[..., Any] | None:
    """Return the function that reads the values of a field; None for those of a model."""
    found = (*info.metadata, *parts(info.annotation))
    return next((each.func for each in found if isinstance(each, PlainValidator)), None)


def any_text(value: Any) -> Text:
    """Return a text, whatever stands in it, unless it is empty or too long."""
    if not isinstance(value, Text):
        what = "a list" if isinstance(value, list) else "a mapping"
        raise refusal(f"expected a text, not {what}", "put the text in quotes")
    if not value.strip():
        raise refusal("this text is empty", "write the text, or delete the key")
    if len(value) > MAX_TEXT:
        raise refusal(f"this text is longer than {MAX_TEXT} characters", "split it into several")
    return value


def text(value: Any) -> Text:
    """Return a text that is spoken or shown as it is, without placeholders."""
    plain = any_text(value)
    if any(placeholders.find_all(plain)):
        raise refusal(
            "placeholders have no place in a name or title", "write `{{` for a brace that is spoken"
        )
    return plain


def line(value: Any) -> Line:
    """Return a text that may contain placeholders, all of them valid."""
    plain = any_text(value)
    broken = placeholders.broken(plain)
    if broken is not None:
        part = plain.part(*broken)
        raise refusal(f"`{part}` is no placeholder", "`{{` is a brace", part.span)
    return Line(str(plain), plain.span)


def lines(value: Any) -> tuple[Line, ...]:
    """Return the lines of one text, or of a list with one per set, round or side."""
    if isinstance(value, list):
        return tuple(validate_each(_filled(value), line))
    return (line(value),)


def sides(value: Any) -> tuple[str, ...]:
    """Return the sides in order; `each side` and the like mean right, then left."""
    if isinstance(value, list):
        names = tuple(str(side).strip() for side in validate_each(_filled(value), text))
        for index, side in enumerate(names):
            if side in names[:index]:
                raise refusal(f"`{side}` is named twice", "name each side once", value[index].span)
        return names
    if re.fullmatch(EACH_SIDE, text(value).strip(), re.IGNORECASE):
        return SIDES_EACH
    hint = "write `each`, or a list such as `[left, right]`"
    raise refusal(f"`{value}` is no list of sides", hint)


def reps(value: Any) -> Range | None:
    """Return a range of repetitions, or None for `max`."""
    if isinstance(value, str) and re.fullmatch(MAX_REPS, value.strip(), re.IGNORECASE):
        return None
    return values.count_range(value)


def per_set(item: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a validator of one value, or of a list with one per set, which gives a `PerSet`."""

    def validate(value: Any) -> Any:
        if isinstance(value, list):
            return PerSet(validate_each(_filled(value), item))
        return item(value)

    return validate


class PerSet(tuple[Any, ...]):
    """Values written as a list, one per set."""


def _filled(value: list[Any]) -> list[Any]:
    if not value:
        raise refusal("this list is empty")
    return value


def text_means(key: str) -> BeforeValidator:
    """Return the validator that takes a mere text for the value of one key of a mapping."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def _choice(*words: str) -> PlainValidator:
    return PlainValidator(lambda value: values.choice(value, *words))


TextField = Annotated[Text, PlainValidator(text)]
NoteField = Annotated[Text, PlainValidator(any_text)]
LineField = Annotated[Line, PlainValidator(line)]
LinesField = Annotated[tuple[Line, ...], PlainValidator(lines)]
SidesField = Annotated[tuple[str, ...], PlainValidator(sides)]
Duration = Annotated[int, PlainValidator(values.duration)]
PositiveDuration = Annotated[int, PlainValidator(values.positive_duration)]
LengthRange = Annotated[Range, PlainValidator(values.positive_duration_range)]
RestRange = Annotated[Range, PlainValidator(values.duration_range)]
Count = Annotated[int, PlainValidator(values.count)]
CountRange = Annotated[Range, PlainValidator(values.count_range)]
Lengths = Annotated[Range | PerSet, PlainValidator(per_set(values.positive_duration_range))]
Rests = Annotated[Range | PerSet, PlainValidator(per_set(values.duration_range))]
Reps = Annotated[Range | PerSet | None, PlainValidator(per_set(reps))]
Loads = Annotated[Text | PerSet, PlainValidator(per_set(text))]
OnOff = Annotated[bool, PlainValidator(values.switch)]
CountStyleField = Annotated[Literal["aloud", "tick", "silent"], _choice("aloud", "tick", "silent")]
SideOrder = Annotated[
    Literal["each-set", "all-sets", "each-rep"], _choice("each-set", "all-sets", "each-rep")
]
LevelField = Annotated[Literal["easy", "medium", "hard"], _choice("easy", "medium", "hard")]
FitField = Annotated[Literal["keep", "extend"], _choice("keep", "extend")]
AnnounceField = Annotated[Literal["full", "name", "off"], _choice("full", "name", "off")]
Flag = Annotated[bool, PlainValidator(values.flag)]
