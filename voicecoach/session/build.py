"""Build: the stages in order, from a routine to finished files.

Read the routine, plan with the measured clips, mix phase by phase into the encoder; then put all
files in their places.
"""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from voicecoach.files.whole_file import replacing_all
from voicecoach.language import RoutineText
from voicecoach.problems import WrongUsageError
from voicecoach.routine import Routine, used_files
from voicecoach.session.outputs import Build, Output
from voicecoach.session.plan import Options, plan_routine
from voicecoach.session.session import Session
from voicecoach.timeline import Timeline


class OverwritesSourceError(WrongUsageError):
    """A file would be written over one that it is made of."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished programme: where its sound stands, what is in it, and its size."""

    target: Path
    routine: Routine
    timeline: Timeline
    size_bytes: int


def build(
    session: Session,
    source: Path | RoutineText,
    outputs: Sequence[Output],
    options: Options,
    speaking: AbstractContextManager[object] | None = None,
) -> Built:
    """Write the programme of a routine to files: all of them, or none.

    The first output is the sound, which the others may ask for. Lines are spoken within `speaking`.
    Raises RoutineError, WrongUsageError, EngineError or CancelledError; the old files are then as
    they were.
    """
    sound = outputs[0]

    def check(routine: Routine) -> None:
        sources = used_files(routine).union(options.music or ())
        for output in outputs:
            output.check()
            sources.update(output.sources)
        _check_apart(outputs, sources)

    name = (source if isinstance(source, Path) else source.path).name
    with session.working_on(name) as on_progress:
        planned = plan_routine(
            session, source, options, on_progress, before_speaking=check, speaking=speaking
        )
        with replacing_all([output.target for output in outputs]) as files:
            made_of = Build(
                planned, options, session.store, on_progress, files[0], sound.target.name
            )
            for output, file in zip(outputs, files, strict=True):
                output.write(file, made_of)
    return Built(sound.target, planned.routine, planned.timeline, sound.target.stat().st_size)


def _check_apart(outputs: Sequence[Output], sources: Collection[Path]) -> None:
    """Raise WrongUsageError where a file would be written over a source, or over another output."""
    targets = [output.target.resolve() for output in outputs]
    for source in sources:
        if source.resolve() in targets:
            raise OverwritesSourceError(f"cannot write {source}: the programme is made of it")
    for output, target in zip(outputs, targets, strict=True):
        if targets.count(target) > 1:
            raise WrongUsageError(f"{output.target} would be written twice")
