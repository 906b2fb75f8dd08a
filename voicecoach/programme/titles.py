"""Titles: each session gets the title of its routine, which is read with the session's variables.

So what a programme gives to a routine that it cannot take is found, and told at its place in the
programme.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from voicecoach.language import load
from voicecoach.problems import Problem, RoutineError
from voicecoach.programme.model import Programme, TrainingSession
from voicecoach.text.document import Document
from voicecoach.units import HOUR_MS

# Whether a routine is too long is asked where it is planned, by whoever knows how long it may be.
_ANY_LENGTH_MS = 1_000 * HOUR_MS


def with_titles(programme: Programme, document: Document) -> Programme:
    """Return a programme with the titles of its sessions. Raises RoutineError.

    `document` is that of the programme.
    """
    titles: dict[object, str] = {}
    problems: list[Problem] = []
    for session in programme.sessions:
        if session.content in titles:
            continue
        try:
            routine = load(session.routine, session.level, _ANY_LENGTH_MS, session.variables)
        except RoutineError as error:
            titles[session.content] = ""
            problems.extend(problems_in_programme(error, session, document))
        else:
            titles[session.content] = routine.title
    if problems:
        raise RoutineError(problems)
    weeks = tuple(
        replace(
            week,
            sessions=tuple(
                replace(session, title=titles[session.content]) for session in week.sessions
            ),
        )
        for week in programme.weeks
    )
    return replace(programme, weeks=weeks)


def problems_in_programme(
    error: RoutineError, session: TrainingSession, document: Document
) -> Iterator[Problem]:
    """Yield the problems of a session's routine: those with a variable, where it got its value."""
    for problem in error.problems:
        names = [given.partition("=")[0] for given in problem.given]
        spans = session.variable_spans
        span = next((spans[name] for name in names if name in spans), None)
        if span is None:
            yield problem
            continue
        place = f"{session.routine.name}:{problem.span.line}"
        yield replace(
            problem,
            span=span,
            source_line=document.source_line(span.line),
            message=f"week {session.week}: {problem.message} ({place})",
            given=(),
        )
