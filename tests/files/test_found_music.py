"""Music that a folder or a pattern stands for: all but what voicecoach has built itself."""

from pathlib import Path

import pytest
import soundfile

from helpers.containers import noisy_png
from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.files.music import SUFFIXES, music_files
from voicecoach.formats import Cover, Form, Tags

LENGTH_MS = 1_000


def build(path: Path, title: str) -> None:
    tags = Tags(title, cover=Cover("image/png", noisy_png(64)))
    with path.open("w+b") as file:
        sound = [AudioSegment.silent(LENGTH_MS, 48_000)]
        formats.for_path(path).write(file, sound, Form(LENGTH_MS), tags)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("title", ["Legs", "\u811a \u2013 \u0141ydki"])
def test_a_programme_is_no_music_of_a_folder_or_pattern(
    tmp_path: Path, suffix: str, title: str
) -> None:
    build(tmp_path / f"built{suffix}", title)
    soundfile.write(tmp_path / "song.wav", [0.1] * 480, 48_000)
    assert music_files(tmp_path) == [tmp_path / "song.wav"]
    assert music_files(tmp_path / f"b*{suffix}") == []
    assert music_files(tmp_path / f"built{suffix}") == [tmp_path / f"built{suffix}"]
