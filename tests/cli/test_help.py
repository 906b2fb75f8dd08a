import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import voicecoach
from helpers.cases import inputs
from helpers.shell import Shell, run_apart
from voicecoach.cli import cli

COMMANDS = sorted(cli.list_commands(click.Context(cli)))
# Signs of a shell that end what a command is called with.
SHELL_SIGNS = (">", "|")


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _command(name: str) -> click.Command:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    return command


def _commands_within() -> Iterator[tuple[str, click.Command]]:
    """Yield the commands of each command that is a group, under both names."""
    for name in COMMANDS:
        group = _command(name)
        if isinstance(group, click.Group):
            yield from ((f"{name} {each}", command) for each, command in group.commands.items())


WITHIN = dict(_commands_within())


def _examples() -> Iterator[str]:
    for command in (cli, *map(_command, COMMANDS), *WITHIN.values()):
        _, _, examples = (command.help or "").partition("Examples:\n")
        yield from (line.strip() for line in examples.splitlines() if line.strip())


def test_no_arguments_show_the_help(shell: Shell) -> None:
    said = shell.run()
    assert said.code == 2
    assert said.err.rstrip() == shell.run("--help").out.rstrip()
    assert said.out == ""


@pytest.mark.parametrize("name", ["build", "watch"])
def test_the_help_names_all_that_music_can_be(shell: Shell, name: str) -> None:
    text = " ".join(shell.run(name, "--help").out.split())
    _, _, music = text.partition("--music ")
    music, _, _ = music.partition("--cover")
    assert [word for word in ("file", "folder", "pattern", "`off`") if word not in music] == []


def test_what_a_command_is_for_fits_its_line(shell: Shell) -> None:
    for arguments in ([], ["voices"]):
        assert "..." not in shell.run(*arguments, "--help").out.partition("Options:\n")[2]


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_help_names_every_command(shell: Shell, flag: str) -> None:
    said = shell.run(flag)
    assert (said.code, said.err) == (0, "")
    names = re.findall(r"^  ([a-z]+)  ", said.out.partition("Make:")[2], re.M)
    assert sorted(names) == COMMANDS


def test_the_help_has_the_commands_in_groups(shell: Shell) -> None:
    titles = re.findall(r"^([A-Z][a-z]+):$", shell.run("--help").out, re.M)
    assert titles == ["Options", "Make", "Look", "Write", "Share", "Help"]


@pytest.mark.parametrize("name", [*COMMANDS, *WITHIN])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_a_help_with_examples(shell: Shell, name: str, flag: str) -> None:
    said = shell.run(*name.split(), flag)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: voicecoach {name} ")
    assert f"Examples:\n    voicecoach {name}" in said.out
    assert all(len(line) <= 80 for line in said.out.splitlines())


@pytest.mark.parametrize("name", [*COMMANDS, *WITHIN])
def test_every_option_has_a_help(name: str) -> None:
    command = WITHIN.get(name) or _command(name)
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert {option.name for option in options if not option.help} == set()


@pytest.mark.parametrize("example", sorted(set(_examples())))
def test_an_example_of_the_help_is_understood(example: str) -> None:
    program, *words = shlex.split(example)
    assert program == "voicecoach"
    signs = [words.index(sign) for sign in SHELL_SIGNS if sign in words]
    name, *arguments = words[: min(signs, default=len(words))]
    # A command keeps the names of its help option from its first context.
    program_context = click.Context(cli, **cli.context_settings)
    within = WITHIN.get(" ".join([name, *arguments[:1]]))
    if within is not None:
        within.make_context(arguments[0], arguments[1:], program_context).close()
    else:
        _command(name).make_context(name, arguments, program_context).close()


def test_a_misspelt_command_is_recognised(shell: Shell) -> None:
    said = shell.run("biuld", "short.yaml")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1] == "Error: No such command 'biuld': did you mean `build`?"


def test_an_unknown_command_is_wrong_usage(shell: Shell) -> None:
    said = shell.run("xyzzy")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1].startswith("Error: No such command 'xyzzy'")


def test_the_version_is_printed(shell: Shell) -> None:
    said = shell.run("--version")
    assert (said.code, said.out, said.err) == (
        0,
        f"voicecoach, version {voicecoach.__version__}\n",
        "",
    )


def test_a_module_runs_as_the_command(shell: Shell) -> None:
    assert run_apart("--version") == shell.run("--version")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_script_for_completion_comes_out(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setenv("_VOICECOACH_COMPLETE", f"{name}_source")
    with pytest.raises(SystemExit) as stop:
        shell.run()
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert f"_VOICECOACH_COMPLETE={name}_complete" in out
    assert "complete" in out


@inputs(
    ("words", "offered"),
    {
        "voicecoach ": set(COMMANDS),
        "voicecoach b": {"batch", "build"},
        "voicecoach new x --from desk": {"desk-break"},
        "voicecoach check --format ": {"text", "json", "github"},
        "voicecoach build --level ": {"easy", "medium", "hard"},
        "voicecoach biuld --": set(),
    },
)
def test_a_begun_word_is_completed(
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    offered: set[str],
) -> None:
    monkeypatch.setenv("_VOICECOACH_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    with pytest.raises(SystemExit):
        shell.run()
    lines = capsys.readouterr().out.splitlines()
    found = {line.partition(",")[2] for line in lines}
    assert found == offered or (not offered and "--voice" not in found)
