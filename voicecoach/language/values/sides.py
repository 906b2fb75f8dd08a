"""Sides: `each`, which is right, then left, or a list such as `[left, right]`."""

from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import folded
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.bare import bare, tokens
from voicecoach.language.values.fragments import VARIABLE, Fragment, any_of, in_either_case, string
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.off import is_off
from voicecoach.language.values.per_set import read_each
from voicecoach.language.values.text import PlainText
from voicecoach.text.document import Text

EACH = ("right", "left")

_NAME = PlainText()
_WORDS_FOR_EACH = ("each_side", "each_limb", "each")
_YES = ("2", "yes", "true", "on")


class SideName(PlainText, frozen=True):
    """The name of one side."""

    def read(self, value: Any, lexicon: Lexicon) -> Text:
        """Return the name, `right` or `left` for the words that a language has for them."""
        text = super().read(value, lexicon)
        return Text(named(bare(text, "a side"), lexicon), text.span)


class Sides(Kind[tuple[str, ...]], frozen=True):
    """The sides that something is done on, in order."""

    def read(self, value: Any, lexicon: Lexicon) -> tuple[str, ...]:
        """Return the sides; `each side` and the like mean right, then left."""
        if isinstance(value, list):
            return _listed(value, lexicon)
        if is_off(value):
            hint = "leave it out; `sides: off` belongs to an exercise within"
            raise RefusalError(f"`{value}` is no list of sides", hint)
        text = bare(_NAME.read(value, lexicon), "sides")
        if any(lexicon.is_word(meaning, text) for meaning in _WORDS_FOR_EACH):
            return _in_order(text, lexicon)
        if _says_each(text, lexicon):
            raise RefusalError(f"`{text}` names no sides", "write `each`")
        raise RefusalError(f"`{text}` is no list of sides", f"write `sides: [{text}]`")

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return `each` for all words that mean it, but `left and right` where left is first."""
        return "each" if self.read(text, lexicon) == EACH else "left and right"

    def describe(self) -> Fragment:
        """Return the schema of sides."""
        # Each side may be said in the words of any language, but not with the name of one.
        # Nor is it `off`, but in an exercise.
        others = in_either_case("off|no|none")
        word = string(
            rf"^(?!\s*(?:left|right|{others})\s*$)", "`each`, or a list such as `[left, right]`"
        )
        names = {
            "type": "array",
            "items": any_of(_NAME.describe(), VARIABLE),
            "minItems": 1,
            "uniqueItems": True,
        }
        return any_of(word, names)


def _in_order(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return right, then left, unless the words for each side name left first."""
    line = tokens(text)
    right, left = (lexicon.find(side, line, 0, len(line)) for side in EACH)
    return EACH[::-1] if right is not None and left is not None and left < right else EACH


def _says_each(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text says that both sides are done, as `yes`, `2` and `beide` do."""
    word = folded(text)
    if any(lexicon.is_word(side, text) for side in EACH):
        return False
    phrases = (
        phrase
        for meaning in _WORDS_FOR_EACH
        for beginning in lexicon.phrases[meaning].values()
        for phrase in beginning
    )
    return word in _YES or any(word in phrase for phrase in phrases)


def named(name: str, lexicon: Lexicon) -> str:
    """Return the name of a side, `right` or `left` for the words that a language has for them."""
    if len(tokens(name)) > 1 and name not in lexicon.usual.values():
        return name
    return next((side for side in EACH if lexicon.is_word(side, name)), name)


def _listed(value: list[Any], lexicon: Lexicon) -> tuple[str, ...]:
    texts = read_each(_NAME, value, lexicon)
    names = tuple(named(bare(name, "a side"), lexicon) for name in texts)
    for index, name in enumerate(names):
        if name in names[:index]:
            raise RefusalError(f"`{name}` is named twice", "name each side once", value[index].span)
    return names
