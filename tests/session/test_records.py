"""What is up to date is not built again, and whatever a build depends on makes a new one."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpers.containers import noisy_png
from helpers.many_inputs import LEGS, ROUTINE, SOUND, outputs, put_everything, rebuilt, sound
from helpers.packages import install
from helpers.piper_voices import put_mirror, voice_files
from helpers.recorded import record
from helpers.sessions import SHORT, opened, put
from voicecoach.files import system_probes
from voicecoach.files.inputs import noting
from voicecoach.routine.voice import Voice
from voicecoach.session.build import build
from voicecoach.session.installation import installation
from voicecoach.session.options import Options
from voicecoach.session.outputs import SoundOutput, TimelineOutput
from voicecoach.session.rebuild import rebuild, up_to_date
from voicecoach.session.session import default_store
from voicecoach.speech.casting import Casting


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a programme made of everything, in which one is."""
    home = tmp_path / "home"
    put_everything(home)
    monkeypatch.chdir(home)
    return home


def _overwrite(file: Path) -> None:
    """Change a byte, and put the time back."""
    before = file.stat()
    with file.open("r+b") as opened_file:
        opened_file.seek(-1, os.SEEK_END)
        opened_file.write(b"?")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


OF_ONE_SONG = f"{ROUTINE}  - Plank 6s\n".replace("music/}", "music/calm.wav}")
# Each after the one before.
CHANGES: dict[str, Callable[[Path], object]] = {
    "the routine": lambda home: put(home, {"all.yaml": f"{ROUTINE}  - Plank 6s\n"}),
    "an include": lambda home: put(home, {"legs.yaml": LEGS.replace("5s", "7s")}),
    "a sound": lambda home: put(home, {"bell.wav": sound(660)}),
    "a sound, to one of the same size and time": lambda home: _overwrite(home / "bell.wav"),
    "music": lambda home: put(home / "music", {"calm.wav": sound(330, 3)}),
    "more music": lambda home: put(home / "music", {"more.wav": sound(440, 3)}),
    "less music": lambda home: (home / "music" / "more.wav").unlink(),
    # Nothing of it is mixed: it is what was played before.
    "the name of music": lambda home: put(home, {"all.yaml": OF_ONE_SONG}),
    "music that was not read": lambda home: put(home / "music", {"calm.wav": sound(350, 3)}),
    "a recording": lambda home: record(home / "recordings" / "plank-for-7-seconds.wav", seed=1),
    "one more recording": lambda home: record(home / "recordings" / "last-exercise.wav"),
    "phrases": lambda home: put(home, {"phrases.en.yaml": "rest: Have a break.\n"}),
    "other phrases": lambda home: put(home, {"phrases.en-GB.yaml": "rest: Pause.\n"}),
    "no phrases": lambda home: (home / "phrases.en.yaml").unlink(),
    "the cover": lambda home: put(home, {"cover.png": noisy_png(12)}),
    "the sound that was built": lambda home: os.utime(home / SOUND),
    "the sound that was built, and its time put back": lambda home: _overwrite(home / SOUND),
    "the file beside it": lambda home: put(home, {"all.lrc": "mine"}),
    "no sound": lambda home: (home / SOUND).unlink(),
    "a link in its place": lambda home: _link(home / "legs.yaml", home / "elsewhere.yaml"),
    "the store": lambda _: default_store().clear(),
}


def _link(file: Path, to: Path) -> None:
    file.rename(to)
    file.symlink_to(to)


def test_each_change_of_a_file_is_a_new_build_and_nothing_else_is(home: Path) -> None:
    first = rebuilt()
    assert first.is_new
    for what, change in CHANGES.items():
        assert not rebuilt().is_new, what
        change(home)
        assert rebuilt().is_new, what
    again = rebuilt()
    assert (again.is_new, again.target, again.duration_ms > 0) == (False, SOUND, True)


def test_each_change_of_what_is_asked_for_is_a_new_build(home: Path) -> None:
    for options in (
        Options(),
        Options(level="hard"),
        Options(variables={"run": "12s"}),
        Options(seed="7"),
        Options(rate_wpm=200),
        Options(loudness_lufs=-18.0),
        Options(music=()),
        Options(music=[home / "music"]),
        Options(only=("Plank",)),
        Options(voice="tone"),
    ):
        assert rebuilt(options).is_new, options
        assert not rebuilt(options).is_new, options
    for chosen in outputs(comment="mine"), outputs()[:1]:
        assert rebuilt(to=chosen).is_new
        assert not rebuilt(to=chosen).is_new


