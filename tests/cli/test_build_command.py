import json
import re
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import SHORT, Said, Shell, one_error, run_apart

OLD = b"the old file"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _usage_error(said: Said) -> str:
    """Return the message of a command that was called wrongly."""
    assert said.code == 2, said
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0].startswith("Usage: voicecoach ")
    assert lines[-1].startswith("Error: ")
    return lines[-1]


def test_a_build_prints_path_length_and_size(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml")
    assert (said.code, said.err) == (0, "")
    size = shell.directory.joinpath("short.mp3").stat().st_size / 1_000_000
    assert re.fullmatch(rf"short\.mp3  0:3\d  {size:.1f} MB\n", said.out)
    assert shell.files() == {"short.mp3"}


def test_a_build_with_the_voice_of_the_system_prints_the_same(shell: Shell) -> None:
    shell.put("one.yaml", "title: One\nworkout: [Plank 5s]\n")
    said = shell.run("build", "one.yaml", "--voice", "pyttsx3")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"one\.mp3  0:\d\d  0\.\d MB\n", said.out)


def test_warnings_go_to_stderr_and_the_file_is_built(shell: Shell) -> None:
    said = shell.toned("build", "hasty.yaml")
    assert said.code == 0
    assert said.out.startswith("hasty.mp3  ")
    assert said.out.count("\n") == 1
    assert re.match(r"hasty\.yaml:\d+:\d+: warning: ", said.err)
    assert shell.files() == {"hasty.mp3"}


@pytest.mark.parametrize("flag", ["-q", "--quiet"])
@pytest.mark.parametrize("name", ["short", "hasty"])
def test_a_quiet_build_prints_nothing(shell: Shell, flag: str, name: str) -> None:
    assert shell.toned("build", f"{name}.yaml", flag) == Said(0, "", "")
    assert shell.files() == {f"{name}.mp3"}


def test_a_quiet_build_prints_errors(shell: Shell) -> None:
    assert "error: unknown key `rset`" in shell.toned("build", "wrong.yaml", "-q").err


def test_a_wrong_routine_is_named_and_the_old_file_kept(shell: Shell) -> None:
    shell.directory.joinpath("wrong.mp3").write_bytes(OLD)
    said = shell.toned("build", "wrong.yaml")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "wrong.yaml:5:5: error: unknown key `rset` in an exercise\n"
        "  5 |     rset: 20\n"
        "    |     ^^^^\n"
        "  hint: did you mean `rest`?\n"
    )
    assert shell.directory.joinpath("wrong.mp3").read_bytes() == OLD
    assert shell.files() == {"wrong.mp3"}


@pytest.mark.parametrize(
    "order", [("short", "wrong", "hasty"), ("wrong", "short", "hasty")], ids=", ".join
)
def test_of_several_routines_the_right_ones_are_built(shell: Shell, order: list[str]) -> None:
    said = shell.toned("build", *(f"{name}.yaml" for name in order))
    assert said.code == 1
    assert [line.split()[0] for line in said.out.splitlines()] == ["short.mp3", "hasty.mp3"]
    assert "wrong.yaml:5:5: error: " in said.err
    assert shell.files() == {"short.mp3", "hasty.mp3"}


def test_the_first_failure_decides_the_exit_code(shell: Shell) -> None:
    assert shell.toned("build", "wrong.yaml", "missing.yaml").code == 1
    assert shell.toned("build", "missing.yaml", "wrong.yaml").code == 2


def test_a_file_is_written_where_o_says(shell: Shell) -> None:
    shell.directory.joinpath("music").mkdir()
    said = shell.toned("build", "short.yaml", "-o", "music/a.mp3")
    assert said.out.startswith("music/a.mp3  ")
    assert shell.files() == {"music"}
    assert shell.directory.joinpath("music/a.mp3").stat().st_size > 100_000


