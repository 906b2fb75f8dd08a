"""`voicecoach programme`."""

import json
from pathlib import Path

import pytest

from helpers.shell import Shell, one_error

PLAN = """\
programme: My weeks
start: 2026-12-07
days: [mon, thu]
at: "07:00"
routine: brief.yaml
progress: {hold: {from: 2s, add: 1s, to: 3s}}
weeks: [{}, {}, {deload: true, days: {thu: rest}}]
"""
BRIEF = 'title: Brief\nvars: {hold: 2s}\nworkout: ["Plank {hold}"]\n'


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("plan.yaml", PLAN)
    shell.put("brief.yaml", BRIEF)
    return shell


def test_check_prints_each_session_with_its_date_length_and_values(shell: Shell) -> None:
    said = shell.toned("programme", "check", "plan.yaml", "--plain", "--start", "2027-01-04")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "My weeks"
    assert lines[1].startswith("w01-1-mon Brief: 2027-01-04 07:00, 0:")
    assert lines[5].endswith(", deload, easy, hold 3s")
    assert lines[6].startswith("5 sessions in 3 weeks, ")

    table = shell.toned("programme", "check", "plan.yaml").out
    assert "2026-12-10" in table
    assert "deload, easy, hold 3s" in table


def test_build_writes_to_a_directory_of_the_programmes_name(shell: Shell) -> None:
    said = shell.toned("programme", "build", "plan.yaml")
    assert (said.code, said.err) == (0, "")
    names = [line.partition(".mp3")[0] for line in said.out.splitlines()]
    assert names[:2] == ["plan/w01-1-mon Brief", "plan/w01-2-thu Brief"]
    found = sorted(path.stem for path in (shell.directory / "plan").iterdir())
    assert sorted(names) == [f"plan/{stem}" for stem in found]
    assert len(found) == 5

    again = shell.toned("programme", "build", "plan.yaml", "-d", "quiet", "-q")
    assert (again.code, again.out, again.err) == (0, "", "")
    assert sorted(path.stem for path in (shell.directory / "quiet").iterdir()) == found


def test_an_option_wins_over_what_the_programme_says(shell: Shell) -> None:
    said = shell.toned(
        "programme", "check", "plan.yaml", "--plain", "--level", "hard", "--set", "hold=9s"
    )
    assert {line.partition("hard, ")[2] for line in said.out.splitlines()[1:-1]} == {"hold 9s"}


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["check", "brief.yaml"], 1, "this is a routine, and no programme of weeks"),
        (["check", "none.yaml"], 2, "none.yaml does not exist"),
        (["build", "plan.yaml", "--set", "hols=1s"], 2, "`hols` is none of the `vars`"),
        (["check", "plan.yaml", "--start", "soon"], 2, "`soon` is no date"),
        (["build", "plan.yaml", "-d", "plan.yaml"], 2, "plan.yaml"),
        (["chek", "plan.yaml"], 2, "did you mean `check`?"),
    ],
)
def test_wrong_usage_is_told(shell: Shell, arguments: list[str], code: int, says: str) -> None:
    said = shell.toned("programme", *arguments)
    assert (said.code, said.out) == (code, "")
    assert says in said.err
    assert "Traceback" not in said.err
    assert shell.files() == {"plan.yaml", "brief.yaml"}


def test_a_calendar_is_left_alone_until_something_changes(shell: Shell) -> None:
    said = shell.toned("programme", "calendar", "plan.yaml", "--base-url", "https://example.org/w")
    assert (said.code, said.out, said.err) == (0, "plan.ics  5 sessions\n", "")
    calendar = shell.directory / "plan.ics"
    assert b"https://example.org/w/w01-1-mon%20Brief.mp3" in calendar.read_bytes().replace(
        b"\r\n ", b""
    )
    before = calendar.stat()
    assert shell.toned("programme", "calendar", "plan.yaml", "--base-url", "https://example.org/w")
    assert calendar.stat() == before
    assert shell.toned("programme", "calendar", "plan.yaml").code == 0
    assert b"SEQUENCE:1" in calendar.read_bytes()

    calendar.write_text("my own", "utf-8")
    said = shell.toned("programme", "calendar", "plan.yaml")
    assert "plan.ics is no calendar of a programme" in one_error(said, 2)
    assert calendar.read_text("utf-8") == "my own"
    said = shell.toned("programme", "calendar", "plan.yaml", "-o", "plan.txt")
    assert (said.code, "has to end in .ics" in said.err) == (2, True)


