import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.piper_voices import (
    CARD,
    JOE,
    THORSTEN,
    catalogue_json,
    joe_files,
    path_of,
    put_beside,
    put_mirror,
    voice_files,
    voice_in_catalogue,
)
from helpers.voice_server import VoiceServer, cut_off, hang, send, serving
from voicecoach.problems import CatalogueError, EngineError, WrongUsageError
from voicecoach.speech.piper_voices import installing
from voicecoach.speech.piper_voices.catalogue import CatalogueVoice, shipped_catalogue
from voicecoach.speech.piper_voices.folder import VoiceFolder
from voicecoach.speech.piper_voices.installing import (
    catalogue_of,
    install,
    licence_lines,
    update_catalogue,
    voice_of_model,
)
from voicecoach.speech.piper_voices.sources import LocalFolder, Site, Source

FILES = voice_files()
MODEL = path_of(THORSTEN, f"{THORSTEN}.onnx")
SETTINGS = f"{MODEL}.json"
THE_CARD = path_of(THORSTEN, "MODEL_CARD")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[VoiceServer]:
    with serving(monkeypatch) as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> VoiceFolder:
    return VoiceFolder(tmp_path / "voices")


def _install(
    source: Source, folder: VoiceFolder, voice: CatalogueVoice, cards: list[str] | None = None
) -> bool:
    on_card = (lambda _card: None) if cards is None else cards.append
    return install(voice, source, folder, on_card, lambda _done, _total: None, lambda: None)


def _content(folder: VoiceFolder, key: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder.directory / key).iterdir()}


def _by_name(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path.rpartition("/")[2]: data for path, data in files.items()}


def test_a_real_voice_is_installed_from_a_server(server: VoiceServer, folder: VoiceFolder) -> None:
    server.serve(joe_files() | {"voices.json": catalogue_json(joe_files())})
    site = Site(server.url)
    cards: list[str] = []
    assert _install(site, folder, catalogue_of(site, folder).find(JOE), cards)
    (voice,) = folder.installed()
    assert (voice.name, voice.settings().sample_rate_hz) == (JOE, 22_050)
    assert _content(folder, JOE) == _by_name(joe_files())
    assert licence_lines(cards[0]) == [
        "URL: https://github.com/NabuCasa/voice-datasets",
        "License: CC0",
    ]


def test_a_real_voice_is_the_one_of_the_catalogue_but_for_its_card() -> None:
    ours, theirs = voice_in_catalogue(joe_files()), shipped_catalogue().find(JOE)
    assert (ours.model, ours.settings) == (theirs.model, theirs.settings)
    assert ours.card != theirs.card


def test_the_card_comes_first_and_the_model_last(server: VoiceServer, folder: VoiceFolder) -> None:
    server.serve(FILES)
    seen: list[tuple[str, list[str]]] = []

    def on_card(card: str) -> None:
        seen.append((card, [path for path, _ in server.requests]))

    voice = voice_in_catalogue(FILES)
    install(voice, Site(server.url), folder, on_card, lambda *_: None, lambda: None)
    assert seen == [(CARD, [THE_CARD])]
    assert [path for path, _ in server.requests] == [THE_CARD, SETTINGS, MODEL]


def test_a_voice_that_is_there_is_not_fetched_again(
    server: VoiceServer, folder: VoiceFolder
) -> None:
    server.serve(FILES)
    voice = voice_in_catalogue(FILES)
    assert _install(Site(server.url), folder, voice)
    asked = len(server.requests)
    assert not _install(Site(server.url), folder, voice)
    assert len(server.requests) == asked


@cases("name", {"model": f"{THORSTEN}.onnx", "card": "MODEL_CARD"})
def test_a_voice_is_made_whole_whose_files_were_changed(
    server: VoiceServer, folder: VoiceFolder, name: str
) -> None:
    server.serve(FILES)
    voice = voice_in_catalogue(FILES)
    _install(Site(server.url), folder, voice)
    (folder.directory / THORSTEN / name).write_bytes(b"damaged")
    assert _install(Site(server.url), folder, voice)
    assert _content(folder, THORSTEN) == _by_name(FILES)