def test_several_files_are_written_where_d_says(shell: Shell) -> None:
    shell.directory.joinpath("music").mkdir()
    said = shell.toned("build", "short.yaml", "hasty.yaml", "-d", "music")
    assert said.code == 0
    found = {path.name for path in shell.directory.joinpath("music").iterdir()}
    assert found == {"short.mp3", "hasty.mp3"}
    assert shell.files() == {"music"}


def test_a_build_takes_the_place_of_the_old_file(shell: Shell) -> None:
    target = shell.directory / "short.mp3"
    target.write_bytes(OLD)
    assert shell.toned("build", "short.yaml").code == 0
    assert target.read_bytes()[:3] == b"ID3"
    assert shell.files() == {"short.mp3"}


def test_o_with_several_routines_is_wrong_usage(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "hasty.yaml", "-o", "a.mp3")
    assert _usage_error(said) == "Error: -o names one file: give -d with several routines"
    assert shell.files() == set()


def test_o_and_d_together_are_wrong_usage(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "-o", "a.mp3", "-d", ".")
    assert "give one of them" in _usage_error(said)
    assert shell.files() == set()


def test_two_routines_of_one_name_are_wrong_usage(shell: Shell) -> None:
    shell.directory.joinpath("other").mkdir()
    shell.put("other/short.yaml", SHORT)
    said = shell.toned("build", "short.yaml", "other/short.yaml")
    error = one_error(said, 2)
    assert "short.yaml and other/short.yaml would both become short.mp3" in error
    assert shell.files() == {"other"}


@cases(
    ("arguments", "code", "says"),
    {
        "no such routine": (["missing.yaml"], 2, "missing.yaml does not exist"),
        "a folder without routines": (
            ["folder.yaml"],
            2,
            "there is no routine in the folder folder.yaml",
        ),
        "standard input twice": (["-", "-"], 2, "standard input is given twice"),
        "no directory for the output": (
            ["short.yaml", "-o", "missing/a.mp3"],
            2,
            "there is no directory missing; create it",
        ),
        "a file for a directory": (
            ["short.yaml", "-d", "hasty.yaml"],
            2,
            "cannot write hasty.yaml/short.mp3: hasty.yaml is no directory; choose another",
        ),
        "a directory in a file": (
            ["short.yaml", "-d", "hasty.yaml/in"],
            2,
            "cannot make the directory hasty.yaml/in: hasty.yaml is none",
        ),
        "the output is a directory": (
            ["short.yaml", "-o", "folder.yaml"],
            2,
            "cannot write folder.yaml: it is a directory",
        ),
        "the output is the routine": (
            ["short.yaml", "-o", "short.yaml"],
            2,
            "cannot write short.yaml: it is the routine short.yaml",
        ),
        "the output is of no known format": (
            ["short.yaml", "-o", "a.doc"],
            2,
            "`.doc` is no known format; use \\.",
        ),
        "the output has no suffix": (
            ["short.yaml", "-o", "a"],
            2,
            "its name has no suffix; use \\.",
        ),
        "no such voice": (
            ["short.yaml", "--voice", "no-such-voice"],
            3,
            "no voice `no-such-voice`",
        ),
        "no such engine": (
            ["engine.yaml"],
            3,
            r"^engine\.yaml:2:1: error: there is no speech engine `tones`.*`tone`",
        ),
    },
)
def test_what_cannot_be_built_is_one_line_and_changes_nothing(
    shell: Shell, arguments: list[str], code: int, says: str
) -> None:
    shell.directory.joinpath("folder.yaml").mkdir()
    shell.put("engine.yaml", "title: T\nvoice: {engine: tones}\nworkout: [Plank 5s]\n")
    for name in ("short.mp3", "engine.mp3"):
        shell.directory.joinpath(name).write_bytes(OLD)
    voice = [] if code == 3 else ["--voice", "tone"]
    said = shell.run("build", *arguments, *voice)
    assert re.search(says, one_error(said, code))
    assert shell.files() == {"folder.yaml", "engine.yaml", "short.mp3", "engine.mp3"}
    for name in ("short.mp3", "engine.mp3"):
        assert shell.directory.joinpath(name).read_bytes() == OLD
    assert shell.directory.joinpath("short.yaml").read_text("utf-8") == SHORT


