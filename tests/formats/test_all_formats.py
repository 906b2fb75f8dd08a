"""What holds for each format, whatever is in the file."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from helpers.containers import ReadChapter, by_libsndfile, noisy_png, read, save, write
from helpers.mp3_listening import noise
from helpers.waves import to_samples
from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm, from_samples, segment, silence, to_pcm
from voicecoach.audio.tones import render
from voicecoach.formats import Cover, Form, Lyric, Tags, check, for_path, suffixes
from voicecoach.problems import EngineError, WrongUsageError
from voicecoach.routine.sounds import CLASSIC
from voicecoach.timeline.model import Chapter

LENGTH_MS = 3003
TICK = render(CLASSIC["tick"])
STARTS_MS = ([200, 1501], [900, 2400])
WITH_BITRATE = {".m4a", ".m4b", ".mp3", ".opus"}
MP4 = {".m4a", ".m4b"}
# Formats that have no place for a cover, chapters and texts.
BARE: set[str] = set()
TAGGED = [suffix for suffix in suffixes() if suffix not in BARE]
LOSSLESS = {".flac", ".wav"}
ODD = 'a=b; #c \\d "e" ünï 🏃🏽‍♀️ [CHAPTER]'
TAGS = Tags(
    title=ODD,
    artist="two\nlines\r\n and\ttabs\0",
    album="x" * 2000,
    genre="half a \ud83d character",
    year=2024,
    comment=f"{ODD}\n{ODD}",
    language="de",
    chapters=[Chapter(f"{number} {ODD}", number * 10, number * 10 + 10) for number in range(254)]
    + [Chapter("Ü" * 2000, 2540, LENGTH_MS)],
    lyrics=[Lyric(100, 200, "Eins = 1"), Lyric(300, 400, "Zwei; \\n")],
    cover=Cover("image/png", noisy_png(370)),
)

Make = Callable[[str, int], Path]


@pytest.fixture(scope="module", autouse=True)
def _packaged_ffmpeg() -> Iterator[None]:
    """Have m4a and m4b written by the ffmpeg that is the same everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        yield


def _programme(channels: int) -> AudioSegment:
    """Return ticks over a little noise, which fills more than one Ogg page."""
    tracks = []
    for starts_ms in STARTS_MS[:channels]:
        track = noise(LENGTH_MS) - 20
        for start_ms in starts_ms:
            track = track.overlay(TICK, position=start_ms)
        tracks.append(to_samples(track))
    return from_samples(tracks[0] if channels == 1 else np.stack(tracks, axis=1))


