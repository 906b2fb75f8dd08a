import errno
import os
from pathlib import Path
from typing import Any

import pytest
import soundfile

from helpers.cases import cases
from helpers.finished_files import CHAPTERS, COVER, LENGTH_MS, finish
from helpers.odd_files import ODD_FILES, ON_POSIX, put_pipe
from voicecoach.formats import Cover, suffixes
from voicecoach.problems import WrongUsageError
from voicecoach.sharing.episodes import find_episodes


def _by_another_program(path: Path) -> Path:
    soundfile.write(path, [0.1] * 48_000, 48_000)
    return path


def test_a_file_is_told_with_all_that_an_app_shows(tmp_path: Path) -> None:
    path = finish(tmp_path / "legs.mp3", "Legs & core")
    (tmp_path / "legs.html").write_text("page")
    (tmp_path / "legs.lrc").write_text("lyrics")
    (episode,) = find_episodes([path]).episodes
    assert (episode.path, episode.title, episode.length_ms) == (path, "Legs & core", LENGTH_MS)
    assert episode.size_bytes == path.stat().st_size
    assert episode.modified.isoformat() == "2023-11-14T22:13:20+00:00"
    assert (episode.language, episode.media_type) == ("eng", "audio/mpeg")
    assert (episode.chapters, episode.cover) == (CHAPTERS, COVER)
    assert (episode.page, episode.lyrics) == (tmp_path / "legs.html", tmp_path / "legs.lrc")


def test_what_is_missing_beside_a_file_or_in_it_is_none(tmp_path: Path) -> None:
    path = finish(tmp_path / "legs.mp3", " ", chapters=(), cover=None)
    (tmp_path / "legs.html").mkdir()
    (episode,) = find_episodes([path]).episodes
    assert (episode.title, episode.chapters, episode.cover) == ("legs", (), None)
    assert (episode.page, episode.lyrics) == (None, None)


def test_a_folder_stands_for_the_files_in_it_and_not_for_those_below(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    names = [f"a{suffix}" for suffix in suffixes()]
    for name in ["below/legs.mp3", ".hidden.mp3", *names]:
        finish(tmp_path / name)
    (tmp_path / "notes.txt").write_text("x")
    findings = find_episodes([tmp_path])
    assert [episode.path.name for episode in findings.episodes] == names
    assert (findings.faults, findings.foreign, findings.outside) == ((), (), ())


def test_a_file_that_is_named_twice_is_there_once(tmp_path: Path) -> None:
    path = finish(tmp_path / "legs.mp3")
    assert len(find_episodes([path, tmp_path, tmp_path / "." / "legs.mp3"]).episodes) == 1


def test_a_song_in_a_folder_is_left_out_and_one_that_is_named_is_taken(tmp_path: Path) -> None:
    finish(tmp_path / "legs.mp3")
    song = _by_another_program(tmp_path / "song.mp3")
    assert find_episodes([tmp_path]).foreign == (song,)
    assert [episode.title for episode in find_episodes([song]).episodes] == ["song"]


@ON_POSIX
def test_a_link_out_of_a_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    finish(tmp_path / "private.mp3")
    finish(tmp_path / "shared" / "legs.mp3")
    link = tmp_path / "shared" / "link.mp3"
    link.symlink_to("../private.mp3")
    (tmp_path / "shared" / "a.mp3").symlink_to("legs.mp3")
    findings = find_episodes([tmp_path / "shared"])
    assert [episode.path.name for episode in findings.episodes] == ["legs.mp3"]
    assert findings.outside == (link,)


@ON_POSIX
def test_one_bad_file_in_a_folder_hides_no_other(tmp_path: Path) -> None:
    finish(tmp_path / "legs.mp3")
    whole = finish(tmp_path / "cut.mp3").read_bytes()
    (tmp_path / "cut.mp3").write_bytes(whole[:-500])
    put_pipe(tmp_path / "pipe.mp3")
    (tmp_path / "text.mp3").write_text("words " * 100)
    findings = find_episodes([tmp_path])
    assert [episode.path.name for episode in findings.episodes] == ["legs.mp3"]
    told = [fault.message for fault in findings.faults]
    assert [Path(message.split(" is ")[0]).name for message in told if " is " in message]
    assert [any(part in message for message in told) for part in ("cut off", "a pipe", "no MP3")]
    assert len(told) == 3


@ON_POSIX
@cases(("put", "told"), ODD_FILES)
def test_what_is_no_ordinary_file_is_told(tmp_path: Path, put: Any, told: str) -> None:
    put(tmp_path / "a.mp3")
    with pytest.raises(WrongUsageError, match=told):
        find_episodes([tmp_path / "a.mp3"])
    assert told in find_episodes([tmp_path]).faults[0].message


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(WrongUsageError, match=r"cannot read the folder .*: permission denied"):
        find_episodes([tmp_path])


@cases(
    ("name", "part"),
    {
        "missing": ("none.mp3", "no such file"),
        "no sound": ("notes.txt", "is no sound file"),
        "a word": ("word.mp3", "is no MP3 file"),
    },
)
def test_a_path_that_is_named_and_is_no_sound_is_refused(
    tmp_path: Path, name: str, part: str
) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "word.mp3").write_text("word")
    with pytest.raises(WrongUsageError, match=part):
        find_episodes([tmp_path / name])


@cases("modified_s", {"before 1970": -5000, "in the year 10,000": 253_402_300_800})
def test_a_time_that_no_calendar_has_is_the_nearest_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, modified_s: int
) -> None:
    path = finish(tmp_path / "legs.mp3")
    # Not every file system keeps such times.
    stat = Path.stat

    def modified(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        *found, _, changed_s = stat(self, follow_symlinks=follow_symlinks)[:10]
        return os.stat_result((*found, modified_s, changed_s))

    monkeypatch.setattr(Path, "stat", modified)
    (episode,) = find_episodes([path]).episodes
    assert episode.modified.year >= 1970


def test_a_cover_is_what_its_bytes_are(tmp_path: Path) -> None:
    jpeg = finish(tmp_path / "a.mp3", cover=Cover("image/png", b"\xff\xd8\xff"))
    text = finish(tmp_path / "b.mp3", cover=Cover("image/png", b"<script>"))
    covers = [episode.cover for episode in find_episodes([jpeg, text]).episodes]
    assert covers == [Cover("image/jpeg", b"\xff\xd8\xff"), None]
