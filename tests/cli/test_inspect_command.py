import io
import json
import random
import re
import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from helpers.cases import inputs
from helpers.containers import noisy_png
from helpers.shell import Shell, one_error, run_apart
from voicecoach import formats
from voicecoach.audio.pcm import Samples, from_samples
from voicecoach.formats import Cover, Form, Lyric, Tags, suffixes
from voicecoach.timeline.model import Chapter

LENGTH_MS = 8_000
DAMAGED_FILES = 8
SPOKEN_MS = [(1000, 2500), (5000, 6200)]
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\xd0\0\0\2\xd0\x08\x02"
TAGS = Tags(
    "Legs [bold]\x1b[31m",
    album="Summer",
    chapters=[Chapter("Squats", 0, 4000), Chapter("x" * 300, 4000, LENGTH_MS)],
    lyrics=[Lyric(start, end, "Go.") for start, end in SPOKEN_MS],
    cover=Cover("image/png", PNG),
)


def _wave(channels: int, rate_hz: int = 48_000) -> Samples:
    """Return noise where something is said, and a louder tone elsewhere for a while."""
    time = np.arange(LENGTH_MS * rate_hz // 1000) / rate_hz
    rng = np.random.default_rng(channels)
    speech = np.convolve(rng.normal(0, 0.1, len(time)), np.ones(16) / 8, "same")
    wave = 0.3 * np.sin(2 * np.pi * 440 * time) * (time > 7)
    for start_ms, end_ms in SPOKEN_MS:
        wave += speech * ((time >= start_ms / 1000) & (time < end_ms / 1000))
    return wave if channels == 1 else np.stack((wave, 0.5 * wave), axis=1)


def _built(channels: int, tags: Tags = TAGS) -> bytes:
    file = io.BytesIO()
    sound = from_samples(_wave(channels))
    formats.for_path(Path("a.mp3")).write(file, [sound], Form(LENGTH_MS, channels), tags)
    return file.getvalue()


def _write(path: Path, form: Form) -> None:
    # ffmpeg takes none but whole pictures.
    tags = replace(TAGS, cover=Cover("image/png", noisy_png(64)))
    with path.open("w+b") as file:
        formats.for_path(path).write(file, [from_samples(_wave(form.channels))], form, tags)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The files that tests inspect: two by voicecoach, one by another program."""
    other = io.BytesIO()
    soundfile.write(other, _wave(2, 44_100), 44_100, format="MP3")
    return {"mono": _built(1), "stereo": _built(2), "other": other.getvalue()}


@pytest.fixture
def shell(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, bytes],
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    for name, data in files.items():
        (shell.directory / f"{name}.mp3").write_bytes(data)
    return shell


def _json(shell: Shell, name: str) -> dict[str, Any]:
    said = shell.run("inspect", f"{name}.mp3", "--format", "json")
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def _by_ffmpeg(file: Path, *filters: str) -> tuple[float, float]:
    """Return loudness and true peak as ffmpeg measures them, with two channels."""
    chain = ",".join([*filters, "aformat=channel_layouts=stereo", "ebur128=peak=true"])
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostats", "-i", str(file), "-vn"]
    command += ["-af", chain, "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    summary = said.rpartition("Summary:")[2]
    levels = re.findall(r"(?:I|Peak):\s+(-?[\d.]+) (?:LUFS|dBFS)", summary)
    return float(levels[0]), float(levels[1])


@pytest.mark.parametrize("name", ["stereo", "other"])
def test_levels_are_those_of_another_meter(shell: Shell, name: str) -> None:
    found = _json(shell, name)
    loudness_lufs, peak_db = _by_ffmpeg(shell.directory / f"{name}.mp3")
    assert found["loudness_lufs"] == pytest.approx(loudness_lufs, abs=0.15)
    assert found["true_peak_db"] == pytest.approx(peak_db, abs=0.15)


def test_one_channel_counts_for_both_loudspeakers(shell: Shell) -> None:
    mono = shell.directory / "mono.mp3"
    loudness_lufs, peak_db = _by_ffmpeg(mono, "pan=stereo|c0=c0|c1=c0")
    found = _json(shell, "mono")
    assert found["loudness_lufs"] == pytest.approx(loudness_lufs, abs=0.15)
    assert found["true_peak_db"] == pytest.approx(peak_db, abs=0.15)


def test_speech_is_measured_alone(shell: Shell) -> None:
    spoken = "+".join(f"between(t,{start / 1000},{end / 1000})" for start, end in SPOKEN_MS)
    cut = f"aselect='{spoken}',asetpts=N/SR/TB"
    speech_lufs, _ = _by_ffmpeg(shell.directory / "stereo.mp3", cut)
    found = _json(shell, "stereo")
    assert found["speech_lufs"] == pytest.approx(speech_lufs, abs=0.3)
    assert found["loudness_lufs"] > found["speech_lufs"] + 1
    assert found["spoken_ms"] == sum(end - start for start, end in SPOKEN_MS)
    assert found["speech_share"] == pytest.approx(found["spoken_ms"] / LENGTH_MS, abs=0.01)


@inputs(("name", "channels", "kbps"), {"mono": (1, 64), "stereo": (2, 128)})
def test_form_and_tags_are_told(shell: Shell, name: str, channels: int, kbps: int) -> None:
    found = _json(shell, name)
    assert found["built_by"].startswith("voicecoach ")
    assert (found["length_ms"], found["channels"], found["bitrate_kbps"]) == (
        LENGTH_MS,
        channels,
        kbps,
    )
    assert found["size_bytes"] == (shell.directory / f"{name}.mp3").stat().st_size
    assert (found["title"], found["album"], found["genre"]) == (TAGS.title, "Summer", None)
    assert found["cover"] == {
        "mime": "image/png",
        "width": 720,
        "height": 720,
        "size_bytes": len(PNG),
    }
    assert found["chapters"][0] == {"title": "Squats", "start_ms": 0, "end_ms": 4000}
    assert found["lyric_lines"] == 2


def test_what_another_program_made_is_inspected_with_what_is_there(shell: Shell) -> None:
    found = _json(shell, "other")
    assert (found["channels"], found["sample_rate_hz"]) == (2, 44_100)
    assert found["length_ms"] == pytest.approx(LENGTH_MS, abs=60)
    missing = ("built_by", "title", "cover", "spoken_ms", "speech_share", "speech_lufs")
    assert [found[key] for key in missing] == [None] * len(missing)
    said = shell.run("inspect", "other.mp3")
    assert said.code == 0
    assert "another program than voicecoach" in said.out
    assert "Speech" not in said.out


def test_the_text_fits_a_terminal_and_cannot_steer_it(shell: Shell) -> None:
    said = shell.run("inspect", "mono.mp3")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert all(len(line) <= 80 and line.isprintable() for line in lines)
    facts = dict(re.findall(r"^  (\w[\w ]*?)  +(\S.*?) *$", said.out, re.M))
    assert facts["Title"] == "Legs [bold]·[31m"
    assert facts["Sound"] == "1 channel, 64 kb/s, 48 kHz"
    assert facts["Cover"] == "image/png, 720 × 720, 0 kB"
    assert facts["Speech"] == "2 lines, 0:03, 34% of the time"
    assert re.fullmatch(r"-\d+\.\d LUFS \(as two channels\)", facts["Loudness"])
    assert re.fullmatch(r"-\d+\.\d dBTP", facts["True peak"])
    assert re.fullmatch(r"0:00 +0:04", facts["Squats"])


def test_a_programme_without_words_or_sound_is_silence(shell: Shell) -> None:
    silent = io.BytesIO()
    segments = [from_samples(np.zeros(48_000))]
    formats.for_path(Path("a.mp3")).write(silent, segments, Form(1000), Tags("T"))
    (shell.directory / "silent.mp3").write_bytes(silent.getvalue())
    found = _json(shell, "silent")
    assert [found[key] for key in ("loudness_lufs", "true_peak_db", "speech_lufs")] == [None] * 3
    assert (found["spoken_ms"], found["speech_share"], found["chapters"]) == (0, 0, [])
    assert "silence" in shell.run("inspect", "silent.mp3").out


@inputs(
    ("name", "part"),
    {
        "missing.mp3": "no such file",
        "music": "only .mp3, .wav, .flac, .ogg, .opus, .m4a, .m4b files",
        "dir.mp3": "it is a directory",
        "short.yaml": "files can be inspected",
        **{f"text{suffix}": "is (no|damaged)" for suffix in suffixes()},
        "empty.mp3": "is no MP3 file",
        "flac.mp3": "is no MP3 file",
    },
)
def test_what_is_no_finished_file_is_refused(shell: Shell, name: str, part: str) -> None:
    for directory in ("music", "dir.mp3"):
        (shell.directory / directory).mkdir()
    for suffix in suffixes():
        shell.put(f"text{suffix}", "Words. " * 500)
    shell.put("empty.mp3", "")
    soundfile.write(shell.directory / "flac.mp3", _wave(1), 48_000, format="FLAC")
    assert re.search(part, one_error(shell.run("inspect", name), 2))


@pytest.mark.parametrize("suffix", suffixes())
def test_every_format_that_is_built_is_inspected(shell: Shell, suffix: str) -> None:
    _write(shell.directory / f"a{suffix}", Form(LENGTH_MS))
    said = shell.run("inspect", f"a{suffix}", "--format", "json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert found["built_by"].startswith("voicecoach ")
    assert found["title"] == " ".join(TAGS.title.split())
    assert (found["artist"], found["album"]) == ("voicecoach", "Summer")
    assert found["length_ms"] == pytest.approx(LENGTH_MS, abs=25)
    assert found["loudness_lufs"] == pytest.approx(_json(shell, "mono")["loudness_lufs"], abs=0.3)
    assert found["cover"]["width"] == 64
    starts = [(each["title"][:6], each["start_ms"]) for each in found["chapters"]]
    assert starts == [("Squats", 0), ("xxxxxx", 4000)]
    assert found["chapters"][1]["end_ms"] == pytest.approx(LENGTH_MS, abs=25)


@pytest.mark.parametrize("suffix", sorted({*suffixes()} - {".mp3"}))
def test_a_file_of_any_format_that_is_cut_off_is_refused(shell: Shell, suffix: str) -> None:
    path = shell.directory / f"a{suffix}"
    _write(path, Form(LENGTH_MS))
    path.write_bytes(path.read_bytes()[: -path.stat().st_size // 4])
    assert "cut off" in one_error(shell.run("inspect", path.name), 2)


@pytest.mark.parametrize("kept", [1, 11, 200, 700, 5_000, -1, -192, -1000])
def test_a_file_that_is_cut_off_is_refused(shell: Shell, kept: int) -> None:
    whole = (shell.directory / "mono.mp3").read_bytes()
    (shell.directory / "cut.mp3").write_bytes(whole[:kept])
    assert re.search("cut off|no MP3", one_error(shell.run("inspect", "cut.mp3"), 2))


@pytest.mark.parametrize("suffix", suffixes())
def test_a_file_with_any_bytes_changed_is_inspected_or_refused(shell: Shell, suffix: str) -> None:
    _write(shell.directory / f"whole{suffix}", Form(LENGTH_MS))
    whole = (shell.directory / f"whole{suffix}").read_bytes()
    rng = random.Random(suffix)
    for _ in range(DAMAGED_FILES):
        data = bytearray(whole)
        for at in rng.choices(range(min(len(data), 3000)), k=20):
            data[at] = rng.randrange(256)
        (shell.directory / f"a{suffix}").write_bytes(data)
        assert shell.run("inspect", f"a{suffix}").code in (0, 2)


@pytest.mark.parametrize("error", [IndexError("x"), MemoryError(), OverflowError(), KeyError("x")])
def test_whatever_the_library_trips_over_is_a_damaged_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def trip(_: Path) -> None:
        raise error

    monkeypatch.setattr("voicecoach.formats.inspection.reading.READERS", {".mp3": trip})
    assert "mono.mp3 is damaged or cut off" in one_error(shell.run("inspect", "mono.mp3"), 2)


def test_chapters_of_a_damaged_tag_lie_within_the_sound(shell: Shell) -> None:
    chapters = [
        Chapter("Late", 3_000_000, 3_001_000),
        Chapter("Long", 1000, 9_000_000),
        Chapter("Backwards", 5000, 2000),
    ]
    damaged = _built(1, replace(TAGS, chapters=chapters))
    (shell.directory / "damaged.mp3").write_bytes(damaged)
    found = _json(shell, "damaged")["chapters"]
    length_ms = _json(shell, "damaged")["length_ms"]
    assert found == [{"title": "Long", "start_ms": 1000, "end_ms": length_ms}]


def test_what_a_damaged_tag_has_spoken_beyond_the_sound_is_not_counted(shell: Shell) -> None:
    times_ms = [(1000, 2500), (LENGTH_MS - 500, 9_000_000), (9_000_000, 9_001_000)]
    damaged = _built(1, replace(TAGS, lyrics=[Lyric(*each, "Go.") for each in times_ms]))
    (shell.directory / "damaged.mp3").write_bytes(damaged)
    found = _json(shell, "damaged")
    assert found["spoken_ms"] == 1500 + found["length_ms"] - (LENGTH_MS - 500)


def test_the_library_that_decodes_writes_nothing_by_itself(shell: Shell) -> None:
    cut = shell.directory / "cut.mp3"
    cut.write_bytes((shell.directory / "mono.mp3").read_bytes()[:40_000])
    error = one_error(run_apart("inspect", str(cut)), 2)
    assert re.search(r"cut off: it ends after 0:0\d\.\d+ of 0:08$", error.partition(" (")[0])
