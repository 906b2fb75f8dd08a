"""The header: the keys of a routine file around its workout."""

import re
from typing import Annotated, Any, ClassVar, Literal

from msgspec import field

from voicecoach import phrases
from voicecoach.language import fields, values
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.keys.cues import CueKeys, CuesField
from voicecoach.language.keys.exercise import DefaultsKeys
from voicecoach.language.keys.music import MusicField
from voicecoach.language.keys.sounds import SoundsField, SoundsKeys
from voicecoach.language.keys.voices import VoiceField, VoiceKeys, VoicesKeys
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.bare import bare
from voicecoach.language.values.choice import Choice, spoken_list
from voicecoach.language.values.duration import Duration
from voicecoach.language.values.fragments import Fragment, any_of, string, whole
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.off import is_off
from voicecoach.language.values.text import PlainText, SpokenLine
from voicecoach.phrases.tags import LANGUAGE_TAG, named_tag, nearest_tag
from voicecoach.routine.cues import Line
from voicecoach.text.document import Text

_ADDING = "docs/add-a-language.md"

Spoken = Literal["auto", "off"] | Line


class _Spoken(Kind[Spoken], frozen=True):
    """What is said first or last: a line, or what the program says by itself, or nothing."""

    def read(self, value: Any, lexicon: Lexicon) -> Spoken:
        """Return the line, `auto` or `off`."""
        if isinstance(value, str) and bare(value, "a text") == "auto":
            return "auto"
        return "off" if is_off(value) else SpokenLine().read(value, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the line as it is, or `off`."""
        spoken = self.read(text, lexicon)
        return spoken if isinstance(spoken, str) else str(text)

    def describe(self) -> Fragment:
        """Return the schema of what is said."""
        return any_of({"enum": ["auto", "off"]}, SpokenLine().describe())


class _Language(Kind[str], frozen=True):
    """A language that there are phrases for, as a BCP 47 tag."""

    def read(self, value: Any, lexicon: Lexicon) -> str:
        """Return the tag, with hyphens."""
        tag = bare(value, "a language tag such as `en`")
        if not re.fullmatch(LANGUAGE_TAG, tag):
            raise RefusalError(f"`{tag}` is no language tag", _choice_of_language(tag))
        language = tag.replace("_", "-")
        # The lexicon may be of phrases that lie beside the routine.
        if nearest_tag(language, (lexicon.tag, *phrases.languages())) is None:
            raise RefusalError(
                f"there are no phrases for `{language}`", _choice_of_language(language)
            )
        return language

    def describe(self) -> Fragment:
        """Return the schema of a language: any may have phrases beside the routine."""
        return string(whole(LANGUAGE_TAG), "a language tag, such as `en` or `en-GB`")


def _choice_of_language(written: str) -> str:
    """Return the languages to choose from, first the one that was named in another way."""
    choice = f"choose {spoken_list(phrases.languages())}; {_ADDING} tells how to add one"
    meant = named_tag(written, phrases.languages())
    return f"did you mean `{meant}`? Or {choice}" if meant else choice


class _Spellings(Kind[dict[str, str]], frozen=True):
    """Words with the spelling to speak in their place."""

    @property
    def inner(self) -> PlainText:
        """The kind of a spelling."""
        return PlainText()

    def read(self, value: Any, lexicon: Lexicon) -> dict[str, str]:
        """Return the spellings by words in lower case."""
        if not isinstance(value, dict):
            raise RefusalError("`pronounce` takes words and their spellings", "write `HIIT: hit`")
        return {
            word.lower(): str(self.inner.read(spelling, lexicon))
            for word, spelling in value.items()
        }

    def describe(self) -> Fragment:
        """Return the schema of the mapping."""
        return {
            "type": "object",
            "additionalProperties": self.inner.describe(),
            "errorMessage": "words and their spellings, such as `HIIT: hit`",
        }


class FileKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of any file with a workout, except its title."""

    workout: Any
    description: values.NoteField | None = None
    author: values.NoteField | None = None
    caution: values.LineField | None = None
    language: Annotated[str, _Language()] = "en"
    level: values.LevelField = "medium"
    length: Annotated[int | None, Duration(positive=True, with_unit=True)] = None
    seed: values.SeedField = "0"
    voice: VoiceField = VoiceKeys()
    voices: VoicesKeys = VoicesKeys()
    intro: Annotated[Spoken, _Spoken()] = "auto"
    outro: Annotated[Spoken, _Spoken()] = "auto"
    between: values.RestRange | None = None
    defaults: DefaultsKeys = DefaultsKeys()
    cues: CuesField = CueKeys()
    fit: Annotated[Literal["keep", "extend"], Choice(("keep", "extend"))] = "keep"
    chapters: values.ChaptersField = "section"
    sounds: SoundsField = SoundsKeys()
    music: MusicField = None
    pronounce: Annotated[dict[str, str], _Spellings()] = field(default_factory=dict)
    vars: Any = None
    exercises: Any = None


class RoutineKeys(FileKeys, frozen=True, kw_only=True):
    """The keys of a routine."""

    what: ClassVar[str] = "a routine"
    title: values.TextField


class IncludedKeys(FileKeys, frozen=True, kw_only=True):
    """The keys of an included file; only those that concern its workout have an effect."""

    what: ClassVar[str] = "an included file"
    title: values.TextField | None = None