def test_show_draws_the_weeks(shell: Shell) -> None:
    for options, name, start in (([], "plan.svg", b"<svg"), (["-o", "a.png"], "a.png", b"\x89PNG")):
        said = shell.toned("programme", "show", "plan.yaml", *options)
        assert (said.code, said.out, said.err) == (0, f"{name}\n", "")
        assert (shell.directory / name).read_bytes().startswith(start)
    assert shell.toned("programme", "show", "plan.yaml", "-o", "a.jpg").code == 2


def test_feed_and_share_take_a_programme_once_it_is_built(shell: Shell) -> None:
    feed = ("feed", "plan.yaml", "--base-url", "https://example.org/plan/")
    share = ("share", "plan.yaml", "--for", "0.1s", "--plain")
    for command in (feed, share):
        error = one_error(shell.run(*command), 2)
        assert "there is no plan/w01-1-mon Brief.mp3 and 4 more" in error
        assert "`voicecoach programme build plan.yaml` makes them" in error
    assert shell.toned("programme", "build", "plan.yaml").code == 0
    (shell.directory / "plan" / "left.mp3").write_bytes(
        (shell.directory / "plan" / "w01-1-mon Brief.mp3").read_bytes()
    )
    said = shell.run(*feed)
    assert (said.code, said.err) == (0, "")
    assert said.out == "plan/feed.xml  5 episodes  https://example.org/plan/feed.xml\n"
    written = (shell.directory / "plan" / "feed.xml").read_text("utf-8")
    assert "<title>My weeks</title>" in written
    assert "left.mp3" not in written
    assert "Offering 5 programmes for " in shell.run(*share).err


def test_a_programme_in_the_place_of_a_routine_is_recognised(shell: Shell) -> None:
    for command in ("build", "check", "script"):
        error = one_error(shell.toned(command, "plan.yaml"), 2)
        assert "plan.yaml is a programme of weeks, not a routine" in error
        assert "`voicecoach programme` checks, builds and draws it" in error


def test_check_tells_in_which_weeks_a_routine_is_warned_of_or_wrong(shell: Shell) -> None:
    tipped = '- exercise: Plank\n  for: "{hold}"\n  tips: [{at: 2s, say: Now hold still}]\n'
    shell.put("brief.yaml", f"title: Brief\nvars: {{hold: 2s}}\nworkout:\n{tipped}")
    shell.put("plan.yaml", PLAN.replace("add: 1s, to: 3s", "add: 28s, to: 30s"))
    said = shell.toned("programme", "check", "plan.yaml", "--plain", "--strict")
    assert said.code == 1
    assert "warning: week 1: the tip at 0:02 of `Plank` has no room" in said.err
    too_long = shell.toned("programme", "check", "plan.yaml", "--max-duration", "20s")
    assert too_long.code == 1
    assert "error: weeks 2, 3: the routine lasts 0:30, longer than 0:20" in too_long.err


def test_json_has_the_weeks_with_their_sessions_or_the_errors(shell: Shell) -> None:
    said = shell.toned("programme", "check", "plan.yaml", "--format", "json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert (found["ok"], found["title"], found["errors"]) == (True, "My weeks", [])
    assert [len(week["sessions"]) for week in found["weeks"]] == [2, 2, 1]
    last = found["weeks"][2]
    assert (last["number"], last["start"], last["deload"]) == (3, "2026-12-21", True)
    (session,) = last["sessions"]
    assert 3000 < session.pop("duration_ms") < 60_000
    assert session == {
        "name": "w03-1-mon Brief",
        "title": "Brief",
        "date": "2026-12-21",
        "at": "07:00",
        "routine": "brief.yaml",
        "level": "easy",
        "vars": {"hold": "3s"},
    }

    shell.put("plan.yaml", PLAN.replace("thu]", "tuh]"))
    wrong = shell.toned("programme", "check", "plan.yaml", "--format", "json")
    assert (wrong.code, wrong.err) == (1, "")
    found = json.loads(wrong.out)
    assert (found["ok"], found["title"], found["weeks"]) == (False, None, [])
    (error,) = found["errors"]
    assert (error["line"], error["column"]) == (3, 13)
