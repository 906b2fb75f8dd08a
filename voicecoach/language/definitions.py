"""Definitions: exercises that are described once, in a routine or in the program's catalogue."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language import catalogue_texts, values
from voicecoach.language.exercise_form import with_overlay_lines
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.on_demand import OnDemand
from voicecoach.language.reader import Reader
from voicecoach.language.values.fragments import Fragment
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.text import names_something
from voicecoach.phrases.tags import nearest_tag
from voicecoach.text.document import DataPath, Document, Text

# The language in which the catalogue itself is written.
CATALOGUE_LANGUAGE = "en"


class DefinitionKeys(ExerciseKeys, frozen=True, kw_only=True):
    """The keys of an exercise under `exercises`."""

    what: ClassVar[str] = "a defined exercise"
    name: values.TextField | None = None


class _Words(Kind[tuple[str, ...]], frozen=True):
    """One word or several to search by."""

    def read(self, value: Any, _lexicon: Lexicon) -> tuple[str, ...]:
        """Return the words."""
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    def describe(self) -> Fragment:
        """Return the schema of anything, as nobody writes them but us."""
        return {}


class CatalogueKeys(DefinitionKeys, frozen=True, kw_only=True):
    """The keys of an exercise in the catalogue, including those to search by."""

    equipment: Annotated[tuple[str, ...], _Words()] = ()
    tags: Annotated[tuple[str, ...], _Words()] = ()
    kind: values.TextField | None = None


DefinedKeys = TypeVar("DefinedKeys", bound=DefinitionKeys, covariant=True)


class Definition(Struct, Generic[DefinedKeys], frozen=True):
    """A described exercise: `name` is what is spoken."""

    name: Text
    keys: DefinedKeys


def read_definitions(reader: Reader, data: Any) -> dict[str, Definition[DefinitionKeys]]:
    """Return the exercises under `exercises`; problems are noted."""
    if data is None:
        return {}
    if not isinstance(data, dict):
        hint = "a list of blocks belongs under `workout`"
        span = reader.document.locate_key(("exercises",))
        reader.fail(span, "`exercises` takes short names, each with an exercise's keys", hint)
        return {}
    return _definitions(reader, data, ("exercises",), DefinitionKeys)


def catalogue(language: str = CATALOGUE_LANGUAGE) -> Mapping[str, Definition[CatalogueKeys]]:
    """Return the exercises that come with the program and have words in a language.

    They are in the order of their short names.
    """
    tag = nearest_tag(language, catalogue_languages())
    return {} if tag is None else _catalogue(tag)


def catalogue_languages() -> tuple[str, ...]:
    """Return the languages that exercises of the catalogue have words in, as BCP 47 tags."""
    return tuple(sorted((CATALOGUE_LANGUAGE, *catalogue_texts.languages())))


@cache
def _catalogue(tag: str) -> Mapping[str, Definition[CatalogueKeys]]:
    exercises = catalogue_texts.english()
    texts = exercises if tag == CATALOGUE_LANGUAGE else catalogue_texts.texts(tag)

    def define(name: str) -> Definition[CatalogueKeys]:
        exercise = exercises[name]
        if texts is not exercises:
            exercise = catalogue_texts.translated(exercise, texts[name])
        # Its files are shipped and tested: nobody is told of a place in them.
        data = {name: exercise}
        reader = Reader(Document(f"catalogue/{tag}", [], data))
        definitions = _definitions(reader, data, (), CatalogueKeys)
        assert not reader.problems, reader.problems
        return _as_stock(definitions[name])

    return OnDemand(sorted(texts), define)


def _as_stock(definition: Definition[CatalogueKeys]) -> Definition[CatalogueKeys]:
    """Return a definition with its lines marked as stock: dropped silently if there is no room."""
    keys = definition.keys
    tips = tuple(
        tip.with_fields({"say": tip.say and replace(tip.say, stock=True)}) for tip in keys.tips
    )
    update: dict[str, Any] = {"tips": tips} if tips else {}
    if keys.setup is not None:
        update["setup"] = replace(keys.setup, stock=True)
    return Definition(definition.name, keys.with_fields(update))


def _definitions(
    reader: Reader, data: dict[str, Any], path: DataPath, model: type[DefinedKeys]
) -> dict[str, Definition[DefinedKeys]]:
    definitions: dict[str, Definition[DefinedKeys]] = {}
    for short_name, value in data.items():
        here = (*path, short_name)
        full: Any = value
        if isinstance(value, dict):
            full = with_overlay_lines(reader, value, here)
            if full is None:
                continue
        keys = reader.keys(model, full, here)
        if keys is None:
            continue
        if keys.name is not None and not names_something(keys.name):
            reader.fail(keys.name.span, f"`{keys.name}` is no name that can be spoken")
        else:
            span = reader.document.locate_key((*path, short_name))
            name = keys.name or Text(short_name.replace("-", " ").replace("_", " "), span, False)
            definitions[short_name] = Definition(name, keys)
    return definitions