def test_the_directory_counts_for_what_is_relative_to_it(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = shutil.copytree(home, tmp_path / "elsewhere")
    source, music, beside = home / "all.yaml", home / "calm.wav", home / "beside.lrc"
    put(home, {"calm.wav": sound(220, 3)})
    put(elsewhere, {"calm.wav": sound(220, 3)})

    def is_new(given: Path, played: Path, written: Path) -> bool:
        lyrics = TimelineOutput(written, "lrc")
        with opened() as session:
            return rebuild(
                session, given, [SoundOutput(home / SOUND), lyrics], Options(music=[played])
            ).is_new

    for what, paths in {
        "nothing": (source, music, beside),
        "the routine": (Path(source.name), music, beside),
        "music": (source, Path(music.name), beside),
        "a file beside it": (source, music, Path(beside.name)),
    }.items():
        monkeypatch.chdir(home)
        assert (is_new(*paths), is_new(*paths)) == (True, False), what
        monkeypatch.chdir(elsewhere)
        assert is_new(*paths) == (what != "nothing"), what


@pytest.mark.usefixtures("home")
def test_each_change_around_it_is_a_new_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(date):
        days = 0

        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return date.today() + timedelta(cls.days)

    monkeypatch.setattr(system_probes, "date", Later)
    assert rebuilt().is_new
    assert not rebuilt().is_new
    # The seed is the week.
    Later.days = 8
    assert rebuilt().is_new
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert rebuilt().is_new
    (tmp_path / "packages").mkdir()
    install(tmp_path / "packages", monkeypatch, "voicecoach-beep 0.1.0", {}, {})
    assert not rebuilt().is_new
    # As in another process.
    installation.cache_clear()
    assert rebuilt().is_new
    assert not rebuilt().is_new
    for place, value in ("voicecoach.__version__", "9.9.9"), ("sys.version", "4.0"):
        monkeypatch.setattr(place, value)
        installation.cache_clear()
        assert rebuilt().is_new
        assert not rebuilt().is_new
    monkeypatch.undo()
    installation.cache_clear()


def test_a_voice_that_is_newly_installed_may_be_the_best_one(tmp_path: Path) -> None:
    with noting() as inputs:
        Casting(Voice(), {}, "de").candidates("coach")
    assert inputs.hold()
    voices = Path(os.environ["XDG_DATA_HOME"], "voicecoach", "voices", "de_DE-thorsten-medium")
    voices.mkdir(parents=True)
    for file in put_mirror(tmp_path, voice_files()).rglob("*.onnx*"):
        shutil.copy(file, voices)
    assert not inputs.hold()


def test_all_that_a_build_opens_stands_in_its_record(home: Path) -> None:
    """Python tells what is opened; each file of the user's must have been noted."""
    seen: set[Path] = set()
    is_heard = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if is_heard and event == "open" and isinstance(arguments[0], (str, os.PathLike)):
            seen.add(Path(os.fspath(arguments[0])).absolute())
        if is_heard and event in ("os.listdir", "os.scandir") and isinstance(arguments[0], str):
            seen.add(Path(arguments[0]).absolute())

    sys.addaudithook(hear)
    with opened() as session, noting() as inputs:
        build(session, Path("all.yaml"), outputs(), Options())
        is_heard = False
    own = {path for path in seen if path.is_relative_to(home) and path.is_file()}
    assert {path.name for path in own} >= {"all.yaml", "legs.yaml", "bell.wav", "calm.wav"}
    written = {home / SOUND, home / "all.lrc"}
    assert own - written <= set(map(Path, inputs.files()))


def test_the_program_of_an_engine_counts_for_each_build_of_a_session(tmp_path: Path) -> None:
    program = tmp_path / "say-it"
    program.write_text('#!/bin/sh\ncp "$(dirname "$0")/words.wav" "$1"\n')
    program.chmod(0o755)
    record(tmp_path / "words.wav")
    voice = 'voice: {engine: command, run: [./say-it, "{out}"]}\n'
    put(tmp_path, {f"{name}.yaml": voice + SHORT for name in ("one", "two")})

    def build_of(name: str) -> tuple[Path, list[SoundOutput]]:
        return tmp_path / f"{name}.yaml", [SoundOutput(tmp_path / f"{name}.wav")]

    with opened() as session:
        for name in ("one", "two"):
            rebuild(session, *build_of(name), Options())
        assert all(up_to_date(session, *build_of(name), Options()) for name in ("one", "two"))
        program.write_text(f"{program.read_text()}# another\n")
        assert not any(up_to_date(session, *build_of(name), Options()) for name in ("one", "two"))
