from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.piper_voices import (
    THORSTEN,
    catalogue_json,
    put_beside,
    put_mirror,
    voice_files,
    voice_in_catalogue,
)
from helpers.voice_server import VoiceServer, send, serving
from voicecoach.problems import CatalogueError, EngineError, WrongUsageError
from voicecoach.speech.piper_voices.sources import LocalFolder, Site, open_source

FILES = voice_files()
VOICE = voice_in_catalogue(FILES)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[VoiceServer]:
    with serving(monkeypatch) as server:
        yield server


def _fetch(source: Site | LocalFolder, tmp_path: Path) -> bytes:
    target = tmp_path / "fetched"
    source.fetch(VOICE.model, target, lambda _done, _total: None)
    return target.read_bytes()


@cases(
    ("place", "url"),
    {
        "https": ("https://mirror.example/voices/", "https://mirror.example/voices/"),
        "without a slash": ("https://mirror.example/voices", "https://mirror.example/voices/"),
        "http, as it was asked for": ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
        "letters": (
            "https://mirror.example/größe/a b",
            "https://mirror.example/gr%C3%B6%C3%9Fe/a%20b/",
        ),
        "quoted letters": ("https://mirror.example/gr%C3%B6", "https://mirror.example/gr%C3%B6/"),
    },
)
def test_a_site_is_opened_by(place: str, url: str) -> None:
    source = open_source(place)
    assert isinstance(source, Site)
    assert source.url == url


@cases(
    "place",
    {
        "ftp": "ftp://mirror.example/",
        "a file": "file:///etc",
        "no host": "https:///voices",
        "a query": "https://mirror.example/?voices=all",
        "a broken address": "https://[::1/",
    },
)
def test_no_mirror_is(place: str) -> None:
    with pytest.raises(WrongUsageError, match="is no address of a mirror"):
        open_source(place)


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(WrongUsageError, match=f"there is no folder {tmp_path / 'x'}"):
        open_source(str(tmp_path / "x"))


def test_letters_of_a_path_are_quoted(server: VoiceServer, tmp_path: Path) -> None:
    files = voice_files("pt_PT-tugão-medium")
    server.serve(files)
    file = voice_in_catalogue(files).card
    assert file is not None
    site = Site(server.url)
    assert site.place(file.path).endswith("/pt/pt_PT/tug%C3%A3o/medium/MODEL_CARD")
    site.fetch(file, tmp_path / "card", lambda _done, _total: None)
    assert (tmp_path / "card").read_bytes() == files[file.path]


def test_a_folder_has_the_files_in_a_tree_or_side_by_side(tmp_path: Path) -> None:
    content = FILES[VOICE.model.path]
    tree = open_source(str(put_mirror(tmp_path / "tree", FILES)))
    assert _fetch(tree, tmp_path) == content
    assert tree.catalogue() is not None
    flat = open_source(str(put_beside(tmp_path / "flat", FILES).parent))
    assert _fetch(flat, tmp_path) == content
    assert flat.catalogue() is None


def test_a_folder_without_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(EngineError, match=f"{THORSTEN}.onnx cannot be read: no such file"):
        _fetch(LocalFolder(tmp_path / "empty"), tmp_path)
    assert not (tmp_path / "fetched").exists()


def test_a_folder_with_another_file_of_the_name_is_refused(tmp_path: Path) -> None:
    put_beside(tmp_path / "flat", FILES).write_bytes(b"another")
    with pytest.raises(CatalogueError, match="is not what the catalogue says"):
        _fetch(LocalFolder(tmp_path / "flat"), tmp_path)
    assert not (tmp_path / "fetched").exists()


def test_the_catalogue_of_a_site_is_its_own_or_none(server: VoiceServer) -> None:
    assert Site(server.url).catalogue() is None
    server.serve({"voices.json": catalogue_json(FILES)})
    catalogue = Site(server.url).catalogue()
    assert catalogue is not None
    assert list(catalogue.voices) == [THORSTEN]


@cases(
    ("data", "why"),
    {
        "a page": (b"<html>", "voices.json is no catalogue of voices: it is not JSON"),
        "a path upwards": (
            catalogue_json(FILES).replace(b'"de/de_DE', b'"../../x/de_DE'),
            "voices.json is no catalogue of voices: voice `de_DE-thorsten-medium`: the path "
            "`../../x/de_DE/thorsten/medium/MODEL_CARD` is not allowed",
        ),
        "too much": (b" " * 6_000_000, "voices.json: it is larger than 5.0 MB"),
    },
)
def test_a_catalogue_of_a_site_is_refused_that_is(
    server: VoiceServer, data: bytes, why: str
) -> None:
    server.plan("voices.json", send(data))
    with pytest.raises(EngineError) as error:
        Site(server.url).catalogue()
    assert why in error.value.message


def test_a_catalogue_in_a_folder_is_checked_as_well(tmp_path: Path) -> None:
    (tmp_path / "voices.json").write_bytes(b"[]")
    with pytest.raises(EngineError, match=r"voices\.json is no catalogue of voices"):
        LocalFolder(tmp_path).catalogue()
    (tmp_path / "voices.json").unlink()
    (tmp_path / "voices.json").mkdir()
    with pytest.raises(EngineError, match=r"voices\.json cannot be read: it is a directory"):
        LocalFolder(tmp_path).catalogue()
