"""A part of a programme at the command line: `--only`, `--skip`, `--from` and `--to`."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import Shell

LEGS = "title: Legs\nworkout: [Squats 20s, Lunges 20s, Bridge 20s]\n"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("legs.yaml", LEGS)
    return shell


@cases(
    "options, name",
    {
        "only one": (("--only", "bridge"), "legs (only bridge)"),
        "several": (("--only", "Bridge", "--only", "Squats"), "legs (only Bridge, Squats)"),
        "all but one": (("--skip", "Squats"), "legs (without Squats)"),
        "from the beginning": (("--from", "0", "--to", "50s"), "legs (from 0.00 to 0.50)"),
        "times": (("--from", "0:30", "--to", "50s"), "legs (from 0.30 to 0.50)"),
    },
)
def test_a_part_is_called_after_itself(shell: Shell, options: tuple[str, ...], name: str) -> None:
    for command, suffix in (("build", "mp3"), ("show", "svg")):
        said = shell.toned(command, "legs.yaml", *options)
        assert said.code == 0
        assert f"{name}.{suffix}" in said.out
    assert {path.name for path in shell.directory.glob("legs*")} == {
        "legs.yaml", f"{name}.mp3", f"{name}.svg",
    }  # fmt: skip


def test_of_several_routines_the_one_without_the_part_is_named(shell: Shell) -> None:
    shell.put("arms.yaml", "title: Arms\nworkout: [Dips 20s]\n")
    said = shell.toned("build", "arms.yaml", "legs.yaml", "--only", "Bridge", "-d", "out")
    assert said.err.startswith("error: arms.yaml: nothing in the routine is called `Bridge`")
    assert (said.code, "legs (only Bridge).mp3" in said.out) == (2, True)


def test_no_name_of_a_part_makes_a_file_elsewhere(shell: Shell) -> None:
    shell.put("legs.yaml", LEGS.replace("Bridge", "Left/right"))
    said = shell.toned("build", "legs.yaml", "--only", "left/right")
    assert (said.code, "legs (only left-right).mp3" in said.out) == (0, True)


def test_the_script_of_a_part_says_nothing_else(shell: Shell) -> None:
    said = shell.toned("script", "legs.yaml", "--only", "Bridge")
    assert "Bridge" in said.out
    assert "Squats" not in said.out


@cases(
    "options, message",
    {
        "an unknown name": (("--only", "Brigde"), "did you mean `Bridge`?"),
        "nothing left": (("--only", "Bridge", "--skip", "Bridge"), "nothing is left"),
        "no time": (("--from", "soon"), "`soon`"),
        "an end at the beginning": (("--to", "0"), "0:00 does not come after 0:00"),
        "an end before the beginning": (
            ("--from", "0:30", "--to", "0:10"),
            "does not come after 0:30",
        ),
    },
)
def test_a_part_that_is_none_is_wrong_usage(
    shell: Shell, options: tuple[str, ...], message: str
) -> None:
    said = shell.toned("script", "legs.yaml", *options)
    assert said.code == 2
    assert message in said.err


def test_a_drawn_programme_tells_its_seed_and_comes_again_with_it(shell: Shell) -> None:
    shell.put(
        "lot.yaml", LEGS.replace("[", "[{repeat: 1, shuffle: true, do: [").replace("]", "]}]")
    )
    checked = shell.toned("check", "lot.yaml", "--seed", "7")
    drawn = shell.toned("show", "lot.yaml", "--seed", "7")
    told = "Drawn with `--seed 7`, which gives the same programme again.\n"
    assert told in checked.out
    assert drawn.err == told
    scripts = [shell.toned("script", "lot.yaml", "--seed", "7").out for _ in range(2)]
    assert scripts[0] == scripts[1]


@cases(
    "command",
    {
        "check": ("check", "--format", "json"),
        "script": ("script",),
        "show": ("show",),
        "build": ("build",),
    },
)
def test_a_seed_that_nothing_is_drawn_by_is_told(shell: Shell, command: tuple[str, ...]) -> None:
    name, *options = command
    told = "notice: `--seed` changes nothing: nothing is drawn in `Legs`\n"
    said = shell.toned(name, "legs.yaml", *options, "--seed", "5")
    assert (said.code, told in said.err) == (0, True)
    assert told not in shell.toned(name, "legs.yaml", *options).err


def test_a_quiet_build_tells_nothing_of_a_seed(shell: Shell) -> None:
    assert shell.toned("build", "legs.yaml", "--seed", "5", "--quiet").err == ""


def test_a_seed_that_is_none_is_wrong_usage(shell: Shell) -> None:
    said = shell.toned("check", "legs.yaml", "--seed", "monthly")
    assert said.code == 2
    assert "`monthly` is no seed" in said.err


def test_a_text_about_what_comes_next_is_left_out_alone(shell: Shell) -> None:
    shell.put(
        "next.yaml",
        "title: N\nworkout:\n"
        "  - exercise: Lunges\n    for: 40s\n"
        '    tips: [{at: 5s, say: "Then {next}."}, "After this {next}.", Chest up.]\n'
        '    after_set: "Now {next}."\n'
        "  - Bridge 20s\n",
    )
    said = shell.toned("script", "next.yaml", "--skip", "Bridge")
    assert said.code == 0
    assert "Chest up." in said.out
    assert said.err.count("this text is not said") == 3
    assert "no room" not in said.err
