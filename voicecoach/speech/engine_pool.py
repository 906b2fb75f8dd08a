"""The engine pool: engines that are started once and shared."""

import threading

from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, open_engine


class EnginePool:
    """The engines of a session, each opened for a voice and a language; must be closed.

    Several of one kind can speak in parallel; they are numbered from 0.
    """

    def __init__(self) -> None:
        # With each engine a lock, as it speaks one line at a time.
        self._engines: dict[tuple[Voice, str, int], tuple[Engine, threading.Lock]] = {}
        self._opening = threading.Lock()

    def speak(self, text: str, voice: Voice, language: str, number: int = 0) -> Recording:
        """Return `text` as sound, from any thread. Raise `EngineError` as `Engine.speak` does."""
        engine, speaking = self._open(voice, language, number)
        with speaking:
            return engine.speak(text)

    def version(self, voice: Voice, language: str) -> str:
        """Return what the samples of an engine depend on besides voice, language and text.

        Raise `EngineError` if there is no such engine.
        """
        engine, _ = self._open(voice, language, 0)
        return engine.version

    def close(self) -> None:
        """End the engines at once, whatever they are doing; they restart when next needed."""
        for engine, _ in list(self._engines.values()):
            engine.close()

    def _open(self, voice: Voice, language: str, number: int) -> tuple[Engine, threading.Lock]:
        key = (voice, language, number)
        with self._opening:
            if key not in self._engines:
                self._engines[key] = (open_engine(voice, language), threading.Lock())
            return self._engines[key]
