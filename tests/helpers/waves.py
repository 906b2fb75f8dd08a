"""Segments as the samples that measurements are made of."""

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import FULL_SCALE, Samples, to_pcm


def to_samples(sound: AudioSegment) -> Samples:
    """Return a segment's samples as floats, with 1.0 as full scale."""
    return to_pcm(sound) / FULL_SCALE
