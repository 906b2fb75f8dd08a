"""Lists: one value a set, `[20s, 30s, 40s]`, or any number of values."""

from typing import Any, TypeVar

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError, validate_each
from voicecoach.language.values.fragments import Fragment, any_of, list_of
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text

T = TypeVar("T")


class PerSet(tuple[Any, ...]):
    """Values written as a list, one per set."""


class OrPerSet(Kind[T | PerSet], frozen=True):
    """A value, or a list with one per set."""

    item: Kind[T]

    @property
    def inner(self) -> Kind[T]:
        """The kind of one value."""
        return self.item

    def read(self, value: Any, lexicon: Lexicon) -> T | PerSet:
        """Return one value, or the values of a list."""
        if isinstance(value, list):
            return PerSet(read_each(self.item, value, lexicon))
        return self.item.read(value, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return one value as it is written."""
        return self.item.write(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of a value or a list."""
        item = self.item.describe()
        return any_of(item, list_of(item))


class OneOrMore(Kind[tuple[T, ...]], frozen=True):
    """A value or a list of them; with `or_none` it may be empty."""

    item: Kind[T]
    or_none: bool = False

    @property
    def inner(self) -> Kind[T]:
        """The kind of one value."""
        return self.item

    def read(self, value: Any, lexicon: Lexicon) -> tuple[T, ...]:
        """Return the values."""
        if not isinstance(value, list):
            return (self.item.read(value, lexicon),)
        return () if self.or_none and not value else read_each(self.item, value, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return one value as it is written."""
        return self.item.write(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of a value or a list."""
        item = self.item.describe()
        return any_of(item, list_of(item, at_least=0 if self.or_none else 1))


def read_each(kind: Kind[T], values: list[Any], lexicon: Lexicon) -> tuple[T, ...]:
    """Return the values of a list. Raises the refusal of an empty one or of a value."""
    if not values:
        raise RefusalError("this list is empty", "put a value in, or delete the key")
    return tuple(validate_each(values, lambda value: kind.read(value, lexicon)))
