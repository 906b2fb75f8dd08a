"""Defaults: what holds where neither the routine nor the caller says otherwise."""

from voicecoach.units import HOUR_MS

# The usual loudness of podcasts, intelligible in the street, as played by two loudspeakers.
LOUDNESS_LUFS = -16.0
# A longer routine is likely to be a mistake.
MAX_DURATION_MS = 6 * HOUR_MS
