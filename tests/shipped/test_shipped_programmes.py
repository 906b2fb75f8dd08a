"""What each shipped programme of weeks offers."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from helpers.golden import told
from helpers.routines import rule_of_thumb
from helpers.shipped_routines import ROOT, slowly
from voicecoach.files import shipped
from voicecoach.language import RoutineText, load
from voicecoach.programme import Programme, TrainingSession, read_programme
from voicecoach.routine.utterance import Measure
from voicecoach.timeline import Timeline, plan

NAME = "run-walk-8-weeks"
# How many runs there are in each week, and how long a run and a walk take in seconds.
WEEKS = (
    (8, 60, 90),
    (8, 90, 90),
    (6, 150, 90),
    (5, 240, 90),
    (4, 360, 90),
    (3, 540, 90),
    (2, 840, 120),
    (1, 1800, 90),
)


@cache
def _programme() -> Programme:
    return read_programme(shipped.programmes()[NAME])


def _timeline(session: TrainingSession, measure: Measure = rule_of_thumb) -> Timeline:
    # Its file is called the same on every machine.
    name = Path("routines") / session.routine.name
    text = RoutineText((ROOT / name).read_text("utf-8"), name)
    return plan(load(text, session.level, variables=session.variables), measure)


def _firsts() -> list[TrainingSession]:
    return [week.sessions[0] for week in _programme().weeks]


def test_the_shipped_programmes_are_these() -> None:
    assert list(shipped.programmes()) == [NAME]
    assert _programme().notes == ()


def test_a_week_has_three_equal_sessions_with_days_off_between_them() -> None:
    for week in _programme().weeks:
        assert [session.weekday for session in week.sessions] == ["mon", "wed", "fri"]
        assert len({session.content for session in week.sessions}) == 1


def test_each_week_takes_to_the_millisecond_what_it_says() -> None:
    found = []
    for session in _firsts():
        phases = _timeline(session).phases
        works = [(phase.name, phase.length_ms) for phase in phases if phase.kind == "work"]
        assert (works[0], works[-1]) == (("Walk", 300_000), ("Walk", 300_000))
        (run_ms,) = {length_ms for name, length_ms in works if name == "Run"}
        assert works[1:-1] == [("Run", run_ms), works[2]] * ((len(works) - 2) // 2)
        found.append((len(works) // 2 - 1, run_ms // 1000, works[2][1] // 1000))
        others = [phase.kind for phase in phases if phase.kind != "work"]
        assert others == ["say", "say", "prepare", "say"]
    assert found == list(WEEKS)
    run_s = [runs * length_s for runs, length_s, _ in found]
    assert run_s == sorted(set(run_s))


@pytest.mark.parametrize("measure", [rule_of_thumb, slowly])
def test_each_week_has_room_for_all_its_words(measure: Measure) -> None:
    for session in _firsts():
        assert _timeline(session, measure).warnings == ()


def test_each_week_says_which_it_is_and_what_is_done() -> None:
    for number, session in enumerate(_firsts(), 1):
        (intro,) = [e.text or "" for e in _timeline(session).events if e.role == "intro"]
        assert intro.startswith(f"Run and walk, week {number}. ")
        assert "{" not in intro


def test_each_week_is_heard_as_its_golden_file_says(golden: Callable[[str, str], None]) -> None:
    # The first is the routine itself.
    for session in _firsts()[1:]:
        golden(f"{NAME}/w{session.week:02}.txt", told(_timeline(session)))
