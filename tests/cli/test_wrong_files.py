"""What is no routine, and values from the command line that break one: each is called by its name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import ODD, ODD_FILES, ON_POSIX
from helpers.shell import Shell, one_error

WITH_VARIABLES = "title: T\nvars: {n: 8, rest: 5s}\nworkout:\n  - Squats x{n}\n  - rest: '{rest}'\n"
BUILT = "name the YAML file it is built of; `voicecoach inspect` shows what is in it"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


@cases(
    ("name", "says"),
    {
        "without its suffix": ("short", "short does not exist (did you mean `short.yaml`?)"),
        "with another suffix": (
            "short.yml",
            "short.yml does not exist (did you mean `short.yaml`?)",
        ),
        "with a typo": ("shrot.yaml", "shrot.yaml does not exist (did you mean `short.yaml`?)"),
        "in another folder": ("nix/short.yaml", "does not exist (check the path of the routine)"),
        "an address": ("https://example.org/a.yaml", "is an address on the web (download the file"),
    },
)
@pytest.mark.parametrize("command", ["build", "check", "script"])
def test_a_file_that_is_not_there_is_told_with_the_nearest(
    shell: Shell, command: str, name: str, says: str
) -> None:
    said = shell.toned(command, name)
    assert (said.code, said.out) == (2, "")
    assert says in said.err


@pytest.mark.parametrize("command", ["check", "script"])
def test_a_folder_is_told_with_a_routine_in_it(shell: Shell, command: str) -> None:
    shell.put(".hidden.yaml", "title: H\n")
    said = shell.toned(command, ".")
    assert (said.code, said.out) == (2, "")
    assert ". is a directory, not a routine (name a file in it, such as `hasty.yaml`)" in said.err


@cases(
    "content",
    {
        "an MP3 with a tag": b"ID3\x04\x00",
        "an MP3 without a tag": b"\xff\xfb\x90\x64",
        "a WAV": b"RIFF\x24\x00\x00\x00WAVEfmt ",
        "an Ogg": b"OggS\x00",
        "a FLAC": b"fLaC\x00",
        "an M4A": b"\x00\x00\x00\x20ftypM4A ",
    },
)
def test_a_file_of_sound_is_told_as_such(shell: Shell, content: bytes) -> None:
    Path("built.mp3").write_bytes(content)
    said = shell.toned("check", "built.mp3")
    assert (said.code, said.err) == (
        2,
        f"error: built.mp3 is a sound file, not a routine ({BUILT})\n",
    )


def test_a_file_of_sound_is_told_beside_what_it_was_built_of(shell: Shell) -> None:
    Path("short.mp3").write_bytes(b"ID3\x04\x00")
    said = shell.toned("check", "short.mp3", "short.yaml")
    assert "not a routine (did you mean `short.yaml`?)" in said.err
    assert said.out.startswith("Short")


def test_a_byte_order_mark_before_utf_8_is_taken(shell: Shell) -> None:
    Path("marked.yaml").write_bytes(b"\xef\xbb\xbf" + Path("short.yaml").read_bytes())
    assert shell.toned("check", "marked.yaml").code == 0


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_value_from_the_command_line_that_breaks_the_routine_is_named(
    shell: Shell, command: str
) -> None:
    shell.put("given.yaml", WITH_VARIABLES)
    said = shell.toned(command, "given.yaml", "--set", "n=8", "--set", "rest=soon")
    assert said.code == 1
    assert said.err == (
        "given.yaml:5:12: error: `soon` is no duration, with `--set rest=soon`\n"
        "  5 |   - rest: '{rest}'\n"
        "    |            ^^^^^^\n"
        "  hint: give the option another value; the line shows where it stands\n"
    )


def test_a_name_on_the_command_line_that_the_routine_does_not_have_is_told(shell: Shell) -> None:
    shell.put("given.yaml", WITH_VARIABLES)
    said = shell.toned("check", "given.yaml", "--set", "rset=5s")
    assert said.code == 2
    assert (
        said.err == "error: `--set`: `rset` is none of the file's `vars` (did you mean `rest`?)\n"
    )


@ON_POSIX
@cases(("put", "says"), ODD_FILES)
@pytest.mark.parametrize("command", ["build", "check", "script", "show", "fmt"])
def test_what_is_no_ordinary_file_is_refused_as_a_routine(
    shell: Shell, command: str, put: Callable[[Path], None], says: str
) -> None:
    put(Path("odd.yaml"))
    said = shell.run(command, "odd.yaml")
    assert one_error(said, 2) == f"error: odd.yaml cannot be read: {says}"


@ON_POSIX
@cases(("put", "says"), ODD)
@cases(
    "arguments",
    {
        "a cover": ("build", "short.yaml", "--cover", "odd.png"),
        "music": ("build", "short.yaml", "--music", "odd.wav"),
        "a built file": ("inspect", "odd.mp3"),
    },
)
def test_what_is_no_ordinary_file_is_refused_beside_a_routine(
    shell: Shell, arguments: tuple[str, ...], put: Callable[[Path], None], says: str
) -> None:
    put(Path(arguments[-1]))
    said = shell.run(*arguments)
    if "--music" in arguments and says == "it is a directory":
        says = "no music is found there (use whole wav, flac, ogg, mp3 or m4a files)"
    assert one_error(said, 2).endswith(f" {arguments[-1]}: {says}")


@ON_POSIX
@cases(("put", "says"), ODD)
@cases(
    "arguments",
    {
        "of a build": ("build", "short.yaml", "-o", "odd.mp3"),
        "of a picture": ("show", "short.yaml", "-o", "odd.svg"),
        "of a schema": ("schema", "-o", "odd.json"),
    },
)
def test_what_is_no_ordinary_file_is_refused_as_an_output(
    shell: Shell, arguments: tuple[str, ...], put: Callable[[Path], None], says: str
) -> None:
    put(Path(arguments[-1]))
    said = shell.run(*arguments)
    choose = "choose another file or directory"
    assert one_error(said, 2) == f"error: cannot write {arguments[-1]}: {says}; {choose}"


@ON_POSIX
def test_a_circle_of_links_is_refused_as_a_folder(shell: Shell) -> None:
    ODD["a circle of links"][0](Path("odd"))
    for arguments in (("build", "short.yaml", "-d", "odd"), ("build", "odd"), ("new", "odd/a")):
        assert "its links lead in a circle" in one_error(shell.run(*arguments), 2)


@ON_POSIX
@cases(
    ("output", "says"),
    {
        "in it": (("-d", "odd"), "cannot write odd/short.mp3: odd is no directory; choose another"),
        "below it": (("-d", "odd/in"), "cannot make the directory odd/in: odd is none"),
        "by name": (("-o", "odd/in/a.mp3"), "cannot write odd/in/a.mp3: odd is no directory;"),
    },
)
def test_a_pipe_in_the_place_of_a_directory_is_named(
    shell: Shell, output: tuple[str, ...], says: str
) -> None:
    ODD["a pipe"][0](Path("odd"))
    assert says in one_error(shell.toned("build", "short.yaml", *output), 2)


def test_an_output_need_not_be_readable(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.json").touch()
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.R_OK)
    assert shell.run("schema", "-o", "a.json").code == 0