@cases(
    "arguments",
    {
        "no routine": [],
        "a rate that is too low": ["short.yaml", "--rate", "20"],
        "a rate that is no number": ["short.yaml", "--rate", "fast"],
        "no such level": ["short.yaml", "--level", "mid"],
        "a duration that is none": ["short.yaml", "--max-duration", "5q"],
        "no such option": ["short.yaml", "--nosuch"],
    },
)
def test_a_wrong_option_is_wrong_usage(shell: Shell, arguments: list[str]) -> None:
    _usage_error(shell.run("build", *arguments))
    assert shell.files() == set()


def test_a_routine_longer_than_max_duration_is_wrong(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "--max-duration", "10s")
    assert said.code == 1
    assert "longer than 0:10" in said.err
    assert "`--max-duration`" in said.err
    assert shell.files() == set()


def _length_s(said: Said) -> int:
    found = re.search(r"  (\d+):(\d\d)  ", said.out)
    assert found is not None, said
    return int(found[1]) * 60 + int(found[2])


@cases(
    ("arguments", "code", "remedy"),
    {
        "no such voice": (
            ["short.yaml", "--voice", "Zira 9000!"],
            3,
            "(`voicecoach voices` lists those there are)",
        ),
        "a routine that would be overwritten": (
            ["song.yaml", "-o", "song.mp3", "--voice", "tone"],
            2,
            "(name another file with `-o`)",
        ),
    },
)
def test_an_error_says_what_can_be_typed_against_it(
    shell: Shell, arguments: list[str], code: int, remedy: str
) -> None:
    shell.put("song.yaml", "title: Song\nworkout: [{include: song.mp3}]\n")
    shell.put("song.mp3", "workout: [Plank 5s]\n")
    assert one_error(shell.run("build", *arguments), code).endswith(remedy)


@pytest.mark.parametrize("command", ["build", "check", "script"])
def test_a_problem_says_what_can_be_typed_against_it(shell: Shell, command: str) -> None:
    said = shell.toned(command, "short.yaml", "--max-duration", "10s")
    assert said.code == 1
    assert said.err.endswith("  hint: `--max-duration` allows more\n")


def test_what_can_be_typed_against_a_problem_stands_in_json_too(shell: Shell) -> None:
    said = shell.toned("check", "short.yaml", "--max-duration", "10s", "--format", "json")
    (found,) = json.loads(said.out)["routines"]
    (error,) = found["errors"]
    assert (error["code"], error["hint"]) == ("too-long", "`--max-duration` allows more")


def test_a_harder_level_lasts_longer(shell: Shell) -> None:
    lengths = [
        _length_s(shell.toned("build", "short.yaml", "--level", level))
        for level in ("easy", "medium", "hard")
    ]
    assert lengths[2] - lengths[0] == 5
    assert lengths == sorted(set(lengths))


def test_a_higher_rate_is_shorter(shell: Shell) -> None:
    shell.put("one.yaml", "title: One\nworkout: [Plank 5s]\n")
    slow, fast = (_length_s(shell.run("build", "one.yaml", "--rate", r)) for r in ("100", "300"))
    assert fast < slow


def test_a_module_builds_as_the_command_does(shell: Shell) -> None:
    said = run_apart("build", "short.yaml", "--voice", "tone")
    apart = shell.directory.joinpath("short.mp3").read_bytes()
    assert said == shell.toned("build", "short.yaml")
    assert shell.directory.joinpath("short.mp3").read_bytes() == apart


@pytest.mark.parametrize(("name", "code"), [("wrong", 1), ("missing", 2)])
def test_a_process_ends_with_the_exit_code(shell: Shell, name: str, code: int) -> None:
    said = run_apart("build", f"{name}.yaml", "--voice", "tone")
    assert said == shell.toned("build", f"{name}.yaml")
    assert said.code == code
