"""Isolated engines: each runs in a process of its own, which may crash or hang."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.files.scratch import ScratchDirectory, check_room, scratch_directory
from voicecoach.problems import EngineError, MissingEngineError, NoVoiceError, words_of
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.limits import START_LIMIT_S, line_limit_s
from voicecoach.speech.worker import Worker, WorkerError

WORKER = (sys.executable, "-m", "voicecoach.speech.engine_worker")


class IsolatedEngine(Engine):
    """An engine in a worker, which is started when first needed, and anew after it has failed."""

    def __init__(
        self,
        voice: Voice,
        language: str,
        version: str,
        worker: Sequence[str] = WORKER,
    ) -> None:
        """`worker` is the command to run."""
        self.version = version
        self._voice = voice
        self._language = language
        self._command = worker
        self._directory: ScratchDirectory | None = None
        self._worker: Worker | None = None
        self._is_ready = False

    def speak(self, text: str) -> Recording:
        """Return `text` as sound. Raise `EngineError` if the engine fails, crashes or hangs."""
        directory = self._start()
        if not self._is_ready:
            self._ask({"do": "start"}, START_LIMIT_S)
            self._is_ready = True
        file = directory / "phrase.pcm"
        request = {"do": "speak", "text": text, "file": str(file)}
        answer = self._ask(request, line_limit_s(text))
        return Recording(np.fromfile(file, "<i2").astype(np.int16), answer["rate_hz"])

    def voices(self) -> list[VoiceInfo]:
        """Return the voices to choose from. Raise `EngineError` as `speak` does."""
        self._start()
        answer = self._ask({"do": "voices"}, START_LIMIT_S)
        return [
            VoiceInfo(**{**voice, "languages": tuple(voice["languages"])})
            for voice in answer["voices"]
        ]

    def close(self) -> None:
        """End the worker and remove its directory."""
        self._is_ready = False
        # Another thread may be closing after a failure: each part is closed by one of them only.
        worker, self._worker = self._worker, None
        directory, self._directory = self._directory, None
        if worker:
            worker.close()
        if directory:
            directory.cleanup()

    def _start(self) -> Path:
        """Return the worker's directory, after starting the worker if there is none."""
        if self._worker and not self._worker.alive:
            # It ended while nobody waited for it.
            self.close()
        if not self._directory:
            self._directory = scratch_directory()
        directory = Path(self._directory.name)
        check_room(directory)
        if not self._worker:
            try:
                self._worker = Worker(self._command, directory)
            except OSError as error:
                raise EngineError(f"{self._name} cannot start: {words_of(error)}") from error
            opening = {"do": "open", "voice": asdict(self._voice), "language": self._language}
            self._ask(opening, START_LIMIT_S)
        return directory

    def _ask(self, request: Mapping[str, Any], limit_s: float) -> dict[str, Any]:
        """Return the worker's answer. If it fails, end the worker and raise `EngineError`."""
        worker = self._worker
        if worker is None:
            raise EngineError(f"{self._name} was closed meanwhile")
        try:
            answer = worker.ask(request, limit_s)
        except WorkerError as error:
            self.close()
            raise EngineError(f"{self._name} failed: its process {error}") from error
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
