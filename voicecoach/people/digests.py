"""Digests: whether a file is made of the same as one that is there."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from voicecoach.files.music import music_files
from voicecoach.files.store import digest
from voicecoach.people.job import Job, Setting
from voicecoach.people.versions import versions
from voicecoach.routine.routine import Routine, used_files
from voicecoach.routine.voice import PARTS
from voicecoach.session.session import Session
from voicecoach.speech.casting import Casting


def digest_of(job: Job, setting: Setting, routine: Routine, session: Session) -> str:
    """Return the digest of all that a job's files are made of. Raises EngineError."""
    music = [file for path in job.options.music or () for file in music_files(path)]
    sources = {Path(source) for source in routine.sources}
    others = {*used_files(routine), *music} - sources
    if isinstance(setting.cover, Path):
        others.add(setting.cover)
    parts = {
        "versions": versions(),
        "options": str(job.options),
        "routine": [[*routine.sources[source]] for source in sorted(routine.sources)],
        "language": routine.language,
        "seed": routine.seed,
        "files": [_state(path) for path in sorted({*others, *_inside(others)})],
        "voices": list(_voices(routine, session)),
        "output": [setting.year, setting.bitrate_kbps, str(setting.cover), setting.comment],
        "entry": str(job.entry),
        "sheet": setting.with_sheet,
    }
    return digest(parts)


def _inside(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield what is in the folders among paths: a recording may be replaced in its place."""
    for path in paths:
        if path.is_dir():
            yield from path.iterdir()


def _state(path: Path) -> list[str | int]:
    """Return what changes when a file does."""
    try:
        stat = path.stat()
    except OSError:
        return [str(path.absolute())]
    return [str(path.absolute()), stat.st_size, stat.st_mtime_ns]


def _voices(routine: Routine, session: Session) -> Iterator[str]:
    """Yield the voices that may speak, with the versions of their engines."""
    casting = Casting(routine.voice, routine.parts, routine.language)
    for part in PARTS:
        for voice in casting.candidates(part):
            yield f"{voice} {session.engines.version(voice, routine.language)}"
