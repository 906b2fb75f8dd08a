"""Answers that are kept: given again without being found out, as long as they hold."""

from pathlib import Path

import pytest

from helpers.sessions import put
from voicecoach.files.ordinary import read_ordinary
from voicecoach.session import answers
from voicecoach.session.answers import recalled
from voicecoach.session.session import default_store


class _Library:
    """Tells what a file says; `asked` counts how often it had to look."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.asked = 0

    def text(self, name: str = "file") -> str:
        return recalled(str, [name], self._read)

    def _read(self) -> str:
        self.asked += 1
        return read_ordinary(self._file, 100).decode()


@pytest.fixture
def library(tmp_path: Path) -> _Library:
    put(tmp_path, {"file": "one"})
    return _Library(tmp_path / "file")


def test_an_answer_is_found_out_once_for_each_question(library: _Library) -> None:
    assert [library.text(name) for name in ("a", "a", "b", "b", "a")] == ["one"] * 5
    assert library.asked == 2


def test_an_answer_holds_as_long_as_what_it_was_found_in(
    library: _Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.text() == "one"
    put(tmp_path, {"file": "two"})
    assert [library.text(), library.text()] == ["two", "two"]
    assert library.asked == 2
    monkeypatch.setattr(answers, "installation", lambda: "another")
    assert (library.text(), library.asked) == ("two", 3)
    default_store().clear()
    assert (library.text(), library.asked) == ("two", 4)


def test_what_changes_while_it_is_read_is_not_kept(tmp_path: Path) -> None:
    put(tmp_path, {"file": "one"})

    def find_out() -> str:
        text = read_ordinary(tmp_path / "file", 100).decode()
        put(tmp_path, {"file": f"{text} more"})
        return text

    texts = [recalled(str, ["file"], find_out) for _ in range(2)]
    assert texts == ["one", "one more"]


def test_an_error_is_raised_again(library: _Library, tmp_path: Path) -> None:
    (tmp_path / "file").unlink()
    for _ in range(2):
        with pytest.raises(OSError, match="No such file"):
            library.text()
    assert library.asked == 2


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b"[" * 99_999, b'"one"'])
def test_an_answer_of_another_shape_is_none(library: _Library, data: bytes) -> None:
    library.text()
    (kept,) = (file for file in default_store().files() if file.kind == "record")
    default_store().put("record", Path(kept.path).stem, data)
    assert (library.text(), library.asked) == ("one", 2)
    assert recalled(int, ["file"], lambda: 1) == 1


def test_it_is_told_where_nothing_can_be_kept(
    library: _Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert [library.text(), library.text()] == ["one", "one"]
