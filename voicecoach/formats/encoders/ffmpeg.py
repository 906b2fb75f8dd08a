"""ffmpeg: looked for, fed with samples, and never waited for without end.

The program on PATH comes first, as the system's own; then the one that the package imageio-ffmpeg
carries.
"""

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path
from typing import IO, Any, TypeVar

from voicecoach.problems import EngineError

_T = TypeVar("_T")

# Far more than a slow machine takes for a stretch of sound, or for moving the index to the front.
_LIMIT_S = 120
_LAST_WORDS = 300


def find() -> str:
    """Return the path of ffmpeg. Raise `EngineError` if there is none."""
    program = shutil.which("ffmpeg") or _packaged()
    if program is None:
        raise EngineError(
            "m4a and m4b need ffmpeg, and there is none",
            "pip install imageio-ffmpeg, or install the system's ffmpeg",
        )
    return str(Path(program).absolute())


def _packaged() -> str | None:
    try:
        import imageio_ffmpeg
    except ImportError:
        return None
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError:
        return None


def feed(arguments: Sequence[str], pcm: Iterable[bytes], directory: Path) -> None:
    """Run ffmpeg in `directory`, with `pcm` as its input, until it has ended well.

    Raise `EngineError` with its last line if it fails, or if it takes longer than two minutes over
    anything. It does not outlive this call, whatever is raised.
    """
    log = directory / "stderr.txt"
    process = _started([find(), "-v", "error", *arguments], directory, log)
    assert process.stdin
    # Writing waits for ffmpeg; only from another thread can that be given a limit.
    with ThreadPoolExecutor(1) as thread:
        try:
            taken = all(_within_limit(thread, _write, process.stdin, block) for block in pcm)
            _within_limit(thread, _close, process.stdin)
            code = _within_limit(thread, process.wait)
        finally:
            process.kill()
            process.wait()
            _close(process.stdin)
    if code or not taken:
        raise EngineError(f"ffmpeg failed: {_last_line(log) or f'it ended with code {code}'}")


def _started(command: list[str], directory: Path, log: Path) -> "subprocess.Popen[bytes]":
    with log.open("wb") as errors:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=directory,
                # Ctrl-C is for this process, which then ends ffmpeg.
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
    """Return whether ffmpeg took a block; it does not once it has ended."""
    try:
        stdin.write(block)
    except OSError:
        return False
    return True


def _close(stdin: IO[bytes]) -> None:
    # What is still in the buffer may find that ffmpeg has ended.
    with contextlib.suppress(OSError):
        stdin.close()


def _last_line(log: Path) -> str:
    lines = log.read_text("utf-8", errors="replace").strip().splitlines()
    return lines[-1][-_LAST_WORDS:] if lines else ""
