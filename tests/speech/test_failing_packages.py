"""Engines of packages that hang, crash and write noise: the next line is not lost."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.failing_engines import BEGIN_CHILD, MOO, WAIT, is_good, put_moo
from helpers.holding import Holders, holding
from helpers.packages import install
from voicecoach.problems import SpeechError
from voicecoach.speech import limits
from voicecoach.speech.engine_pool import EnginePool

FAILED = "the speech engine `moo` failed: "
LEVELS = "(np.arange(8000) % 100 * 50)"


@pytest.fixture
def holders(tmp_path: Path) -> Iterator[Holders]:
    with holding(tmp_path) as holders:
        yield holders


@pytest.fixture
def engines() -> Iterator[EnginePool]:
    with closing(EnginePool()) as engines:
        yield engines


PACKAGE_FAILURES = {
    "ends": ("os._exit(3)", f"{FAILED}its process ended with code 3"),
    "aborts": ("os.abort()", f"{FAILED}its process was ended by SIGABRT"),
    "exits": ("sys.exit('no more')", f"{FAILED}its process ended with code 1: no more"),
    "raises": ("raise RuntimeError('out of breath')", f"{FAILED}out of breath"),
    "raises without words": ("raise ValueError", f"{FAILED}ValueError"),
    "has no memory left": ("raise MemoryError", f"{FAILED}MemoryError"),
    "is interrupted": ("raise KeyboardInterrupt", f"{FAILED}its process was ended by SIGINT"),
    "recurses": ("return fail()", f"{FAILED}maximum recursion depth exceeded"),
    "returns nothing": ("return None", f"{FAILED}NoneType where a Recording was expected"),
    "returns a list": ("return [1, 2]", f"{FAILED}list where a Recording was expected"),
    "returns bytes": ("return b'RIFF'", f"{FAILED}bytes where a Recording was expected"),
    "samples in a list": (
        "return Recording([1, 2], 16000)",
        f"{FAILED}list and int where an array and an int were expected",
    ),
    "float samples": (
        f"return Recording({LEVELS} / 9999, 16000)",
        f"{FAILED}float64 samples in 1 dimensions where 16-bit samples",
    ),
    "two channels": (
        "return Recording(GOOD.reshape(-1, 2), 16000)",
        f"{FAILED}int16 samples in 2 dimensions where 16-bit samples",
    ),
    "no samples": ("return Recording(GOOD[:0], 16000)", "the speech engine `moo` gave no sound"),
    "silence": ("return Recording(GOOD * 0, 16000)", "the speech engine `moo` gave no sound"),
    "rate of 0": ("return Recording(GOOD, 0)", f"{FAILED}0 samples a second are no speech"),
    "negative rate": ("return Recording(GOOD, -1)", f"{FAILED}-1 samples a second are no speech"),
    "low rate": ("return Recording(GOOD, 8)", f"{FAILED}8 samples a second are no speech"),
    "high rate": (
        "return Recording(GOOD, 10**9)",
        f"{FAILED}1000000000 samples a second are no speech",
    ),
    "float rate": (
        "return Recording(GOOD, 16000.0)",
        f"{FAILED}ndarray and float where an array and an int were expected",
    ),
    "a click": ("return Recording(GOOD[:200], 16000)", "`moo` gave 0.0125 s of sound, too short"),
    "an endless sound": (
        "return Recording(np.tile(GOOD, 200), 16000)",
        "`moo` gave 100 s of sound, too long for the line",
    ),
}


@cases(("fail", "message"), PACKAGE_FAILURES)
def test_an_engine_that_fails_is_named_with_the_line_and_speaks_the_next(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    holders: Holders,
    engines: EnginePool,
    fail: str,
    message: str,
) -> None:
    put_moo(tmp_path, monkeypatch, holders.file, fail)
    assert is_good(engines.speak("First.", MOO, "en"))
    with pytest.raises(SpeechError) as caught:
        engines.speak("Fail.", MOO, "en")
    assert message in caught.value.message
    assert caught.value.message.endswith("at “Fail.”")
    assert is_good(engines.speak("Next.", MOO, "en"))
    engines.close()
    holders.expect_none()


@cases(
    "fail",
    {
        "waits": WAIT,
        "waits with a child": f"{BEGIN_CHILD}; {WAIT}",
        "waits and prints": "threading.Thread(target=lambda: [print('moo') for _ in iter(int, 1)], daemon=True).start(); threading.Event().wait()",
        "computes": "list(0 for _ in iter(int, 1) if 0)",
        "is deaf to signals": "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); threading.Event().wait()",
    },
)
def test_an_engine_that_hangs_is_given_up_with_all_it_started(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    holders: Holders,
    engines: EnginePool,
    fail: str,
) -> None:
    put_moo(tmp_path, monkeypatch, holders.file, fail)
    # Up to here, it may take its time.
    assert is_good(engines.speak("First.", MOO, "en"))
    with monkeypatch.context() as hasty:
        hasty.setattr(limits, "PHRASE_LIMIT_S", 0.1)
        with pytest.raises(SpeechError) as caught:
            engines.speak("Fail.", MOO, "en")
    holders.expect_none()
    assert caught.value.message == f"{FAILED}its process did not answer within 1.1 s, at “Fail.”"
    assert is_good(engines.speak("Next.", MOO, "en"))


def test_a_child_of_an_engine_that_ends_is_ended_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holders: Holders, engines: EnginePool
) -> None:
    put_moo(tmp_path, monkeypatch, holders.file, f"{BEGIN_CHILD}; os._exit(1)")
    with pytest.raises(SpeechError, match=r"ended with code 1, at “Fail\.”$"):
        engines.speak("Fail.", MOO, "en")
    holders.wait_for(2)
    holders.expect_none()


NOISE = {
    "prints": "print('noise' * 999)",
    "writes to its output": "os.write(1, b'noise\\n{}\\n' * 999)",
    "writes to its error output": "sys.stderr.write('noise' * 99_999); os.write(2, b'\\xff' * 99_999)",
    "reads": "assert sys.stdin.read() == ''",
    "has a child that prints": "subprocess.run([sys.executable, '-c', 'print(1, 2, 3)'])",
    "changes the directory": "os.chdir('/')",
    "has numbers of numpy": "GOOD.flags.writeable = False; return Recording(GOOD, np.int64(16000))",
}


@cases("noise", NOISE)
def test_noise_of_an_engine_is_not_heard(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    holders: Holders,
    engines: EnginePool,
    noise: str,
) -> None:
    put_moo(tmp_path, monkeypatch, holders.file, f"{noise}; return Recording(GOOD, 16000)")
    for text in ("First.", "Fail.", "Next."):
        assert is_good(engines.speak(text, MOO, "en"))
    assert capfd.readouterr() == ("", "")


@cases(
    ("code", "message"),
    {
        "exits": ("import sys; sys.exit('moo')", "moo"),
        "raises": ("1 / 0", "division by zero"),
        "raises without words": ("raise MemoryError", "MemoryError"),
    },
)
def test_a_package_that_fails_while_it_is_imported_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engines: EnginePool, code: str, message: str
) -> None:
    install(
        tmp_path,
        monkeypatch,
        "voicecoach-moo 1.0",
        {"moo": "voicecoach_moo"},
        {"voicecoach_moo": code},
    )
    with pytest.raises(Exception, match=f"the speech engine `moo` failed: {message}"):
        engines.speak("First.", MOO, "en")
