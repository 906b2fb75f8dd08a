"""Recordings: the sound files that speech engines write, read into samples."""

import io

from voicecoach.audio.pcm import to_16_bit
from voicecoach.speech.engines import Recording

_SAMPLE_FORMATS = ("PCM_16", "FLOAT")


def parse_recording(data: bytes) -> Recording:
    """Return the samples of a sound file, channels mixed down.

    It may be WAV, AIFF or AIFF-C with 16-bit or float samples; raise `ValueError` for others.
    """
    # Most builds find all lines in the store, and start faster without this import.
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            if file.subtype not in _SAMPLE_FORMATS:
                raise ValueError(f"{file.subtype_info} where 16 bits a sample were expected")
            mixed = file.read(always_2d=True).mean(axis=1)
            return Recording(to_16_bit(mixed), file.samplerate)
    except soundfile.LibsndfileError as error:
        raise ValueError(f"not a sound file that can be read: {error.error_string}") from error