def test_a_newer_voice_takes_the_place_of_an_old_one(
    server: VoiceServer, folder: VoiceFolder
) -> None:
    server.serve(FILES)
    _install(Site(server.url), folder, voice_in_catalogue(FILES))
    newer = voice_files(card="License: MIT")
    server.serve(newer)
    assert _install(Site(server.url), folder, voice_in_catalogue(newer))
    assert _content(folder, THORSTEN) == _by_name(newer)


def test_what_was_cut_off_is_seen_by_nobody_and_resumed(
    server: VoiceServer, folder: VoiceFolder
) -> None:
    server.serve(FILES)
    server.plan(MODEL, *[cut_off(50_000)] * 3)
    voice = voice_in_catalogue(FILES)
    with pytest.raises(EngineError, match="stopped after 150,000 of 300,000 bytes"):
        _install(Site(server.url), folder, voice)
    assert folder.installed() == []
    assert not (folder.directory / THORSTEN).exists()
    assert _install(Site(server.url), folder, voice)
    assert server.asked(THE_CARD) == server.asked(SETTINGS) == [""]
    assert server.asked(MODEL)[-1] == "bytes=150000-"
    assert _content(folder, THORSTEN) == _by_name(FILES)


@cases("path", {"card": THE_CARD, "settings": SETTINGS, "model": MODEL})
def test_a_file_that_differs_installs_nothing(
    server: VoiceServer, folder: VoiceFolder, path: str
) -> None:
    server.serve(FILES)
    server.plan(path, send(bytes(len(FILES[path]))))
    with pytest.raises(CatalogueError, match=f"{path}: what arrived was not what the catalogue"):
        _install(Site(server.url), folder, voice_in_catalogue(FILES))
    assert folder.installed() == []


@cases(
    ("settings", "why"),
    {
        "of another format": ({"num_speakers": "one"}, "has no settings of a Piper voice"),
        "of unknown phonemes": ({"phoneme_type": "morse"}, "phonemes of the type `morse`, which"),
    },
)
def test_settings_are_refused_before_the_model_is_fetched(
    server: VoiceServer, folder: VoiceFolder, settings: dict[str, str], why: str
) -> None:
    files = voice_files(**settings)
    server.serve(files)
    with pytest.raises(EngineError, match=why):
        _install(Site(server.url), folder, voice_in_catalogue(files))
    assert server.asked(MODEL) == []


def test_a_voice_that_cannot_be_spoken_here_is_refused_before_its_model_is_fetched(
    server: VoiceServer, folder: VoiceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "missing_package", lambda _type: "piper-tts[zh]")
    files = voice_files("zh_CN-made_up-medium", phoneme_type="pinyin")
    server.serve(files)
    with pytest.raises(EngineError, match=r"needs piper-tts\[zh\] to be spoken") as error:
        _install(Site(server.url), folder, voice_in_catalogue(files))
    assert error.value.hint == 'install it with `pip install --upgrade "piper-tts[zh]"`'
    assert not any(path.endswith(".onnx") for path, _ in server.requests)


def test_two_installs_at_a_time_do_not_disturb_each_other(
    server: VoiceServer, folder: VoiceFolder
) -> None:
    server.serve(FILES)
    # The first one is stopped within the model; when it is, the second one begins.
    server.plan(MODEL, hang(50_000, server))
    voice = voice_in_catalogue(FILES)
    begun = threading.Event()

    def first() -> bool:
        def on_progress(_done: int, _total: int) -> None:
            begun.set()

        return install(voice, Site(server.url), folder, lambda _: None, on_progress, lambda: None)

    def second() -> bool:
        site = Site(server.url)
        return install(voice, site, folder, lambda _: None, lambda *_: None, server.released.set)

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(first)
        assert begun.wait(600)
        two = pool.submit(second)
        assert (one.result(), two.result()) == (True, False)
    assert _content(folder, THORSTEN) == _by_name(FILES)


