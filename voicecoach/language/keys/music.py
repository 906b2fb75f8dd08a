"""The key `music`: a file or several in turn, or keys that say how loud and how they change over.

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
from voicecoach.language.fields import Keys
from voicecoach.language.keys.sounds import FILE_SUFFIXES, sound_file
from voicecoach.language.reader import Reader
from voicecoach.language.refusal import each, refusal
from voicecoach.routine.sounds import Music
from voicecoach.text.document import Data, Text
from voicecoach.units import SECOND_MS

LOWEST_GAIN_DB = -40
HIGHEST_GAIN_DB = 6
LOWEST_DUCK_DB = -60
MAX_FADE_MS = 60 * SECOND_MS

_USUAL = Music(files=())


def music_files(value: Any) -> tuple[Text, ...]:
    """Return the names of one file, or of several that follow one another."""
    if not isinstance(value, list):
        return (_file_name(value),)
    if not value:
        raise refusal("this list is empty", "write a file, or `music: off`")
    return tuple(each(value, _file_name))


def music_gain(value: Any) -> float:
    """Return how far the music lies above speech in dB, -40 to 6."""
    return _decibels(value, LOWEST_GAIN_DB, HIGHEST_GAIN_DB, _USUAL.gain_db)


def ducking(value: Any) -> float:
    """Return how far the music goes down under speech in dB, -60 to 0."""
    text = str(value).strip()
    if isinstance(value, Text) and re.fullmatch(r"\+?[0-9.]*[1-9][0-9.]*\s*(dB)?", text, re.I):
        down = f"-{text.removeprefix('+')}"
        raise refusal(f"`{text}` would make the music louder under speech", f"write `{down}`")
    return _decibels(value, LOWEST_DUCK_DB, 0, _USUAL.duck_db)


def fade_length(value: Any) -> int:
    """Return the length of a fade in ms, 0 to 60 s."""
    length_ms = values.duration(value)
    if length_ms > MAX_FADE_MS:
        raise refusal(f"`{value}` is longer than a fade should be", "at most `60s`")
    return length_ms


def as_keys(value: Any) -> Any:
    """Return the keys that a file or a list of files alone stands for; None for `off`."""
    if value == "off":
        return None
    return {"file": value} if isinstance(value, str | list) else value


class MusicKeys(Keys):
    """The keys of `music`; a file alone, or a list of files, is its `file`."""

    what: ClassVar[str] = "`music`"
    file: Annotated[tuple[Text, ...], PlainValidator(music_files)]
    gain_db: Annotated[float, PlainValidator(music_gain)] = _USUAL.gain_db
    duck_db: Annotated[float, PlainValidator(ducking)] = _USUAL.duck_db
    fade: Annotated[int, PlainValidator(fade_length)] = _USUAL.fade_ms


def read_music(reader: Reader, data: Data) -> Music | None:
    """Return the music that a file's `music` means, or None; faults are noted.

    It is read by itself and not from the header, so that a file that is missing is told together
    with all else that is wrong.
    """
    keys = as_keys(data)
    found = None if keys is None else reader.keys(MusicKeys, keys, ("music",))
    if found is None:
        return None
    files = tuple(sound_file(reader, name) for name in found.file)
    return Music(files, found.gain_db, found.duck_db, found.fade)


def _file_name(value: Any) -> Text:
    name = fields.text(value)
    if Path(name).suffix.lower() not in FILE_SUFFIXES:
        endings = values.spoken_list(tuple(suffix.removeprefix(".") for suffix in FILE_SUFFIXES))
        raise refusal(f"`{name}` is no file of music", f"use a {endings} file")
    return name


def _decibels(value: Any, low: float, high: float, usual: float) -> float:
    if not isinstance(value, Text):
        what = "a list" if isinstance(value, list) else "a mapping"
        raise refusal(f"expected a number such as `{usual:g}`, not {what}")
    text = str(value).strip()
    found = re.fullmatch(r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(?:dB)?", text, re.IGNORECASE)
    if found is None or not low <= float(found[1]) <= high:
        hint = f"in dB, such as `{usual:g}`"
        raise refusal(f"`{text}` is not a number from {low:g} to {high:g}", hint)
    return float(found[1])
