"""What is wrong in a programme is told at its place, all at once."""

from pathlib import Path

import pytest

from helpers.programmes_of_weeks import HEAD, WEEKS, programme_of
from voicecoach.problems import RoutineError

# What is changed in a right programme; line and column of the error; what it says.
FAULTS = {
    "an unknown key": ('at: "07:00"', 'att: "07:00"', "4:1", "unknown key `att` in a programme"),
    "no day": ("[mon, wed, fri]", "[]", "3:7", "there is no day in this list"),
    "no days": ("days: [mon, wed, fri]\n", "", "1:1", "a programme needs `days`"),
    "a day that is none": ("wed, fri]", "wen, fri]", "3:13", "`wen` is no day of the week"),
    "a day twice": ("wed, fri]", "mon, fri]", "3:8", "`mon` is named twice"),
    "days in a text": ("[mon, wed, fri]", "mon, wed", "3:7", "expected a list of days"),
    "no date": ("2026-12-07", "7.12.2026", "2:8", "`7.12.2026` is no date"),
    "no such date": ("2026-12-07", "2026-02-30", "2:8", "there is no day 2026-02-30"),
    "no such time": ("07:00", "24:30", "4:6", "there is no time `24:30`"),
    "no such file": ("intervals.yaml", "interval.yaml", "5:10", "there is no file"),
    "a file elsewhere": ("intervals.yaml", "../x.yaml", "5:10", "outside the programme's folder"),
    "no routine": ("routine: intervals.yaml\n", "", "3:1", "no routine for `mon`, `wed`, `fri`"),
    "the routine of another day": (
        "routine: intervals.yaml",
        "routine: intervals.yaml\nroutines: {tue: legs.yaml}",
        "6:12",
        "`tue` is none of the `days`",
    ),
    "an unknown variable that grows": ("run: {from", "walk: {from", "7:3", "`walk` is none of"),
    "an unknown variable of a week": ("{runs: 7}", "{runns: 7}", "10:13", "`runns` is none of"),
    "an unknown variable of a day": (
        "{fri: rest}",
        "{fri: {vars: {load: 1}}}",
        "12:26",
        "`load` is none of the `vars` of intervals.yaml",
    ),
    "what cannot be added": ("from: 60s", "from: fast", "7:15", "cannot be added"),
    "nothing to add": ("add: 30s, to: 2 min", "add: 0s", "7:25", "nothing is added"),
    "an end the other way": ("add: 30s", "add: -30s", "7:35", "`2 min` is never reached"),
    "too small": ("add: 30s, to: 2 min", "add: -30s", "7:25", "falls to 0 or less"),
    "a week that repeats itself": ("same: 2", "same: 3", "11:12", "cannot repeat week 3"),
    "a week that repeats a later one": ("same: 2", "same: 4", "11:12", "only an earlier one"),
    "too few values": ("{from: 60s, add: 30s, to: 2 min}", "[60s, 90s]", "7:3", "has 2 values"),
    "an empty week": ("- {}\n", "-\n", "9:4", "week 1 is empty"),
    "no weeks": (WEEKS[WEEKS.index("weeks:") :], "weeks: []\n", "8:1", "takes a list of weeks"),
    "too many weeks": (
        WEEKS[WEEKS.index("weeks:") :],
        f"weeks: [{', '.join(['{}'] * 100)}]\n",
        "8:1",
        "no more than 99 weeks",
    ),
    "no key `weeks`": (WEEKS[WEEKS.index("weeks:") :], "", "1:1", "a programme needs `weeks`"),
    "a rest on another day": ("fri: rest", "sat: rest", "12:13", "no training on `sat`"),
    "a day of a week twice": (
        "{fri: rest}",
        "{fri: rest, Friday: legs.yaml}",
        "12:24",
        "`Friday` is named twice",
    ),
    "the routine of a day twice": (
        "routine: intervals.yaml",
        "routine: intervals.yaml\nroutines: {mon: intervals.yaml, monday: legs.yaml}",
        "6:33",
        "`monday` is named twice",
    ),
    "a day off": ("fri: rest", "fri: off", "12:13", "`off` is no routine"),
    "a value that the routine refuses": (
        "{runs: 7}",
        "{runs: many}",
        "10:13",
        "week 2: `many` is no whole number (intervals.yaml:5)",
    ),
    "a routine in its place": (HEAD + WEEKS, "title: T\nworkout: [Plank 5s]\n", "2:1", "a routine"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_place(tmp_path: Path, name: str) -> None:
    old, new, place, says = FAULTS[name]
    text = HEAD + WEEKS
    assert old in text
    with pytest.raises(RoutineError) as caught:
        programme_of(tmp_path, text.replace(old, new, 1))
    (problem,) = caught.value.problems
    assert f"{problem.span.line}:{problem.span.column}" == place
    assert says in problem.message
    assert problem.span.file.endswith("plan.yaml")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (HEAD + WEEKS).replace("from: 60s", "from: fast").replace("runs: 7", "rums: 7")
    text = text.replace("same: 2", "same: 9").replace("fri: rest", "sat: rest")
    with pytest.raises(RoutineError) as caught:
        programme_of(tmp_path, text)
    assert [problem.span.line for problem in caught.value.problems] == [7, 10, 11, 12]


def test_what_is_wrong_in_a_routine_itself_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("title: Broken\nworkout: [Plank]\n", "utf-8")
    with pytest.raises(RoutineError) as caught:
        programme_of(tmp_path, (HEAD + "weeks: [{}]\n").replace("intervals.yaml", "broken.yaml"))
    (problem,) = caught.value.problems
    assert problem.span.file.endswith("broken.yaml")


@pytest.mark.parametrize(
    ("key", "meant"), [("programme", "title"), ("programme", "name"), ("at", "time")]
)
def test_a_key_of_another_name_is_told_with_its_own(tmp_path: Path, key: str, meant: str) -> None:
    with pytest.raises(RoutineError) as caught:
        programme_of(tmp_path, (HEAD + WEEKS).replace(f"{key}:", f"{meant}:", 1))
    (problem,) = caught.value.problems
    assert problem.hint == f"did you mean `{key}`?"
