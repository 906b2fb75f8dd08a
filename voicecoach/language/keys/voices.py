"""The keys `voice`, who speaks, and `voices`, who speaks one of its parts.

```yaml
voice: {name: heart, rate: 140}
voices:
  coach: recordings/
  count: en-gb
  calls: {engine: command, run: [say-it, --out, "{out}", "{text}"]}
```

What a voice in `voices` does not say is as in `voice`.
"""

import re
from pathlib import Path
from typing import Annotated, Any, ClassVar

from msgspec.structs import replace

from voicecoach.files.home import beside
from voicecoach.files.inputs import names_in
from voicecoach.files.ordinary import is_directory
from voicecoach.language import fields, values
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.own_files import may_read, own_directory
from voicecoach.language.reader import Reader
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.fragments import Fragment
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.number import Number
from voicecoach.language.values.per_set import read_each
from voicecoach.language.values.text import Note, PlainText
from voicecoach.routine.voice import AUTO, RECORDINGS, Part, Voice
from voicecoach.text.document import DataPath, Text

_COMMAND = "command"
_OUT = "{out}"
_RUN_EXAMPLE = 'write for instance `run: [say-it, --out, "{out}", "{text}"]`'


class _CommandLine(Kind[tuple[Text, ...]], frozen=True):
    """A program and its arguments, one of which has `{out}`, the file to write."""

    def read(self, value: Any, lexicon: Lexicon) -> tuple[Text, ...]:
        """Return the program and its arguments."""
        if not isinstance(value, list) or not value:
            raise RefusalError("`run` takes a list: a program and what it is given", _RUN_EXAMPLE)
        words = read_each(Note(), value, lexicon)
        if not any(_OUT in word for word in words):
            message = "the program is not told where to write: `{out}` is missing"
            raise RefusalError(message, _RUN_EXAMPLE)
        return words

    def describe(self) -> Fragment:
        """Return the schema of the list."""
        return {
            "type": "array",
            "items": Note().describe(),
            "contains": {"type": "string", "pattern": re.escape(_OUT)},
            "errorMessage": 'a program and what it is given, such as `[say-it, "{out}", "{text}"]`',
        }


class VoiceKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of `voice`; a text alone is its name."""

    what: ClassVar[str] = "`voice`"
    engine: values.TextField | None = None
    name: values.TextField | None = None
    rate: Annotated[float | None, Number(80, 400)] = None
    pitch: Annotated[float | None, Number(-12, 12)] = None
    volume: Annotated[float | None, Number(0.1, 1.0)] = None
    run: Annotated[tuple[Text, ...] | None, _CommandLine()] = None


_NAME = fields.text_means("name", PlainText())
VoiceField = Annotated[VoiceKeys, _NAME]
_PartField = Annotated[VoiceKeys | None, _NAME]


class VoicesKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of `voices`: the parts that may have a voice of their own."""

    what: ClassVar[str] = "`voices`"
    coach: _PartField = None
    count: _PartField = None
    calls: _PartField = None

    @property
    def written(self) -> dict[Part, VoiceKeys]:
        """The parts that the author wrote."""
        parts: dict[Part, VoiceKeys | None] = {
            "coach": self.coach, "count": self.count, "calls": self.calls
        }  # fmt: skip
        return {part: keys for part, keys in parts.items() if keys is not None}


def read_voices(
    reader: Reader, voice: VoiceKeys, voices: VoicesKeys
) -> tuple[Voice, dict[Part, Voice]]:
    """Return the voice of a routine, and those of its parts; problems are noted."""
    main = _voice(reader, voice, Voice(), ("voice",))
    if voice.name is not None and _is_folder(reader, voice):
        hint = f"write `voices: {{coach: {voice.name}}}`; what is not recorded, `voice` speaks"
        reader.fail(voice.name.span, "recordings are not a voice for everything", hint)
    parts = {
        part: _part(reader, keys, _voice(reader, keys, main, ("voices", part)), ("voices", part))
        for part, keys in voices.written.items()
    }
    return main, parts


def _voice(reader: Reader, keys: VoiceKeys, base: Voice, path: DataPath) -> Voice:
    """Return `base` with what the keys say; an engine or a name of theirs replaces both."""
    if (keys.run is not None) != (keys.engine == _COMMAND):
        span = reader.document.locate_key((*path, "engine" if keys.run is None else "run"))
        reader.fail(span, "`run` and `engine: command` go together", _RUN_EXAMPLE)
    if keys.engine == RECORDINGS:
        hint = "write the folder alone, such as `voices: {coach: recordings/}`"
        reader.fail(keys.engine.span, "recordings are a folder and no engine", hint)
    voice = base
    if keys.engine is not None or keys.name is not None:
        voice = replace(voice, engine=str(keys.engine or AUTO), name=None, run=())
    if keys.name is not None and keys.name != AUTO:
        voice = replace(voice, name=str(keys.name))
    if keys.run is not None:
        voice = replace(voice, run=_beside(reader, keys.run))
    return replace(
        voice,
        rate_wpm=base.rate_wpm if keys.rate is None else round(keys.rate),
        pitch_semitones=base.pitch_semitones if keys.pitch is None else keys.pitch,
        volume=base.volume if keys.volume is None else keys.volume,
    )


def _part(reader: Reader, keys: VoiceKeys, voice: Voice, path: DataPath) -> Voice:
    """Return the voice of a part, which may be a folder of recordings."""
    if keys.name is None or not _is_folder(reader, keys):
        return voice
    for key in ("rate", "pitch"):
        if getattr(keys, key) is not None:
            span = reader.document.locate_key((*path, key))
            reader.fail(span, f"recordings have no `{key}`: they are heard as they are")
    return Voice(RECORDINGS, _folder(reader, keys.name), volume=voice.volume)


def _is_folder(reader: Reader, keys: VoiceKeys) -> bool:
    if keys.engine is not None or keys.name is None:
        return False
    path = beside(reader.document.file, keys.name)
    return keys.name.endswith(("/", "\\")) or is_directory(path)


def _folder(reader: Reader, name: Text) -> str:
    """Return the path of a folder of recordings; what is not to be read is noted."""
    path = own_directory(reader, name)
    if path is None:
        return str(name)
    links = (path / file for file in names_in(path) if (path / file).is_symlink())
    all(may_read(reader, name, link) for link in links)
    return str(path)


def _beside(reader: Reader, run: tuple[Text, ...]) -> tuple[str, ...]:
    """Return a command line whose program is looked for beside the file, if it is a path."""
    program, *arguments = map(str, run)
    if Path(program).name != program:
        program = str(beside(reader.document.file, program).absolute())
    return (program, *arguments)
