import json
import re
from pathlib import Path

import pytest

from helpers.shell import Shell, one_error


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _rows(out: str) -> list[list[str]]:
    lines = (re.split(r"\s{2,}", line.strip()) for line in out.splitlines())
    return [cells for cells in lines if cells != [""] and not cells[0].startswith("─")]


def test_a_check_prints_the_programme(shell: Shell) -> None:
    said = shell.toned("check", "short.yaml", "--level", "hard")
    assert (said.code, said.err) == (0, "")
    title, heading, plank, squats, totals, talk, span = _rows(said.out)
    assert title == ["Short"]
    assert heading == ["Exercise", "Dose", "Work", "Rest", "Total"]
    assert plank[:4] == ["Plank", "10 s", "0:10", "0:00"]
    assert squats[:4] == ["Squats", "4", "0:12", "0:03"]
    assert totals[:3] == ["2 exercises", "0:22", "0:03"]
    assert talk[0].startswith("Something is said for 0:")
    assert re.fullmatch(r"With `--length` it can last 0:\d\d to 0:\d\d\.", span[0])


def test_a_check_writes_no_file(shell: Shell) -> None:
    shell.toned("check", "short.yaml", "wrong.yaml")
    assert shell.files() == set()


def test_the_level_changes_the_programme(shell: Shell) -> None:
    doses = [
        _rows(shell.toned("check", "short.yaml", "--level", level).out)[2][1]
        for level in ("easy", "medium", "hard")
    ]
    assert doses == ["5 s", "8 s", "10 s"]


def test_a_warning_is_told_and_no_error(shell: Shell) -> None:
    said = shell.toned("check", "hasty.yaml")
    assert said.code == 0
    assert re.match(r"hasty\.yaml:8:\d+: warning: ", said.err)
    assert said.out


def test_a_strict_check_fails_where_there_are_warnings(shell: Shell) -> None:
    assert shell.toned("check", "hasty.yaml", "--strict").code == 1
    assert shell.toned("check", "short.yaml", "--strict").code == 0
    assert shell.toned("check", "short.yaml", "hasty.yaml", "short.yaml", "--strict").code == 1


def test_errors_go_to_stderr_and_the_other_routines_are_shown(shell: Shell) -> None:
    said = shell.toned("check", "wrong.yaml", "short.yaml")
    assert said.code == 1
    assert said.err.startswith("wrong.yaml:5:5: error: unknown key `rset`")
    assert "Short" in said.out
    assert "Wrong" not in said.out


def test_all_that_is_wrong_is_told_at_once(shell: Shell) -> None:
    shell.put("two.yaml", "title: T\nworkout:\n  - Plank 5s, rset 3s\n  - circut: x\n    do: []\n")
    said = shell.toned("check", "two.yaml")
    assert said.code == 1
    assert {line.split(":")[1] for line in said.err.splitlines() if ": error: " in line} >= {
        "3",
        "4",
    }


def test_json_has_the_errors_the_warnings_and_the_programme(shell: Shell) -> None:
    said = shell.toned("check", "short.yaml", "hasty.yaml", "wrong.yaml", "--format", "json")
    assert (said.code, said.err) == (1, "")
    found = json.loads(said.out)
    assert list(found) == ["version", "routines"]
    assert found["version"] == 1
    short, hasty, wrong = found["routines"]
    for result in found["routines"]:
        assert list(result) == [
            "file",
            "ok",
            "errors",
            "warnings",
            "notes",
            "lengths_ms",
            "seed",
            "programme",
            "voices",
        ]
    assert (short["file"], short["ok"], short["errors"], short["warnings"]) == (
        "short.yaml",
        True,
        [],
        [],
    )
    assert [row["name"] for row in short["programme"]["rows"]] == ["Plank", "Squats"]
    assert (hasty["ok"], hasty["errors"], len(hasty["warnings"])) == (True, [], 1)
    assert (wrong["ok"], wrong["programme"]) == (False, None)
    assert wrong["errors"] == [
        {
            "file": "wrong.yaml",
            "line": 5,
            "column": 5,
            "code": "unknown-key",
            "message": "unknown key `rset` in an exercise",
            "hint": "did you mean `rest`?",
        }
    ]


