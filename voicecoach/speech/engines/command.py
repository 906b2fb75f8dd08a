"""The engine `command`: any program that writes a sound file, run once a line, without a shell.

```yaml
voice: {engine: command, run: [say-it, --out, "{out}", --speed, "{rate}", --, "{text}"]}
```

In its arguments, `{out}` is the file to write, `{text}` the line, `{rate}` words a minute,
`{pitch}` semitones, `{language}` a BCP 47 tag. Without `{text}`, the program reads the line from
its standard input.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from voicecoach.files.inputs import note_path, program
from voicecoach.files.scratch import scratch_directory
from voicecoach.problems import EngineError
from voicecoach.routine.voice import DEFAULT_RATE_WPM, Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.limits import line_limit_s
from voicecoach.speech.programs import Program

# The program runs in a process of its own.
ISOLATED = False

_TEXT, _RATE, _PITCH = "{text}", "{rate}", "{pitch}"
_PLACEHOLDER = re.compile(r"\{(text|out|rate|pitch|language)\}")
_FILE = "line.wav"
_EXAMPLE = (
    'write for instance `voice: {engine: command, run: [say-it, --out, "{out}", --, "{text}"]}`'
)


class CommandEngine(Engine):
    """Speaks by running a program."""

    def __init__(self, voice: Voice, language: str) -> None:
        self.version = _identity(voice.run)
        self._voice = voice
        self._language = language
        self._program = Program("command", "install it, or write its path in `run`")

    def speak(self, text: str) -> Recording:
        """Return what the program writes. Raise `EngineError` if it is missing or fails."""
        with scratch_directory() as name:
            directory = Path(name)
            values = {
                "text": text,
                "out": str(directory / _FILE),
                "rate": str(self._voice.rate_wpm),
                "pitch": f"{self._voice.pitch_semitones:g}",
                "language": self._language,
            }
            program, *arguments = self._voice.run
            command = [program, *(_fill(argument, values) for argument in arguments)]
            given = "" if _has(self._voice, _TEXT) else f"{text}\n"
            return self._program.record(command, given, directory, _FILE, line_limit_s(text))

    def voices(self) -> list[VoiceInfo]:
        """Return none: which voices the program has, only it knows."""
        return installed_voices()

    def close(self) -> None:
        """End the program, if it is speaking."""
        self._program.close()


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine. Raise `EngineError` if there is no command line."""
    if not voice.run:
        raise EngineError("the speech engine `command` has no program to run", _EXAMPLE)
    return CommandEngine(voice, language)


def unsupported(voice: Voice) -> Sequence[str]:
    """Return what the program is not told of how a voice is to speak."""
    asked = {_RATE: voice.rate_wpm != DEFAULT_RATE_WPM, _PITCH: voice.pitch_semitones != 0}
    return [
        f"the program is not told the {key[1:-1]}: no argument has `{key}`"
        for key, wanted in asked.items()
        if wanted and not _has(voice, key)
    ]


def installed_voices() -> list[VoiceInfo]:
    """Return none."""
    return []


def _has(voice: Voice, placeholder: str) -> bool:
    return any(placeholder in argument for argument in voice.run[1:])


def _fill(argument: str, values: Mapping[str, str]) -> str:
    """Return an argument with its placeholders filled in; other braces stay as they are."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], argument)


def _identity(run: Sequence[str]) -> str:
    """Return what changes with the command line, its program, or another file that it names."""
    return json.dumps([run, *_states(program(run[0]), *run[1:])])


def _states(*paths: str | None) -> Iterator[tuple[str, int, int]]:
    """Yield path, size and time of change of those that are absolute paths of files."""
    for path in filter(None, paths):
        # Any other argument may be too long for a path, or hold what none can.
        with suppress(OSError, ValueError):
            if Path(path).is_absolute() and Path(path).is_file():
                note_path("content", Path(path))
                status = Path(path).stat()
                yield path, status.st_size, status.st_mtime_ns
