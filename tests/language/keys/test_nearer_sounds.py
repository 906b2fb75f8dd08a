"""The key `sounds` of blocks: what is refused in it, and the files that it names."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import inputs
from helpers.routine_files import load_files
from helpers.routines import expect_one_fault, with_workout
from voicecoach.audio import files
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.problems import RoutineError
from voicecoach.routine.phase import Work
from voicecoach.routine.routine import used_files
from voicecoach.routine.sounds import CLASSIC, SOFT, SoundFile
from voicecoach.session.sounds import sound_files_of

NO_SET = "choose `classic`, `soft`, `gym` or `off`"
FAULTS = {
    "- section: A\n  sounds: «loud»\n  do: [Run 9s]": ("there is no set of sounds `loud`", NO_SET),
    "- circuit: A\n  sounds: {set: «loud»}\n  do: [Run 9s]": (
        "there is no set of sounds `loud`",
        NO_SET,
    ),
    "- repeat: 2\n  sounds: {«strt»: off}\n  do: [Run 9s]": (
        "unknown key `strt` in `sounds`",
        "did you mean `start`?",
    ),
    "- exercise: Run 9s\n  sounds: {start: «gone.wav»}": (
        "there is no file `gone.wav`",
        "its path counts from this file",
    ),
    "- exercise: Run 9s\n  sounds: {start: {«hertz»: 700, hz: 700, for: 1s}}": (
        "unknown key `hertz` in a note",
        "delete `hertz: 700`",
    ),
    "- section: A\n  defaults: {sounds: {end: «strt»}}\n  do: [Run 9s, Hop 9s]": (
        "`strt` is neither a tone's role nor a file (.wav, .flac, .ogg, .mp3)",
        "did you mean `start`?",
    ),
    "- rest: 9s\n  «sounds»: soft\n- Run 9s": (
        "unknown key `sounds` in a rest",
        "delete the line, or write `# sounds: soft`",
    ),
}


@inputs(("blocks", "message", "hint"), FAULTS)
def test_wrong_sounds_of_a_block_are_shown(blocks: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout(blocks), message, hint)


@pytest.fixture
def gong(tmp_path: Path) -> Path:
    path = tmp_path / "gong.wav"
    wave = 0.5 * np.sin(2 * np.pi * 440 * np.arange(8000) / 16_000)
    soundfile.write(path, wave, 16_000)
    return path


TWICE = """
- section: A
  sounds: {start: gong.wav}
  do: [Run 9s]
- exercise: Hop 9s
  sounds: {end: gong.wav}
"""


def test_a_file_is_read_once_however_often_it_is_named(
    tmp_path: Path, gong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    load = files.load

    def counted(path: Path, loudness_lufs: float) -> object:
        read.append(path)
        return load(path, loudness_lufs)

    monkeypatch.setattr(files, "load", counted)
    routine = load_files(tmp_path, {"main.yaml": with_workout(TWICE)})
    assert str(gong) in sound_files_of(routine, LOUDNESS_LUFS)
    assert read == [gong]
    assert gong in used_files(routine)


def test_a_file_that_cannot_be_used_is_an_error_where_it_is_named_first(tmp_path: Path) -> None:
    (tmp_path / "gong.wav").write_text("no sound", encoding="utf-8")
    routine = load_files(tmp_path, {"main.yaml": with_workout(TWICE)})
    with pytest.raises(RoutineError) as caught:
        sound_files_of(routine, LOUDNESS_LUFS)
    assert [(each.span.line, each.span.column) for each in caught.value.problems] == [(5, 21)]


def test_an_included_file_sounds_as_what_is_around_it_and_as_its_own_blocks_say(
    tmp_path: Path, gong: Path
) -> None:
    inner = with_workout(
        "- Run 9s\n- exercise: Hop 9s\n  sounds: {start: ../gong.wav}", "sounds: gym"
    )
    outer = with_workout("- section: A\n  sounds: soft\n  do: [include: more/inner.yaml]\n- Run 9s")
    (tmp_path / "more").mkdir()
    routine = load_files(tmp_path, {"more/inner.yaml": inner, "main.yaml": outer})
    first, second, last = (
        phase.exercise.sounds for phase in routine.phases if isinstance(phase, Work)
    )
    assert (first, last) == (SOFT, CLASSIC)
    start = second["start"]
    assert isinstance(start, SoundFile)
    assert Path(start.path).resolve() == gong
