"""Workers, and the one that runs pyttsx3."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import asdict

from voicecoach.routine.voice import Voice
from voicecoach.speech.worker import ENGINE_WORKER, Worker, WorkerError

# How long a test waits for an answer, in seconds: only a worker that hangs takes longer.
PATIENCE_S = 600

ECHO = """
import os, sys
for line in sys.stdin:
    if "die" in line:
        sys.exit("a last word")
    if "pid" in line:
        line = f'{{"pid": {os.getpid()}}}' + chr(10)
    if "hang" not in line:
        sys.stdout.write(line)
        sys.stdout.flush()
"""


@pytest.fixture
def echo() -> Iterator[Worker]:
    worker = Worker([sys.executable, "-c", ECHO])
    yield worker
    worker.close()


def test_a_worker_answers_line_by_line(echo: Worker) -> None:
    assert echo.ask({"text": "naïve\n“quoted”"}, PATIENCE_S) == {"text": "naïve\n“quoted”"}
    assert echo.ask({"again": 2}, PATIENCE_S) == {"again": 2}


def test_what_was_asked_ahead_is_answered_when_it_is_asked() -> None:
    ahead: list[dict[str, str]] = [{"do": "open"}, {"do": "start"}]
    with closing(Worker([sys.executable, "-c", ECHO], ahead)) as worker:
        for request in [*ahead, {"do": "speak"}]:
            assert worker.ask(request, PATIENCE_S) == request


def test_something_else_is_done_before_its_answer_is_waited_for(echo: Worker) -> None:
    done: list[str] = []
    assert echo.ask({"do": "speak"}, PATIENCE_S, lambda: done.append("it")) == {"do": "speak"}
    assert done == ["it"]


def test_a_worker_that_ends_says_its_last_words(echo: Worker) -> None:
    with pytest.raises(WorkerError, match=r"^ended with code 1: a last word$"):
        echo.ask({"do": "die"}, PATIENCE_S)


def test_a_worker_that_does_not_answer_is_waited_for_no_longer(echo: Worker) -> None:
    with pytest.raises(WorkerError, match=r"^did not answer within 0\.05 s$"):
        echo.ask({"do": "hang"}, 0.05)


def test_a_closed_worker_leaves_no_process_and_no_directory(echo: Worker) -> None:
    pid = echo.ask({"do": "pid"}, PATIENCE_S)["pid"]
    assert echo.directory.is_dir()
    echo.close()
    assert not echo.directory.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_program_that_cannot_be_started_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Worker([str(tmp_path / "missing")])


@pytest.fixture
def speaking(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        ENGINE_WORKER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdin
        opening = {"do": "open", "voice": asdict(Voice("pyttsx3")), "language": "en"}
        process.stdin.write(json.dumps(opening) + "\n")
        process.stdin.flush()
        assert process.stdout
        assert json.loads(process.stdout.readline()) == {}
        yield process
        process.kill()


def test_the_speaking_worker_ends_with_its_input(speaking: "subprocess.Popen[str]") -> None:
    assert speaking.stdin
    speaking.stdin.close()
    assert speaking.wait(timeout=PATIENCE_S) == 0


def test_the_speaking_worker_outlasts_ctrl_c(
    speaking: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    speaking.send_signal(signal.SIGINT)
    assert speaking.stdin
    assert speaking.stdout
    file = tmp_path / "phrase.pcm"
    request = {"do": "speak", "text": "Go", "file": str(file), "finishing": None}
    speaking.stdin.write(json.dumps(request) + "\n")
    speaking.stdin.flush()
    assert json.loads(speaking.stdout.readline()) == {"rate_hz": 22_050}
    assert file.stat().st_size > 10_000
