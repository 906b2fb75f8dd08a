"""The engine pool: engines that are started once and shared."""

import threading
from contextlib import suppress
from dataclasses import replace

from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, engine_errors, open_engine

# Engines stay open for further builds, but not for every voice that was ever tried.
_MOST_OPEN = 8


class EnginePool:
    """The engines of a session, each opened for a voice and a language; must be closed.

    Several of one kind can speak in parallel; they are numbered from 0.
    """

    def __init__(self) -> None:
        # With each engine a lock, as it speaks one line at a time; the last one used stands last.
        self._engines: dict[tuple[Voice, str, int], tuple[Engine, threading.Lock]] = {}
        self._opening = threading.Lock()

    def speak(self, text: str, voice: Voice, language: str, number: int = 0) -> Recording:
        """Return `text` as sound, from any thread. Raise `EngineError` as `Engine.speak` does."""
        engine, speaking = self._open(voice, language, number)
        with speaking, engine_errors(voice.engine):
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
            _close(engine)

    def _open(self, voice: Voice, language: str, number: int) -> tuple[Engine, threading.Lock]:
        # How loud a voice is makes no difference to its engine.
        key = (replace(voice, volume=1.0), language, number)
        with self._opening:
            opened = self._engines.pop(key, None)
            if opened is None:
                opened = (open_engine(voice, language), threading.Lock())
                self._make_room()
            self._engines[key] = opened
            return opened

    def _make_room(self) -> None:
        """Close the engine that was not used for longest, if there are many and it is silent."""
        for key, (engine, speaking) in list(self._engines.items())[: 1 - _MOST_OPEN]:
            if not speaking.locked():
                del self._engines[key]
                _close(engine)


def _close(engine: Engine) -> None:
    # An engine may be somebody else's; one that fails in the end takes nothing from what is done.
    with suppress(Exception):
        engine.close()
