"""The sound of a programme in several files: joined, they are the whole."""

import io
from pathlib import Path

import mutagen
import numpy as np
import pytest
import soundfile

from helpers.cases import cases
from helpers.mp3_listening import by_ffmpeg, lag
from helpers.sessions import OLD, TONES, built, contents, opened, put
from voicecoach.audio.pcm import Pcm
from voicecoach.language import RoutineText
from voicecoach.problems import EngineError, OverwritesSourceError, WrongUsageError
from voicecoach.routine.phase import Split
from voicecoach.session.build import BuildResult, build
from voicecoach.session.options import Options
from voicecoach.session.outputs import BuildContext, SoundOutput
from voicecoach.session.split import SplitOutput

LEGS = """\
title: Legs
workout:
  - section: Warm-up
  - Squats x3, rest 5s
  - Lunges x3, each side
  - section: "Main: 1/2"
    chapters: interval
  - Plank 2x12s
  - section: Main
  - Plank 5s
"""
# How far a sample may be off its place: 1 ms.
CLOSE = 48


def _split(text: str, target: Path, split: Split = "section") -> BuildResult:
    source = RoutineText(text, target.parent / "legs.yaml")
    with opened() as session:
        options = Options(voice="tone", split=split)
        return build(session, source, [SplitOutput(SoundOutput(target))], options)


def _pcm(path: Path) -> Pcm:
    return by_ffmpeg(path.read_bytes())


def _listed(playlist: Path) -> list[tuple[float, str, Path]]:
    """Return the length in seconds, the title and the file of each entry of a playlist."""
    head, name, *lines = playlist.read_text("utf-8").splitlines()
    assert (head, name) == ("#EXTM3U", "#PLAYLIST:Legs")
    found = []
    for info, file in zip(lines[::2], lines[1::2], strict=True):
        length_s, title = info.removeprefix("#EXTINF:").split(",", 1)
        found.append((float(length_s), title, playlist.parent / file))
    return found


@pytest.mark.parametrize("suffix", ["wav", "flac"])
@pytest.mark.parametrize("split", ["section", "exercise"])
def test_joined_files_are_the_whole_sample_by_sample(
    tmp_path: Path, suffix: str, split: Split
) -> None:
    whole = built(RoutineText(LEGS, tmp_path / "legs.yaml"), tmp_path / f"all.{suffix}", TONES)
    parts = _split(LEGS, tmp_path / f"legs.{suffix}", split).parts
    joined = [soundfile.read(part, dtype="int16")[0] for part in parts]
    assert np.array_equal(np.concatenate(joined), soundfile.read(whole.target, dtype="int16")[0])


@pytest.mark.parametrize("suffix", ["mp3", "ogg", "opus", "m4a"])
def test_files_with_loss_have_each_sample_in_its_place(tmp_path: Path, suffix: str) -> None:
    whole = built(RoutineText(LEGS, tmp_path / "legs.yaml"), tmp_path / "all.wav", TONES)
    result = _split(LEGS, tmp_path / f"legs.{suffix}")
    sent, at = _pcm(whole.target), 0
    for chapter, part in zip(result.timeline.chapters, result.parts, strict=True):
        heard = _pcm(part)
        assert len(heard) == 48 * (chapter.end_ms - chapter.start_ms)
        assert abs(lag(sent[at : at + len(heard)].astype(float), heard.astype(float))) <= CLOSE
        at += len(heard)
    assert at == len(sent)


def test_the_playlist_has_the_files_in_order_with_length_and_title(tmp_path: Path) -> None:
    result = _split(LEGS, tmp_path / "legs.mp3")
    assert result.target == tmp_path / "legs" / "legs.m3u8"
    entries = _listed(result.target)
    assert [(title, path.name) for _, title, path in entries] == [
        ("Warm-up", "01 Warm-up.mp3"),
        ("Main: 1/2", "02 Main- 1-2.mp3"),
        ("Main", "03 Main.mp3"),
    ]
    assert [path for *_, path in entries] == list(result.parts)
    for length_s, _, path in entries:
        assert 48_000 * length_s == pytest.approx(len(_pcm(path)), abs=1e-6)
    assert set(contents(tmp_path / "legs")) == {"legs.m3u8", *(path.name for *_, path in entries)}
    assert result.size_bytes == sum(path.stat().st_size for path in result.parts)


