"""FIT messages: what a FIT file holds, as plain numbers and texts, read by fit-tool.

Numbers stay as they are stored: a time in milliseconds, a distance in centimetres.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from voicecoach.importing.source import Source
from voicecoach.problems import EngineError

WORKOUT = "workout"
STEP = "workout_step"
EXERCISE_TITLE = "exercise_title"

# The base type of a text.
_STRING = 7


class Message(Struct, frozen=True):
    """A message called `kind`, and those of its fields that say something, by their names."""

    kind: str
    fields: Mapping[str, int | float | str]

    def number(self, name: str) -> int | None:
        """Return the whole number in a field, None where there is none."""
        value = self.fields.get(name)
        return value if isinstance(value, int) else None

    def text(self, name: str) -> str:
        """Return the text in a field, empty where there is none."""
        value = self.fields.get(name)
        return value.strip() if isinstance(value, str) else ""


def messages(source: Source) -> list[Message]:
    """Return the messages of a FIT file.

    Raises RoutineError where it is damaged, and EngineError without fit-tool.
    """
    decoder, reader = _library("wire").WireDecoder(), _library("fit_file").FitFile
    try:
        raw = [each for part in decoder.decode(source.content).segments for each in part.records]
        places = [_text_places(each) for each in raw]
        # The checksum has been compared by now.
        bare = _without_texts(source.content, places)
        records: Sequence[Any] = reader.from_bytes(bare, check_crc=False).records
        return [
            Message(record.message.name, _fields(record.message, source.content, texts))
            for record, texts in zip(records, places, strict=True)
            if not record.is_definition
        ]
    except Exception as error:
        # Damaged bytes come to errors of any kind.
        words = str(error) or type(error).__name__
        raise source.error(1, f"this FIT file is damaged: {words}", "export it anew") from error


def exercise_name(category: int, number: int | None) -> str | None:
    """Return what Garmin's profile calls an exercise, None where it does not know its numbers.

    Without a `number` it is only known what kind of exercise it is.
    """
    profile = _library("profile.profile_type")
    try:
        kind = profile.ExerciseCategory(category).name
        if number is None:
            return _words(kind)
        names = getattr(profile, f"{kind.title().replace('_', '')}ExerciseName")
        return _words(names(number).name)
    except (ValueError, AttributeError):
        return None


def _library(module: str) -> Any:
    """Return a module of fit-tool, which is slow to import. Raises EngineError without it."""
    try:
        found = __import__(f"fit_tool.{module}", fromlist=["fit_tool"])
    except ImportError as error:
        hint = 'install it with `pip install "voicecoach[fit]"`'
        raise EngineError("FIT files need the library fit-tool", hint) from error
    # It would tell of each field that it does not know.
    logging.getLogger("fit_tool").setLevel(logging.CRITICAL)
    return found


def _text_places(record: Any) -> dict[int, slice]:
    """Return where the texts of a raw record stand in the file, by the numbers of their fields."""
    found: dict[int, slice] = {}
    if record.header.is_definition:
        return found
    at = record.source_offset + record.header.size
    for field in record.definition.field_definitions:
        if field.base_type == _STRING:
            found[field.field_id] = slice(at, at + field.size)
        at += field.size
    return found


def _without_texts(content: bytes, places: Sequence[Mapping[int, slice]]) -> bytes:
    """Return a file without its texts: fit-tool refuses one that is cut in a character."""
    bare = bytearray(content)
    for place in (place for each in places for place in each.values()):
        bare[place] = bytes(place.stop - place.start)
    return bytes(bare)


def _fields(
    message: Any, content: bytes, texts: Mapping[int, slice]
) -> dict[str, int | float | str]:
    """Return the fields of a message that say something; its texts stand in the file."""
    found: dict[str, int | float | str] = {}
    for field in message.fields:
        if field.field_id in texts:
            # It ends with a zero or its field, perhaps in the middle of a character.
            text = content[texts[field.field_id]].split(b"\0")[0]
            found[field.name] = text.decode(errors="ignore")
        elif _says_something(field) and isinstance(value := field.get_value(), int | float):
            found[field.name] = value
    return found


def _says_something(field: Any) -> bool:
    """Return whether a field is there, and has not the number that stands for no value."""
    if not field.is_valid() or not field.encoded_values:
        return False
    return bool(field.encoded_values[0] != field.base_type.invalid_raw_value())


def _words(name: str) -> str:
    return name.replace("_", " ").strip().capitalize()
