"""A folder on a web server, as two podcast parsers subscribe to it."""

import io
import json
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import podcastparser
import pytest

from helpers.cases import cases
from helpers.shell import Shell
from voicecoach.formats.inspection import inspect


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


@pytest.fixture
def address(shell: Shell) -> Iterator[str]:
    """Serve the shell's directory, and yield its address."""
    handler = partial(_Quiet, directory=str(shell.directory))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        content: bytes = answer.read()
    return content


@cases("suffix", {"MP3": ".mp3", "Ogg Vorbis": ".ogg"})
def test_an_app_that_subscribes_finds_each_sound_with_its_chapters_and_cover(
    shell: Shell, address: str, suffix: str
) -> None:
    (shell.directory / "My week").mkdir()
    for name in ("short", "Übung #1"):
        output = f"My week/{name}{suffix}"
        assert shell.toned("build", "short.yaml", "-o", output).code == 0
    said = shell.run("feed", "My week", "--base-url", f"{address}My%20week")
    assert said.code == 0
    feed_address = said.out.split()[-1]

    by_feedparser = feedparser.parse(io.BytesIO(_fetched(feed_address)))
    podcast = podcastparser.parse(feed_address, io.BytesIO(_fetched(feed_address)))
    assert not by_feedparser.bozo
    assert by_feedparser.feed.title == podcast["title"] == "My week"
    assert _fetched(podcast["cover_url"]).startswith(b"\x89PNG")
    assert {entry.id for entry in by_feedparser.entries} == {
        f"short{suffix}",
        f"%C3%9Cbung%20%231{suffix}",
    }
    for entry, episode in zip(by_feedparser.entries, podcast["episodes"], strict=True):
        (sound,) = episode["enclosures"]
        content = _fetched(sound["url"])
        assert len(content) == sound["file_size"]
        copy = shell.directory / f"copy{suffix}"
        copy.write_bytes(content)
        inspected = inspect(copy)
        assert episode["total_time"] == round(inspected.sound.length_ms / 1000)
        assert episode["title"] == inspected.tag.title == "Short"
        chapters = json.loads(_fetched(entry.podcast_chapters["url"]))["chapters"]
        assert [(each["title"], round(1000 * each["startTime"])) for each in chapters] == [
            (chapter.title, chapter.start_ms) for chapter in inspected.tag.chapters
        ]
        cover = inspected.tag.cover
        assert cover is not None
        assert _fetched(episode["episode_art_url"]) == cover.data
