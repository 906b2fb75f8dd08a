"""The key `music`: a file, or several in turn, or keys that also set their level and fades.

A folder stands for all music in it, `songs/*.mp3` for what it finds, in order of the names.

```yaml
music:
  file: [calm.mp3, calmer.ogg]
  gain_db: -10
  duck_db: -18
  fade: 5s
```
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar

from voicecoach.files.home import beside
from voicecoach.files.music import SUFFIXES, is_pattern, music_files
from voicecoach.files.ordinary import is_directory
from voicecoach.language import fields
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.own_files import may_read, own_directory, own_file, own_path
from voicecoach.language.reader import Reader
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.choice import spoken_list
from voicecoach.language.values.duration import PATTERN, Duration
from voicecoach.language.values.fragments import Fragment, in_either_case, scalar, string, whole
from voicecoach.language.values.number import Number
from voicecoach.language.values.off import OrOff, is_off
from voicecoach.language.values.per_set import OneOrMore
from voicecoach.language.values.text import PlainText
from voicecoach.routine.sounds import Music, SoundFile
from voicecoach.text.document import Data, Text
from voicecoach.units import SECOND_MS

LOWEST_GAIN_DB = -40
HIGHEST_GAIN_DB = 6
LOWEST_DUCK_DB = -60
MAX_FADE_MS = 60 * SECOND_MS
_LONGEST_FADE_S = MAX_FADE_MS // SECOND_MS

# The code of the problem: the command line plays music from anywhere.
_OUTSIDE = "music-outside"
_DEFAULT = Music(files=())
# A folder, which ends in a slash, or a pattern.
_SEVERAL = r"[/\\]\s*$|[*?\[]"
_ONE = in_either_case(rf"[^/\\](?:{'|'.join(map(re.escape, SUFFIXES))})\s*$")
_EXPECTED = f"a file of music ({', '.join(SUFFIXES)}), a folder such as `songs/` or a pattern"


class _MusicFile(PlainText, frozen=True):
    """The name of a file of music, of a folder of it, or a pattern that finds files."""

    def read(self, value: Any, lexicon: Lexicon) -> Text:
        """Return the name."""
        name = super().read(value, lexicon)
        if Path(name).suffix.lower() not in SUFFIXES and not re.search(_SEVERAL, name):
            endings = spoken_list(tuple(suffix.removeprefix(".") for suffix in SUFFIXES))
            hint = f"use a {endings} file, or write `{name}/` if it is a folder"
            raise RefusalError(f"`{name}` is no file of music", hint)
        return name

    def describe(self) -> Fragment:
        """Return the schema of the name."""
        return string(f"{_ONE}|{_SEVERAL}", _EXPECTED)


class _Ducking(Number, frozen=True):
    """The change in level of the music under speech in dB."""

    def read(self, value: Any, lexicon: Lexicon) -> float:
        """Return the change, -60 to 0."""
        text = str(value).strip()
        if isinstance(value, Text) and re.fullmatch(r"\+?[0-9.]*[1-9][0-9.]*\s*(dB)?", text, re.I):
            negative = f"-{text.removeprefix('+')}"
            message = f"`{text}` would make the music louder under speech"
            raise RefusalError(message, f"write `{negative}`")
        return super().read(value, lexicon)


class _Fade(Duration, frozen=True):
    """The length of a fade."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the length in ms, 0 to 60 s."""
        length_ms = super().read(value, lexicon)
        if length_ms > MAX_FADE_MS:
            raise RefusalError(
                f"`{value}` is longer than a fade should be", f"at most `{_LONGEST_FADE_S}s`"
            )
        return length_ms

    def describe(self) -> Fragment:
        """Return the schema of the length."""
        message = f"a duration up to {_LONGEST_FADE_S} s, such as `3s`"
        return scalar(whole(PATTERN), message, minimum=0, maximum=_LONGEST_FADE_S)


_GAIN = Number(LOWEST_GAIN_DB, HIGHEST_GAIN_DB, "dB", f"in dB, such as `{_DEFAULT.gain_db:g}`")
_DUCKING = _Ducking(LOWEST_DUCK_DB, 0, "dB", f"in dB, such as `{_DEFAULT.duck_db:g}`")


class MusicKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of `music`; a mere file or list of files is its `file`."""

    what: ClassVar[str] = "`music`"
    file: Annotated[tuple[Text, ...], OneOrMore(_MusicFile())]
    gain_db: Annotated[float, _GAIN] = _DEFAULT.gain_db
    duck_db: Annotated[float, _DUCKING] = _DEFAULT.duck_db
    fade: Annotated[int, _Fade()] = _DEFAULT.fade_ms


def _expand(value: Any) -> Any:
    """Return the keys that a file or a list of files stands for; None for `off`."""
    if is_off(value):
        return None
    return {"file": value} if isinstance(value, str | list) else value


_FILES = OneOrMore(_MusicFile())
MusicField = Annotated[
    MusicKeys | None,
    fields.Shorthand(OrOff(_FILES, None, f"{_EXPECTED}, or a list of them"), _expand),
]


def read_music(reader: Reader, data: Data) -> Music | None:
    """Return the music of a routine from its `music`, or None; problems are noted.

    It is read separately from the header, so that a missing file is reported together with all
    other problems.
    """
    mapping = data if isinstance(data, dict) else _expand(data)
    keys = None if mapping is None else reader.keys(MusicKeys, mapping, ("music",))
    if keys is None:
        return None
    files = tuple(file for name in keys.file for file in _files(reader, name))
    paths = (beside(reader.document.file, name) for name in keys.file)
    finders = tuple(str(path) for path in paths if is_directory(path) or is_pattern(path))
    return Music(files, keys.gain_db, keys.duck_db, keys.fade, finders)


def _files(reader: Reader, name: Text) -> Iterator[SoundFile]:
    """Yield the files that a name stands for; a missing file or folder, and no files, are noted."""
    path = own_path(reader, name, _OUTSIDE)
    if path is None:
        return
    if is_directory(path) and own_directory(reader, name, _OUTSIDE) is None:
        return
    if is_pattern(path) or is_directory(path):
        files = music_files(path)
        if not files:
            endings = ", ".join(SUFFIXES)
            message = f"no music is found at `{path}`"
            reader.fail(name.span, message, f"put files of music there ({endings})", needs=path)
        if all(may_read(reader, name, file, _OUTSIDE) for file in files):
            yield from (SoundFile(str(file), name.span) for file in files)
    elif name.endswith(("/", "\\")):
        hint = "its path counts from this file"
        reader.fail(name.span, f"there is no folder `{path}`", hint, needs=path)
    else:
        file = own_file(reader, name, _OUTSIDE)
        if file is not None:
            yield SoundFile(str(file), name.span)
