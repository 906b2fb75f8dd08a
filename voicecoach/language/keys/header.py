"""The header: the keys of a routine file around its workout."""

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from voicecoach import phrases
from voicecoach.language import fields, values
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.keys.music import MusicKeys, as_keys
from voicecoach.language.keys.voices import VoiceKeys, VoicesKeys
from voicecoach.language.refusal import refusal
from voicecoach.routine.cues import Line

Spoken = Literal["auto", "off"] | Line


def _spoken(value: Any) -> Spoken:
    if value == "auto":
        return "auto"
    return "off" if value == "off" else fields.line(value)


def _language(value: Any) -> str:
    tag = str(fields.text(value)).strip()
    if not re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", tag):
        raise refusal(f"`{tag}` is no language tag", "write for instance `en`, `en-GB` or `de`")
    language = tag.replace("_", "-")
    if phrases.tag_for(language) is None:
        choices = values.spoken_list(phrases.languages())
        raise refusal(f"there are no phrases for `{language}`", f"choose {choices}")
    return language


def _spellings(value: Any) -> dict[str, str]:
    """Return lower-case words with the spelling to speak in their place."""
    if not isinstance(value, dict):
        raise refusal("`pronounce` takes words and their spellings", "write `HIIT: hit`")
    return {word.lower(): str(fields.text(spelling)) for word, spelling in value.items()}


class FileKeys(fields.Keys):
    """The keys of any file with a workout, except its title."""

    workout: Any
    description: fields.NoteField | None = None
    author: fields.NoteField | None = None
    caution: fields.LineField | None = None
    language: Annotated[str, PlainValidator(_language)] = "en"
    level: fields.LevelField = "medium"
    voice: Annotated[VoiceKeys, fields.text_means("name")] = VoiceKeys()
    voices: VoicesKeys = VoicesKeys()
    intro: Annotated[Spoken, PlainValidator(_spoken)] = "auto"
    outro: Annotated[Spoken, PlainValidator(_spoken)] = "auto"
    between: fields.RestRange | None = None
    defaults: ExerciseKeys = ExerciseKeys()
    cues: CueKeys = CueKeys()
    fit: fields.FitField = "keep"
    sounds: Any = None
    music: Annotated[MusicKeys | None, BeforeValidator(as_keys)] = None
    pronounce: Annotated[dict[str, str], PlainValidator(_spellings)] = Field(default_factory=dict)
    vars: Any = None
    exercises: Any = None


class RoutineKeys(FileKeys):
    """The keys of a routine."""

    what: ClassVar[str] = "a routine"
    title: fields.TextField


class IncludedKeys(FileKeys):
    """The keys of an included file; only those that concern its workout have an effect."""

    what: ClassVar[str] = "an included file"
    title: fields.TextField | None = None