def test_exercises_in_sections_are_files_too(tmp_path: Path) -> None:
    result = _split(LEGS, tmp_path / "legs.wav", "exercise")
    assert [path.stem for path in result.parts] == [
        "01 Squats", "02 Lunges", "03 Plank", "04 Plank",
    ]  # fmt: skip


@cases(
    ("workout", "names"),
    {
        "exercises and circuits outside of sections": (
            "[Plank 5s, {circuit: Legs, do: [Squats x2, Lunges x2]}, {section: End, do: [Hop 3s]}]",
            ["01 Plank", "02 Legs", "03 End"],
        ),
        "a programme without work": ("[{say: Hello}]", ["01 T"]),
        "silence behind the last work": ("[Plank 3s, {pause: 3s}]", ["01 Plank"]),
        "a title that no name can have": ("[{section: '???', do: [Plank 3s]}]", ["01"]),
    },
)
def test_where_there_is_no_section_the_usual_chapters_are_files(
    tmp_path: Path, workout: str, names: list[str]
) -> None:
    result = _split(f"title: T\nworkout: {workout}\n", tmp_path / "t.wav")
    assert [path.stem for path in result.parts] == names
    lengths = [soundfile.info(path).frames for path in result.parts]
    assert sum(lengths) == 48 * result.timeline.duration_ms


def test_300_sections_are_300_files(tmp_path: Path) -> None:
    sections = "".join(f"  - section: Part {n}\n  - Step 1s\n" for n in range(1, 301))
    cues = "cues: off\nintro: off\noutro: off\nbetween: 0\n"
    result = _split(f"title: T\n{cues}workout:\n{sections}", tmp_path / "t.wav")
    assert len(result.parts) == 300
    assert (result.parts[0].name, result.parts[-1].name) == ("001 Part 1.wav", "300 Part 300.wav")


@pytest.mark.parametrize("suffix", ["mp3", "flac", "m4a"])
def test_a_file_tells_its_album_and_its_number(tmp_path: Path, suffix: str) -> None:
    result = _split(LEGS, tmp_path / f"legs.{suffix}")
    tags = mutagen.File(io.BytesIO(result.parts[1].read_bytes()), easy=True)
    assert (tags["title"], tags["album"]) == (["Legs – Main: 1/2"], ["Legs"])
    assert tags["tracknumber"] == (["2"] if suffix == "flac" else ["2/3"])


@pytest.mark.parametrize("old", [{}, {"legs.m3u8": OLD, "01 Warm-up.wav": OLD}])
def test_a_file_that_fails_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: dict[str, bytes]
) -> None:
    folder = tmp_path / "legs"
    if old:
        put(folder, old)

    def fail(_: SplitOutput, __: object, context: BuildContext) -> None:
        with context.new_file(folder / "01 Warm-up.wav") as part:
            part.write(b"new")
        raise EngineError("it failed")

    monkeypatch.setattr(SplitOutput, "write", fail)
    with pytest.raises(EngineError, match="it failed"):
        _split(LEGS, folder.with_suffix(".wav"))
    assert folder.exists() == bool(old)
    assert not old or contents(folder) == old


def test_a_file_that_the_programme_is_made_of_is_not_overwritten(tmp_path: Path) -> None:
    put(tmp_path / "legs", {})
    built(RoutineText(LEGS, tmp_path / "l.yaml"), tmp_path / "legs" / "01 Plank.wav", TONES)
    before = contents(tmp_path / "legs")
    text = "title: T\nmusic: legs/01 Plank.wav\nworkout: [Plank 3s]\n"
    with pytest.raises(OverwritesSourceError, match=r"01 Plank\.wav: the programme is made of it"):
        _split(text, tmp_path / "legs.wav")
    assert contents(tmp_path / "legs") == before


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"legs": OLD})
    with pytest.raises(WrongUsageError, match="legs: there is a file of that name"):
        _split(LEGS, tmp_path / "legs.wav")
    assert contents(tmp_path) == {"legs": OLD}
