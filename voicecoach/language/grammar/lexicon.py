"""Lexicon: the words of a language in which lines and values are written.

They stand under `written` in the phrase file of the language; English ones are understood beside
them everywhere. Where a word may stand is the grammar's business.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from voicecoach import phrases
from voicecoach.language.grammar.tokens import TokenLine, folded, tokens_of
from voicecoach.phrases import Phrases
from voicecoach.problems import Span
from voicecoach.text.document import Text

_ENGLISH = "en"
_CUT_SHORT = ("hour", "minute", "second", "rep", "weight", "size")
# A word as the folded texts of its tokens, and whether something may stand glued before it.
_Phrase = tuple[str, ...]


class Lexicon(Struct, frozen=True, eq=False):
    """The words of one language, by what they mean: the keys of `written` in the phrase file.

    `tag` is that of its phrases, a BCP 47 language.
    `usual` has the word of each meaning that is written by hints and `fmt`; `endings` those with
    which a longer word may end; `phrases` are sorted by their first word. `decimal_comma` says that
    the language writes `1,5`, `rest_first` that a rest's word stands before what describes it.
    """

    tag: str
    usual: Mapping[str, str]
    phrases: Mapping[str, Mapping[str, tuple[_Phrase, ...]]]
    endings: Mapping[str, tuple[str, ...]]
    decimal_comma: bool
    rest_first: bool

    def ends(self, meaning: str, line: TokenLine, at: int) -> int | None:
        """Return where the longest word of a meaning ends that begins at `at`, or None."""
        end = None
        for phrase in self.phrases[meaning].get(line.folded(at), ()):
            stands = all(line.folded(at + index) == word for index, word in enumerate(phrase))
            if stands and (end is None or at + len(phrase) > end):
                end = at + len(phrase)
        if end is None:
            return at + 1 if self.is_compound(meaning, line, at) else None
        # A full stop may stand behind a unit that is cut short.
        is_stopped = meaning in _CUT_SHORT and line.folded(end) == "." and not line.is_spaced(end)
        return end + is_stopped

    def meaning(self, meanings: tuple[str, ...], line: TokenLine, at: int) -> str | None:
        """Return which of some meanings the single word at `at` has, or None."""
        return next((each for each in meanings if self.ends(each, line, at) == at + 1), None)

    def is_word(self, meaning: str, text: str) -> bool:
        """Return whether a whole text is a word of a meaning."""
        line = tokens_of(Text(text, Span("", 1), inline=False))
        return len(line) > 0 and self.ends(meaning, line, 0) == len(line)

    def find(self, meaning: str, line: TokenLine, start: int, end: int) -> int | None:
        """Return where the first word of a meaning begins between two places, or None."""
        places = range(start, end)
        return next((at for at in places if self.ends(meaning, line, at) is not None), None)

    def is_compound(self, meaning: str, line: TokenLine, at: int) -> bool:
        """Return whether the word at `at` is a longer one that ends with one of a meaning."""
        endings = self.endings[meaning]
        word = line.folded(at)
        return bool(endings) and word.endswith(endings) and word not in endings


def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a BCP 47 language, English where there are no phrases for it."""
    return lexicon_of(phrases.load(phrases.tag_for(language) or _ENGLISH))


@lru_cache(maxsize=64)
def lexicon_of(own: Phrases) -> Lexicon:
    """Return the lexicon that phrases bring."""
    tables = [own.texts.get("written", {})]
    if own.tag != _ENGLISH:
        tables.append(phrases.english().texts["written"])
    meanings = [meaning for meaning in tables[-1] if isinstance(tables[-1][meaning], list)]
    own_words = {word for meaning in meanings for word in tables[0].get(meaning, ())}
    words = {
        # An English word that the language has itself means what it means there: Italian `per`.
        meaning: [
            *tables[0].get(meaning, ()),
            *(word for word in tables[-1][meaning] if word not in own_words),
        ]
        for meaning in meanings
    }
    return Lexicon(
        tag=own.tag,
        usual={meaning: words[meaning][0] for meaning in meanings},
        phrases={meaning: _by_first_word(_phrases(words[meaning])) for meaning in meanings},
        endings={
            meaning: tuple(folded(word[1:]) for word in words[meaning] if word.startswith("-"))
            for meaning in meanings
        },
        decimal_comma=own.locale.number_symbols["latn"]["decimal"] == ",",
        rest_first=tables[0].get("rest_comes") == "first",
    )


def _by_first_word(phrases: Iterable[_Phrase]) -> dict[str, tuple[_Phrase, ...]]:
    sorted_phrases: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in phrases:
        sorted_phrases[phrase[0]] = (*sorted_phrases.get(phrase[0], ()), phrase)
    return sorted_phrases


def _phrases(words: list[str]) -> Iterator[_Phrase]:
    for word in dict.fromkeys(words):
        if not word.startswith("-"):
            line = tokens_of(Text(word, Span("", 1), inline=False))
            yield tuple(token.folded for token in line.tokens)
