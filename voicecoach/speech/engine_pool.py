"""The engine pool: engines that are started once and shared, and what they say is checked."""

import textwrap
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from msgspec.structs import replace

from voicecoach.files.inputs import Inputs, note_again, noting
from voicecoach.problems import (
    DiskFullError,
    EngineError,
    MissingEngineError,
    NoVoiceError,
    RecordingError,
    SpeechError,
)
from voicecoach.routine.voice import RECORDINGS, Voice
from voicecoach.speech.engines import (
    Engine,
    Recording,
    VoiceInfo,
    engine_errors,
    engine_module,
    is_isolated,
    open_engine,
    spoken_by,
)
from voicecoach.speech.isolated_engine import IsolatedEngine, finishing
from voicecoach.speech.opening import Opening, opening
from voicecoach.speech.recording_check import check_recording
from voicecoach.speech.worker import Worker

# Processes stay open for further builds, but not for every voice that was ever tried.
_MOST_PROCESSES = 8
_SHOWN_CHARACTERS = 80


class EnginePool:
    """The engines of a session, each opened for a voice and a language; must be closed.

    Several of one kind can speak in parallel; they are numbered from 0. The first that needs a
    process takes `spare`.
    """

    def __init__(self, spare: Worker | None = None) -> None:
        # Started for engines that are yet to be opened.
        self._spares = [] if spare is None else [spare]
        # With each engine a lock, as it speaks one line at a time; the last one used stands last.
        self._engines: dict[tuple[Voice, str, int], tuple[Engine, threading.Lock]] = {}
        self._inputs: dict[tuple[Voice, str, int], Inputs] = {}
        self._opening = threading.Lock()
        self._ending: list[threading.Thread] = []

    def speak(
        self,
        text: str,
        voice: Voice,
        language: str,
        number: int = 0,
        loudness_lufs: float | None = None,
    ) -> Recording:
        """Return `text` as sound, from any thread.

        If a loudness is given, an engine with a process of its own finishes its recording there.

        Raise `MissingEngineError`, `NoVoiceError` or `DiskFullError` as `Engine.speak` does,
        `SpeechError` if anything else goes wrong, or if it is not the whole text that sounds; for a
        recording of the user's that is a `RecordingError`.
        """
        engine, speaking = self._open(voice, language, number)
        try:
            with speaking, engine_errors(voice.engine):
                # What is written in C would end there, and so does an argument of a program.
                line = text.replace("\0", " ")
                if isinstance(engine, IsolatedEngine):
                    recording = engine.speak(line, finishing(voice, loudness_lufs))
                else:
                    recording = spoken_by(engine, line)
                    check_recording(recording, line, voice)
        except (MissingEngineError, NoVoiceError, DiskFullError):
            raise
        except EngineError as error:
            if voice.engine == RECORDINGS:
                raise RecordingError(voice.name or "", error.message, error.hint) from error
            shown = textwrap.shorten(text, _SHOWN_CHARACTERS, placeholder="…")
            message = f"{error.message}, at “{shown}”"
            raise SpeechError(voice.engine, message, error.hint) from error
        return recording

    def start_workers(self, voice: Voice, language: str, number: int) -> None:
        """Start the processes that `number` engines of a voice need, without waiting for them.

        Those that were started for another voice end.
        """
        # What is wrong is told when they are used.
        with suppress(EngineError, OSError), self._opening:
            if is_isolated(voice.engine):
                requests = opening(voice, language)
                for spare in [each for each in self._spares if not _fits(each, requests)]:
                    self._spares.remove(spare)
                    spare.close()
                own = replace(voice, volume=1.0)
                running = sum(
                    spoken == own and isinstance(engine, IsolatedEngine) and engine.is_running
                    for (spoken, _, _), (engine, _) in self._engines.items()
                )
                while running + len(self._spares) < number:
                    self._spares.append(Worker(asked_ahead=requests))

    def end_spares(self, kept: int) -> None:
        """End the processes that were started for engines, all but some."""
        with self._opening:
            surplus, self._spares = self._spares[kept:], self._spares[:kept]
        for worker in surplus:
            worker.close()

    def renew(self) -> None:
        """Close the engines that were opened with what has changed since, such as a voice."""
        with self._opening:
            for key, (engine, speaking) in list(self._engines.items()):
                if not speaking.locked() and not self._inputs[key].hold():
                    del self._engines[key]
                    _close(engine)

    def voices(self, engine: str) -> Sequence[VoiceInfo]:
        """Return the voices of an engine. Raise `EngineError` if it cannot start."""
        with engine_errors(engine):
            module = engine_module(engine)
            if hasattr(module, "installed_voices"):
                return list(module.installed_voices())
            opened, speaking = self._open(Voice(engine=engine), "en", 0)
            with speaking:
                return opened.voices()

    def version(self, voice: Voice, language: str) -> str:
        """Return what the samples of an engine depend on besides voice, language and text.

        Raise `EngineError` if there is no such engine.
        """
        engine, _ = self._open(voice, language, 0)
        return engine.version

    def retire(self) -> None:
        """End the processes of engines in the background; one that is needed again starts anew."""
        for engine, speaking in list(self._engines.values()):
            if isinstance(engine, IsolatedEngine) and not speaking.locked():
                worker = engine.give_away()
                if worker is not None:
                    self._ending.append(threading.Thread(target=worker.close))
                    self._ending[-1].start()

    def close(self) -> None:
        """End the engines at once, whatever they are doing; they restart when next needed."""
        ending, self._ending = self._ending, []
        for thread in ending:
            thread.join()
        self.end_spares(0)
        for engine, _ in list(self._engines.values()):
            _close(engine)

    def _open(self, voice: Voice, language: str, number: int) -> tuple[Engine, threading.Lock]:
        # How loud a voice is makes no difference to its engine.
        key = (replace(voice, volume=1.0), language, number)
        with self._opening:
            opened = self._engines.pop(key, None)
            if opened is None:
                with noting() as inputs:
                    opened = (self._open_apart(voice, language), threading.Lock())
                self._inputs[key] = inputs
            self._engines[key] = opened
            # What it was opened with counts for each build that it speaks for.
            note_again(self._inputs[key])
            self._make_room()
            return opened

    def _open_apart(self, voice: Voice, language: str) -> Engine:
        """Return the engine for a voice, in a process of its own unless it needs none."""
        engine = open_engine(voice, language)
        if not is_isolated(voice.engine):
            return engine
        version = engine.version
        _close(engine)
        start = partial(self._start_worker, opening(voice, language))
        return IsolatedEngine(voice, language, version, start)

    def _start_worker(self, requests: Opening) -> Worker:
        """Return a worker that was asked for this ahead, or for nothing yet."""
        with self._opening:
            spare = next((each for each in self._spares if _fits(each, requests)), None)
            if spare is not None:
                self._spares.remove(spare)
        if spare is not None and spare.alive:
            return spare
        if spare is not None:
            spare.close()
        return Worker()

    def _make_room(self) -> None:
        """End the process that was not used for longest, if there are many and it is silent."""
        isolated = [
            (key, engine, speaking)
            for key, (engine, speaking) in self._engines.items()
            if isinstance(engine, IsolatedEngine)
        ]
        for key, engine, speaking in isolated[:-_MOST_PROCESSES]:
            if not speaking.locked():
                del self._engines[key]
                _close(engine)


def _fits(spare: Worker, requests: Opening) -> bool:
    """Return whether a process was asked for these ahead, or for nothing yet."""
    return spare.asked_ahead in ([], list(requests))


def _close(engine: Engine) -> None:
    # An engine may be somebody else's; one that fails in the end takes nothing from what is done.
    with suppress(Exception):
        engine.close()
