"""Build: the stages in order, from a routine to finished files.

Read the routine, plan with the measured clips, mix phase by phase into the encoder; then replace
all files at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from voicecoach.files.music import music_files
from voicecoach.files.ordinary import resolved
from voicecoach.files.whole_file import replacing_all
from voicecoach.language import RoutineText
from voicecoach.problems import EngineError, OverwritesSourceError, WrongUsageError, reason
from voicecoach.routine import Routine, used_files
from voicecoach.session.outputs import BuildContext, Output
from voicecoach.session.plan import Options, plan_routine
from voicecoach.session.session import Session
from voicecoach.session.voices import Speakers
from voicecoach.timeline import Timeline


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A finished programme: the file with its sound, its content, who speaks, and its size."""

    target: Path
    routine: Routine
    timeline: Timeline
    speakers: Speakers
    size_bytes: int


def build(
    session: Session,
    source: Path | RoutineText,
    outputs: Sequence[Output],
    options: Options,
) -> BuildResult:
    """Write the programme of a routine to files: all of them, or none.

    The first output is the sound, which the others may read. Raises RoutineError, WrongUsageError,
    EngineError or CancelledError, leaving the old files unchanged.
    """
    sound = outputs[0]

    def check(routine: Routine) -> None:
        music = options.music or ()
        played = (file for path in music for file in music_files(path))
        # A programme built into a folder of music is none of it.
        finders = map(Path, routine.music.finders if routine.music else ())
        _check(outputs, used_files(routine).difference(finders).union(played))

    name = (source if isinstance(source, Path) else source.path).name
    try:
        with session.working_on(name) as on_progress:
            plan = plan_routine(session, source, options, on_progress, before_speaking=check)
            with replacing_all([output.target for output in outputs]) as files:
                context = BuildContext(
                    plan, options, session.store, on_progress, files[0], sound.target.name
                )
                for output, file in zip(outputs, files, strict=True):
                    output.write(file, context)
                on_progress("Finishing", 0, None)
        size_bytes = sound.target.stat().st_size
    except OSError as error:
        raise EngineError(f"building {name} failed: {reason(error)}") from error
    return BuildResult(sound.target, plan.routine, plan.timeline, plan.speakers, size_bytes)


def _check(outputs: Sequence[Output], sources: set[Path]) -> None:
    """Raise an error if an output cannot be written, or only over a source or another output."""
    for output in outputs:
        output.check()
        sources = sources.union(output.sources)
    targets = [resolved(output.target) for output in outputs]
    for source in sources:
        try:
            real = resolved(source)
        except OSError:
            # What is wrong with it is told where it is read.
            continue
        if real in targets:
            raise OverwritesSourceError(f"cannot write {source}: the programme is made of it")
        # Of recordings a folder is named.
        for target in targets:
            if real == target.parent:
                what = "the programme is made of what is in it"
                message = f"cannot write {target.name} into {source}: {what}"
                raise OverwritesSourceError(message)
    for output, target in zip(outputs, targets, strict=True):
        if targets.count(target) > 1:
            raise WrongUsageError(f"{output.target} would be written twice")
