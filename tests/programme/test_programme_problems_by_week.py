"""What is wrong in sessions is told once, with its weeks."""

from pathlib import Path

from helpers.programmes_of_weeks import HEAD, programme_of
from voicecoach.problems import Problem, Span
from voicecoach.programme.by_week import problems_by_week


def test_a_problem_tells_its_weeks_where_others_with_its_routine_do_not_have_it(
    tmp_path: Path,
) -> None:
    programme = programme_of(
        tmp_path,
        HEAD.replace("[mon, wed, fri]", "[mon, wed]")
        + "routines: {wed: legs.yaml}\n"
        + "progress: {run: {from: 60s, add: 30s}}\n"
        + "weeks: [{}, {}, {same: 1}, {days: {wed: rest}}]\n",
    )
    span = Span("a.yaml", 1, 1, 2)
    everywhere, sometimes, once = (Problem(span, f"{name} wrong") for name in ("a", "b", "c"))
    found: dict[object, list[Problem]] = {each.content: [] for each in programme.sessions}
    for session in programme.sessions:
        found[session.content] = [everywhere]
    found[programme.weeks[0].sessions[0].content].append(sometimes)
    found[programme.weeks[1].sessions[0].content].append(once)
    assert [problem.message for problem in problems_by_week(programme, found)] == [
        "a wrong",
        "weeks 1, 3: b wrong",
        "week 2: c wrong",
    ]
