"""Downloads from a server that cuts off, hangs and lies."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.piper_voices import MODEL_BYTES, THORSTEN, path_of, voice_files, voice_in_catalogue
from helpers.voice_server import (
    Answer,
    VoiceServer,
    cut_off,
    hang,
    redirect,
    send,
    serving,
    status,
    whole,
)
from voicecoach.problems import CatalogueError, EngineError
from voicecoach.speech.piper_voices.downloading import download, download_small

FILES = voice_files()
MODEL = path_of(THORSTEN, f"{THORSTEN}.onnx")
CONTENT = FILES[MODEL]
FILE = voice_in_catalogue(FILES).model


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[VoiceServer]:
    with serving(monkeypatch) as server:
        server.serve(FILES)
        yield server


class _Download:
    """A download into a directory."""

    def __init__(self, server: VoiceServer, directory: Path) -> None:
        self.target = directory / "model"
        self.part = directory / "model.part"
        self.progress: list[tuple[int, int]] = []
        self._server = server
        self._directory = directory

    def run(self, timeout_s: float = 600) -> None:
        download(
            self._server.url + MODEL,
            FILE,
            self.target,
            lambda done, total: self.progress.append((done, total)),
            timeout_s,
        )
        assert self.target.read_bytes() == CONTENT
        assert self.files() == ["model"]

    def files(self) -> list[str]:
        return sorted(path.name for path in self._directory.iterdir())


@pytest.fixture
def model(server: VoiceServer, tmp_path: Path) -> _Download:
    return _Download(server, tmp_path)


def test_a_file_arrives_and_its_progress_is_told(server: VoiceServer, model: _Download) -> None:
    model.run()
    assert model.progress[-1] == (MODEL_BYTES, MODEL_BYTES)
    assert model.progress == sorted(model.progress)
    assert server.requests == [(MODEL, "")]


@cases(
    ("answers", "ranges"),
    {
        "cut off": ([cut_off(70_000)], ["", "bytes=70000-"]),
        "cut off twice": (
            [cut_off(70_000), cut_off(30_000)],
            ["", "bytes=70000-", "bytes=100000-"],
        ),
        "cut off, and the server knows no ranges": ([cut_off(70_000), whole], ["", "bytes=70000-"]),
        "cut off before the first byte": ([cut_off(0)], ["", ""]),
        "an error of the server": ([status(500), status(503)], ["", "", ""]),
        "another range than asked for": (
            [cut_off(70_000), send(CONTENT, 206, Content_Range="bytes 0-299999/300000")],
            ["", "bytes=70000-", ""],
        ),
        "a range of another file": (
            [cut_off(70_000), send(CONTENT[70_000:], 206, Content_Range="bytes 70000-299999/9")],
            ["", "bytes=70000-", ""],
        ),
        "a range without an end": (
            [cut_off(70_000), send(CONTENT[70_000:], 206, Content_Range="bytes 70000-")],
            ["", "bytes=70000-", ""],
        ),
        "ranges refused": ([cut_off(70_000), status(416)], ["", "bytes=70000-", ""]),
        "no length told": ([send(CONTENT, length="")], [""]),
        "more than there is, no length told": ([send(CONTENT + b"more", length="")], [""]),
        "a rest that does not fit": (
            [
                cut_off(70_000),
                send(bytes(230_000), 206, Content_Range="bytes 70000-299999/300000"),
            ],
            ["", "bytes=70000-", ""],
        ),
    },
)
def test_the_file_arrives_after(
    server: VoiceServer, model: _Download, answers: list[Answer], ranges: list[str]
) -> None:
    server.plan(MODEL, *answers)
    model.run()
    assert server.asked(MODEL) == ranges


def test_a_server_that_always_stops_leaves_what_has_arrived_for_the_next_time(
    server: VoiceServer, model: _Download
) -> None:
    server.plan(MODEL, *[cut_off(20_000)] * 3)
    with pytest.raises(EngineError, match=r"stopped after 60,000 of 300,000 bytes") as error:
        model.run()
    assert error.value.hint == "what has arrived is kept, and the next try goes on from there"
    assert model.files() == ["model.part"]
    assert model.part.read_bytes() == CONTENT[:60_000]
    model.run()
    assert server.asked(MODEL)[3:] == ["bytes=60000-"]


def test_a_server_that_hangs_is_left_and_what_it_sent_is_good(
    server: VoiceServer, model: _Download
) -> None:
    server.plan(MODEL, *[hang(10_000, server)] * 3)
    with pytest.raises(EngineError, match="it does not answer in time"):
        model.run(timeout_s=0.2)
    # On a busy machine, nothing may have come within the time.
    assert not model.part.exists() or CONTENT.startswith(model.part.read_bytes())


def test_a_server_that_is_not_there_is_told(tmp_path: Path, server: VoiceServer) -> None:
    url = server.url.replace("http://127.0.0.1", "https://127.0.0.1")
    with pytest.raises(EngineError, match="the server cannot be reached: ") as error:
        download(url, FILE, tmp_path / "model", lambda _done, _total: None, 600)
    assert error.value.hint == "try again later"
    assert list(tmp_path.iterdir()) == []


@cases(
    ("answer", "says"),
    {
        "longer": (send(CONTENT + b"x"), "sends 300001 bytes, by the catalogue it is 300000"),
        "shorter": (send(CONTENT[:-1]), "sends 299999 bytes, by the catalogue it is 300000"),
        "endless": (send(b"", length=10**18), "sends 1000000000000000000 bytes"),
        "of a negative length": (send(CONTENT, length=-1), "sends -1 bytes"),
        "of no length": (send(CONTENT, length="many"), "sends many bytes"),
        "another one": (send(bytes(MODEL_BYTES)), r"\(its MD5 differs\), and was removed"),
        "a range that nobody asked for": (
            send(CONTENT[:9], 206, Content_Range="bytes 0-299999/300000"),
            "sends 9 bytes, by the catalogue it is 300000",
        ),
    },
)
def test_a_file_is_refused_that_is(
    server: VoiceServer, model: _Download, answer: Answer, says: str
) -> None:
    server.plan(MODEL, answer)
    with pytest.raises(CatalogueError, match=says):
        model.run()
    assert model.files() == []
    assert server.asked(MODEL) == [""]


@cases("code", {"401": 401, "403": 403, "404": 404, "410": 410})
def test_a_refusal_of_the_server_ends_it_at_once(
    server: VoiceServer, model: _Download, code: int
) -> None:
    server.plan(MODEL, status(code))
    with pytest.raises(EngineError, match=f"{MODEL}: "):
        model.run()
    assert server.asked(MODEL) == [""]


def test_a_part_that_is_whole_is_checked_and_taken(server: VoiceServer, model: _Download) -> None:
    model.part.write_bytes(CONTENT)
    model.run()
    assert server.requests == []


@cases("data", {"other bytes": bytes(MODEL_BYTES), "too many bytes": bytes(MODEL_BYTES + 1)})
def test_a_part_is_thrown_away_that_has(server: VoiceServer, model: _Download, data: bytes) -> None:
    model.part.write_bytes(data)
    model.run()
    assert server.asked(MODEL) == [""]


def test_a_redirect_on_the_same_server_is_followed_with_the_range(
    server: VoiceServer, model: _Download
) -> None:
    server.serve({"moved": CONTENT})
    model.part.write_bytes(CONTENT[:9])
    server.plan(MODEL, redirect("/moved"))
    model.run()
    assert server.asked("moved") == ["bytes=9-"]


@cases(
    "target",
    {
        "plain http of another host": "http://localhost:9/x",
        "another port": "http://127.0.0.1:9/x",
        "a name for the same host": "http://127.0.0.1.nip.example/x",
    },
)
def test_a_redirect_is_refused_to(server: VoiceServer, model: _Download, target: str) -> None:
    server.plan(MODEL, redirect(target))
    with pytest.raises(EngineError, match=f"redirects to {target}, which is not https"):
        model.run()
    assert model.files() == []


@cases(
    "target", {"a file": "file:///etc/passwd", "ftp": "ftp://127.0.0.1/x", "data": "data:,model"}
)
def test_a_redirect_is_not_followed_to(server: VoiceServer, model: _Download, target: str) -> None:
    server.plan(MODEL, redirect(target))
    with pytest.raises(EngineError, match=r"is not https|to what is no web address"):
        model.run()
    assert server.asked(MODEL) == [""]


def test_a_redirect_to_https_is_tried(server: VoiceServer, model: _Download) -> None:
    secure = server.url.replace("http://", "https://") + "x"
    server.plan(MODEL, *[redirect(secure)] * 3)
    # Something is there, but it speaks no TLS.
    with pytest.raises(EngineError, match="the server cannot be reached: "):
        model.run()


def test_redirects_without_end_are_not_followed(server: VoiceServer, model: _Download) -> None:
    for number in range(20):
        server.plan(f"{number}", redirect(f"/{number + 1}"))
    server.plan(MODEL, redirect("/0"))
    with pytest.raises(EngineError, match="it redirects too often"):
        model.run()
    assert len(server.requests) <= 6


def test_a_redirect_to_itself_is_not_followed(server: VoiceServer, model: _Download) -> None:
    server.plan(MODEL, *[redirect(f"/{MODEL}")] * 20)
    with pytest.raises(EngineError, match="it redirects too often"):
        model.run()


def test_a_full_disk_is_told_and_not_tried_again(
    server: VoiceServer, model: _Download, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineError, match=r"model.part failed: the disk is full"):
        model.run()
    assert server.asked(MODEL) == [""]


def test_a_small_file_comes_whole_or_not_at_all(server: VoiceServer) -> None:
    server.serve({"small": b"123"})
    assert download_small(server.url + "small", 3, 600) == b"123"
    assert download_small(server.url + "none", 3, 600) is None
    with pytest.raises(EngineError, match="small: it is larger than"):
        download_small(server.url + "small", 2, 600)


@cases("code", {"forbidden": 403, "broken": 500})
def test_a_small_file_that_does_not_come_is_an_error(server: VoiceServer, code: int) -> None:
    server.plan("small", status(code))
    with pytest.raises(EngineError, match=f"small: the server answers {code}"):
        download_small(server.url + "small", 2, 600)


def test_a_small_file_that_hangs_is_an_error(server: VoiceServer) -> None:
    server.serve({"small": b"123"})
    server.plan("small", hang(1, server))
    with pytest.raises(EngineError, match="small: it does not answer in time"):
        download_small(server.url + "small", 3, 0.2)
