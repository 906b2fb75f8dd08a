"""Problems by week: what is wrong in sessions, each told once, with the weeks that it is in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from voicecoach.problems import Problem
from voicecoach.programme.model import Programme
from voicecoach.units import listed

_MOST_WEEKS = 5


def problems_by_week(
    programme: Programme, found: Mapping[object, Iterable[Problem]]
) -> tuple[Problem, ...]:
    """Return what was `found` in the sessions of a programme, by their `content`, each once.

    Its message begins with its weeks, unless it is in all weeks that have its routine.
    """
    all_weeks: dict[Path, set[int]] = defaultdict(set)
    weeks: dict[tuple[Path, Problem], set[int]] = defaultdict(set)
    for session in programme.sessions:
        all_weeks[session.routine].add(session.week)
        for problem in found.get(session.content, ()):
            weeks[session.routine, problem].add(session.week)
    return tuple(
        dict.fromkeys(
            problem if numbers == all_weeks[routine] else _of_weeks(problem, sorted(numbers))
            for (routine, problem), numbers in weeks.items()
        )
    )


def _of_weeks(problem: Problem, weeks: list[int]) -> Problem:
    names = listed([str(week) for week in weeks], _MOST_WEEKS)
    return replace(problem, message=f"week{'s' * (len(weeks) > 1)} {names}: {problem.message}")
