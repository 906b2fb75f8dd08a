"""Levels: how loud everything is, relative to the loudness of speech.

Loudness is stated as played by two loudspeakers. A single channel measures 3 LU less on a meter.
"""

from voicecoach.defaults import LOUDNESS_LUFS

TWO_CHANNELS_LU = 3.01

# Leaves headroom for what an encoder adds to peaks.
SPEECH_PEAK_DB = -3.5
# Of tones, and of sound files in their place: at the usual loudness, and at most.
_TONE_PEAK_DB = -14.0
_LOUDEST_TONE_PEAK_DB = -13.6
# Of sounds that meet, with or without music; an encoder adds to it, most for dense music.
PROGRAMME_PEAK_DB = -3.5


def tone_peak_db(loudness_lufs: float) -> float:
    """Return the peak of a tone beside speech of `loudness_lufs`.

    The difference between the two is constant except at the highest loudness, where speech and tone
    together would come too near full scale.
    """
    return min(_TONE_PEAK_DB + loudness_lufs - LOUDNESS_LUFS, _LOUDEST_TONE_PEAK_DB)
