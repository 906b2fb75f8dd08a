"""Refusals: what is wrong with a value, and what to write instead."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from voicecoach.language.grammar.numbers import Fault
from voicecoach.problems import Span
from voicecoach.text.document import Text

_T = TypeVar("_T")


class RefusalError(ValueError):
    """A value is none of its kind. `hint` says what to write instead.

    `span` is the place to point at, None for the whole value.
    """

    def __init__(self, message: str, hint: str | None = None, span: Span | None = None) -> None:
        super().__init__(message)
        self.message, self.hint, self.span = message, hint, span


def faulty(fault: Fault, text: str) -> RefusalError:
    """Return the error for a text with a fault, with the text as it may be meant for a hint."""
    return RefusalError(fault.message, fault.hint(text))


def validate_each(items: Iterable[Any], validate: Callable[[Any], _T]) -> Iterator[_T]:
    """Yield what `validate` makes of each item of a list; a refusal points at the item."""
    for item in items:
        try:
            yield validate(item)
        except RefusalError as error:
            span = error.span or (item.span if isinstance(item, Text) else None)
            raise RefusalError(error.message, error.hint, span) from None
