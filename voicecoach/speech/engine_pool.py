"""The engine pool: engines that are started once and shared."""

import threading
from dataclasses import dataclass, field

from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, open_engine


@dataclass(slots=True)
class _PooledEngine:
    """An engine, which speaks one line at a time."""

    engine: Engine
    speaking: threading.Lock = field(default_factory=threading.Lock)


class EnginePool:
    """The engines of a session, each opened for a voice and a language; must be closed.

    Several of one kind can speak in parallel; they are numbered from 0.
    """

    def __init__(self) -> None:
        self._engines: dict[tuple[Voice, str, int], _PooledEngine] = {}
        self._opening = threading.Lock()

    def speak(self, text: str, voice: Voice, language: str, number: int = 0) -> Recording:
        """Return `text` as sound, from any thread. Raise `EngineError` as `Engine.speak` does."""
        pooled = self._open(voice, language, number)
        with pooled.speaking:
            return pooled.engine.speak(text)

    def version(self, voice: Voice, language: str) -> str:
        """Return what the samples of an engine depend on besides voice, language and text.

        Raise `EngineError` if there is no such engine.
        """
        return self._open(voice, language, 0).engine.version

    def close(self) -> None:
        """End the engines at once, whatever they are doing; they restart when next needed."""
        for pooled in list(self._engines.values()):
            pooled.engine.close()

    def _open(self, voice: Voice, language: str, number: int) -> _PooledEngine:
        key = (voice, language, number)
        with self._opening:
            if key not in self._engines:
                self._engines[key] = _PooledEngine(open_engine(voice, language))
            return self._engines[key]