PROGRAMMES = {channels: _programme(channels) for channels in (1, 2)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """A function that returns the file of a programme, written once."""
    directory = tmp_path_factory.mktemp("made")

    def make(suffix: str, channels: int) -> Path:
        path = directory / f"{channels}{suffix}"
        return path if path.exists() else write(path, PROGRAMMES[channels], tags=TAGS)

    return make


def _decoded(path: Path, channels: int) -> list[Pcm]:
    heard = [read(path, channels, cover=path.suffix in TAGGED).pcm]
    if path.suffix not in MP4:
        heard.append(by_libsndfile(path))
    return heard


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("suffix", suffixes())
def test_the_sound_is_as_long_as_loud_and_where_it_was(
    suffix: str, channels: int, made: Make
) -> None:
    sent = to_pcm(PROGRAMMES[channels]).reshape(-1, channels)
    for heard in _decoded(made(suffix, channels), channels):
        assert len(heard) == len(sent)
        for left_or_right in range(channels):
            before, after = sent[:, left_or_right], heard[:, left_or_right]
            assert 20 * np.log10(after.std() / before.std()) == pytest.approx(0, abs=0.5)
            tick = to_pcm(TICK).astype(float)
            for start_ms in STARTS_MS[left_or_right]:
                near = after[48 * start_ms - 960 :][: len(tick) + 1920].astype(float)
                assert abs(np.correlate(near, tick, "valid").argmax() - 960) <= 2


@pytest.mark.parametrize("suffix", sorted(LOSSLESS))
def test_wav_and_flac_keep_every_sample(suffix: str, made: Make) -> None:
    for heard in _decoded(made(suffix, 2), 2):
        assert np.array_equal(heard, to_pcm(PROGRAMMES[2]))


@pytest.mark.parametrize("suffix", TAGGED)
def test_tags_and_chapters_are_read_back_as_they_were(suffix: str, made: Make) -> None:
    found = read(made(suffix, 1), 1, cover=True)
    assert found.texts["title"].split(";")[0] == ODD.split(";")[0]
    assert found.texts["title"].startswith(ODD)
    assert found.texts["artist"].startswith("two lines and tabs")
    assert found.texts["album"] == TAGS.album
    assert found.texts["genre"] == "half a \ufffd character"
    assert found.texts["date"] == "2024"
    assert found.texts["comment"] == f"{ODD} {ODD}"
    lyrics = next(text for name, text in found.texts.items() if name.startswith("lyrics"))
    assert lyrics == "Eins = 1\nZwei; \\n"
    *chapters, last = found.chapters
    assert chapters == [ReadChapter(n * 10, f"{n} {ODD}") for n in range(254)]
    assert last.start_ms == 2540
    assert last.title == "Ü" * (127 if suffix in MP4 else 2000)


@pytest.mark.parametrize("suffix", TAGGED)
def test_the_cover_is_the_one_that_was_given(suffix: str, made: Make) -> None:
    assert TAGS.cover is not None
    assert len(TAGS.cover.data) > 400_000
    assert read(made(suffix, 1), 1, cover=True).cover == TAGS.cover.data


@pytest.mark.parametrize("suffix", suffixes())
def test_the_same_sound_gives_the_same_bytes_however_it_comes(
    suffix: str, made: Make, tmp_path: Path
) -> None:
    whole = PROGRAMMES[2]
    empty = segment(b"", 2)
    parts = [whole[:1], empty, whole[1:700], whole[700:2500], whole[2500:]]
    again = write(tmp_path / f"again{suffix}", *parts, tags=TAGS)
    assert again.read_bytes() == made(suffix, 2).read_bytes()


@pytest.mark.parametrize("suffix", suffixes())
def test_a_programme_of_a_millisecond_without_tags_is_a_whole_file(
    suffix: str, tmp_path: Path
) -> None:
    path = write(tmp_path / f"short{suffix}", silence(1), tags=Tags("", artist=""))
    found = read(path, 1)
    # Where all sound is on one page, ffmpeg plays Vorbis' last block beyond its end.
    assert 48 <= len(found.pcm) <= 48 + (1024 if suffix == ".ogg" else 0)
    if suffix not in MP4:
        assert len(by_libsndfile(path)) == 48
    assert found.chapters == []
    assert not {"title", "artist", "comment", "lyrics"} & set(found.texts)


@pytest.mark.parametrize("suffix", suffixes())
def test_sound_of_another_length_is_an_error(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"wrong{suffix}"
    with path.open("wb+") as target, pytest.raises(ValueError, match="100 ms instead of 101 ms"):
        for_path(path).write(target, [silence(100)], Form(101), TAGS)


@pytest.mark.parametrize("suffix", suffixes())
def test_an_interruption_ends_the_writing_and_leaves_nothing(
    suffix: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def interrupted() -> Iterator[AudioSegment]:
        yield noise(2000)
        raise KeyboardInterrupt

    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    path = tmp_path / f"broken{suffix}"
    with path.open("wb+") as target, pytest.raises(KeyboardInterrupt):
        for_path(path).write(target, interrupted(), Form(3000), TAGS)
    assert list(scratch.iterdir()) == []
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("suffix", suffixes())
def test_a_full_disk_is_told_and_nothing_else_is_said(
    suffix: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    sound = noise(3000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, usual[1]))
    try:
        with pytest.raises(EngineError):
            save(tmp_path / f"a{suffix}", [sound], Form(3000), Tags("Legs"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("suffix", suffixes())
def test_a_format_refuses_bitrates_that_it_does_not_have(suffix: str, tmp_path: Path) -> None:
    check(tmp_path / f"a{suffix}")
    if suffix in WITH_BITRATE:
        check(tmp_path / f"a{suffix}", 96)
        with pytest.raises(WrongUsageError) as raised:
            check(tmp_path / f"a{suffix}", 1000)
        assert "256" in (raised.value.hint or "")
    else:
        with pytest.raises(WrongUsageError, match=f"{suffix} has no bitrate") as raised:
            check(tmp_path / f"a{suffix}", 96)
        assert raised.value.hint == "leave it out; m4a, m4b, mp3 and opus have one"


@pytest.mark.parametrize("kbps", [64, 128])
@pytest.mark.parametrize("suffix", [".m4a", ".opus"])
def test_noise_takes_the_bitrate_that_was_asked_for(suffix: str, kbps: int, tmp_path: Path) -> None:
    wave = np.random.default_rng(1).normal(0, 0.1, 48 * 2000)
    path = write(tmp_path / f"a{suffix}", from_samples(wave), kbps=kbps)
    assert path.stat().st_size * 8 / 2000 == pytest.approx(kbps, rel=0.1)


@pytest.mark.parametrize("name", ["a.aac", "a.mp4", "a.sound_file", "a.wave"])
def test_other_suffixes_are_unknown_and_the_known_ones_are_told(name: str) -> None:
    with pytest.raises(WrongUsageError) as raised:
        for_path(Path(name))
    assert raised.value.message.endswith(f"use {', '.join(suffixes())}")
