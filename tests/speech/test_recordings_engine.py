"""Lines that the user has recorded."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import cases
from helpers.recorded import in_a_room, record
from helpers.speaking import line, narrating
from helpers.waves import to_samples
from voicecoach.audio.levels import TWO_CHANNELS_LU
from voicecoach.audio.loudness import integrated_lufs
from voicecoach.audio.pcm import Samples
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.problems import EngineError, RecordingError
from voicecoach.routine.voice import RECORDINGS, Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.recording_folder import SUFFIXES

TEXT = "Plank. 30 seconds."


@pytest.fixture
def engines() -> Iterator[EnginePool]:
    with closing(EnginePool()) as engines:
        yield engines


def _spoken(engines: EnginePool, file: Path, text: str = TEXT) -> float:
    """Return how long a recording is, in seconds."""
    recording = engines.speak(text, Voice(RECORDINGS, str(file)), "en")
    return len(recording.samples) / recording.rate_hz


@cases(
    ("name", "rate_hz", "subtype"),
    {
        "16 bit": ("plank.wav", 44_100, "PCM_16"),
        "24 bit": ("plank.wav", 48_000, "PCM_24"),
        "8 bit": ("plank.wav", 22_050, "PCM_U8"),
        "float": ("plank.wav", 96_000, "FLOAT"),
        "double": ("plank.aiff", 8_000, "DOUBLE"),
        **{
            suffix: (f"plank{suffix}", 48_000, "OPUS" if suffix == ".opus" else None)
            for suffix in SUFFIXES
        },
    },
)
def test_every_kind_of_sound_file_is_trimmed_to_its_words(
    engines: EnginePool, tmp_path: Path, name: str, rate_hz: int, subtype: str | None
) -> None:
    file = tmp_path / name
    record(file, 1, rate_hz, subtype)
    _, words = in_a_room(1, -40)
    assert _spoken(engines, file) == pytest.approx(len(words) / 48_000, abs=0.05)


@pytest.mark.parametrize("amplitude", [1e-4, 0.01, 1.0, 30.0])
def test_a_recording_is_as_loud_as_speech_however_loud_it_was(
    tmp_path: Path, amplitude: float
) -> None:
    file = tmp_path / "plank.wav"
    wave, _ = in_a_room(2, -50)
    soundfile.write(file, amplitude * wave, 48_000, "FLOAT")
    with narrating(tmp_path / "clips") as narrator:
        clip = narrator.clip(line(TEXT, Voice(RECORDINGS, str(file))))
    wanted_lufs = LOUDNESS_LUFS - TWO_CHANNELS_LU
    assert integrated_lufs(to_samples(clip)) == pytest.approx(wanted_lufs, abs=0.2)


@cases(
    ("wave", "says"),
    {
        "silence": (np.zeros(48_000), "cannot be used: there is no sound in it"),
        "nothing": (np.zeros(0), "cannot be used: there is no sound in it"),
        "more than a minute": (np.ones(61 * 8000), "cannot be used: it lasts longer than 60 s"),
        "no numbers": (np.full(48_000, np.nan), "cannot be used: it has samples that are no"),
        "a click": (np.tile([1.0, -1.0], 40), "has 0.01 s of sound, too short for the line"),
        "half a minute for a word": (
            np.sin(np.arange(30 * 8000)),
            "has 30 s of sound, too long for the line",
        ),
    },
)
def test_a_recording_that_cannot_be_the_line_is_named(
    engines: EnginePool, tmp_path: Path, wave: Samples, says: str
) -> None:
    file = tmp_path / "plank.wav"
    soundfile.write(file, wave, 8000, "FLOAT")
    with pytest.raises(RecordingError) as caught:
        _spoken(engines, file, "Plank")
    assert caught.value.message.startswith(f"the recording `{file}` {says}")
    assert caught.value.file == str(file)
    assert caught.value.exit_code == 1


@cases("content", {"empty": b"", "a text": b"Plank.", "cut off": b"RIFF\0\0\0\0WAVEfmt "})
def test_a_file_that_is_no_sound_is_named(
    engines: EnginePool, tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("plank.wav", "plank.mp3", "gone.wav"):
        file = tmp_path / name
        if name != "gone.wav":
            file.write_bytes(content)
        says = "no such file" if name == "gone.wav" else "it is no sound file"
        with pytest.raises(RecordingError, match=f"{name}` cannot be used: {says}"):
            _spoken(engines, file)
    assert capfd.readouterr().err == ""


def test_a_recording_that_was_made_anew_is_spoken_anew(tmp_path: Path) -> None:
    file = tmp_path / "plank.wav"
    clips = []
    with narrating(tmp_path / "clips") as narrator:
        for seed, stamp in ((1, "first"), (2, "second"), (3, "first")):
            record(file, seed)
            voice = Voice(RECORDINGS, str(file), stamp=stamp)
            clips.append(narrator.clip(line(TEXT, voice)).raw_data)
    assert clips[0] != clips[1]
    assert clips[0] == clips[2]


def test_recordings_without_a_folder_speak_nothing(engines: EnginePool) -> None:
    with pytest.raises(EngineError, match="recordings speak only the phrases that are in them"):
        engines.speak("Plank", Voice(RECORDINGS), "en")
