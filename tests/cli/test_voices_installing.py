"""`voicecoach voices install`, `remove`, `path` and `update`."""

import errno
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.cases import cases, inputs
from helpers.piper_voices import (
    JOE,
    THORSTEN,
    catalogue_json,
    joe_files,
    path_of,
    put_beside,
    put_mirror,
    voice_files,
)
from helpers.shell import Shell, ended, one_error, started, wait_for
from helpers.voice_server import VoiceServer, hang, redirect, send, serving
from voicecoach.speech.piper_voices import phonemizers
from voicecoach.speech.piper_voices.folder import VoiceFolder

FILES = voice_files()
MODEL = path_of(THORSTEN, f"{THORSTEN}.onnx")


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(phonemizers, "_piper_directories", lambda: [tmp_path])
    return shell


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of installed voices."""
    return tmp_path / "data" / "voicecoach" / "voices"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[VoiceServer]:
    with serving(monkeypatch) as server:
        yield server


@pytest.fixture
def mirror(tmp_path: Path) -> str:
    return str(put_mirror(tmp_path / "mirror", FILES))


def test_a_real_voice_is_installed_from_a_mirror_and_removed(
    shell: Shell, server: VoiceServer, folder: Path
) -> None:
    server.serve(joe_files() | {"voices.json": catalogue_json(joe_files())})
    said = shell.run("voices", "install", JOE, "--from", server.url)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"{JOE}  63.2 MB",
        "  URL: https://github.com/NabuCasa/voice-datasets",
        "  License: CC0",
        f"  Card: {server.url}en/en_US/joe/medium/MODEL_CARD",
        f"installed in {folder / JOE}",
    ]
    assert sorted(path.name for path in (folder / JOE).iterdir()) == sorted(
        path.rpartition("/")[2] for path in joe_files()
    )
    assert shell.run("voices", "path", JOE).out == f"{folder / JOE}\n"
    again = shell.run("voices", "install", JOE, "--from", server.url)
    assert (again.code, again.out) == (0, f"{JOE} is installed already\n")
    assert shell.run("voices", "remove", JOE).out == f"removed {JOE}\n"
    assert not (folder / JOE).exists()


def test_a_real_model_is_installed_from_its_file(
    shell: Shell, tmp_path: Path, folder: Path
) -> None:
    model = put_beside(tmp_path / "mine", joe_files())
    said = shell.run("voices", "install", "--file", str(model))
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(
        f"  Card: {model.with_name('MODEL_CARD')}\ninstalled in {folder / JOE}\n"
    )
    assert (folder / JOE / model.name).read_bytes() == model.read_bytes()


def test_a_model_without_a_card_has_no_known_licence(shell: Shell, tmp_path: Path) -> None:
    model = put_beside(tmp_path / "mine", FILES, without=["MODEL_CARD"])
    said = shell.run("voices", "install", "--file", str(model))
    assert "\n  License: not told; ask whoever made the voice\ninstalled" in said.out


def test_several_voices_are_installed_and_removed(
    shell: Shell, tmp_path: Path, folder: Path
) -> None:
    other = "en_US-other-low"
    mirror = put_mirror(tmp_path / "mirror", FILES, voice_files(other))
    assert shell.run("voices", "install", THORSTEN, other, "--from", str(mirror)).code == 0
    assert (folder / THORSTEN).is_dir()
    assert (folder / other).is_dir()
    said = shell.run("voices", "remove", other, THORSTEN)
    assert said.out == f"removed {other}\nremoved {THORSTEN}\n"


def test_a_misspelt_voice_is_told_before_anything_is_fetched(
    shell: Shell, mirror: str, folder: Path
) -> None:
    said = shell.run("voices", "install", THORSTEN, "de_DE-torsten-medium", "--from", mirror)
    assert one_error(said, 3).endswith(f"to install (did you mean `{THORSTEN}`?)")
    assert not folder.exists()


def test_without_piper_a_voice_is_installed_and_told_what_is_missing(
    shell: Shell, mirror: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phonemizers, "_piper_directories", list)
    said = shell.run("voices", "install", THORSTEN, "--from", mirror)
    assert said.code == 0
    assert "\ninstalled in " in said.out
    assert said.err == (
        "warning: Piper, which speaks with these voices, is missing "
        '(install it with `pip install "voicecoach[piper]"`)\n'
    )


def test_a_card_cannot_command_the_terminal(shell: Shell, tmp_path: Path) -> None:
    files = voice_files(card="License: \x1b[2Jfree\n")
    said = shell.run(
        "voices", "install", THORSTEN, "--from", str(put_mirror(tmp_path / "m", files))
    )
    assert "  License: ·[2Jfree\n" in said.out


def test_a_server_that_lies_installs_nothing(
    shell: Shell, server: VoiceServer, folder: Path
) -> None:
    server.serve(FILES | {"voices.json": catalogue_json(FILES)})
    server.plan(MODEL, send(FILES[MODEL] + b"x"))
    said = shell.run("voices", "install", THORSTEN, "--from", server.url)
    assert said.code == 3
    assert said.err == (
        f"error: {server.url}{MODEL}: the server sends 300001 bytes, by the catalogue it is "
        "300000 (`voicecoach voices update` renews the catalogue)\n"
    )
    assert not (folder / THORSTEN).exists()


def test_a_server_that_redirects_to_plain_http_installs_nothing(
    shell: Shell, server: VoiceServer, folder: Path
) -> None:
    server.serve(FILES | {"voices.json": catalogue_json(FILES)})
    server.plan(MODEL, redirect("http://localhost:9/x"))
    said = shell.run("voices", "install", THORSTEN, "--from", server.url)
    assert said.code == 3
    assert "redirects to http://localhost:9/x, which is not https" in said.err
    assert not (folder / THORSTEN).exists()


def test_a_catalogue_with_a_path_upwards_installs_nothing(
    shell: Shell, server: VoiceServer, tmp_path: Path
) -> None:
    server.serve({"voices.json": catalogue_json(FILES).replace(b'"de/de_DE', b'"../../x')})
    said = shell.run("voices", "install", THORSTEN, "--from", server.url)
    assert "the path `../../x/thorsten/medium/MODEL_CARD` is not allowed" in one_error(said, 3)
    assert not (tmp_path / "data").exists()


def test_an_interrupted_download_goes_on_where_it_stopped(
    shell: Shell, server: VoiceServer, folder: Path
) -> None:
    server.serve(FILES | {"voices.json": catalogue_json(FILES)})
    server.plan(MODEL, hang(100_000, server))
    arguments = ("voices", "install", THORSTEN, "--from", server.url)
    process = started(*arguments)
    wait_for(".unfinished/*/*.onnx.part", folder, process)
    process.send_signal(signal.SIGINT)
    said = ended(process)
    assert (said.code, said.err.splitlines()[0]) == (
        130,
        "error: interrupted (what has arrived is kept: the same command goes on from there)",
    )
    assert not (folder / THORSTEN).exists()
    (part,) = folder.glob(".unfinished/*/*.onnx.part")
    size_bytes = part.stat().st_size
    assert shell.run(*arguments).code == 0
    assert server.asked(MODEL) == ["", f"bytes={size_bytes}-"]
    assert (folder / THORSTEN / f"{THORSTEN}.onnx").read_bytes() == FILES[MODEL]


def test_a_second_install_says_that_it_waits_for_the_first(
    mirror: str, folder: Path, shell: Shell
) -> None:
    with VoiceFolder(folder).locked():
        process = started("voices", "install", THORSTEN, "--from", mirror)
        assert process.stderr is not None
        first_line = process.stderr.readline()
    assert first_line == "waiting for another voicecoach to finish installing\n"
    assert ended(process).code == 0
    assert shell.run("voices", "path", THORSTEN).code == 0


def test_a_full_disk_is_one_line_and_installs_nothing(
    shell: Shell, mirror: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = shell.run("voices", "install", THORSTEN, "--from", mirror)
    assert "MODEL_CARD failed: the disk is full; make room and try again" in one_error(said, 3)
    assert not (folder / THORSTEN).exists()


def test_the_path_is_that_of_the_folder_or_of_a_voice(shell: Shell, folder: Path) -> None:
    said = shell.run("voices", "path")
    assert (said.code, said.out, said.err) == (0, f"{folder}\n", "")
    assert not folder.exists()
    one_error(shell.run("voices", "path", THORSTEN), 3)


@inputs(["name", "says"], {"../x": "`../x`", "/etc": "`/etc`", ".": "`.`"})
def test_nothing_is_removed_outside_of_the_folder(shell: Shell, name: str, says: str) -> None:
    error = one_error(shell.run("voices", "remove", name), 3)
    assert f"there is no installed Piper voice {says}" in error


def test_an_update_tells_how_many_voices_there_are_and_which_are_new(
    shell: Shell, tmp_path: Path, server: VoiceServer
) -> None:
    new = [f"en_US-new_{number}-low" for number in range(12)]
    voices = [FILES, *map(voice_files, new)]
    mirror = put_mirror(tmp_path / "mirror", *voices)
    said = shell.run("voices", "update", "--from", str(mirror))
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "13 voices, 12 new"
    assert lines[1:] == [f"  {name}" for name in new[:10]] + ["  …"]
    server.serve({"voices.json": catalogue_json(FILES)})
    assert shell.run("voices", "update", "--from", server.url).out == "1 voice, 0 new\n"
    # Now the catalogue has one voice.
    assert one_error(shell.run("voices", "install", new[0]), 3)


def test_a_damaged_catalogue_is_named_and_an_update_mends_it(
    shell: Shell, mirror: str, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "voices.json").write_text("{")
    error = one_error(shell.run("voices", "install", THORSTEN), 3)
    assert f"{folder / 'voices.json'} is no catalogue of voices: it is not JSON" in error
    assert error.endswith("(`voicecoach voices update` renews the catalogue)")
    assert shell.run("voices", "update", "--from", mirror).out == "1 voice, 0 new\n"


@cases(
    "arguments",
    {
        "nothing to install": ["install"],
        "a name and a file": ["install", THORSTEN, "--file", "x.onnx"],
        "a file from a mirror": ["install", "--file", "x.onnx", "--from", "."],
        "nothing to remove": ["remove"],
        "an option of the list": ["--language", "de", "path"],
        "a mirror by ftp": ["install", THORSTEN, "--from", "ftp://x/"],
        "a mirror that is not there": ["update", "--from", "nowhere"],
        "a file that is not there": ["install", "--file", "none.onnx"],
        "a misspelt command": ["instal", THORSTEN],
    },
)
def test_wrong_usage_is(shell: Shell, folder: Path, arguments: list[str]) -> None:
    said = shell.run("voices", *arguments)
    assert (said.code, said.out) == (2, "")
    assert not folder.exists()


def test_a_misspelt_command_is_recognised(shell: Shell) -> None:
    assert "did you mean `install`?" in shell.run("voices", "instal").err


def test_names_are_completed(
    shell: Shell, mirror: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run("voices", "install", THORSTEN, "--from", mirror)
    monkeypatch.setenv("_VOICECOACH_COMPLETE", "bash_complete")
    for words, names in {
        "voicecoach voices install de_DE-th": 4,
        "voicecoach voices remove de": 1,
        "voicecoach voices path xx": 0,
    }.items():
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", "3")
        with pytest.raises(SystemExit):
            shell.run()
        lines = capsys.readouterr().out.split()
        assert len(lines) == names
        assert all(THORSTEN[:8] in line for line in lines)
