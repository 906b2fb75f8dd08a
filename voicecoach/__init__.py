"""voicecoach: a workout written in YAML becomes an MP3 that coaches you through it."""

__version__ = "0.1.0"
