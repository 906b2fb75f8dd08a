"""Lines of text as finished clips."""

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from helpers.cases import cases
from helpers.speaking import TONE, line, narrating
from voicecoach.audio.pcm import to_pcm
from voicecoach.files.store import Store
from voicecoach.problems import EngineError
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.speech import engine_pool
from voicecoach.speech.engines import Recording, VoiceInfo

# No directory can be made there.
NOWHERE = Path("/dev/null/cache")


class Counting:
    """An engine that notes what it was asked to speak, and how often it was closed."""

    version = "1"

    def __init__(self) -> None:
        self.spoken: list[str] = []
        self.closed = 0
        self.longer_by = 0

    def speak(self, text: str) -> Recording:
        self.spoken.append(text)
        length = 16_000 + len(text) + self.longer_by
        noise = np.random.default_rng(len(self.spoken)).integers(-9000, 9000, length)
        silent = text == "silence"
        return Recording(np.zeros(99, np.int16) if silent else noise.astype(np.int16), 16_000)

    def voices(self) -> list[VoiceInfo]:
        return []

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    monkeypatch.setattr(engine_pool, "open_engine", lambda *_: counting)
    return counting


@pytest.mark.parametrize(
    ("text", "length_ms"),
    [("Go", 300), ("Three", 300), ("Squats", 360), ("Side plank, right side.", 1380)],
)
def test_a_tone_is_as_long_as_the_rule_of_thumb(tmp_path: Path, text: str, length_ms: int) -> None:
    with narrating(tmp_path) as narrator:
        assert narrator.measure(line(text)) == length_ms
        clip = narrator.clip(line(text))
    assert len(clip.raw_data) == length_ms * 96
    assert (clip.frame_rate, clip.channels, clip.sample_width) == (48_000, 1, 2)


@cases(
    "text",
    {
        "nothing": "",
        "emojis": "😀👍",
        "an ellipsis": "…",
    },
)
def test_what_cannot_be_spoken_is_an_empty_clip(
    engine: Counting, tmp_path: Path, text: str
) -> None:
    with narrating(tmp_path) as narrator:
        assert narrator.measure(line(text)) == 0
        assert len(narrator.clip(line(text))) == 0
    assert engine.spoken == []


