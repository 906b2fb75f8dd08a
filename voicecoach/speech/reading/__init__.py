"""Reading: how a text is read aloud.

It comes before any engine. Each language has a module with its words, `en.py`; what they have in
common stands in `rules.py`. A text in a language without such a module is read as it is written.
"""

import importlib
import pkgutil
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from voicecoach.problems import Span
from voicecoach.speech.reading.rule import Rule
from voicecoach.speech.reading.rules import rules_of
from voicecoach.speech.reading.signs import signs_of
from voicecoach.speech.reading.speakable import speakable
from voicecoach.speech.reading.words import LanguageWords

__all__ = ["LONGEST_LINE", "LineTooLongError", "Reading", "read", "speakable"]

# Five minutes of speech, in characters, as a line is written and as it is read aloud.
LONGEST_LINE = 5000

# What one rule has written may concern another, as in `3x8-12 kg`; three passes leave nothing.
_MOST_PASSES = 3
_TAG_LENGTH = 2


class LineTooLongError(Exception):
    """A line has grown beyond what anybody says at once; `span` is where it stands, if known."""

    def __init__(self) -> None:
        super().__init__(f"this line grows to more than {LONGEST_LINE} characters when it is said")
        self.span: Span | None = None


class Reading:
    """Reads the texts of a routine in `language`, a BCP 47 tag.

    `pronounce` maps lower-case words to their spellings, which no rule changes.
    """

    def __init__(self, pronounce: Mapping[str, str], language: str) -> None:
        self._language = language
        self._spellings = pronounce
        words = "|".join(re.escape(word) for word in sorted(pronounce, key=len, reverse=True))
        self._words = re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE) if words else None
        self._cache: dict[str, str] = {}

    def aloud(self, text: str) -> str:
        """Return `text` as it is to be spoken, `""` if nothing in it can be.

        Raises LineTooLongError.
        """
        if text not in self._cache:
            _check_length(text)
            respelled = self._respell(text)
            _check_length(respelled)
            self._cache[text] = speakable(respelled)
        return self._cache[text]

    def _respell(self, text: str) -> str:
        if self._words is None:
            return read(text, self._language)
        # Splitting at a group gives what is between its matches and these in turn.
        parts = self._words.split(text)
        between = [_read_part(part, self._language) for part in parts[::2]]
        # Some letters match others that are not their lower case, such as a long s.
        spelled = [self._spellings.get(word.lower(), word) for word in parts[1::2]]
        pairs = zip(between, [*spelled, ""], strict=True)
        return "".join(part + word for part, word in pairs)


@cache
def reading_languages() -> tuple[str, ...]:
    """Return the languages that have rules of their own, as BCP 47 tags."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    # All other modules have longer names.
    return tuple(sorted(name for name in modules if len(name) == _TAG_LENGTH))


# Programmes for many people, or of one person, say much the same.
@lru_cache(maxsize=4096)
def read(text: str, language: str) -> str:
    """Return `text` as words, as far as `language` has rules; what is read already stays."""
    spoken = speakable(_apply(_signs(language), text))
    for _ in range(_MOST_PASSES):
        before = spoken
        spoken = speakable(_apply(_rules(language), spoken))
        if spoken == before:
            break
    return spoken


def _check_length(text: str) -> None:
    if len(text) > LONGEST_LINE:
        raise LineTooLongError


def _apply(rules: Sequence[Rule], text: str) -> str:
    for rule in rules:
        text = rule.pattern.sub(rule.spoken, text)
    return text


def _read_part(text: str, language: str) -> str:
    """Return a part of a text as words, with the blanks at its ends, which `read` takes away."""
    if not text.strip():
        return text
    start = " " if text[0].isspace() else ""
    end = " " if text[-1].isspace() else ""
    return f"{start}{read(text, language) or text.strip()}{end}"


@cache
def _rules(language: str) -> Sequence[Rule]:
    words = _words(language)
    return () if words is None else rules_of(words)


@cache
def _signs(language: str) -> Sequence[Rule]:
    """Return the rules that come first: no engine is given a `<`, though it means something."""
    words = _words(language)
    return () if words is None else signs_of(words)


def _words(language: str) -> LanguageWords | None:
    name = language.split("-")[0].lower()
    if name not in reading_languages():
        return None
    words: LanguageWords = importlib.import_module(f"{__name__}.{name}").WORDS
    return words
