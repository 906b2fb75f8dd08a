"""The first requests to a worker: they open an engine, and make it ready before it speaks.

They may be made before the engines are imported.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import asdict, replace

from voicecoach.routine.voice import Voice

Opening = Sequence[Mapping[str, Any]]


def opening(voice: Voice, language: str) -> Opening:
    """Return the requests that make a worker ready to speak with a voice, as JSON data."""
    # How loud a voice is makes no difference to its engine.
    fields = asdict(replace(voice, volume=1.0))
    opened = {"do": "open", "voice": {**fields, "run": list(voice.run)}, "language": language}
    return (opened, {"do": "start"})