def test_a_line_is_spoken_once_in_the_order_asked(engine: Counting, tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator:
        for text in ("Two.", "One.", " Two. ", "Two. 😀"):
            assert narrator.measure(line(text)) == len(narrator.clip(line(text))) > 0
    assert engine.spoken == ["Two.", "One."]
    assert engine.closed == 1


def test_a_second_run_speaks_nothing(engine: Counting, tmp_path: Path) -> None:
    clips = []
    for _ in range(2):
        with narrating(tmp_path) as narrator:
            clips.append(narrator.clip(line("Rest.")).raw_data)
    assert engine.spoken == ["Rest."]
    assert clips[0] == clips[1]


def test_a_damaged_entry_is_spoken_anew(engine: Counting, tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator:
        narrator.measure(line("Rest."))
        (entry,) = (tmp_path / "clips").iterdir()
        entry.write_bytes(entry.read_bytes()[:-1] + b"\xff")
        narrator.clip(line("Rest."))
    assert engine.spoken == ["Rest.", "Rest."]


def test_without_a_cache_that_can_be_written_each_line_is_still_spoken_once(
    engine: Counting, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    for directory in (tmp_path / "file", NOWHERE):
        engine.spoken.clear()
        with narrating(directory) as narrator:
            for text in ("Two.", "One.", "Two."):
                assert narrator.measure(line(text)) == len(narrator.clip(line(text)))
        assert engine.spoken == ["Two.", "One."]


def test_a_cache_that_can_only_be_read_is_read(
    engine: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with narrating(tmp_path) as narrator:
        narrator.measure(line("Two."))

    def refuse(self: Path, target: Path) -> None:
        if target.is_relative_to(tmp_path):
            raise PermissionError(13, "Permission denied")
        self.rename(target)

    monkeypatch.setattr(Path, "replace", refuse)
    with narrating(tmp_path) as narrator:
        for text in ("One.", "Two.", "One.", "Two."):
            narrator.clip(line(text))
    assert engine.spoken == ["Two.", "One."]
    assert len(list((tmp_path / "clips").iterdir())) == 1


def test_temporary_files_are_removed(
    engine: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with narrating(NOWHERE) as narrator:
        narrator.clip(line("Rest."))
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []
    assert engine.closed == 1


def test_no_temporary_directory_is_an_error(
    engine: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/dev/null")
    with narrating(NOWHERE) as narrator, pytest.raises(EngineError, match="temporary directory"):
        narrator.clip(line("Rest."))
    assert engine.closed == 1


def test_a_line_without_sound_is_an_error_that_names_it(engine: Counting, tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator, pytest.raises(EngineError) as caught:
        narrator.measure(line("silence"))
    assert caught.value.message == "the speech engine `tone` gave no sound, at “silence”"
    assert list(tmp_path.iterdir()) == []
    assert engine.closed == 1


def test_volume_is_an_amplitude(tmp_path: Path) -> None:
    peaks = []
    for volume in (1.0, 0.5):
        spoken = line("Squats", Voice(engine="tone", volume=volume))
        with narrating(tmp_path) as narrator:
            peaks.append(float(np.abs(to_pcm(narrator.clip(spoken))).max()))
    assert peaks[1] / peaks[0] == pytest.approx(0.5, abs=0.001)


SYSTEM = Voice("pyttsx3")


def test_real_speech_begins_and_ends_with_its_words(tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator:
        for text in ("Side plank, right side, for thirty seconds.", "Three.", "Two.", "One."):
            loud = np.flatnonzero(np.abs(to_pcm(narrator.clip(line(text, SYSTEM)))) > 100) / 48
            length_ms = narrator.measure(line(text, SYSTEM))
            assert loud[0] < 15
            # It is silent up to a whole frame.
            assert length_ms - loud[-1] < 40
            assert 200 < length_ms < (600 if len(text) < 7 else 4000)


def test_real_speech_reads_markup_as_words_without_orders(tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator:

        def lasts_ms(text: str) -> int:
            return narrator.measure(line(text, SYSTEM))

        plain_ms = lasts_ms("slnc five thousand, go")
        assert lasts_ms("[[slnc five thousand]], go") == pytest.approx(plain_ms, abs=30)
        assert lasts_ms("Rest <break time='9s'/> now") < 5000
        assert lasts_ms("Bend &amp; stretch") > lasts_ms("Bend stretch")


def test_each_thing_that_is_heard_gives_a_clip_of_its_own(engine: Counting, tmp_path: Path) -> None:
    others: list[dict[str, Any]] = [
        {"engine": "say"},
        {"name": "en-us"},
        {"rate_wpm": 160},
        {"pitch_semitones": 2.0},
        {"volume": 0.5},
    ]
    for voice in (TONE, *(replace(TONE, **other) for other in others)):
        with narrating(tmp_path) as narrator:
            narrator.measure(line("Rest.", voice))
    for language, loudness_lufs, text in (
        ("de", -16, "Rest."),
        ("en", -20, "Rest."),
        ("en", -16, "Rest"),
    ):
        with narrating(tmp_path, language, loudness_lufs) as narrator:
            narrator.measure(line(text, TONE))
    assert len(engine.spoken) == 9
    engine.version = "2"
    with narrating(tmp_path) as narrator:
        narrator.measure(line("Rest.", TONE))
    assert len(engine.spoken) == 10


@pytest.mark.parametrize("longer_by", [-1000, 0, 1000])
def test_a_clip_that_was_lost_after_it_was_measured_keeps_its_length(
    engine: Counting, tmp_path: Path, longer_by: int
) -> None:
    with narrating(tmp_path) as narrator:
        length_ms = narrator.measure(line("Rest."))
        Store(tmp_path).clear()
        engine.longer_by = longer_by
        assert len(narrator.clip(line("Rest."))) == length_ms


def test_a_clip_that_another_build_replaced_keeps_its_length(
    engine: Counting, tmp_path: Path
) -> None:
    with narrating(tmp_path) as narrator, narrating(tmp_path) as other:
        length_ms = narrator.measure(line("Rest."))
        Store(tmp_path).clear()
        engine.longer_by = 1000
        assert other.measure(line("Rest.")) > length_ms
        assert len(narrator.clip(line("Rest."))) == length_ms


def test_lines_spoken_ahead_are_known_and_are_the_same_each_time(
    engine: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    lines = [line(f"Line {number}.") for number in range(40)]
    told: list[Utterance] = []
    with narrating(tmp_path) as narrator:
        narrator.measure(lines[3])
        narrator.speak_ahead(lines, told.append)
        assert len(told) == 39
        assert set(told) == set(lines) - {lines[3]}
        assert all(narrator.knows(each) for each in lines)
        lengths_ms = [narrator.measure(each) for each in lines]
    assert sorted(engine.spoken) == sorted(each.spoken for each in lines)
    with narrating(tmp_path) as narrator:
        assert [narrator.measure(each) for each in lines] == lengths_ms


def test_a_few_lines_are_not_spoken_ahead(engine: Counting, tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator:
        narrator.speak_ahead([line("One."), line("Two.")], lambda _: None)
    assert engine.spoken == []


def test_an_interruption_while_speaking_ahead_ends_all_engines(
    engine: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    def interrupt(spoken: Utterance) -> None:
        if spoken.text == "Line 20.":
            raise KeyboardInterrupt

    lines = [line(f"Line {number}.") for number in range(400)]
    with pytest.raises(KeyboardInterrupt), narrating(tmp_path) as narrator:
        narrator.speak_ahead(lines, interrupt)
    assert engine.closed >= 2
    assert len(engine.spoken) < 400


def test_an_entry_that_was_cut_off_cuts_no_clip(engine: Counting, tmp_path: Path) -> None:
    with narrating(tmp_path) as narrator:
        length_ms = narrator.measure(line("Rest."))
    (entry,) = (tmp_path / "clips").iterdir()
    entry.write_bytes(entry.read_bytes()[: entry.stat().st_size // 4])
    for _ in range(2):
        with narrating(tmp_path) as narrator:
            assert narrator.measure(line("Rest.")) == length_ms
            assert len(narrator.clip(line("Rest."))) == length_ms
    assert len(engine.spoken) == 2


def test_the_last_clips_are_read_once_however_many_there_are(
    engine: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read = Store.get

    def counted(store: Store, kind: str, key: str) -> bytes | None:
        reads.append(key)
        return read(store, kind, key)

    monkeypatch.setattr(Store, "get", counted)
    monkeypatch.setattr("voicecoach.speech.narrator._RECENT_CLIPS", 2)
    with narrating(tmp_path) as spoken:
        for text in ("1", "2", "1", "2", "1", "3", "1", "2"):
            assert len(spoken.clip(line(text))) > 0
    assert len(reads) == len(["1", "2", "3", "2"])
    assert engine.spoken == ["1", "2", "3"]
