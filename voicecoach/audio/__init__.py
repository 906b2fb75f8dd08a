"""Audio: samples and gains. Clips are finished, tones rendered, and both mixed phase by phase.

Sound is passed around as pydub's `AudioSegment`, 48 kHz, 16 bit. pydub is imported only here: on
import it warns that there is no ffmpeg, which is never called, and newer Pythons warn of its
regular expressions. Neither concerns the user.
"""

import os
import warnings

# pydub looks for ffmpeg there, and fails where there is none.
os.environ.setdefault("PATH", "")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment"]
