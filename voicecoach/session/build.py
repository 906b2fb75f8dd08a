"""Build: the stages in order, from a routine to finished files.

Read the routine, plan with the measured clips, mix phase by phase into the encoder; then replace
all files at once.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from voicecoach.files.made_folder import made_folder
from voicecoach.files.music import music_files
from voicecoach.files.ordinary import resolved
from voicecoach.files.whole_file import replacing_together
from voicecoach.language import RoutineText
from voicecoach.problems import EngineError, OverwritesSourceError, WrongUsageError, reason
from voicecoach.routine.routine import Routine, used_files
from voicecoach.session.built import Built, ChosenVoices, counted_lines
from voicecoach.session.options import Options
from voicecoach.session.outputs import BuildContext, Output
from voicecoach.session.plan import plan_routine
from voicecoach.session.session import Session
from voicecoach.session.voices import Speakers
from voicecoach.timeline import Timeline


class BuildResult(Struct, frozen=True):
    """A finished programme: the file with its sound, its content, who speaks, and its size.

    Where the sound is split, `target` is the playlist of the `parts`, which have that size.
    `written` has what the system knew of each new file when it was closed.
    """

    target: Path
    routine: Routine
    timeline: Timeline
    speakers: Speakers
    size_bytes: int
    written: Mapping[Path, os.stat_result]
    parts: Sequence[Path] = ()

    def built(self) -> Built:
        """Return what a command tells of it."""
        return Built(
            target=self.target,
            parts=tuple(self.parts),
            size_bytes=self.size_bytes,
            title=self.routine.title,
            language=self.routine.language,
            duration_ms=self.timeline.duration_ms,
            is_drawn=self.routine.is_drawn,
            voices=ChosenVoices.of(self.speakers),
            warnings=self.timeline.warnings,
            lines=counted_lines(self.timeline),
            used=frozenset(used_files(self.routine)),
        )


def build(
    session: Session,
    source: Path | RoutineText,
    outputs: Sequence[Output],
    options: Options,
    is_only: bool = False,
) -> BuildResult:
    """Write the programme of a routine to files: all of them, or none.

    The first output is the sound, which the others may read. If nothing else is built, `is_only`,
    the engines end while it is mixed. Raises RoutineError, WrongUsageError, EngineError or
    CancelledError, leaving the old files unchanged.
    """
    sound = outputs[0]
    sources: dict[Path, Path] = {}
    parts: list[Path] = []

    def check(routine: Routine) -> None:
        music = options.music or ()
        played = (file for path in music for file in music_files(path))
        # A programme built into a folder of music is none of it.
        finders = map(Path, routine.music.finders if routine.music else ())
        sources.update(_resolved(used_files(routine).difference(finders).union(played)))
        _check(outputs, sources)

    name = (source if isinstance(source, Path) else source.path).name
    try:
        with session.working_on(name) as on_progress:
            plan = plan_routine(session, source, options, on_progress, before_speaking=check)
            if is_only:
                session.engines.retire()
            with made_folder(sound.target.parent), replacing_together() as new:
                files = [new.open(output.target) for output in outputs]

                def new_part(path: Path) -> AbstractContextManager[BinaryIO]:
                    _check_no_source(path, sources)
                    parts.append(path)
                    return new.opened(path)

                context = BuildContext(
                    plan,
                    options,
                    session.store,
                    on_progress,
                    files[0],
                    sound.target.name,
                    new_part,
                    session.encoder_threads,
                )
                for output, file in zip(outputs, files, strict=True):
                    output.write(file, context)
                on_progress("Finishing", 0, None)
        size_bytes = sum(path.stat().st_size for path in parts or [sound.target])
    except OSError as error:
        raise EngineError(f"building {name} failed: {reason(error)}") from error
    return BuildResult(
        sound.target,
        plan.routine,
        plan.timeline,
        plan.speakers,
        size_bytes,
        new.written,
        tuple(parts),
    )


def _check(outputs: Sequence[Output], sources: Mapping[Path, Path]) -> None:
    """Raise an error if an output cannot be written, or only over a source or another output.

    `sources` are by their real paths.
    """
    for output in outputs:
        output.check()
        sources = {**sources, **dict(_resolved(output.sources))}
    targets = [resolved(output.target) for output in outputs]
    for output, target in zip(outputs, targets, strict=True):
        _check_no_source(output.target, sources)
        if targets.count(target) > 1:
            raise WrongUsageError(f"{output.target} would be written twice")


def _check_no_source(target: Path, sources: Mapping[Path, Path]) -> None:
    """Raise OverwritesSourceError if a target is a source, or in a folder that is one."""
    real = resolved(target)
    if real in sources:
        message = f"cannot write {sources[real]}: the programme is made of it"
        raise OverwritesSourceError(message)
    # Of recordings a folder is named.
    if real.parent in sources:
        what = "the programme is made of what is in it"
        message = f"cannot write {real.name} into {sources[real.parent]}: {what}"
        raise OverwritesSourceError(message)


def _resolved(paths: Collection[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield each path that leads somewhere, behind its real one."""
    for path in paths:
        # What is wrong with it is told where it is read.
        with suppress(OSError):
            yield resolved(path), path
