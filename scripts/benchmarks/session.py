"""A session: everything that is measured, run after run, in a directory of its own.

What is divided by each other runs side by side, so that a slow minute of the machine slows both.
"""

import array
import json
import math
import shutil
import subprocess
import sys
import wave
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from benchmarks.people import PERSONAL_ROUTINE, people
from benchmarks.programmes import routine
from benchmarks.running import Results, Run, run

# Whole numbers, so that a second can be played again and again.
_SONG_HZ = (220, 277, 330)
_SONG_RATE_HZ = 48_000
_SONG_S = 60
PARTS = ("start", "builds", "growth", "watch", "music", "natural", "encoding", "people", "steps")
# It is there on every machine, and its speed hardly counts.
SYSTEM_VOICE = ("--voice", "pyttsx3")
_PEOPLE, _FEW_PEOPLE = 1000, 20
_SCRIPTS = Path(__file__).parents[1]
_VOICECOACH = Path(sys.executable).with_name("voicecoach")


class Session:
    """Measures by names such as `cold medium`: what is built, and of which programme.

    `exercises` are those of the programmes `short`, `medium` and `long`.
    """

    def __init__(
        self, directory: Path, exercises: Sequence[int], tell: Callable[[str], None]
    ) -> None:
        """`directory` must be empty; `tell` is called with what is measured next."""
        self.results = Results()
        self._directory = directory
        self._exercises = dict(zip(("short", "medium", "long"), exercises, strict=True))
        self._tell = tell
        for size, number in self._exercises.items():
            self._file(f"{size}.yaml").write_text(routine(number), "utf-8")
        _compose(self._file("song.wav"))
        self._ffmpeg = _ffmpeg()

    def measure(self, parts: Collection[str]) -> None:
        """Run everything in these of the `PARTS` once."""
        for part in PARTS:
            if part in parts:
                getattr(self, f"_{part}")()

    def _start(self) -> None:
        self._run("python", [sys.executable, "-c", "pass"])
        self._run("version", [_VOICECOACH, "--version"])
        # With every line spoken, as it is when a routine is checked again.
        self._prepared("medium.json")
        self._run("check", [_VOICECOACH, "check", "medium.yaml", *SYSTEM_VOICE])

    def _builds(self) -> None:
        timeline = self._prepared("medium.json")
        self._run("overlay", [sys.executable, "-m", "benchmarks.overlay", timeline, "overlay.mp3"])
        self._build("medium")
        self._encode("encode", self._prepared("medium.wav"), "64k")

    def _growth(self) -> None:
        self._build("short")
        self._build("long")

    def _watch(self) -> None:
        for number in (5, 100):
            command = [sys.executable, "-m", "benchmarks.watching", str(number)]
            self._run(f"watch {number}", command, "watch cache")
            shutil.rmtree(self._file("watch cache"))

    def _music(self) -> None:
        sound = self._prepared("music.wav")
        self._voicecoach("music", "medium.yaml", "music.mp3", "music cache", music=True)
        self._change("medium")
        self._voicecoach("music changed", "changed.yaml", "music.mp3", "music cache", music=True)
        shutil.rmtree(self._file("music cache"))
        self._encode("encode stereo", sound, "128k")

    def _natural(self) -> None:
        for name, voice in (("", SYSTEM_VOICE), (" natural", ("--voice", "natural"))):
            self._change("medium")
            for state, source in (
                ("cold", "medium"), ("changed", "changed"), ("unchanged", "changed")
            ):  # fmt: skip
                options = [f"{source}.yaml", "-o", "natural.mp3", *voice]
                command: list[str | Path] = [_VOICECOACH, "build", "-q", *options]
                self._run(f"{state} beside{name}", command, "natural cache")
        shutil.rmtree(self._file("natural cache"))

    def _encoding(self) -> None:
        sound = self._prepared("medium.wav")
        for way in ("whole", "spans"):
            self._run(way, [sys.executable, "-m", "benchmarks.encoding", way, sound])

    def _people(self) -> None:
        """Build for people in a table, and check the table, in one process and in two."""
        rows = _PEOPLE if self._exercises["medium"] > 1 else _FEW_PEOPLE
        self._file("person.yaml").write_text(PERSONAL_ROUTINE, "utf-8")
        for count in (rows, rows // 10):
            self._file(f"{count}.csv").write_text(people(count), "utf-8")
        for way in ("all spoken", "rebuilds", "persons"):
            command = [sys.executable, "-m", "benchmarks.people", way, f"{rows // 10}.csv"]
            self._run("" if way == "all spoken" else way, command, "people cache")
        self._batch("", rows, 2)
        for processes in (1, 2):
            self._batch(f"batch by {processes}", rows, processes)
        for count in (rows, rows // 10):
            name = "check" if count == rows else "check a tenth"
            self._batch(f"batch {name}", count, 2, "--dry-run")
        shutil.rmtree(self._file("people cache"))

    def _batch(self, name: str, rows: int, processes: int, *options: str) -> None:
        """Build for the people in a table, or check it; nothing of it is there before."""
        shutil.rmtree(self._file("people"), ignore_errors=True)
        arguments = [f"{rows}.csv", "--routine", "person.yaml", "-d", "people", "-q"]
        options = (f"-j{processes}", *SYSTEM_VOICE, *options)
        command: list[str | Path] = [_VOICECOACH, "batch", *arguments, *options]
        self._run(name, command, "people cache")

    def _steps(self) -> None:
        self._change("medium")
        for name, source, cache in (
            ("cold medium", "medium", "steps"),
            ("changed medium", "changed", "steps"),
            ("unchanged medium", "medium", "steps"),
            ("cold long", "long", "long steps"),
        ):
            command = [sys.executable, "-m", "benchmarks.steps", f"{source}.yaml", "steps.mp3"]
            taken = self._run(f"steps of {name}", command, cache)
            found = json.loads(self._file("output.txt").read_text("utf-8"))
            found["start of Python"] = max(0.0, taken.wall_s - sum(found.values()))
            self.results.steps[name].update(found)
        shutil.rmtree(self._file("steps"))
        shutil.rmtree(self._file("long steps"))

    def _prepared(self, name: str) -> str:
        """Return the name of a file that is made when it is first needed.

        It has the medium programme's timeline, or its samples, with music or without.
        """
        if not self._file(name).exists():
            if name == "medium.json":
                self._run(
                    "", [_VOICECOACH, "script", "--format", "json", "medium.yaml", *SYSTEM_VOICE]
                )
                self._file("output.txt").replace(self._file(name))
            else:
                self._voicecoach("", "medium.yaml", name, music=name == "music.wav")
        return name

    def _build(self, size: str) -> None:
        cache = f"{size} cache"
        self._voicecoach(f"cold {size}", f"{size}.yaml", f"{size}.mp3", cache)
        self._voicecoach(f"unchanged {size}", f"{size}.yaml", f"{size}.mp3", cache)
        self._change(size)
        self._voicecoach(f"changed {size}", "changed.yaml", f"{size}.mp3", cache)
        shutil.rmtree(self._file(cache))

    def _change(self, size: str) -> None:
        """Write a programme in which one line has never been spoken before."""
        number = sum(map(len, self.results.runs.values()))
        changed = routine(self._exercises[size], changed=f"Now think of the number {number}.")
        self._file("changed.yaml").write_text(changed, "utf-8")

    def _voicecoach(
        self, name: str, source: str, target: str, cache: str = "cache", music: bool = False
    ) -> None:
        """Build a programme with the stores in the directory `cache`."""
        options = [*SYSTEM_VOICE, *(["--music", "song.wav"] if music else [])]
        self._run(name, [_VOICECOACH, "build", "-q", source, "-o", target, *options], cache)

    def _encode(self, name: str, sound: str, bitrate: str) -> None:
        options = ["-y", "-v", "error", "-i", sound, "-c:a", "libmp3lame", "-b:a", bitrate]
        self._run(name, [self._ffmpeg, *options, "encoded.mp3"])

    def _run(self, name: str, command: Sequence[str | Path], cache: str = "cache") -> Run:
        if name:
            self._tell(name)
        settings = {
            "XDG_CACHE_HOME": str(self._file(cache)),
            "PYTHONPATH": "",
            # As everywhere, modules are compiled once and not in every run.
            "PYTHONDONTWRITEBYTECODE": "",
        }
        if "-m" in command:
            settings["PYTHONPATH"] = str(_SCRIPTS)
        taken = run(command, self._directory, settings)
        if name:
            self.results.runs[name].append(taken)
        return taken

    def _file(self, name: str) -> Path:
        return self._directory / name


def _ffmpeg() -> str:
    """Return the path of ffmpeg. Asked of a process of its own, as `running` says why."""
    command = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
    found = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True)
    return found.stdout.decode().strip()


def _compose(file: Path) -> None:
    """Write some music: a chord, in stereo."""
    second = array.array("h")
    for time in range(_SONG_RATE_HZ):
        turns = [math.tau * pitch / _SONG_RATE_HZ * time for pitch in _SONG_HZ]
        second.append(int(3000 * sum(map(math.sin, turns))))
        second.append(int(3000 * sum(map(math.cos, turns))))
    with wave.open(str(file), "wb") as song:
        song.setnchannels(2)
        song.setsampwidth(2)
        song.setframerate(_SONG_RATE_HZ)
        for _ in range(_SONG_S):
            song.writeframes(second.tobytes())
