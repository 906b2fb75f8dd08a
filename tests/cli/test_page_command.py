"""`voicecoach page`, and `--page`: the page beside the sound, in one transaction with it."""

import re
from pathlib import Path

import pytest

from helpers.shell import OLD, SHORT, Shell, one_error

# Six minutes of silence and one exercise: 3.0 MB, and 4.0 MB as text in a page.
SIX_MINUTES = "title: Six minutes\nworkout: [{pause: 6 min}, Plank 5s]\n"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "work", monkeypatch, capsys)


def _page(shell: Shell, name: str = "short.html") -> str:
    return (shell.directory / name).read_text("utf-8")


@pytest.mark.parametrize("arguments", [("page", "short.yaml"), ("build", "short.yaml", "--page")])
def test_the_page_is_written_beside_the_sound(shell: Shell, arguments: tuple[str, ...]) -> None:
    said = shell.toned(*arguments)
    assert said.code == 0
    assert re.fullmatch(r"short\.mp3  \d:\d\d  0\.\d MB\nshort\.html\n", said.out), said.out
    assert shell.files() == {"short.mp3", "short.html"}
    assert 'src="short.mp3"' in _page(shell)


def test_the_sound_is_that_of_a_build_with_the_same_options(shell: Shell) -> None:
    options = ("--level", "hard", "--comment", "mine", "-o")
    assert shell.toned("build", "short.yaml", *options, "a.flac").code == 0
    assert shell.toned("page", "short.yaml", *options, "b.flac").code == 0
    one, other = ((shell.directory / name).read_bytes() for name in ("a.flac", "b.flac"))
    assert one == other
    assert 'src="b.flac"' in _page(shell, "b.html")


def test_several_routines_have_a_page_each(shell: Shell) -> None:
    shell.put("other.yaml", SHORT)
    assert shell.toned("page", "short.yaml", "other.yaml", "-d", "pages").code == 0
    written = {path.name for path in (shell.directory / "pages").iterdir()}
    assert written == {"short.mp3", "short.html", "other.mp3", "other.html"}


def test_quiet_is_quiet(shell: Shell) -> None:
    said = shell.toned("page", "short.yaml", "--quiet")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_single_file_plays_alone(shell: Shell) -> None:
    said = shell.toned("page", "short.yaml", "--single-file")
    assert said.code == 0
    assert "warning" not in said.err
    assert 'src="data:audio/mpeg;base64,' in _page(shell)


def test_a_large_single_file_is_warned_of_with_the_reason(shell: Shell) -> None:
    shell.put("six.yaml", SIX_MINUTES)
    said = shell.toned("build", "six.yaml", "--page", "--single-file")
    assert said.code == 0
    told = " ".join(said.err.split())
    reason = r"warning: six\.html has \d\.\d MB: above 3 MB, Firefox on Android plays no page"
    assert re.search(reason, told), told
    assert "above 3 MB" not in shell.toned("build", "six.yaml", "--page").err


def test_a_single_file_without_a_page_is_a_usage_error(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "--single-file")
    assert said.code == 2
    assert "give `--page` with it" in said.err
    assert shell.files() == set()


def test_a_page_that_cannot_be_written_is_an_error_before_anything_is_built(shell: Shell) -> None:
    (shell.directory / "short.html").mkdir()
    assert "short.html" in one_error(shell.toned("page", "short.yaml"), 2)
    assert shell.files() == {"short.html"}


def test_a_build_that_fails_leaves_the_old_page_and_the_old_sound(shell: Shell) -> None:
    for name in ("wrong.mp3", "wrong.html"):
        (shell.directory / name).write_bytes(OLD)
    assert shell.toned("page", "wrong.yaml").code == 1
    assert _page(shell, "wrong.html").encode() == OLD
    assert (shell.directory / "wrong.mp3").read_bytes() == OLD


def test_the_cover_of_the_sound_is_on_the_lock_screen(shell: Shell) -> None:
    assert shell.toned("page", "short.yaml").code == 0
    assert '"type": "image/png"' in _page(shell)
    assert shell.toned("page", "short.yaml", "--cover", "off").code == 0
    assert '"cover": null' in _page(shell)
    assert one_error(shell.toned("page", "short.yaml", "--cover", "gone.png"), 2)
