"""Loudness, music, cover, bitrate and lyrics: what `build` makes of them, right or wrong."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

from helpers.cases import cases
from helpers.shell import Shell, one_error
from voicecoach import __version__, formats
from voicecoach.audio.pcm import from_samples
from voicecoach.audio.songs import Song, measure
from voicecoach.formats import Form, Tags
from voicecoach.session import songs

PNG = b"\x89PNG\r\n\x1a\n"
WHOLE_PNG = PNG + bytes(1000) + b"IEND\xae\x42\x60\x82"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    # Shorter still: music takes far longer to lay and to encode than silence.
    shell.put("short.yaml", "title: Short\nworkout: [Plank 3s]\n")
    return shell


def _song(
    shell: Shell, name: str, seconds: float = 2, channels: int = 2, rate_hz: int = 44_100
) -> str:
    rng = np.random.default_rng(1)
    wave = 0.2 * rng.uniform(-1, 1, (round(seconds * rate_hz), channels))
    soundfile.write(shell.directory / name, wave, rate_hz)
    return name


def _m4a(shell: Shell, name: str) -> None:
    """Write two seconds of a tone as an M4A of two channels, as another program would."""
    time_s = np.arange(96_000) / 48_000
    tone = from_samples(np.stack([0.2 * np.sin(2 * np.pi * 440 * time_s)] * 2, axis=1))
    with (shell.directory / name).open("w+b") as file:
        formats.for_path(Path(name)).write(file, [tone], Form(2000, 2), Tags("Song"))
    MP4(shell.directory / name).delete()


def _info(shell: Shell, name: str = "short.mp3") -> Any:
    return MP3(shell.directory / name)


def test_music_makes_a_file_of_two_channels_at_128_kbps(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "--music", _song(shell, "a.flac"))
    assert (said.code, said.err) == (0, "")
    info = _info(shell).info
    assert (info.channels, info.bitrate) == (2, 128_000)


@pytest.mark.parametrize(
    ("name", "seconds", "channels", "rate_hz"),
    [
        ("short.wav", 1.1, 2, 44_100),
        ("telephone.wav", 3, 1, 8000),
        ("seven.wav", 2, 7, 48_000),
        ("high.flac", 2, 2, 96_000),
    ],
)
def test_odd_music_gives_a_whole_programme(
    shell: Shell, name: str, seconds: float, channels: int, rate_hz: int
) -> None:
    plain = shell.toned("build", "short.yaml", "-o", "plain.mp3")
    song = _song(shell, name, seconds, channels, rate_hz)
    said = shell.toned("build", "short.yaml", "--music", song)
    assert (plain.code, said.code, said.err) == (0, 0, "")
    info, without = _info(shell).info, _info(shell, "plain.mp3").info
    assert info.length == pytest.approx(without.length, abs=0.0005)
    assert info.channels == (2 if channels == 2 else 1)


def test_the_music_of_a_routine_can_be_turned_off_or_replaced(shell: Shell) -> None:
    _song(shell, "a.wav")
    shell.put("loud.yaml", "title: Loud\nmusic: a.wav\nworkout: [Plank 5s]\n")
    assert shell.toned("build", "loud.yaml", "--music", "off").code == 0
    assert _info(shell, "loud.mp3").info.channels == 1
    _song(shell, "b.wav", channels=1)
    assert shell.toned("build", "loud.yaml", "--music", "b.wav", "--music", "a.wav").code == 0
    assert _info(shell, "loud.mp3").info.channels == 2


def _silence(path: Path) -> None:
    soundfile.write(path, np.zeros((96_000, 2)), 48_000)


def _text(path: Path) -> None:
    path.write_text("la la la\n" * 3000)


@pytest.mark.parametrize(
    ("make", "said"), [(_silence, "there is no sound in it"), (_text, "no sound file")]
)
@pytest.mark.parametrize("name", ["song.wav", "song.mp3"])
def test_what_is_no_music_is_an_error_at_its_line_or_option(
    shell: Shell, make: Any, said: str, name: str
) -> None:
    make(shell.directory / name)
    shell.put("loud.yaml", f"title: Loud\nmusic:\n  file: {name}\nworkout: [Plank 5s]\n")
    for command in ("build", "check"):
        found = shell.toned(command, "loud.yaml")
        assert found.code == 1
        assert f"loud.yaml:3:9: error: `{name}` cannot be used: it" in found.err.replace(
            "there", "it"
        )
        assert said in found.err
    error = one_error(shell.toned("build", "short.yaml", "--music", name), 2)
    assert error.startswith(f"error: cannot play {name}: ")
    assert said in error
    assert shell.files() == {name, "loud.yaml"}


@cases("name", {"a folder": "songs", "a pattern": "songs/*.m4a"})
def test_a_folder_of_music_plays_what_is_in_it(shell: Shell, name: str) -> None:
    shell.directory.joinpath("songs").mkdir()
    shell.directory.joinpath("songs", "notes.txt").write_text("notes", "utf-8")
    _m4a(shell, "songs/a.m4a")
    said = shell.toned("build", "short.yaml", "--music", name)
    assert (said.code, said.err) == (0, "")
    with soundfile.SoundFile(shell.directory / "short.mp3") as file:
        assert file.channels == 2


def test_an_m4a_that_is_none_is_an_error(shell: Shell) -> None:
    shell.put("a.m4a", "no sound")
    error = one_error(shell.toned("build", "short.yaml", "--music", "a.m4a"), 2)
    assert "cannot play a.m4a: it is no sound file" in error


def test_m4a_without_ffmpeg_is_an_error_that_says_how_to_get_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _m4a(shell, "a.m4a")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    error = one_error(shell.toned("build", "short.yaml", "--music", "a.m4a"), 3)
    assert "m4a and m4b need ffmpeg" in error


def test_an_empty_folder_of_music_is_an_error(shell: Shell) -> None:
    shell.directory.joinpath("songs").mkdir()
    error = one_error(shell.toned("build", "short.yaml", "--music", "songs"), 2)
    assert "cannot play songs: no music is found there" in error


def test_music_that_is_not_there_is_an_error(shell: Shell) -> None:
    error = one_error(shell.toned("build", "short.yaml", "--music", "none.mp3"), 2)
    assert error == "error: cannot play none.mp3: there is no such file"


def test_music_and_no_music_at_once_is_a_usage_error(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "--music", "off", "--music", _song(shell, "a.wav"))
    assert said.code == 2
    assert "`--music off` is for no music" in said.err


def test_a_picture_of_ones_own_is_the_cover(shell: Shell) -> None:
    (shell.directory / "me.png").write_bytes(WHOLE_PNG)
    assert shell.toned("build", "short.yaml", "--cover", "me.png").code == 0
    (cover,) = _info(shell).tags.getall("APIC")
    assert (cover.mime, cover.data) == ("image/png", WHOLE_PNG)


def test_without_a_picture_a_cover_is_drawn(shell: Shell) -> None:
    assert shell.toned("build", "short.yaml").code == 0
    (cover,) = _info(shell).tags.getall("APIC")
    assert cover.mime == "image/png"
    assert cover.data.startswith(PNG)
    assert len(cover.data) < 500_000


def test_a_cover_can_be_left_out(shell: Shell) -> None:
    assert shell.toned("build", "short.yaml", "--cover", "off").code == 0
    assert _info(shell).tags.getall("APIC") == []


@cases(
    ("content", "said"),
    {
        "text": (b"text\n" * 100, "is no picture"),
        "an empty file": (b"", "is no picture"),
        "too many bytes": (PNG + bytes(600_000), "0.6 MB"),
        "a cut PNG": (PNG + bytes(1000), "cut off"),
        "a cut JPEG": (b"\xff\xd8\xff" + bytes(1000), "cut off"),
        "no file": (None, "no such file"),
    },
)
def test_what_is_no_cover_is_an_error(shell: Shell, content: bytes | None, said: str) -> None:
    if content is not None:
        (shell.directory / "me.png").write_bytes(content)
    error = one_error(shell.toned("build", "short.yaml", "--cover", "me.png"), 2)
    assert "me.png" in error
    assert said in error
    assert shell.files() <= {"me.png"}


def test_a_cover_of_40_mb_is_refused_without_reading_it(shell: Shell) -> None:
    with (shell.directory / "me.png").open("wb") as file:
        file.write(PNG)
        file.truncate(40_000_000)
    assert "40.0 MB" in one_error(shell.toned("build", "short.yaml", "--cover", "me.png"), 2)


@cases(
    ("arguments", "comment"),
    {
        "without the option": ((), f"voicecoach {__version__}"),
        "in one's own words": (("--comment", "For Tuesdays 🏃"), "For Tuesdays 🏃"),
    },
)
def test_the_comment_names_the_program_or_is_ones_own(
    shell: Shell, arguments: tuple[str, ...], comment: str
) -> None:
    assert shell.toned("build", "short.yaml", "--level", "hard", *arguments).code == 0
    (found,) = _info(shell).tags.getall("COMM")
    assert str(found) == comment


def test_an_empty_comment_is_none(shell: Shell) -> None:
    assert shell.toned("build", "short.yaml", "--comment", "").code == 0
    assert _info(shell).tags.getall("COMM") == []


def test_what_is_set_for_a_patient_does_not_stand_in_the_comment(shell: Shell) -> None:
    shell.put(
        "visit.yaml",
        "title: Visit\nvars: {name: you}\nworkout: [{say: 'Hello {name}'}, Plank 5s]\n",
    )
    assert shell.toned("build", "visit.yaml", "--set", "name=Margarethe").code == 0
    tags = _info(shell, "visit.mp3").tags
    assert [str(comment) for comment in tags.getall("COMM")] == [f"voicecoach {__version__}"]
    elsewhere = {frame.FrameID for frame in tags.values() if "Margarethe" in str(frame.pprint())}
    # It is said, so it stands in the lyrics, and nowhere else.
    assert elsewhere <= {"USLT", "SYLT"}


def test_the_year_is_that_of_the_source_date(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "946684800")
    assert shell.toned("build", "short.yaml").code == 0
    assert str(_info(shell).tags["TDRC"]) == "2000"


def test_lyrics_are_written_beside_the_file(shell: Shell) -> None:
    assert shell.toned("build", "short.yaml", "--lrc").code == 0
    assert shell.files() == {"short.mp3", "short.lrc"}
    lyrics = (shell.directory / "short.lrc").read_text("utf-8")
    assert "[ti:Short]" in lyrics
    assert "Plank" in lyrics


def test_lyrics_that_cannot_be_written_are_an_error_before_anything_is_built(shell: Shell) -> None:
    (shell.directory / "short.lrc").mkdir()
    assert "short.lrc" in one_error(shell.toned("build", "short.yaml", "--lrc"), 2)
    assert shell.files() == {"short.lrc"}


@pytest.mark.parametrize("value", ["-11", "-31", "loud", "nan"])
def test_a_loudness_that_nobody_wants_is_a_usage_error(shell: Shell, value: str) -> None:
    assert shell.toned("build", "short.yaml", "--loudness", value).code == 2


@cases(
    "arguments",
    {
        "the music that the routine names": ("loud.yaml",),
        "the music of the command line": ("short.yaml", "--music", "loud.mp3", "-o", "loud.mp3"),
        "the cover": ("short.yaml", "--cover", "me.mp3", "-o", "me.mp3"),
        "the routine beside the words": ("lyric.yaml", "--lrc", "-o", "me.mp3"),
    },
)
def test_nothing_that_a_programme_is_made_of_is_overwritten(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    song = shell.directory / _song(shell, "loud.mp3")
    shell.put("loud.yaml", "title: Loud\nmusic: loud.mp3\nworkout: [Plank 5s]\n")
    shell.put("me.lrc", "title: L\nworkout: [Plank 5s]\n")
    shell.put("lyric.yaml", "title: Lyric\nworkout: [{include: me.lrc}]\n")
    (shell.directory / "me.mp3").write_bytes(WHOLE_PNG)
    before = {path: path.read_bytes() for path in shell.directory.iterdir()}
    error = one_error(shell.toned("build", *arguments), 2)
    assert "the programme is made of it (name another file with `-o`)" in error
    assert {path: path.read_bytes() for path in shell.directory.iterdir()} == before
    assert song.is_file()


@cases(
    "music",
    {
        "a pattern": ("found.yaml",),
        "a folder": ("folder.yaml",),
        "a pattern of the command line": ("short.yaml", "--music", "*.mp3"),
        "a folder of the command line": ("short.yaml", "--music", "."),
    },
)
def test_a_programme_beside_its_music_is_built_again_and_again(
    shell: Shell, music: tuple[str, ...]
) -> None:
    _song(shell, "loud.mp3")
    shell.put("found.yaml", "title: F\nmusic: '*.mp3'\nworkout: [Plank 5s]\n")
    shell.put("folder.yaml", "title: F\nmusic: ./\nworkout: [Plank 5s]\n")
    for _ in range(2):
        said = shell.toned("build", *music)
        assert (said.code, said.err) == (0, "")


def test_music_of_an_empty_name_is_a_usage_error(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "--music", "")
    assert said.code == 2
    assert "give a file, a folder, a pattern, or `off`" in said.err


def test_music_is_measured_once_and_again_when_it_has_changed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[Path] = []

    def counting(path: Path, told: Callable[[], object]) -> Song:
        measured.append(path)
        return measure(path, told)

    monkeypatch.setattr(songs, "measure", counting)
    _song(shell, "a.wav", seconds=1.5)
    for _ in range(2):
        assert shell.toned("build", "short.yaml", "--music", "a.wav").code == 0
    assert len(measured) == 1
    _song(shell, "a.wav", seconds=1.2)
    assert shell.toned("build", "short.yaml", "--music", "a.wav").code == 0
    assert len(measured) == 2


def test_a_source_date_that_is_no_time_counts_as_none(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999999")
    assert shell.toned("build", "short.yaml").code == 0
    assert str(_info(shell).tags["TDRC"]) >= "2026"


def test_the_same_routine_twice_is_told(shell: Shell) -> None:
    error = one_error(shell.toned("build", "short.yaml", "short.yaml"), 2)
    assert error == "error: short.yaml is given twice (give it once)"
