"""Choices: one word of a few, `on` or `off`, `true` or `false`."""

from typing import Any

from voicecoach.language import words
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.bare import bare
from voicecoach.language.values.fragments import Fragment, any_of, in_words, unsuggested
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.off import described_off, is_off
from voicecoach.text.document import Text


class Choice(Kind[str], frozen=True):
    """One of some words; where `off` is among them, other words for it may be written."""

    words: tuple[str, ...]

    def read(self, value: Any, _lexicon: Lexicon) -> str:
        """Return the word that was chosen."""
        word = bare(value, f"one of {spoken_list(self.words)}")
        if "off" in self.words and is_off(value):
            return "off"
        if word not in self.words:
            raise RefusalError(
                f"`{word}` is not one of {spoken_list(self.words)}", _hint(word, self.words)
            )
        return word

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the word."""
        return self.read(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of the words."""
        words = any_of({"enum": list(self.words)}, in_words("|".join(self.words)))
        return any_of(words, described_off()) if "off" in self.words else words


_ON_OFF = Choice(("on", "off"))
_TRUE_FALSE = Choice(("true", "false"))


class OnOff(Kind[bool], frozen=True):
    """Whether something is on or off."""

    def read(self, value: Any, lexicon: Lexicon) -> bool:
        """Return whether it is on."""
        return self.write(value, lexicon) == "on"

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return `on` or `off`."""
        return _ON_OFF.read(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of `on` and `off`."""
        return any_of(_ON_OFF.describe(), unsuggested({"type": "boolean"}))


class Flag(Kind[bool], frozen=True):
    """Whether something is true or false."""

    def read(self, value: Any, lexicon: Lexicon) -> bool:
        """Return whether it is true."""
        return _TRUE_FALSE.read(value, lexicon) == "true"

    def describe(self) -> Fragment:
        """Return the schema of `true` and `false`."""
        return any_of({"type": "boolean"}, _TRUE_FALSE.describe())


def _hint(word: str, valid: tuple[str, ...]) -> str | None:
    """Return the hint for a word that says the same as one of the valid ones elsewhere."""
    meant = words.meant_value(word, valid)
    return meant and f"write `{meant}`"


def spoken_list(words: tuple[str, ...]) -> str:
    """Return words in backticks, with commas and `or` before the last."""
    quoted = [f"`{word}`" for word in words]
    return ", ".join(quoted[:-1]) + f" or {quoted[-1]}" if len(quoted) > 1 else quoted[0]
