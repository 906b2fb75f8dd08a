"""The usual way, to compare with: pyttsx3 for each line, all laid on one track by pydub.

`python -m benchmarks.overlay TIMELINE OUTPUT`: TIMELINE is what `voicecoach script --format json`
prints. Each line is spoken by itself, as it must be for its place
to be known; numbers that count are spoken once each and laid again.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
from pydub import AudioSegment
from pydub.generators import Sine

from voicecoach.speech import espeak

_RATE_HZ = 48_000
_TONE_HZ = 880
_RATE_WPM = 160
_BITRATE = "64k"


def build(timeline: Path, output: Path) -> None:
    """Write the programme of a timeline as an MP3."""
    espeak.load_library()
    import pyttsx3

    engine = pyttsx3.init()
    engine.setProperty("rate", _RATE_WPM)
    planned = json.loads(timeline.read_text("utf-8"))
    track = AudioSegment.silent(planned["duration_ms"], frame_rate=_RATE_HZ)
    numbers: dict[str, AudioSegment] = {}
    for event in planned["events"]:
        text = event["text"]
        if text is None:
            tone = Sine(_TONE_HZ, sample_rate=_RATE_HZ)
            sound = tone.to_audio_segment(event["length_ms"], volume=-12)
        elif text in numbers:
            sound = numbers[text]
        else:
            engine.save_to_file(text, "line.wav")
            engine.runAndWait()
            # Without it, pyttsx3 may go on before the file is written.
            espeak.synchronize()
            sound = AudioSegment.from_wav("line.wav").set_frame_rate(_RATE_HZ)
            if event["role"] in ("countdown", "count"):
                numbers[text] = sound
        track = track.overlay(sound, position=event["start_ms"])
    AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    track.export(output, format="mp3", bitrate=_BITRATE)


if __name__ == "__main__":
    sources = [Path(name).absolute() for name in sys.argv[1:]]
    with TemporaryDirectory() as scratch:
        os.chdir(scratch)
        build(*sources)
