from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from helpers.cases import cases
from helpers.odd_files import ODD, ON_POSIX
from helpers.piper_voices import THORSTEN, put_beside, voice_files
from voicecoach.problems import EngineError, NoVoiceError
from voicecoach.speech.piper_voices.folder import VoiceFolder, default_voice_folder

OTHER = "en_US-other-low"


@pytest.fixture
def folder(tmp_path: Path) -> VoiceFolder:
    """A folder with two voices."""
    directory = tmp_path / "voices"
    for key in (THORSTEN, OTHER):
        put_beside(directory / key, voice_files(key))
    return VoiceFolder(directory)


def test_installed_voices_are_found_by_name(folder: VoiceFolder) -> None:
    assert [voice.name for voice in folder.installed()] == [THORSTEN, OTHER]
    voice = folder.find(THORSTEN)
    assert voice.model == folder.directory / THORSTEN / f"{THORSTEN}.onnx"
    assert voice.settings_file == folder.directory / THORSTEN / f"{THORSTEN}.onnx.json"
    assert voice.card.read_text().startswith("# Model card")
    assert voice.settings().language == "de-DE"
    assert voice.size_bytes() == sum(map(len, voice_files(THORSTEN).values()))


@ON_POSIX
@cases("put", {what: put for what, (put, _) in ODD.items()})
@pytest.mark.parametrize("ending", [".onnx", ".onnx.json"])
def test_what_is_no_ordinary_file_is_no_voice(
    folder: VoiceFolder, put: Callable[[Path], None], ending: str
) -> None:
    file = folder.directory / OTHER / f"{OTHER}{ending}"
    file.unlink()
    put(file)
    assert [voice.name for voice in folder.installed()] == [THORSTEN]


def test_a_folder_that_is_not_there_has_no_voices(tmp_path: Path) -> None:
    assert VoiceFolder(tmp_path / "none").installed() == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_a_whole_voice_is_not_seen(folder: VoiceFolder) -> None:
    (folder.directory / "notes.txt").write_text("mine")
    (folder.directory / "empty").mkdir()
    (folder.directory / OTHER / f"{OTHER}.onnx.json").unlink()
    with folder.locked():
        put_beside(folder.unfinished("de_DE-started-low"), voice_files("de_DE-started-low"))
    assert [voice.name for voice in folder.installed()] == [THORSTEN]


OUTSIDE = {
    "upwards": f"../voices/{THORSTEN}",
    "far upwards": "../../x",
    "the folder itself": ".",
    "the one above": "..",
    "hidden": ".unfinished",
    "nothing": "",
    "from the root": "/etc",
    "within": f"{THORSTEN}/{THORSTEN}.onnx",
}


@cases("name", OUTSIDE)
def test_a_name_does_not_lead_out_of_the_folder_when_looked_for(
    folder: VoiceFolder, name: str
) -> None:
    with pytest.raises(NoVoiceError, match="there is no installed Piper voice"):
        folder.find(name)


@cases("name", OUTSIDE)
def test_a_name_does_not_lead_out_of_the_folder_when_removed(
    folder: VoiceFolder, name: str
) -> None:
    with folder.locked():
        pass
    before = sorted(folder.directory.rglob("*"))
    with pytest.raises(NoVoiceError):
        folder.remove(name)
    assert sorted(folder.directory.rglob("*")) == before


def test_a_misspelt_name_is_recognised(folder: VoiceFolder) -> None:
    with pytest.raises(NoVoiceError) as error:
        folder.find("de_DE-torsten-medium")
    assert error.value.hint == f"did you mean `{THORSTEN}`?"


def test_removing_leaves_nothing_of_a_voice_and_all_of_the_others(folder: VoiceFolder) -> None:
    with folder.locked():
        put_beside(folder.unfinished(THORSTEN), voice_files())
    folder.remove(THORSTEN)
    assert [voice.name for voice in folder.installed()] == [OTHER]
    assert THORSTEN not in {path.name for path in folder.directory.rglob("*")}


def test_what_has_arrived_of_a_voice_can_be_removed(folder: VoiceFolder) -> None:
    with folder.locked():
        started = put_beside(folder.unfinished("de_DE-started-low"), voice_files())
    folder.remove("de_DE-started-low")
    assert not started.parent.exists()


def test_a_finished_voice_takes_the_place_of_an_old_one(folder: VoiceFolder) -> None:
    (folder.directory / THORSTEN / "old").touch()
    with folder.locked():
        # As a program leaves it that is killed at the wrong moment.
        put_beside(folder.directory / ".unfinished" / ".old", voice_files())
        put_beside(folder.unfinished(THORSTEN), voice_files())
        assert folder.finish(THORSTEN) == folder.find(THORSTEN)
    assert not (folder.directory / THORSTEN / "old").exists()
    assert [path.name for path in (folder.directory / ".unfinished").iterdir()] == [".lock"]


def test_damaged_settings_are_told(folder: VoiceFolder) -> None:
    voice = folder.find(THORSTEN)
    voice.settings_file.write_bytes(b"{")
    with pytest.raises(EngineError, match="has no settings of a Piper voice: it is not JSON"):
        voice.settings()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(EngineError, match=r"writing .* failed: not a directory"),
        VoiceFolder(tmp_path / "file" / "voices").locked(),
    ):
        pass


def test_the_folder_is_among_the_users_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_voice_folder().directory == Path("/data/voicecoach/voices")
    monkeypatch.delenv("XDG_DATA_HOME")
    usual = platformdirs.user_data_path("voicecoach", False)
    assert default_voice_folder().directory == usual / "voices"
