"""The key `music`: a file, or several in turn, or keys that also set their level and fades.

```yaml
music:
  file: [calm.mp3, calmer.ogg]
  gain_db: -10
  duck_db: -18
  fade: 5s
```
"""

import re
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator

from voicecoach.language import fields, values
from voicecoach.language.keys.sounds import FILE_SUFFIXES, sound_file
from voicecoach.language.reader import Reader
from voicecoach.language.refusal import refusal, validate_each
from voicecoach.routine.sounds import Music
from voicecoach.text.document import Data, Text
from voicecoach.units import SECOND_MS

LOWEST_GAIN_DB = -40
HIGHEST_GAIN_DB = 6
LOWEST_DUCK_DB = -60
MAX_FADE_MS = 60 * SECOND_MS

_DEFAULT = Music(files=())


def music_files(value: Any) -> tuple[Text, ...]:
    """Return the name of one file, or those of several that follow one another."""
    if not isinstance(value, list):
        return (_file_name(value),)
    if not value:
        raise refusal("this list is empty", "write a file, or `music: off`")
    return tuple(validate_each(value, _file_name))


def music_gain(value: Any) -> float:
    """Return the level of the music relative to speech in dB, -40 to 6."""
    return _decibels(value, LOWEST_GAIN_DB, HIGHEST_GAIN_DB, _DEFAULT.gain_db)


def ducking(value: Any) -> float:
    """Return the change in level of the music under speech in dB, -60 to 0."""
    text = str(value).strip()
    if isinstance(value, Text) and re.fullmatch(r"\+?[0-9.]*[1-9][0-9.]*\s*(dB)?", text, re.I):
        negative = f"-{text.removeprefix('+')}"
        raise refusal(f"`{text}` would make the music louder under speech", f"write `{negative}`")
    return _decibels(value, LOWEST_DUCK_DB, 0, _DEFAULT.duck_db)


def fade_length(value: Any) -> int:
    """Return the length of a fade in ms, 0 to 60 s."""
    length_ms = values.duration(value)
    if length_ms > MAX_FADE_MS:
        raise refusal(f"`{value}` is longer than a fade should be", "at most `60s`")
    return length_ms


def as_keys(value: Any) -> Any:
    """Return the keys that a mere file or list of files stands for; None for `off`."""
    if value == "off":
        return None
    return {"file": value} if isinstance(value, str | list) else value


class MusicKeys(fields.Keys):
    """The keys of `music`; a mere file or list of files is its `file`."""

    what: ClassVar[str] = "`music`"
    file: Annotated[tuple[Text, ...], PlainValidator(music_files)]
    gain_db: Annotated[float, PlainValidator(music_gain)] = _DEFAULT.gain_db
    duck_db: Annotated[float, PlainValidator(ducking)] = _DEFAULT.duck_db
    fade: Annotated[int, PlainValidator(fade_length)] = _DEFAULT.fade_ms


def read_music(reader: Reader, data: Data) -> Music | None:
    """Return the music of a routine from its `music`, or None; problems are noted.

    It is read separately from the header, so that a missing file is reported together with all
    other problems.
    """
    mapping = as_keys(data)
    keys = None if mapping is None else reader.keys(MusicKeys, mapping, ("music",))
    if keys is None:
        return None
    files = tuple(sound_file(reader, name) for name in keys.file)
    return Music(files, keys.gain_db, keys.duck_db, keys.fade)


def _file_name(value: Any) -> Text:
    name = fields.text(value)
    if Path(name).suffix.lower() not in FILE_SUFFIXES:
        endings = values.spoken_list(tuple(suffix.removeprefix(".") for suffix in FILE_SUFFIXES))
        raise refusal(f"`{name}` is no file of music", f"use a {endings} file")
    return name


def _decibels(value: Any, low: float, high: float, default: float) -> float:
    text = values.scalar(value, f"a number such as `{default:g}`").strip()
    match = re.fullmatch(r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(?:dB)?", text, re.IGNORECASE)
    if match is None or not low <= float(match[1]) <= high:
        hint = f"in dB, such as `{default:g}`"
        raise refusal(f"`{text}` is not a number from {low:g} to {high:g}", hint)
    return float(match[1])
