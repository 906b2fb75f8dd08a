"""The check of what an engine says: whether a recording can be the text that it was given."""

from voicecoach.problems import EngineError
from voicecoach.routine.voice import RECORDINGS, Voice
from voicecoach.speech.engines import Recording
from voicecoach.units import MINUTE_MS, whole_clock

# What no speech takes, at any rate: a letter or digit is 40 ms at 400 words a minute.
_SHORTEST_MS_PER_CHARACTER = 10
_LONGEST_MS_PER_CHARACTER = 2_000
_LONGEST_MS = 10_000
# Levelling a clip takes some 2 MB for each of its seconds.
MOST_CLIP_MS = 10 * MINUTE_MS


def check_recording(recording: Recording, text: str, voice: Voice) -> None:
    """Raise `EngineError` if a recording cannot be `text`: silent, cut off or endless."""
    length_ms = 1000 * len(recording.samples) / recording.rate_hz
    spoken = sum(map(str.isalnum, text))
    gave = f"the speech engine `{voice.engine}` gave"
    if voice.engine == RECORDINGS:
        gave = f"the recording `{voice.name}` has"
    if not recording.samples.any():
        raise EngineError(f"{gave} no sound", "choose a voice that speaks the language")
    if length_ms < _SHORTEST_MS_PER_CHARACTER * spoken:
        raise EngineError(f"{gave} {length_ms / 1000:.3g} s of sound, too short for the line")
    if length_ms > _LONGEST_MS + _LONGEST_MS_PER_CHARACTER * spoken:
        raise EngineError(f"{gave} {length_ms / 1000:.3g} s of sound, too long for the line")
    if length_ms > MOST_CLIP_MS:
        lasts, most = whole_clock(round(length_ms)), whole_clock(MOST_CLIP_MS)
        raise EngineError(f"{gave} {lasts} of sound; {most} are the most", "split the line")
