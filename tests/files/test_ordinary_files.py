import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import LONG, ODD, ON_POSIX
from voicecoach.audio import files as sounds
from voicecoach.audio import songs
from voicecoach.files.home import expanded
from voicecoach.files.ordinary import (
    check_ordinary,
    exists,
    is_directory,
    is_ordinary,
    open_ordinary,
    read_ordinary,
    resolved,
)
from voicecoach.problems import reason

pytestmark = ON_POSIX

NAMES = {
    "a zero byte": ("a\0b", "no file can have such a name"),
    "half a character": ("a\ud800b", "no file can have such a name"),
    "too long a name": (LONG, "its name is longer than the system allows"),
}


def _refusal(look: Callable[[Path], object], path: Path) -> str | None:
    """Return the reason for which a path is refused, None if it is not."""
    try:
        look(path)
    except OSError as error:
        return reason(error)
    return None


@cases(("put", "says"), ODD)
def test_what_is_no_ordinary_file_is_refused_at_once(
    tmp_path: Path, put: Callable[[Path], None], says: str
) -> None:
    put(tmp_path / "odd")
    assert _refusal(open_ordinary, tmp_path / "odd") == says
    assert not is_ordinary(tmp_path / "odd")


@cases(("name", "says"), NAMES)
@pytest.mark.parametrize("look", [check_ordinary, resolved, open_ordinary])
def test_a_name_that_no_file_can_have_is_told_as_such(
    tmp_path: Path, look: Callable[[Path], object], name: str, says: str
) -> None:
    assert _refusal(look, tmp_path / name) == says


@pytest.mark.parametrize("name", [name for name, _ in NAMES.values()], ids=list(NAMES))
def test_nothing_is_at_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert [look(path) for look in (exists, is_ordinary, is_directory)] == [False] * 3
    assert expanded(f"~{name}") == Path(f"~{name}")


def test_links_in_a_circle_have_no_end(tmp_path: Path) -> None:
    ODD["a circle of links"][0](tmp_path / "odd")
    with pytest.raises(OSError, match="levels"):
        resolved(tmp_path / "odd")


def test_a_path_to_nothing_is_resolved(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert resolved(tmp_path / "link" / "nothing") == tmp_path / "real" / "nothing"


def test_a_directory_that_may_not_be_entered_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    closed = tmp_path / "closed"
    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(os, "access", lambda path, _mode: path != closed)
    with pytest.raises(PermissionError) as caught:
        open_ordinary(closed / "in" / "a.yaml")
    assert reason(caught.value) == f"the directory {closed} may not be entered"
    assert not exists(closed / "in")


def test_a_file_that_becomes_a_pipe_meanwhile_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voicecoach.files.ordinary.check_ordinary", lambda _: None)
    os.mkfifo(tmp_path / "pipe")
    assert read_ordinary(tmp_path / "pipe", 10) == b""


def test_of_a_large_file_one_byte_too_many_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    assert read_ordinary(tmp_path / "file", 4) == b"01234"
    assert read_ordinary(tmp_path / "file", 10) == b"0123456789"


@pytest.mark.parametrize("read", [sounds.read, songs.measure])
def test_a_sound_that_may_not_be_read_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "bell.wav"
    path.touch()

    def refuse(*_arguments: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ValueError, match="permission denied"):
        read(path)
