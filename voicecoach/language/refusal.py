"""Refusals: how a validator reports what is wrong with a value and what to write instead."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError

from voicecoach.language.grammar.numbers import Fault
from voicecoach.problems import Span
from voicecoach.text.document import Text

REFUSED = "refused"

_T = TypeVar("_T")


def refusal(message: str, hint: str | None = None, span: Span | None = None) -> PydanticCustomError:
    """Return the error to raise in a validator.

    `span` is the place to point at, if that is not the whole value.
    """
    context = {"message": message, "hint": hint, "span": span}
    return PydanticCustomError(REFUSED, "{message}", context)


def faulty(fault: Fault, text: str) -> PydanticCustomError:
    """Return the error for a text with a fault, with the text as it may be meant for a hint."""
    return refusal(fault.message, fault.hint(text))


def validate_each(items: Iterable[Any], validate: Callable[[Any], _T]) -> Iterator[_T]:
    """Yield what `validate` makes of each item of a list; a refusal points at the item."""
    for item in items:
        try:
            yield validate(item)
        except PydanticCustomError as error:
            context = error.context or {}
            span = context["span"] or (item.span if isinstance(item, Text) else None)
            raise refusal(context["message"], context["hint"], span) from None
