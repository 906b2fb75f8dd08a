"""Random edits of a programme, each built with records and, as if for the first time, without.

`PYTHONPATH=tests python -m helpers.random_edits 200 7` makes 200 edits, drawn by the seed 7.
"""

import contextlib
import io
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from helpers.containers import noisy_png
from helpers.many_inputs import LEGS, ROUTINE, put_everything, sound
from helpers.recorded import record
from helpers.sessions import contents, put
from voicecoach import cli

# What an option may be; what is not given is the routine's.
OPTIONS: dict[str, tuple[str, ...]] = {
    "--level": ("easy", "hard"),
    "--length": ("20s", "30s", "1 min"),
    "--seed": ("7", "8", "date", "week"),
    "--from": ("2", "0:05"),
    "--to": ("15s", "0:25"),
    "--max-duration": ("1h", "20s"),
    "--set": ("run=11s", "run=12s"),
    "--rate": ("120", "200"),
    "--loudness": ("-18", "-20"),
    "--music": ("off", "music", "calm.wav"),
    "--cover": ("cover.png", "off"),
    "--only": ("Plank", "Legs"),
    "--skip": ("Plank", "Squats"),
    "--voice": ("auto", "natural", "pyttsx3"),
    "--comment": ("mine", "yours"),
    "--bitrate": ("64", "128"),
}
FLAGS = ("--lrc", "--page")
SOURCES: tuple[tuple[str, ...], ...] = (
    ("all.yaml",),
    ("week",),
    ("week", "all.yaml", "--number"),
    ("-",),
)
_SONGS = ("music/calm.wav", "music/more.wav", "calm.wav")
_RECORDINGS = (
    "plank-for-5-seconds.wav",
    "rest.wav",
    "last-exercise.wav",
    "that-was-all-well-done.wav",
)


class Programme:
    """A programme in a folder, with the options that it is built by."""

    def __init__(self, home: Path, seed: int) -> None:
        self._home = home
        self._draw = random.Random(seed)
        self._options: dict[str, str] = {}
        self._flags: set[str] = set()
        self._sources = SOURCES[0]
        put_everything(home)
        put(home / "week", {"monday.yaml": f"voice: tone\n{LEGS}"})

    def edit(self) -> str:
        """Make a random edit and return its name."""
        edits: list[Callable[[], object]] = [
            self._routine, self._include, self._phrases, self._bell, self._song, self._recording,
            self._cover, self._option, self._option, self._flag, self._touch, self._output,
            self._variable, self._week, self._source, self._nothing, self._nothing,
        ]  # fmt: skip
        chosen = self._draw.choice(edits)
        chosen()
        return chosen.__name__

    def arguments(self, directory: Path) -> list[str]:
        """Return the command that builds it into a directory."""
        options = [each for option in self._options.items() for each in option]
        return ["build", *self._sources, "-d", str(directory), *options, *sorted(self._flags)]

    def mend(self) -> None:
        """Take back what it may have been that it could not be built with."""
        self._options.clear()
        (self._home / "phrases.en.yml").unlink(missing_ok=True)
        record(self._home / "recordings" / _RECORDINGS[0])

    def _nothing(self) -> None:
        pass

    def _routine(self) -> None:
        length_s = self._draw.randint(5, 9)
        tip = self._draw.choice(("", ", tips: [Breathe]", ", tips: [Look, down, now, please]"))
        text = f"{ROUTINE}  - {{exercise: Hold on, for: {length_s}s{tip}}}\n"
        put(self._home, {"all.yaml": text})

    def _include(self) -> None:
        put(self._home, {"legs.yaml": LEGS.replace("5s", f"{self._draw.randint(5, 7)}s")})

    def _week(self) -> None:
        name = self._draw.choice(("tuesday.yaml", "other.yml"))
        title = self._draw.choice(("title: Arms\n", "title: Core\n", ""))
        exercise = self._draw.choice(("Plank 5s", "Squats 10-20s"))
        put(self._home / "week", {name: f"{title}voice: tone\nworkout: [{exercise}]\n"})

    def _source(self) -> None:
        whole, *others = SOURCES
        self._sources = whole if self._sources != whole else self._draw.choice(others)

    def _phrases(self) -> None:
        name = self._draw.choice(("phrases.en.yaml", "phrases.en.yml", "phrases.de.yaml"))
        if (self._home / name).exists():
            (self._home / name).unlink()
        else:
            put(self._home, {name: f"rest: {self._draw.choice(('Break', 'Pause'))}.\n"})

    def _bell(self) -> None:
        put(self._home, {"bell.wav": sound(self._draw.choice((440, 660, 880)))})

    def _song(self) -> None:
        file = self._home / self._draw.choice(_SONGS)
        # Always the same size.
        if self._draw.random() < 0.3 and file.name != "calm.wav":
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(sound(self._draw.choice((220, 330)), 3))

    def _recording(self) -> None:
        file = self._home / "recordings" / self._draw.choice(_RECORDINGS)
        if file.exists() and self._draw.random() < 0.5:
            file.unlink()
        else:
            record(file, seed=self._draw.randint(0, 3))

    def _cover(self) -> None:
        put(self._home, {"cover.png": noisy_png(self._draw.choice((8, 9)))})

    def _option(self) -> None:
        name = self._draw.choice(list(OPTIONS))
        if self._options.pop(name, None) is None:
            self._options[name] = self._draw.choice(OPTIONS[name])

    def _flag(self) -> None:
        self._flags ^= {self._draw.choice(FLAGS)}

    def _touch(self) -> None:
        os.utime(self._draw.choice([file for file in self._home.rglob("*.*") if file.is_file()]))

    def _output(self) -> None:
        built = list((self._home / "kept").iterdir()) if (self._home / "kept").exists() else []
        for file in self._draw.sample(built, min(1, len(built))):
            if self._draw.random() < 0.5:
                file.unlink()
            else:
                data = file.read_bytes()
                file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))

    def _variable(self) -> None:
        if os.environ.pop("SOURCE_DATE_EPOCH", None) is None:
            os.environ["SOURCE_DATE_EPOCH"] = self._draw.choice(("0", "1000000000"))


