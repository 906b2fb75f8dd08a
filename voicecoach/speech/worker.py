"""Workers: processes for libraries that must not run in this one.

A worker is a Python program that reads JSON objects, one per line, and answers each with another.
It is started afresh, never forked, and ends with its input, so it cannot outlive this process. What
it has started is ended with it when it is closed. Its working directory is a scratch one of its
own.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from voicecoach.files.scratch import scratch_directory
from voicecoach.speech.endings import end_group, end_of, ending

# The command of a worker that runs a speech engine.
ENGINE_WORKER = (sys.executable, "-m", "voicecoach.speech.engine_worker")
_LONGEST_MESSAGE = 300


class WorkerError(Exception):
    """A worker ended, or did not answer in time. The message completes “its process …”."""


class WorkerEndedError(WorkerError):
    """A worker ended while it was to answer."""


class Worker:
    """A running worker, which must be closed. `directory` is its working directory.

    `asked_ahead` are the requests that it was given when it was started, and that nobody has asked
    it yet. It may have the answers already, so it must be asked the same, before anything else.
    """

    def __init__(
        self,
        command: Sequence[str] = ENGINE_WORKER,
        asked_ahead: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Start a worker. Raise `OSError` or `EngineError` if that is impossible."""
        self.asked_ahead = list(asked_ahead)
        self._scratch = scratch_directory()
        self.directory = Path(self._scratch.name)
        self._log = self.directory / "stderr.txt"
        try:
            self._process = self._start(command)
        except BaseException:
            self._scratch.cleanup()
            raise
        assert self._process.stdin
        assert self._process.stdout
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        # A thread and a queue, because not every system can read a pipe with a timeout.
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        for request in asked_ahead:
            self._send(request)

    @property
    def alive(self) -> bool:
        """Whether the worker has not ended yet."""
        return self._process.poll() is None

    def ask(
        self,
        request: Mapping[str, Any],
        limit_s: float,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> dict[str, Any]:
        """Return the answer to `request`. Raise `WorkerError` if none comes within `limit_s`.

        `meanwhile` is called while the worker is at it.
        """
        if self.asked_ahead[:1] == [request]:
            del self.asked_ahead[0]
        else:
            self._send(request)
        meanwhile()
        return self._answer(limit_s)

    def _answer(self, limit_s: float) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=limit_s)
        except queue.Empty:
            raise WorkerError(f"did not answer within {limit_s:.3g} s") from None
        if not line:
            raise WorkerEndedError(f"{ending(self._process.wait())}{self._log_end()}")
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError:
            raise WorkerError("gave an answer that cannot be read") from None
        return answer

    def close(self) -> None:
        """End the worker at once, whatever it is doing, and remove its directory."""
        end_group(self._process)
        # Closing flushes a request that the worker has not read, which fails.
        with contextlib.suppress(OSError):
            self._stdin.close()
        self._scratch.cleanup()

    def _start(self, command: Sequence[str]) -> "subprocess.Popen[bytes]":
        # It imports what this process imports.
        path = [str(Path(entry).absolute()) for entry in sys.path]
        with self._log.open("wb") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=self.directory,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
                start_new_session=True,
            )

    def _send(self, request: Mapping[str, Any]) -> None:
        # If the worker has ended, whoever waits for the answer is told.
        with contextlib.suppress(OSError):
            self._stdin.write(json.dumps(request).encode() + b"\n")
            self._stdin.flush()

    def _read(self) -> None:
        with self._stdout:
            for line in self._stdout:
                self._answers.put(line)
        self._answers.put(b"")

    def _log_end(self) -> str:
        # Whoever has ended the worker has removed it.
        with contextlib.suppress(OSError):
            text = end_of(self._log, _LONGEST_MESSAGE)
            return f": {text}" if text else ""
        return ""
