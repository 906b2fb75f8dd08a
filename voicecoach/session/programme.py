"""A programme of weeks as builds: equal sessions are one build, with a file for each of them."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from voicecoach.problems import Problem, RoutineError
from voicecoach.programme import Programme, TrainingSession
from voicecoach.programme.by_week import problems_by_week
from voicecoach.session.batch import Build
from voicecoach.session.options import Options
from voicecoach.session.outputs import AlbumEntry, Output, SoundOutput
from voicecoach.session.plan import plan_routine
from voicecoach.session.session import Session
from voicecoach.timeline import Timeline

SUFFIX = ".mp3"


def distinct_sessions(programme: Programme) -> list[list[TrainingSession]]:
    """Return the sessions in lists of those that sound the same, by the date of the first."""
    equal: dict[object, list[TrainingSession]] = defaultdict(list)
    for session in programme.sessions:
        equal[session.content].append(session)
    return list(equal.values())


def options_of(session: TrainingSession, options: Options) -> Options:
    """Return the options for a session of a programme that was read with those of the caller."""
    return replace(options, level=session.level, variables=session.variables)


def file_of(session: TrainingSession, directory: Path) -> Path:
    """Return the file of a session in a directory."""
    return directory / f"{session.name}{SUFFIX}"


def builds_of(
    programme: Programme,
    directory: Path,
    options: Options,
    sound: Callable[[Path], SoundOutput],
) -> list[Build]:
    """Return what is to be built: each distinct session once, into the files of all equal to it.

    `sound` makes the output of a file. A player shows each file under its own name, as the title
    alone would not tell the days apart, as a track of the programme.
    """
    sessions = programme.sessions
    tracks = {session.name: number for number, session in enumerate(sessions, 1)}

    def output(session: TrainingSession) -> Output:
        track = (tracks[session.name], len(sessions))
        entry = AlbumEntry(programme.title, session.name, track)
        return replace(sound(file_of(session, directory)), entry=entry)

    return [
        (equal[0].routine, [output(session) for session in equal], options_of(equal[0], options))
        for equal in distinct_sessions(programme)
    ]


def timelines_of(
    session: Session, programme: Programme, options: Options
) -> dict[object, Timeline]:
    """Return the timeline of each distinct session, by its `content`.

    Raises RoutineError with the problems of all sessions, WrongUsageError, EngineError or
    CancelledError.
    """
    timelines: dict[object, Timeline] = {}
    problems: dict[object, tuple[Problem, ...]] = {}
    for first, *_ in distinct_sessions(programme):
        with session.working_on(first.name) as on_progress:
            try:
                plan = plan_routine(session, first.routine, options_of(first, options), on_progress)
            except RoutineError as error:
                problems[first.content] = error.problems
            else:
                timelines[first.content] = plan.timeline
    if problems:
        raise RoutineError(problems_by_week(programme, problems))
    return timelines
