"""Kind: one kind of value, which knows how it is read, refused, written and described."""

from abc import ABCMeta, abstractmethod
from typing import Any, Generic, TypeVar

from msgspec import Struct, StructMeta

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.fragments import Fragment
from voicecoach.text.document import Text

T = TypeVar("T")


class _AbstractStructMeta(StructMeta, ABCMeta):
    """Lets a Struct have abstract methods."""


class Kind(Struct, Generic[T], frozen=True, metaclass=_AbstractStructMeta):
    """A kind of value; an instance in `Annotated` makes it the type of a key."""

    @property
    def inner(self) -> "Kind[Any] | None":
        """The kind of what stands in it, where the value may be a list or a mapping."""
        return None

    @abstractmethod
    def read(self, value: Any, lexicon: Lexicon) -> T:
        """Return what a value means: a `Text`, or what YAML made of a list or mapping.

        Raises the refusal of one that is no such value.
        """

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a text in its one normal form. Raises the refusal of one that is no such value."""
        self.read(text, lexicon)
        return str(text)

    def normal(self, text: Text, lexicon: Lexicon) -> str:
        """Return a text in its normal form; one that is no such value stays as it is."""
        try:
            return self.write(text, lexicon)
        except RefusalError:
            return str(text)

    @abstractmethod
    def describe(self) -> Fragment:
        """Return the JSON schema. It never refuses what is read, in no language."""
