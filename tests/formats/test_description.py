from pathlib import Path

import pytest
import soundfile

from helpers.cases import cases
from helpers.finished_files import CHAPTERS, COVER, finish
from helpers.odd_files import ODD, ON_POSIX
from voicecoach.formats import suffixes
from voicecoach.formats.inspection import inspect
from voicecoach.formats.inspection.description import describe
from voicecoach.problems import WrongUsageError


@pytest.mark.parametrize("suffix", suffixes())
def test_a_file_says_of_itself_what_its_sound_says(tmp_path: Path, suffix: str) -> None:
    path = finish(tmp_path / f"a{suffix}")
    found, measured = describe(path), inspect(path)
    assert found.length_ms == pytest.approx(measured.sound.length_ms, abs=60)
    assert found.size_bytes == measured.size_bytes == path.stat().st_size
    assert found.tag.cover is not None
    assert found.tag.cover.data == COVER.data
    assert [(each.title, each.start_ms) for each in found.tag.chapters] == [
        (each.title, each.start_ms) for each in CHAPTERS
    ]
    assert found.tag.chapters[-1].end_ms <= found.length_ms


@pytest.mark.parametrize("suffix", suffixes())
@cases("lost_bytes", {"a byte": 1, "a frame": 192, "a quarter": None})
def test_a_file_without_its_end_is_refused(
    tmp_path: Path, suffix: str, lost_bytes: int | None
) -> None:
    path = finish(tmp_path / f"a{suffix}")
    whole = path.read_bytes()
    path.write_bytes(whole[: -(lost_bytes or len(whole) // 4)])
    with pytest.raises(WrongUsageError, match=r"a\.\w+ is (damaged|cut off|no \w+ file)"):
        describe(path)


@pytest.mark.parametrize("name", ["a.mp3", "a.wav", "a.flac", "a.ogg"])
@cases("rate_hz", {"44.1 kHz": 44_100, "22.05 kHz": 22_050})
def test_what_another_program_made_is_whole(tmp_path: Path, name: str, rate_hz: int) -> None:
    soundfile.write(tmp_path / name, [0.1] * rate_hz, rate_hz)
    found = describe(tmp_path / name)
    assert found.length_ms == pytest.approx(1000, abs=60)
    assert found.tag.built_by is None


@ON_POSIX
@cases(("put", "told"), ODD)
def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path, put: object, told: str) -> None:
    assert callable(put)
    put(tmp_path / "a.mp3")
    with pytest.raises(WrongUsageError, match=told):
        describe(tmp_path / "a.mp3")
