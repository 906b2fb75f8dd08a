"""Isolated engines: each runs in a process of its own, which may crash or hang."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from voicecoach.files.scratch import check_room
from voicecoach.problems import EngineError, MissingEngineError, NoVoiceError, words_of
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.limits import START_LIMIT_S, line_limit_s
from voicecoach.speech.opening import opening
from voicecoach.speech.worker import Worker, WorkerEndedError, WorkerError

_FOR_SAMPLES = "voicecoach.audio.clips"

# How a recording is to be finished: what `voicecoach.audio.clips.finish` is given.
Finishing = Mapping[str, float]


def finishing(voice: Voice, loudness_lufs: float | None) -> Finishing | None:
    """Return how a voice's recordings are to be finished, None if they are not."""
    if loudness_lufs is None:
        return None
    return {"volume": voice.volume, "loudness_lufs": loudness_lufs}


class _CrashError(EngineError):
    """The process of an engine has ended by itself."""


class FinishedRecording(Recording, frozen=True):
    """A recording that is a finished clip already."""


class IsolatedEngine(Engine):
    """An engine in a worker, which is started when first needed, and anew after it has failed."""

    def __init__(
        self,
        voice: Voice,
        language: str,
        version: str,
        start: Callable[[], Worker] = Worker,
    ) -> None:
        """`start` returns a new worker, or raises as `Worker` does."""
        self.version = version
        self._voice = voice
        self._open_request, self._start_request = opening(voice, language)
        self._start = start
        self._worker: Worker | None = None
        self._is_ready = False

    def speak(self, text: str, finishing: Finishing | None = None) -> Recording:
        """Return `text` as sound, finished if it says how.

        Raise `EngineError` if the engine fails, crashes or hangs, or if that is not the whole text.
        """
        try:
            return self._speak(text, finishing)
        except _CrashError:
            # A library may crash once in many thousand lines, and not at that line again.
            return self._speak(text, finishing)

    def _speak(self, text: str, finishing: Finishing | None) -> Recording:
        directory = self._started()
        if not self._is_ready:
            self._ask(self._start_request, START_LIMIT_S)
            self._is_ready = True
        file = directory / "phrase.pcm"
        request = {"do": "speak", "text": text, "file": str(file), "finishing": finishing}
        # What its samples need takes about as long to import as a line takes to be spoken.
        answer = self._ask(request, line_limit_s(text), partial(import_module, _FOR_SAMPLES))
        import numpy as np

        kind = Recording if finishing is None else FinishedRecording
        return kind(np.fromfile(file, "<i2").astype(np.int16), answer["rate_hz"])

    def voices(self) -> list[VoiceInfo]:
        """Return the voices to choose from. Raise `EngineError` as `speak` does."""
        self._started()
        answer = self._ask({"do": "voices"}, START_LIMIT_S)
        return [
            VoiceInfo(**{**voice, "languages": tuple(voice["languages"])})
            for voice in answer["voices"]
        ]

    @property
    def is_running(self) -> bool:
        """Whether it has a worker."""
        return self._worker is not None

    def close(self) -> None:
        """End the worker and remove its directory."""
        worker = self.give_away()
        if worker:
            worker.close()

    def give_away(self) -> Worker | None:
        """Return the worker, if there is one, to be closed by whoever gets it."""
        self._is_ready = False
        # Another thread may be closing after a failure: one of them gets it.
        worker, self._worker = self._worker, None
        return worker

    def _started(self) -> Path:
        """Return the worker's directory, after starting the worker if there is none."""
        if self._worker and not self._worker.alive:
            # It ended while nobody waited for it.
            self.close()
        worker = self._worker
        if worker:
            check_room(worker.directory)
            return worker.directory
        try:
            worker = self._worker = self._start()
        except OSError as error:
            raise EngineError(f"{self._name} cannot start: {words_of(error)}") from error
        self._ask(self._open_request, START_LIMIT_S)
        return worker.directory

    def _ask(
        self,
        request: Mapping[str, Any],
        limit_s: float,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> dict[str, Any]:
        """Return the worker's answer. If it fails, end the worker and raise `EngineError`."""
        worker = self._worker
        if worker is None:
            raise EngineError(f"{self._name} was closed meanwhile")
        try:
            answer = worker.ask(request, limit_s, meanwhile)
        except WorkerError as error:
            # Nobody has closed it, so it has ended by itself.
            crashed = isinstance(error, WorkerEndedError) and self._worker is worker
            self.close()
            kind = _CrashError if crashed else EngineError
            raise kind(f"{self._name} failed: its process {error}") from error
        except BaseException:
            # Its answer would be taken for that to the next request.
            self.close()
            raise
        if "error" not in answer:
            return answer
        self.close()
        message, hint = answer["error"], answer.get("hint")
        match answer["kind"]:
            case "missing":
                raise MissingEngineError(self._voice.engine, message, hint)
            case "voice":
                raise NoVoiceError(message, hint)
            case "failed":
                raise EngineError(message, hint)
        raise EngineError(f"{self._name} failed: {message}")

    @property
    def _name(self) -> str:
        return f"the speech engine `{self._voice.engine}`"
