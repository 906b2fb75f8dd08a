"""Running a program and measuring it from outside: how long it takes and how much memory.

This process stays small, and whatever is heavy runs in one of its own: what a process has in memory
counts, on Linux, as the least peak of those that it starts.
"""

import os
import subprocess
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LAST_WORDS = 1000


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took.

    `wall_s` is the time from start to end, `cpu_s` that of all cores, with the processes that it
    waited for; `peak` the largest memory of it or one of those, in the system's unit (KiB on
    Linux).
    """

    wall_s: float
    cpu_s: float
    peak: int


@dataclass(frozen=True, slots=True)
class Results:
    """The runs of everything that was measured, and the seconds of the steps of some builds."""

    runs: dict[str, list[Run]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def run(command: Sequence[str | Path], directory: Path, settings: Mapping[str, str]) -> Run:
    """Run a program in a directory, with settings added to the environment.

    Its output goes to `output.txt` there. Raises `RuntimeError` if it fails.
    """
    log = directory / "output.txt"
    environment = {**os.environ, **settings}
    with log.open("wb") as output:
        start_s = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=directory,
            env=environment,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - start_s
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = log.read_text("utf-8", errors="replace")[-_LAST_WORDS:]
        raise RuntimeError(f"{command[0]} ended with code {process.returncode}:\n{words}")
    return Run(wall_s, used.ru_utime + used.ru_stime, used.ru_maxrss)
