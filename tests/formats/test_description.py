import contextlib
import random
import sys
from pathlib import Path

import pytest
import soundfile

from helpers.cases import cases
from helpers.finished_files import CHAPTERS, COVER, LENGTH_MS, finish
from helpers.odd_files import ODD, ON_POSIX
from voicecoach.formats import suffixes
from voicecoach.formats.inspection import inspect
from voicecoach.formats.inspection.description import describe
from voicecoach.problems import WrongUsageError

DAMAGED_FILES = 50


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


@pytest.mark.parametrize("suffix", suffixes())
def test_a_file_with_any_bytes_changed_is_described_or_refused(tmp_path: Path, suffix: str) -> None:
    path = finish(tmp_path / f"a{suffix}")
    whole = path.read_bytes()
    rng = random.Random(suffix)
    for _ in range(DAMAGED_FILES):
        data = bytearray(whole)
        for at in rng.choices(range(min(len(data), 3000)), k=20):
            data[at] = rng.randrange(256)
        path.write_bytes(data)
        with contextlib.suppress(WrongUsageError):
            assert describe(path).length_ms >= 0


@pytest.mark.parametrize("name", ["a.mp3", "a.wav", "a.flac", "a.ogg"])
@cases("rate_hz", {"44.1 kHz": 44_100, "22.05 kHz": 22_050})
def test_what_another_program_made_is_whole(tmp_path: Path, name: str, rate_hz: int) -> None:
    soundfile.write(tmp_path / name, [0.1] * rate_hz, rate_hz)
    found = describe(tmp_path / name)
    assert found.length_ms == pytest.approx(1000, abs=60)
    assert found.tag.built_by is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each name is in Unicode")
@pytest.mark.parametrize("suffix", suffixes())
def test_a_name_in_another_encoding_is_no_damage(tmp_path: Path, suffix: str) -> None:
    path = finish(tmp_path / f"\udcdcbung{suffix}")
    assert describe(path).length_ms == pytest.approx(LENGTH_MS, abs=60)
    assert inspect(path).sound.length_ms == pytest.approx(LENGTH_MS, abs=60)


@ON_POSIX
@cases(("put", "told"), ODD)
def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path, put: object, told: str) -> None:
    assert callable(put)
    put(tmp_path / "a.mp3")
    with pytest.raises(WrongUsageError, match=told):
        describe(tmp_path / "a.mp3")
