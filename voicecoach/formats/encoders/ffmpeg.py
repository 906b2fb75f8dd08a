"""ffmpeg: fed with samples, and never waited for indefinitely."""

import contextlib
import subprocess
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path
from typing import IO, Any, TypeVar

from voicecoach.audio.ffmpeg import find
from voicecoach.problems import EngineError

_T = TypeVar("_T")

# Far more than a slow machine takes for a block of sound, or for moving the index to the front.
_LIMIT_S = 120
_LONGEST_MESSAGE = 300


def feed(arguments: Sequence[str], pcm: Iterable[bytes], directory: Path) -> None:
    """Run ffmpeg in `directory`, with `pcm` as its input, until it has finished.

    Raise `EngineError` with its last line of output if it fails, or if any step takes longer than
    two minutes. It never outlives this call, whatever is raised.
    """
    log = directory / "stderr.txt"
    process = _start([find(), "-v", "error", *arguments], directory, log)
    assert process.stdin
    # Writing may block; only in another thread can it be given a limit.
    with ThreadPoolExecutor(1) as thread:
        try:
            complete = all(_within_limit(thread, _write, process.stdin, block) for block in pcm)
            _within_limit(thread, _close, process.stdin)
            code = _within_limit(thread, process.wait)
        finally:
            process.kill()
            process.wait()
            _close(process.stdin)
    if code or not complete:
        raise EngineError(f"ffmpeg failed: {_last_line(log) or f'it ended with code {code}'}")


def _start(command: list[str], directory: Path, log: Path) -> "subprocess.Popen[bytes]":
    with log.open("wb") as errors:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=directory,
                # Ctrl-C goes to this process alone, which then ends ffmpeg.
                start_new_session=True,
            )
        except OSError as error:
            raise EngineError(f"ffmpeg cannot be started: {error.strerror}", command[0]) from error


def _within_limit(thread: ThreadPoolExecutor, task: Callable[..., _T], *arguments: Any) -> _T:
    try:
        return thread.submit(task, *arguments).result(_LIMIT_S)
    except FutureTimeoutError:
        raise EngineError(f"ffmpeg hangs: nothing came of it in {_LIMIT_S} s") from None


def _write(stdin: IO[bytes], block: bytes) -> bool:
    """Write a block and return whether ffmpeg took it, which it does not once it has ended."""
    try:
        stdin.write(block)
    except OSError:
        return False
    return True


def _close(stdin: IO[bytes]) -> None:
    # Closing flushes the buffer, which fails if ffmpeg has ended.
    with contextlib.suppress(OSError):
        stdin.close()


def _last_line(log: Path) -> str:
    lines = log.read_text("utf-8", errors="replace").strip().splitlines()
    return lines[-1][-_LONGEST_MESSAGE:] if lines else ""