def test_a_model_that_is_there_is_installed_under_its_name(
    tmp_path: Path, folder: VoiceFolder
) -> None:
    model = put_beside(tmp_path / "mine", FILES).rename(tmp_path / "mine" / "my-voice.onnx")
    (tmp_path / "mine" / f"{THORSTEN}.onnx.json").rename(f"{model}.json")
    voice = voice_of_model(model)
    assert (voice.key, voice.language, voice.quality) == ("my-voice", "de-DE", "medium")
    cards: list[str] = []
    assert _install(LocalFolder(model.parent), folder, voice, cards)
    assert cards == [CARD]
    assert not _install(LocalFolder(model.parent), folder, voice)
    assert _content(folder, "my-voice")["my-voice.onnx"] == FILES[MODEL]
    assert model.exists()


def test_a_model_needs_no_card(tmp_path: Path, folder: VoiceFolder) -> None:
    model = put_beside(tmp_path / "mine", FILES, without=["MODEL_CARD"])
    cards: list[str] = []
    assert _install(LocalFolder(model.parent), folder, voice_of_model(model), cards)
    assert cards == [""]


@cases(
    ("name", "why"),
    {
        "no model": ("voice.wav", "is no name of a model"),
        "a hidden file": (".onnx", "is no name of a model"),
        "a name with dots": ("..x.onnx", "is no name of a model"),
        "a name with a line end": ("a\n.onnx", "is no name of a model"),
        "a file that is not there": ("none.onnx", r"there is no file .*none\.onnx"),
        "a directory": ("folder.onnx", r"cannot read .*folder\.onnx: it is a directory"),
        "no settings": ("lonely.onnx", r"there is no file .*lonely\.onnx\.json"),
    },
)
def test_a_file_is_no_voice_that_is(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "folder.onnx").mkdir()
    (tmp_path / "lonely.onnx").write_bytes(b"model")
    with pytest.raises(WrongUsageError, match=why):
        voice_of_model(tmp_path / name)


def test_a_mirror_has_its_own_catalogue_or_the_users_is_taken(
    tmp_path: Path, folder: VoiceFolder
) -> None:
    flat = LocalFolder(put_beside(tmp_path / "flat", FILES).parent)
    assert catalogue_of(None, folder) == catalogue_of(flat, folder) == shipped_catalogue()
    mirror = LocalFolder(put_mirror(tmp_path / "mirror", FILES))
    assert list(catalogue_of(mirror, folder).voices) == [THORSTEN]


def test_an_update_replaces_the_users_catalogue(tmp_path: Path, folder: VoiceFolder) -> None:
    mirror = LocalFolder(put_mirror(tmp_path / "mirror", FILES))
    assert list(update_catalogue(mirror, folder).voices) == [THORSTEN]
    assert list(catalogue_of(None, folder).voices) == [THORSTEN]


def test_an_update_that_fails_leaves_the_users_catalogue(
    tmp_path: Path, folder: VoiceFolder
) -> None:
    mirror = put_mirror(tmp_path / "mirror", FILES)
    update_catalogue(LocalFolder(mirror), folder)
    (mirror / "voices.json").write_bytes(b"{}")
    with pytest.raises(EngineError, match="is no catalogue of voices: it names no voice"):
        update_catalogue(LocalFolder(mirror), folder)
    (mirror / "voices.json").unlink()
    with pytest.raises(EngineError, match=f"there is no {mirror / 'voices.json'}"):
        update_catalogue(LocalFolder(mirror), folder)
    assert list(catalogue_of(None, folder).voices) == [THORSTEN]


@cases(
    ("card", "lines"),
    {
        "as most": (CARD, ["URL: https://example.org/voice", "License: CC0"]),
        "British, in capitals": ("LICENCE: MIT\n", ["LICENCE: MIT"]),
        "bold": ("- **License:** see there\n", ["License: see there"]),
        "a word for a licence": ("The license allows all.\nLicense:\n", []),
        "nothing": ("", []),
        "too many": ("* License: x\n" * 50, ["License: x"] * 10),
    },
)
def test_the_lines_of_a_licence_are_found(card: str, lines: list[str]) -> None:
    assert licence_lines(card) == lines
