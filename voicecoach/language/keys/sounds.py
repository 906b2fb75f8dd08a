"""The keys of `sounds`: the name of a set, or tones or files for single roles.

```yaml
sounds:
  set: soft
  start: bell.wav
  tick: {hz: 700, for: 100ms}
  finish:
    - {hz: 600, for: 150ms, gap: 50ms}
    - {hz: 600, to: 900, for: 300ms}
```
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import Field
from pydantic_core import PydanticCustomError

from voicecoach.language import fields
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.own_files import own_file
from voicecoach.language.reader import Reader
from voicecoach.language.refusal import refusal
from voicecoach.language.values import duration
from voicecoach.language.values.bare import bare
from voicecoach.language.values.choice import spoken_list
from voicecoach.language.values.fragments import Fragment, scalar, whole
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.number import Number
from voicecoach.language.values.off import is_off
from voicecoach.language.values.sound import FILE_SUFFIXES
from voicecoach.problems import nearest_hint
from voicecoach.routine.sounds import CLASSIC, SETS, Note, SoundFile, Sounds, Tone
from voicecoach.text.document import Data, DataPath, Text
from voicecoach.units import SECOND_MS

MAX_TONE_MS = 30_000
_LONGEST_TONE_S = MAX_TONE_MS // SECOND_MS


@dataclass(frozen=True)
class _NoteLength(Kind[int]):
    """The length of a note or of the gap before it."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return a length in ms, 1 to 30,000: `120ms`, or any duration."""
        text = bare(value, "a length such as `120ms`")
        match = re.fullmatch(r"([0-9]{1,5})\s*ms", text, re.IGNORECASE)
        length_ms = int(match[1]) if match else duration.parse(text, lexicon)
        if length_ms == 0:
            raise refusal(f"`{text}`: must be longer than 0")
        if length_ms > MAX_TONE_MS:
            raise refusal(
                f"`{text}` is longer than a tone should be", f"at most `{_LONGEST_TONE_S}s`"
            )
        return length_ms

    def describe(self) -> Fragment:
        """Return the schema of the length."""
        return scalar(
            whole(rf"(?=[^1-9]*[1-9]){duration.PATTERN}"),
            f"a length up to {_LONGEST_TONE_S} s, such as `120ms`",
            minimum=0.001,
            maximum=_LONGEST_TONE_S,
        )


@dataclass(frozen=True)
class _Hertz(Number):
    """The pitch of a note in hertz."""

    def read(self, value: Any, lexicon: Lexicon) -> float:
        """Return the pitch."""
        try:
            return super().read(value, lexicon)
        except PydanticCustomError:
            text = bare(value, "a pitch")
            limits = f"{self.low:g} to {self.high:g}"
            raise refusal(f"`{text}` is no pitch", f"write {limits}, in hertz") from None


_HERTZ = _Hertz(50, 10_000, "Hz")


class NoteKeys(fields.Keys):
    """The keys of one note."""

    what: ClassVar[str] = "a note"
    hz: Annotated[float, _HERTZ]
    to: Annotated[float | None, _HERTZ] = None
    for_: Annotated[int, _NoteLength()] = Field(alias="for")
    gap: Annotated[int, _NoteLength()] = 0


def read_sounds(reader: Reader, data: Data) -> Sounds:
    """Return the sound of each role from a routine's `sounds`; problems are noted."""
    if data is None:
        return CLASSIC
    if isinstance(data, Text):
        return _set(reader, data)
    if not isinstance(data, dict):
        span = reader.document.locate_key(("sounds",))
        reader.fail(span, "`sounds` takes the name of a set, or roles with their tones")
        return CLASSIC
    base = _set(reader, data["set"]) if "set" in data else CLASSIC
    sounds: dict[str, Tone | SoundFile] = dict(base)
    for role, value in data.items():
        path = ("sounds", role)
        if role in CLASSIC:
            like = base.get(value) if isinstance(value, Text) else None
            sound = like or _sound(reader, value, path)
            if sound is not None:
                sounds[role] = sound
        elif role != "set":
            hint = nearest_hint(role, (*CLASSIC, "set")) or f"the roles: {', '.join(CLASSIC)}"
            reader.fail(reader.document.locate_key(path), f"`{role}` is no tone's role", hint)
    return sounds


def read_sound(reader: Reader, name: Text) -> SoundFile | None:
    """Return the file that a sound's name means, or None for a role; problems are noted."""
    if name in CLASSIC:
        return None
    if Path(name).suffix.lower() not in FILE_SUFFIXES:
        endings = ", ".join(FILE_SUFFIXES)
        hint = nearest_hint(name, CLASSIC) or f"write a role ({', '.join(CLASSIC)}) or a file"
        reader.fail(name.span, f"`{name}` is neither a tone's role nor a file ({endings})", hint)
        return None
    return _sound_file(reader, name)


def _sound_file(reader: Reader, name: Text) -> SoundFile | None:
    path = own_file(reader, name)
    return None if path is None else SoundFile(str(path), name.span)


def _set(reader: Reader, name: Any) -> Sounds:
    choices = spoken_list(tuple(SETS))
    if not isinstance(name, Text):
        reader.fail(reader.document.locate(("sounds", "set")), "`set` takes a name", choices)
        return CLASSIC
    if name not in SETS:
        reader.fail(name.span, f"there is no set of sounds `{name}`", f"choose {choices}")
        return CLASSIC
    return SETS[name]


def _sound(reader: Reader, value: Any, path: DataPath) -> Tone | SoundFile | None:
    if is_off(value):
        return Tone(())
    if isinstance(value, Text):
        return read_sound(reader, value)
    if not value:
        reader.fail(reader.document.locate_key(path), f"`{path[-1]}` has no value")
    notes = []
    for index, item in enumerate(value if isinstance(value, list) else [value]):
        keys = reader.keys(NoteKeys, item, (*path, index) if isinstance(value, list) else path)
        if keys is not None:
            notes.append(Note(keys.for_, keys.hz, keys.to or keys.hz, keys.gap))
    tone = Tone(tuple(notes))
    if tone.length_ms > MAX_TONE_MS:
        message = f"this tone is longer than {_LONGEST_TONE_S} s"
        reader.fail(reader.document.locate(path), message, "make it shorter")
    return tone if notes else None
