"""Audio: samples and gains. Clips are finished, tones rendered, and both mixed phase by phase.

The currency is pydub's `AudioSegment`, always 48 kHz, 16 bit, one channel. pydub is imported here,
once: on import it warns that no ffmpeg was found, which is never called, and a new Python warns of
pydub's regular expressions. Neither concerns the user.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment"]
