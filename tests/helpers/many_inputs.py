"""A programme that is made of everything a programme can be made of, in a folder."""

import io
from pathlib import Path

import numpy as np
import soundfile

from helpers.containers import noisy_png
from helpers.recorded import record
from helpers.sessions import opened, put
from voicecoach.session.built import Built
from voicecoach.session.options import Options
from voicecoach.session.outputs import Output, SoundOutput, TimelineOutput
from voicecoach.session.rebuild import rebuild

ROUTINE = """\
title: Everything
language: en
seed: week
voice: tone
voices: {coach: recordings/}
sounds: {end: bell.wav}
music: {file: music/}
vars: {run: 10s}
workout:
  - include: legs.yaml
  - circuit: Draw
    choose: 1
    do: [Plank 5s, Squats x2, "Lunges {run}"]
"""
LEGS = "title: Legs\nworkout: [Plank 5s]\n"
PHRASES = "last_set: Only one more.\n"


def sound(hz: float, length_s: float = 0.3) -> bytes:
    """Return a wav file of some beeps."""
    time_s = np.arange(round(length_s * 48_000)) / 48_000
    data = io.BytesIO()
    soundfile.write(data, 0.3 * np.sin(2 * np.pi * hz * time_s), 48_000, format="wav")
    return data.getvalue()


SOUND = Path("all.mp3")


def outputs(comment: str | None = None) -> list[Output]:
    """Return what is made of the programme by one who is in its folder."""
    sound = SoundOutput(SOUND, cover=Path("cover.png"), comment=comment)
    return [sound, TimelineOutput(Path("all.lrc"), "lrc")]


def rebuilt(options: Options | None = None, to: list[Output] | None = None) -> Built:
    """Build the programme, if it is not up to date, where one is in its folder."""
    with opened() as session:
        return rebuild(session, Path("all.yaml"), to or outputs(), options or Options())


def put_everything(directory: Path) -> Path:
    """Put the files of the programme into a directory, and return its routine."""
    put(
        directory,
        {
            "all.yaml": ROUTINE,
            "legs.yaml": LEGS,
            "phrases.en.yaml": PHRASES,
            "bell.wav": sound(880),
            "cover.png": noisy_png(10),
        },
    )
    put(directory / "music", {"calm.wav": sound(220, 3)})
    put(directory / "recordings", {})
    record(directory / "recordings" / "plank.wav")
    return directory / "all.yaml"
