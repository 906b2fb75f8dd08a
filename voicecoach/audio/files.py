"""Files: recorded sounds, read as one channel, and made into sounds in the place of tones."""

from pathlib import Path

import numpy as np
import soxr

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import tone_peak_db
from voicecoach.audio.pcm import Samples, from_samples
from voicecoach.audio.stderr import silenced_stderr
from voicecoach.audio.usable import (
    Audibility,
    check_heard,
    check_numbers,
    check_size,
    check_whole,
)
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.files.ordinary import check_readable
from voicecoach.problems import reason
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLES_PER_MS, gain

LONGEST_S = 60
# A minute of two channels at 96 kHz: 92 MB while it is read.
MOST_SAMPLES = LONGEST_S * 96_000 * 2


def load(path: Path, loudness_lufs: float = LOUDNESS_LUFS) -> AudioSegment:
    """Return a sound file (wav, flac, ogg, mp3) as 48 kHz, 16 bit, one channel, whole ms.

    Channels are mixed down; the highest peak becomes that of a tone. Raises ValueError as `read`
    does.
    """
    wave, rate_hz = read(path)
    if rate_hz != SAMPLE_RATE_HZ:
        wave = soxr.resample(wave, rate_hz, SAMPLE_RATE_HZ, quality="VHQ")
        check_heard(wave.min(initial=0.0), wave.max(initial=0.0))
    peak = float(np.abs(wave).max())
    padded = np.pad(wave, (0, -len(wave) % SAMPLES_PER_MS))
    return from_samples(padded * (gain(tone_peak_db(loudness_lufs)) / peak))


def read(path: Path) -> tuple[Samples, int]:
    """Return the samples of a sound file, channels mixed down, and how many there are a second.

    Raises ValueError if the file cannot be read, is cut off, is silent, lasts longer than a minute,
    or is not as `voicecoach.audio.usable` says.
    """
    # Few routines have sound files; the others start faster without this import.
    import soundfile

    try:
        check_readable(path)
        with silenced_stderr(), soundfile.SoundFile(path) as file:
            if file.frames > LONGEST_S * file.samplerate:
                raise ValueError(f"it lasts longer than {LONGEST_S} s")
            check_size(file.frames, file.channels, file.samplerate, MOST_SAMPLES)
            # Without the number, what cannot be searched, such as GSM, is not read.
            channels = file.read(file.frames, dtype="float64", always_2d=True)
            check_whole(len(channels), file.frames)
            rate_hz = file.samplerate
    except OSError as error:
        raise ValueError(reason(error)) from error
    except soundfile.LibsndfileError as error:
        raise ValueError("it is no sound file that can be read") from error
    check_numbers(channels)
    audibility = Audibility()
    audibility.add(channels)
    audibility.check()
    return channels.mean(axis=1), rate_hz
