import io
import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest
import soundfile

from helpers.cases import cases, inputs
from helpers.containers import by_libsndfile
from helpers.finished_files import COVER, finish
from helpers.odd_files import ODD_FILES, ON_POSIX
from helpers.shell import Said, Shell, one_error

BASE = "https://example.org/week/"
# Two moments, in seconds since 1970, and how a feed tells them.
OLD_S, OLD = 1_600_000_000, "Sun, 13 Sep 2020 12:26:40 GMT"
NEW_S, NEW = 1_700_000_000, "Tue, 14 Nov 2023 22:13:20 GMT"
OTHER = "<rss version='2.0'><channel><generator>other</generator></channel></rss>"
UNDATED = (
    "<rss version='2.0'><channel><generator>voicecoach</generator>"
    "<item><guid>legs.mp3</guid><pubDate>soon</pubDate></item></channel></rss>"
)
ENTITIES = "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    (shell.directory / "week").mkdir()
    finish(shell.directory / "week" / "legs.mp3", modified_s=OLD_S)
    return shell


def _feed(shell: Shell, *options: str) -> Said:
    return shell.run("feed", "week", "--base-url", BASE, *options)


def _entries(shell: Shell) -> dict[str, Any]:
    read = feedparser.parse(io.BytesIO((shell.directory / "week" / "feed.xml").read_bytes()))
    assert not read.bozo
    return {entry.id: entry for entry in read.entries}


def _state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {
        path.name: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.iterdir()
        if path.is_file()
    }


def test_a_folder_becomes_a_podcast_and_its_address_is_told(shell: Shell) -> None:
    said = _feed(shell)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{Path('week', 'feed.xml')}  1 episode  {BASE}feed.xml\n"
    assert {path.name for path in (shell.directory / "week").iterdir()} == {
        "feed.xml",
        "legs.mp3",
        "legs.mp3.chapters.json",
        "legs.mp3.cover.png",
    }


def test_all_that_the_feed_names_is_there_as_it_says(shell: Shell) -> None:
    week = shell.directory / "week"
    finish(week / "Übung & mehr #1.ogg", "Übung")
    assert _feed(shell).code == 0
    for entry in _entries(shell).values():
        (sound,) = entry.enclosures
        name = _file_at(sound.href)
        assert int(sound.length) == (week / name).stat().st_size
        lasts_s = len(by_libsndfile(week / name)) / 48_000
        assert int(entry.itunes_duration) == pytest.approx(lasts_s, abs=0.6)
        chapters = json.loads((week / _file_at(entry.podcast_chapters["url"])).read_bytes())
        assert [each["title"] for each in chapters["chapters"]] == ["Squats", "Lunges"]
        assert (week / _file_at(entry.image.href)).read_bytes() == COVER.data


def _file_at(address: str) -> str:
    assert address.startswith(BASE)
    return unquote(address.removeprefix(BASE))


def test_the_podcast_is_called_as_the_folder_or_as_the_title_says(shell: Shell) -> None:
    for options, title in ((), "week"), (("--title", "My week"), "My week"):
        _feed(shell, *options)
        content = (shell.directory / "week" / "feed.xml").read_bytes()
        assert feedparser.parse(io.BytesIO(content)).feed.title == title


def test_a_known_episode_keeps_its_date_and_a_new_one_gets_that_of_its_file(shell: Shell) -> None:
    _feed(shell)
    week = shell.directory / "week"
    finish(week / "legs.mp3", "Legs again", modified_s=NEW_S)
    finish(week / "arms.mp3", "Arms", modified_s=NEW_S)
    _feed(shell, "--title", "Other")
    found = _entries(shell)
    assert {name: entry.published for name, entry in found.items()} == {
        "arms.mp3": NEW,
        "legs.mp3": OLD,
    }
    assert list(found) == ["arms.mp3", "legs.mp3"]
    assert found["legs.mp3"].title == "Legs again"


def test_a_file_that_is_gone_leaves_the_feed(shell: Shell) -> None:
    finish(shell.directory / "week" / "arms.mp3")
    _feed(shell)
    (shell.directory / "week" / "arms.mp3").unlink()
    assert _feed(shell).code == 0
    assert list(_entries(shell)) == ["legs.mp3"]


def test_where_nothing_has_changed_no_file_is_touched(shell: Shell) -> None:
    _feed(shell)
    before = _state(shell.directory / "week")
    os.utime(shell.directory / "week" / "legs.mp3", (OLD_S, OLD_S))
    assert _feed(shell).code == 0
    assert _state(shell.directory / "week") == before


def test_all_files_are_written_or_none(shell: Shell) -> None:
    _feed(shell)
    week = shell.directory / "week"
    finish(week / "arms.mp3")
    (week / "arms.mp3.cover.png").mkdir()
    before = _state(week)
    assert "arms.mp3.cover.png: it is a directory" in one_error(_feed(shell), 2)
    assert _state(week) == before
    assert not [path for path in week.iterdir() if path.name.startswith(".")]


