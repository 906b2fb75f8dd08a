"""An engine of a package, and a program, that speak well but for the line `Fail.`."""

import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.packages import install
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Recording

MOO = Voice("moo")
# A package whose engine holds a pipe as long as it lives, and does for `Fail.` what a test wants.
PACKAGE = """\
import os, subprocess, sys, threading
import numpy as np
from voicecoach.speech.engines import Recording

HELD = {held!r}
GOOD = (np.arange(8000) % 100 * 50).astype(np.int16)

def fail():
    {fail}

class Moo:
    version = "1"
    def speak(self, text):
        if not hasattr(self, "pipe"):
            self.pipe = os.open(HELD, os.O_WRONLY)
            os.write(self.pipe, b".")
        return fail() if text == "Fail." else Recording(GOOD, 16000)
    def voices(self):
        return []
    def close(self):
        pass

def open_engine(voice, language):
    return Moo()
"""
# A program that does the same.
PROGRAM = """\
import os, struct, subprocess, sys, threading, wave
out, text, HELD = sys.argv[1:]
pipe = os.open(HELD, os.O_WRONLY)
os.write(pipe, b".")

def write(levels, rate_hz=16000, channels=1):
    with wave.open(out, "wb") as file:
        file.setparams((channels, 2, rate_hz, 0, "NONE", ""))
        file.writeframes(struct.pack(f"<{{len(levels)}}h", *levels))

GOOD = [at % 100 * 50 for at in range(8000)]
if text == "Fail.":
    {fail}
else:
    write(GOOD)
"""

# For either of them to do: to begin a child that holds the pipe as well, and to wait for nothing.
_CHILD = """\
import os, sys, threading
pipe = os.open(sys.argv[1], os.O_WRONLY)
os.write(pipe, b".")
print(flush=True)
threading.Event().wait()
"""
_BEGUN = f"subprocess.Popen([sys.executable, '-c', {_CHILD!r}, HELD], stdout=subprocess.PIPE)"
BEGIN_CHILD = f"{_BEGUN}.stdout.readline()"
WAIT = "threading.Event().wait()"


def put_moo(directory: Path, patch: pytest.MonkeyPatch, held: Path, fail: str) -> None:
    """Install the package, whose engine does this for `Fail.`, for one test."""
    modules = {"voicecoach_moo": PACKAGE.format(held=str(held), fail=fail)}
    install(directory, patch, "voicecoach-moo 1.0", {"moo": "voicecoach_moo"}, modules)


def moo_command(directory: Path, held: Path, fail: str) -> Voice:
    """Return the voice of the program, which does this for `Fail.`."""
    program = directory / "moo.py"
    program.write_text(PROGRAM.format(fail=fail), "utf-8")
    return Voice("command", run=(sys.executable, str(program), "{out}", "{text}", str(held)))


def is_good(recording: Recording) -> bool:
    """Return whether a recording is what both of them say otherwise."""
    same = np.array_equal(recording.samples, np.arange(8000) % 100 * 50)
    return same and recording.rate_hz == 16_000
