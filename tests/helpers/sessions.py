"""Builds without the command line: a session, what is told of progress, what is written."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from voicecoach.language import RoutineText
from voicecoach.outputs import Finished, OutputModule
from voicecoach.session.build import BuildResult, build
from voicecoach.session.options import Options
from voicecoach.session.outputs import SoundOutput, TimelineOutput
from voicecoach.session.session import OnProgress, Session

TONES = Options(voice="tone")
SHORT = "title: Short\nworkout: [Plank 5s, rest: 5s, Squats x2]\n"
OLD = b"the old file"


def ignore(_stage: str, _done: int, _total: int | None) -> None:
    """Take no notice of how far a build is."""


@contextmanager
def opened(on_progress: OnProgress = ignore, **by_name: OnProgress) -> Iterator[Session]:
    """Yield a session of the user's store, whose progress is told to a function.

    That of a routine whose file is in `by_name`, without its suffix, is told to another.
    """

    @contextmanager
    def progress(name: str) -> Iterator[OnProgress]:
        yield by_name.get(Path(name).stem, on_progress)

    with closing(Session(progress=progress)) as session:
        yield session


def built(
    routine: Path | RoutineText, target: Path, options: Options, on_progress: OnProgress = ignore
) -> BuildResult:
    """Build the sound of a routine in a session of its own."""
    with opened(on_progress) as session:
        return build(session, routine, [SoundOutput(target)], options)


@dataclass
class _Module:
    """Stands in for a module of an output beside the sound."""

    render: Callable[[Finished], bytes]
    SUFFIX: str = ".txt"


class _Beside(TimelineOutput, frozen=True):
    render: Callable[[Finished], bytes] = lambda _: b""

    @property
    def module(self) -> OutputModule:
        return _Module(self.render)


def beside(target: Path, render: Callable[[Finished], bytes]) -> TimelineOutput:
    """Return an output beside the sound whose content a function returns."""
    return _Beside(target, "stand_in", render=render)


def put(directory: Path, files: Mapping[str, bytes | str]) -> dict[str, bytes]:
    """Write files to a directory, and return all that is in it."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (directory / name).write_bytes(data)
    return contents(directory)


def contents(directory: Path) -> dict[str, bytes]:
    """Return what is in the files of a directory, by their names."""
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}
