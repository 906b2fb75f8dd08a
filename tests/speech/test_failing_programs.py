"""Programs of the engine `command` that hang, crash and write noise: the next line is not lost."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.failing_engines import BEGIN_CHILD, WAIT, is_good, moo_command
from helpers.holding import Holders, holding
from voicecoach.problems import SpeechError
from voicecoach.speech import limits, programs
from voicecoach.speech.engine_pool import EnginePool


@pytest.fixture
def holders(tmp_path: Path) -> Iterator[Holders]:
    with holding(tmp_path) as holders:
        yield holders


@pytest.fixture
def engines() -> Iterator[EnginePool]:
    with closing(EnginePool()) as engines:
        yield engines


FAILURES = {
    "ends": ("os._exit(3)", "ended with code 3"),
    "aborts": ("os.abort()", "was ended by SIGABRT"),
    "says why": ("sys.exit('first\\nno such voice\\n\\n')", "ended with code 1: no such voice"),
    "says noise": (
        "os.write(2, b'\\xff\\x1b[2J\\0bad' + b'x' * 9999); os._exit(1)",
        f"ended with code 1: {'x' * 300}",
    ),
    "writes nothing": ("pass", "wrote no sound file"),
    "writes and ends": ("write(GOOD); sys.exit(1)", "ended with code 1"),
    "an empty file": ("open(out, 'w')", "not a sound file that can be read"),
    "noise": ("open(out, 'wb').write(os.urandom(9999))", "not a sound file that can be read"),
    "a text": ("open(out, 'w').write(text * 99)", "not a sound file that can be read"),
    "a directory": ("os.mkdir(out)", "wrote no sound file"),
    "a pipe": ("os.mkfifo(out)", "wrote no sound file"),
    "a device": ("os.symlink('/dev/zero', out)", "wrote no sound file"),
    "only a head": ("write([])", "gave no sound"),
    "silence": ("write([0] * 8000)", "gave no sound"),
    "a click": ("write(GOOD[:200])", "gave 0.0125 s of sound, too short for the line"),
    "an endless sound": ("write(GOOD * 200)", "gave 100 s of sound, too long for the line"),
    "low rate": ("write(GOOD, 8)", "8 samples a second are no speech"),
    "high rate": ("write(GOOD, 10**9)", "1000000000 samples a second are no speech"),
}


@cases(("fail", "message"), FAILURES)
def test_a_program_that_fails_is_named_with_the_line_and_speaks_the_next(
    tmp_path: Path, holders: Holders, engines: EnginePool, fail: str, message: str
) -> None:
    voice = moo_command(tmp_path, holders.file, fail)
    assert is_good(engines.speak("First.", voice, "en"))
    with pytest.raises(SpeechError) as caught:
        engines.speak("Fail.", voice, "en")
    assert caught.value.message.startswith("the speech engine `command` ")
    assert message in caught.value.message
    assert caught.value.message.endswith("at “Fail.”")
    assert is_good(engines.speak("Next.", voice, "en"))
    holders.expect_none()


@cases(
    "fail",
    {
        "waits": WAIT,
        "reads": "os.read(os.pipe()[0], 1)",
        "computes": "list(0 for _ in iter(int, 1) if 0)",
        "waits with a child": f"{BEGIN_CHILD}; {WAIT}",
        "is deaf to signals": f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {WAIT}",
    },
)
def test_a_program_that_hangs_is_given_up_with_all_it_started(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    holders: Holders,
    engines: EnginePool,
    fail: str,
) -> None:
    voice = moo_command(tmp_path, holders.file, fail)
    with monkeypatch.context() as hasty:
        hasty.setattr(limits, "PHRASE_LIMIT_S", 0.1)
        with pytest.raises(SpeechError, match=r"did not end within 1\.1 s, at “Fail\.”$"):
            engines.speak("Fail.", voice, "en")
    holders.expect_none()
    assert is_good(engines.speak("Next.", voice, "en"))


@cases(
    "fail",
    {
        "its sound": "open(out, 'wb').write(bytes(10**7))",
        "its output": "os.write(1, bytes(10**7))",
        "its error output": "os.write(2, bytes(10**7))",
        "another file": "open('core', 'wb').write(bytes(10**7))",
    },
)
def test_a_program_that_writes_without_end_is_given_up(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    holders: Holders,
    engines: EnginePool,
    fail: str,
) -> None:
    monkeypatch.setattr(programs, "_MOST_BYTES", 10**6)
    voice = moo_command(tmp_path, holders.file, f"{fail}; {WAIT}")
    with pytest.raises(SpeechError, match=r"writes without end, at “Fail\.”$"):
        engines.speak("Fail.", voice, "en")
    holders.expect_none()


def test_a_child_that_outlasts_its_program_is_ended(
    tmp_path: Path, holders: Holders, engines: EnginePool
) -> None:
    voice = moo_command(tmp_path, holders.file, f"write(GOOD); {BEGIN_CHILD}")
    assert is_good(engines.speak("Fail.", voice, "en"))
    holders.expect_none()


def test_engines_that_are_closed_end_their_programs(
    tmp_path: Path, holders: Holders, engines: EnginePool
) -> None:
    voice = moo_command(tmp_path, holders.file, f"{BEGIN_CHILD}; {WAIT}")
    errors: list[SpeechError] = []

    def speak() -> None:
        with pytest.raises(SpeechError) as caught:
            engines.speak("Fail.", voice, "en")
        errors.append(caught.value)

    speaking = threading.Thread(target=speak)
    speaking.start()
    # The program and its child are there.
    holders.wait_for(2)
    engines.close()
    holders.expect_none()
    speaking.join()
    assert "was ended by SIGKILL" in errors[0].message
    assert is_good(engines.speak("Next.", voice, "en"))


@cases(
    "noise",
    {
        "prints": "print('noise' * 999)",
        "to its error output": "os.write(2, b'\\xff' * 99_999)",
        "reads": "assert sys.stdin.read() == ''",
        "litters": "open('litter', 'w')",
    },
)
def test_noise_of_a_program_is_not_heard(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    holders: Holders,
    engines: EnginePool,
    noise: str,
) -> None:
    voice = moo_command(tmp_path, holders.file, f"{noise}; write(GOOD)")
    for text in ("First.", "Fail.", "Next."):
        assert is_good(engines.speak(text, voice, "en"))
    assert capfd.readouterr() == ("", "")
