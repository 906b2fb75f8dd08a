"""The engine pool: engines that are started once and speak for everybody."""

import threading
from dataclasses import dataclass, field

from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, open_engine


@dataclass(slots=True)
class _Place:
    """An engine, which speaks one line at a time."""

    engine: Engine
    speaking: threading.Lock = field(default_factory=threading.Lock)


class EnginePool:
    """The engines of a session, each opened for a voice and a language; to be closed.

    Several of one kind speak side by side; they are told apart by their numbers, from 0.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[Voice, str, int], _Place] = {}
        self._opening = threading.Lock()

    def speak(self, text: str, voice: Voice, language: str, number: int = 0) -> Recording:
        """Return `text` as sound, from any thread. Raise `EngineError` as `Engine.speak` does."""
        place = self._place(voice, language, number)
        with place.speaking:
            return place.engine.speak(text)

    def version(self, voice: Voice, language: str) -> str:
        """Return what the samples of an engine depend on besides voice, language and text.

        Raise `EngineError` if there is no such engine.
        """
        return self._place(voice, language, 0).engine.version

    def close(self) -> None:
        """End the engines at once, whatever they do; they start anew when they must speak."""
        for place in list(self._places.values()):
            place.engine.close()

    def _place(self, voice: Voice, language: str, number: int) -> _Place:
        key = (voice, language, number)
        with self._opening:
            if key not in self._places:
                self._places[key] = _Place(open_engine(voice, language))
            return self._places[key]
