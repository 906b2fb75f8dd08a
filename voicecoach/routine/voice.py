"""Voice: who speaks, and how. Plain data between the routine and the speech engines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice to speak with; None leaves the choice to the engine.

    `engine` is the name of a module in `voicecoach.speech.engines`; `name` one of the engine's
    voices; `rate_wpm` words a minute, 80 to 400; `pitch` 0 to 100 with 50 as the voice's own;
    `volume` an amplitude from 0.1 to 1.0 (1.0 is the programme's speech level).
    """

    engine: str = "pyttsx3"
    name: str | None = None
    rate_wpm: int | None = None
    pitch: int | None = None
    volume: float = 1.0
