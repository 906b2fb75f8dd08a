"""A programme of weeks becomes sessions with their dates, routines and variables."""

from datetime import date, time
from pathlib import Path

from helpers.programmes_of_weeks import HEAD, WEEKS, given, programme_of, put_programme
from voicecoach.programme import read_programme


def test_each_day_of_each_week_is_a_session_whose_name_sorts(tmp_path: Path) -> None:
    programme = programme_of(tmp_path, HEAD + WEEKS)
    names = [session.name for session in programme.sessions]
    assert names == sorted(names)
    assert names[0] == "w01-1-mon Intervals"
    assert names[-1] == "w04-2-wed Intervals"
    assert [len(week.sessions) for week in programme.weeks] == [3, 3, 3, 2]
    last = programme.sessions[-1]
    assert (last.date, last.at, last.level) == (date(2026, 12, 30), time(7), "easy")
    assert programme.notes == ()


def test_a_week_that_repeats_another_has_its_values_and_the_next_one_goes_on(
    tmp_path: Path,
) -> None:
    programme = programme_of(tmp_path, HEAD + WEEKS)
    assert given(programme, "run") == ["1 min", "1m30s", "1m30s", "2 min"]
    assert given(programme, "runs") == [None, "7", "7", None]
    second, third = programme.weeks[1:3]
    assert [each.content for each in second.sessions] == [each.content for each in third.sessions]


def test_progress_goes_up_or_down_in_any_unit_and_waits_in_a_deload_week(tmp_path: Path) -> None:
    text = HEAD.replace("routine: intervals.yaml", "routines: {mon: legs.yaml}").replace(
        "days: [mon, wed, fri]\n", ""
    )
    programme = programme_of(
        tmp_path,
        text + "progress: {load: {from: 60 kg, add: 2.5 kg, to: 66 kg}}\n"
        "weeks: [{}, {}, {deload: true}, {}, {deload: true, vars: {load: 40 kg}}, {}, {}]\n",
    )
    loads = ["60 kg", "62.5 kg", "62.5 kg", "65 kg", "40 kg", "66 kg", "66 kg"]
    assert given(programme, "load") == loads
    assert [week.level for week in programme.weeks] == [
        None,
        None,
        "easy",
        None,
        "easy",
        None,
        None,
    ]
    assert {session.name[-4:] for session in programme.sessions} == {"Legs"}

    weeks = "weeks: [{}, {}, {}, {}, {}]\n"
    down = "progress: {run: {from: 90s, add: -15s, to: 1 min}, runs: {from: 2, add: 1, every: 2}}\n"
    programme = programme_of(tmp_path, HEAD + down + weeks)
    assert given(programme, "run") == ["1m30s", "1m15s", "1 min", "1 min", "1 min"]
    assert given(programme, "runs") == ["2", "2", "3", "3", "4"]


def test_a_week_that_repeats_another_may_be_an_easier_one(tmp_path: Path) -> None:
    weeks = "[{level: hard}, {same: 1, deload: true}, {same: 2}, {same: 1, deload: true, level: medium}]"
    programme = programme_of(tmp_path, f"{HEAD}weeks: {weeks}\n")
    assert [(week.deload, week.level) for week in programme.weeks] == [
        (False, "hard"),
        (True, "easy"),
        (True, "easy"),
        (True, "medium"),
    ]


def test_a_list_has_a_value_for_each_week_that_is_written_out(tmp_path: Path) -> None:
    programme = programme_of(
        tmp_path,
        HEAD + "progress: {run: [60s, 90s, 45s]}\n"
        "weeks: [{}, {}, {same: 1}, {deload: true, vars: {runs: 3}}]\n",
    )
    assert given(programme, "run") == ["60s", "90s", "60s", "45s"]


def test_a_day_may_have_another_routine_time_level_and_variables(tmp_path: Path) -> None:
    weeks = (
        "weeks:\n"
        "  - days:\n"
        "      mon: rest\n"
        "      wed: {vars: {runs: 2, run: 5 min}}\n"
        "      sat: legs.yaml\n"
        '      sun: {at: "18:30", level: hard}\n'
    )
    (week,) = programme_of(tmp_path, HEAD + weeks).weeks
    facts = [(each.name, each.at, each.level, dict(each.variables)) for each in week.sessions]
    assert facts == [
        ("w01-1-wed Intervals", time(7), None, {"runs": "2", "run": "5 min"}),
        ("w01-2-fri Intervals", time(7), None, {}),
        ("w01-3-sat Legs", time(7), None, {}),
        ("w01-4-sun Intervals", time(18, 30), "hard", {}),
    ]


def test_a_variable_reaches_only_the_routines_that_have_it(tmp_path: Path) -> None:
    text = HEAD.replace(
        "routine: intervals.yaml", "routine: intervals.yaml\nroutines: {wed: legs.yaml}"
    )
    programme = programme_of(tmp_path, text + WEEKS.replace("- {}", "- {vars: {load: 50 kg}}"))
    first, second, third = programme.weeks[0].sessions
    assert set(first.variables) == set(third.variables) == {"run"}
    assert dict(second.variables) == {"load": "50 kg"}


def test_weeks_count_from_the_day_of_the_start_wherever_it_is_set(tmp_path: Path) -> None:
    path = put_programme(tmp_path, HEAD + WEEKS)
    programme = read_programme(path, start=date(2027, 3, 25))
    assert programme.weeks[0].start == date(2027, 3, 25)
    names = [session.name[:9] for session in programme.weeks[0].sessions]
    assert names == ["w01-1-fri", "w01-2-mon", "w01-3-wed"]
    # A Thursday, on which nobody trains.
    assert [note.code for note in programme.notes] == ["start-without-session"]
    # Neither a rest on Mondays, as weeks from Monday on are usual, nor a first week of its own is
    # a slip.
    text = (HEAD + WEEKS).replace("[mon, wed, fri]", "[wed, fri]")
    assert programme_of(tmp_path, text).notes == ()
    text = text.replace("- {}", "- days: {sat: legs.yaml}").replace("2026-12-07", "2026-12-05")
    assert programme_of(tmp_path, text).notes == ()


def test_an_end_that_is_not_reached_and_a_week_without_training_are_noted(tmp_path: Path) -> None:
    weeks = "weeks: [{}, {days: {mon: rest, wed: rest, fri: rest}}, {}]\n"
    growing = "progress: {runs: {from: 4, add: 1, to: 8}}\n"
    programme = programme_of(tmp_path, HEAD + growing + weeks)
    assert programme.weeks[1].sessions == ()
    assert [note.code for note in programme.notes] == [
        "week-without-session",
        "to-not-reached",
    ] or [note.code for note in programme.notes] == ["to-not-reached", "week-without-session"]