def compare(directory: Path, edits: int, seed: int, *always: str) -> int:
    """Edit and build; return how often nothing had to be built. Raise `AssertionError`."""
    home = directory / "home"
    programme = Programme(home, seed)
    kept_cache, empty_cache = directory / "cache", directory / "empty"
    unchanged = 0
    with _being_in(home):
        for number in range(edits):
            what = programme.edit()
            numbers = _inodes(home / "kept")
            kept = _run(kept_cache, *programme.arguments(Path("kept")), *always)
            unchanged += kept[0] == 0 and numbers == _inodes(home / "kept")
            shutil.rmtree(empty_cache, ignore_errors=True)
            shutil.rmtree(home / "anew", ignore_errors=True)
            anew = _run(empty_cache, *programme.arguments(Path("anew")), *always, "--force")
            about = f"edit {number} of seed {seed}: {what}, {programme.arguments(Path('kept'))}"
            assert kept == anew, about
            if kept[0] != 0:
                programme.mend()
            else:
                found = contents(home / "kept")
                for name, data in contents(home / "anew").items():
                    assert found[name] == data, f"{about}: {name}"
    return unchanged


@contextlib.contextmanager
def _being_in(directory: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(directory)
    try:
        yield
    finally:
        os.chdir(before)


def _inodes(directory: Path) -> dict[str, tuple[int, int]]:
    if not directory.exists():
        return {}
    statuses = ((file.name, file.stat()) for file in directory.iterdir())
    return {name: (status.st_ino, status.st_mtime_ns) for name, status in statuses}


def _run(cache: Path, *arguments: str) -> tuple[int | str, ...]:
    """Run a command with the routine in its standard input; return its code and what it told."""
    os.environ["XDG_CACHE_HOME"] = str(cache)
    out, err = io.StringIO(), io.StringIO()
    given, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(Path("all.yaml").read_bytes()))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = cli.run(arguments)
    finally:
        sys.stdin = given
    said = (text.getvalue().replace("anew/", "kept/") for text in (out, err))
    return code, *said


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        count = int(sys.argv[1])
        unchanged = compare(Path(name), count, int(sys.argv[2]), *sys.argv[3:])
        sys.stdout.write(f"{unchanged} of {count} had nothing to build\n")
