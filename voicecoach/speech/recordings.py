"""Recordings: the sound files that speech engines write, read into samples."""

import io

import numpy as np

from voicecoach.audio.pcm import Pcm, Samples, to_16_bit
from voicecoach.speech.engines import Recording

# A file of a few kB may unfold to days of silence, or to gigabytes of many channels.
_LONGEST_S = 3600
_MOST_SAMPLES = _LONGEST_S * 48_000
_BLOCK_FRAMES = 65_536


def parse_recording(data: bytes) -> Recording:
    """Return the samples of a sound file, channels mixed down.

    It may be whatever libsndfile reads (WAV, AIFF, FLAC, Ogg, MP3), an hour at most; raise
    `ValueError` for anything else.
    """
    # Most builds find all lines in the store, and start faster without this import.
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            if (
                file.frames > _LONGEST_S * file.samplerate
                or file.frames * file.channels > _MOST_SAMPLES
            ):
                raise ValueError(f"a sound file of {file.frames} samples, which no line takes")
            if file.channels == 1 and file.subtype == "PCM_16":
                # As nearly all engines write it: to make floats of it takes as long as to speak it.
                return Recording(file.read(dtype="int16"), file.samplerate)
            # A block at a time, because as floats a long file of many channels takes much memory.
            blocks = file.blocks(_BLOCK_FRAMES, always_2d=True)
            mixed = [np.zeros(0, np.int16), *map(_mixed_down, blocks)]
            return Recording(np.concatenate(mixed), file.samplerate)
    except soundfile.LibsndfileError as error:
        raise ValueError(f"not a sound file that can be read: {error.error_string}") from error


def _mixed_down(block: Samples) -> Pcm:
    mixed: Samples = block.mean(axis=1)
    if not np.isfinite(mixed).all():
        raise ValueError("a sound file with samples that are no numbers")
    return to_16_bit(mixed)
