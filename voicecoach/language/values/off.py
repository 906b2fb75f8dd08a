"""Off: `off`, or `no` or `none` without quotes, in place of a value."""

from typing import Any, TypeVar

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.values.bare import bare
from voicecoach.language.values.fragments import Fragment, any_of, in_words, unsuggested
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text

T = TypeVar("T")
Off = TypeVar("Off")

_UNQUOTED = ("no", "none")


def is_off(value: Any) -> bool:
    """Return whether a value switches something off."""
    if not isinstance(value, str):
        return False
    plain = not isinstance(value, Text) or not value.quoted
    return bare(value, "off").lower() == "off" or (plain and means_off_without_quotes(value))


def means_off_without_quotes(text: str) -> bool:
    """Return whether a text switches something off, but not if it stands in quotes."""
    return text.strip().lower() in _UNQUOTED


def described_off(message: str | None = None) -> Fragment:
    """Return the schema of `off`, which is the word that editors suggest."""
    off: Fragment = {"enum": ["off"]}
    suggested = {**off, "errorMessage": message} if message else off
    # Under YAML 1.1 `off` and `no` are booleans.
    boolean = unsuggested({"enum": [False]})
    return any_of(suggested, in_words("|".join(("off", *_UNQUOTED))), boolean)


class OrOff(Kind[T | Off], frozen=True):
    """A value, or `off`, which means `off`; `expected` says what it takes besides `off`."""

    kind: Kind[T]
    off: Off
    expected: str

    @property
    def inner(self) -> Kind[Any] | None:
        """The kind of what stands in a list."""
        return self.kind.inner

    def read(self, value: Any, lexicon: Lexicon) -> T | Off:
        """Return a value, or what `off` means."""
        return self.off if is_off(value) else self.kind.read(value, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a value as it is written, or `off`."""
        return "off" if is_off(text) else self.kind.write(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of a value or `off`."""
        return any_of(described_off(f"`off`, or {self.expected}"), self.kind.describe())