@ON_POSIX
@pytest.mark.parametrize("name", ["feed.xml", "legs.mp3.cover.png", "legs.mp3.chapters.json"])
def test_no_file_is_made_outside_through_a_link(shell: Shell, name: str) -> None:
    (shell.directory / "week" / name).symlink_to("../outside")
    assert "which is not in the folder" in one_error(_feed(shell), 2)
    assert not (shell.directory / "outside").exists()


@ON_POSIX
@pytest.mark.parametrize("name", ["legs.mp3.cover.png", "legs.mp3.chapters.json"])
def test_a_file_outside_stays_as_it_is_where_a_link_leads_to_it(shell: Shell, name: str) -> None:
    _feed(shell)
    (shell.directory / "week" / name).unlink()
    shell.put("outside", "precious")
    (shell.directory / "week" / name).symlink_to("../outside")
    before = _state(shell.directory / "week")
    assert "which is not in the folder" in one_error(_feed(shell), 2)
    assert (shell.directory / "outside").read_text() == "precious"
    assert _state(shell.directory / "week") == before


@pytest.mark.parametrize("name", ["legs.mp3.cover.png", "legs.mp3.chapters.json"])
def test_somebodys_own_file_is_left_as_it_is(shell: Shell, name: str) -> None:
    shell.put(f"week/{name}", "my own")
    error = one_error(_feed(shell), 2)
    assert f"{name} is not of the feed, and would be overwritten" in error
    assert (shell.directory / "week" / name).read_text() == "my own"
    assert not (shell.directory / "week" / "feed.xml").exists()


def test_what_lies_beside_a_known_episode_is_made_anew(shell: Shell) -> None:
    _feed(shell)
    cover = shell.directory / "week" / "legs.mp3.cover.png"
    shell.put("week/legs.mp3.cover.png", "of an older build")
    assert _feed(shell).code == 0
    assert cover.read_bytes() == COVER.data


@inputs(
    ("text", "told"),
    {
        "<rss><channel>": "feed.xml is damaged",
        "": "feed.xml is damaged",
        "<?xml version='1.0' encoding='none'?><rss/>": "feed.xml is damaged",
        ENTITIES: "feed.xml is damaged",
        UNDATED: "`legs.mp3` has no date",
        OTHER: "feed.xml was not made by voicecoach",
        "<html/>": "feed.xml was not made by voicecoach",
    },
)
def test_a_feed_whose_dates_would_be_lost_is_left_as_it_is(
    shell: Shell, text: str, told: str
) -> None:
    shell.put("week/feed.xml", text)
    error = one_error(_feed(shell), 2)
    assert told in error
    assert "move it away" in error
    assert (shell.directory / "week" / "feed.xml").read_text() == text
    assert not (shell.directory / "week" / "legs.mp3.cover.png").exists()


@ON_POSIX
@cases(("put", "told"), ODD_FILES)
def test_what_stands_where_the_feed_should_is_told(shell: Shell, put: Any, told: str) -> None:
    put(shell.directory / "week" / "feed.xml")
    assert told in one_error(_feed(shell), 2)


def test_what_is_left_out_is_told_and_the_rest_is_a_podcast(shell: Shell) -> None:
    week = shell.directory / "week"
    (week / "cut.mp3").write_bytes((week / "legs.mp3").read_bytes()[:-300])
    finish(shell.directory / "private.mp3")
    (week / "link.mp3").symlink_to("../private.mp3")
    for number in range(5):
        _by_another_program(week / f"song {number}.wav")
    said = _feed(shell)
    assert said.code == 2
    assert "week/cut.mp3 is cut off" in said.err
    assert (
        "left out (made by another program): song 0.wav, song 1.wav, song 2.wav and 2" in said.err
    )
    assert "left out (linked from outside the folder): link.mp3" in said.err
    assert list(_entries(shell)) == ["legs.mp3"]


def _by_another_program(path: Path) -> None:
    soundfile.write(path, [0.1] * 4800, 48_000)


@inputs(
    ("folder", "told"),
    {
        "none": "cannot read the folder none: no such file",
        "short.yaml": "cannot read the folder short.yaml: it is no directory",
        "empty": "nothing in the folder empty that voicecoach has built",
    },
)
def test_a_folder_without_a_programme_is_refused(shell: Shell, folder: str, told: str) -> None:
    (shell.directory / "empty").mkdir()
    assert told in one_error(shell.run("feed", folder, "--base-url", BASE), 2)
    assert not (shell.directory / "empty" / "feed.xml").exists()


@cases(
    ("options", "told"),
    {
        "no address": ((), "Missing option '--base-url'"),
        "the feed itself": (("--base-url", f"{BASE}feed.xml"), "leave out `feed.xml`"),
        "no scheme": (("--base-url", "example.org"), "is no web address"),
        "an empty title": (("--base-url", BASE, "--title", " "), "it is empty"),
        "an invisible title": (("--base-url", BASE, "--title", "\x01"), "it is empty"),
    },
)
def test_wrong_options_are_refused(shell: Shell, options: tuple[str, ...], told: str) -> None:
    said = shell.run("feed", "week", *options)
    assert said.code == 2
    assert told in " ".join(said.err.split())