def test_json_is_strict_too(shell: Shell) -> None:
    said = shell.toned("check", "hasty.yaml", "--format", "json", "--strict")
    assert said.code == 1
    assert json.loads(said.out)["routines"][0]["ok"] is True


def test_github_gets_annotations_and_nothing_else(shell: Shell) -> None:
    said = shell.toned("check", "short.yaml", "hasty.yaml", "wrong.yaml", "--format", "github")
    assert (said.code, said.err) == (1, "")
    warning, error = said.out.splitlines()
    assert re.match(r"::warning file=hasty\.yaml,line=8,col=\d+,title=[a-z-]+::", warning)
    assert error == (
        "::error file=wrong.yaml,line=5,col=5,title=unknown-key"
        "::unknown key `rset` in an exercise (hint: did you mean `rest`?)"
    )


def test_names_cannot_add_to_an_annotation(shell: Shell) -> None:
    shell.put("a,b:c%.yaml", "title: T\nworkout:\n  - {exercise: P, for: 5s, 'a%::b': 1}\n")
    said = shell.toned("check", "a,b:c%.yaml", "--format", "github")
    assert said.out.startswith("::error file=a%2Cb%3Ac%25.yaml,line=3,")
    assert "`a%25::b`" in said.out


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_missing_routine_is_wrong_usage_in_every_format(shell: Shell, form: str) -> None:
    said = shell.toned("check", "missing.yaml", "--format", form)
    assert said.code == 2
    assert said.err.splitlines() == [
        "error: missing.yaml does not exist (check the path of the routine)"
    ]


def test_a_missing_routine_does_not_hide_the_others(shell: Shell) -> None:
    said = shell.toned("check", "missing.yaml", "short.yaml")
    assert said.code == 2
    assert "Plank" in said.out


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_an_unknown_voice_is_one_line_in_every_format(shell: Shell, form: str) -> None:
    said = shell.run("check", "short.yaml", "--voice", "no-such-voice", "--format", form)
    assert said.code == 3
    (line,) = said.err.splitlines()
    assert re.match("error: .* no voice `no-such-voice`", line)


def test_an_error_without_a_line_names_its_routine_and_does_not_hide_the_others(
    shell: Shell,
) -> None:
    said = shell.run("check", "short.yaml", "wrong.yaml", "--voice", "nobody")
    assert said.code == 3
    assert "error: short.yaml: the speech engine `pyttsx3` has no voice `nobody`" in said.err
    assert "wrong.yaml:5:5: error: unknown key" in said.err


def test_a_directory_is_no_routine(shell: Shell) -> None:
    assert "is a directory" in one_error(shell.toned("check", "."), 2)


MISSPELT = """
title: Misspelt
workout:
  - exercise: tree-pose
    for: 10s
  - Squats x4
"""


def test_a_near_miss_of_a_short_name_is_a_notice_with_what_to_write(shell: Shell) -> None:
    shell.put("near.yaml", MISSPELT)
    said = shell.toned("check", "near.yaml", "--strict")
    assert said.code == 0
    assert said.err.startswith("near.yaml:4:15: notice: `tree-pose` is a name like any other")
    assert "hint: write `exercise: tree`" in said.err


def test_notes_of_the_language_are_in_the_json(shell: Shell) -> None:
    shell.put("near.yaml", MISSPELT)
    said = shell.toned("check", "near.yaml", "--format", "json")
    (note,) = json.loads(said.out)["routines"][0]["notes"]
    assert (note["line"], note["column"], note["code"]) == (4, 15, "catalogue-name")
