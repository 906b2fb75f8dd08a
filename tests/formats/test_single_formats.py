"""What only one container has."""

import io
import struct
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mutagen.mp4 import MP4
from mutagen.ogg import OggPage
from mutagen.oggopus import OggOpus

from helpers.cases import cases
from helpers.containers import read, save, write
from helpers.mp3_listening import noise
from voicecoach import __version__
from voicecoach.audio import AudioSegment
from voicecoach.audio.limiter import true_peaks
from voicecoach.audio.pcm import FULL_SCALE, from_samples, silence
from voicecoach.formats import Cover, Form, Lyric, Tags, check, wav
from voicecoach.formats.tags.vorbis import picture
from voicecoach.problems import EngineError, WrongUsageError
from voicecoach.units import HOUR_MS

# Of an Opus packet's first five bits, those of CELT alone (RFC 6716, section 3.1).
FIRST_CELT = 16


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield names and contents of a RIFF file's chunks."""
    name, size, kind = struct.unpack_from("<4sI4s", content)
    assert (name, size, kind) == (b"RIFF", len(content) - 8, b"WAVE")
    at = 12
    while at < len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    assert at == len(content)


def _pages(content: bytes) -> list[OggPage]:
    file = io.BytesIO(content)
    pages = []
    while file.tell() < len(content):
        pages.append(OggPage(file))
    return pages


@cases(
    "title",
    {
        "an odd length": "Leg",
        "an even length": "Legs",
        "four bytes a character": "Bein 🏃",
    },
)
def test_the_chunks_of_a_wav_file_fill_it(title: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", noise(10), tags=Tags(title))
    chunks = dict(_chunks(path.read_bytes()))
    assert list(chunks) == [b"fmt ", b"data", b"LIST", b"id3 "]
    assert chunks[b"data"] == noise(10).raw_data
    assert chunks[b"LIST"].startswith(b"INFOINAM")
    assert title.encode() + b"\0" in chunks[b"LIST"]
    assert chunks[b"id3 "].startswith(b"ID3\x03\0")
    with wave.open(str(path)) as sound:
        assert sound.getparams()[:4] == (1, 2, 48_000, 480)


def test_a_wav_file_of_more_than_four_gigabytes_is_refused_before_anything_is_written() -> None:
    def unheard() -> Iterator[AudioSegment]:
        raise AssertionError("nothing is mixed")
        yield

    target = io.BytesIO()
    with pytest.raises(WrongUsageError, match=r"takes 4\.2 GiB, and a wav file") as raised:
        wav.write(target, unheard(), Form(13 * HOUR_MS), Tags("Long"))
    assert ".flac" in (raised.value.hint or "")
    assert target.getvalue() == b""


@pytest.mark.parametrize("suffix", [".ogg", ".opus"])
def test_ogg_pages_are_numbered_and_have_the_serial_number_of_their_comments(
    suffix: str, tmp_path: Path
) -> None:
    serials = []
    for title in ("One", "Two" * 30_000):
        path = write(tmp_path / f"a{suffix}", noise(1500), tags=Tags(title))
        content = path.read_bytes()
        pages = _pages(content)
        # Written again, each has the checksum that it had.
        assert b"".join(page.write() for page in pages) == content
        assert [page.sequence for page in pages] == list(range(len(pages)))
        assert [page.first for page in pages] == [True] + [False] * (len(pages) - 1)
        assert [page.last for page in pages] == [False] * (len(pages) - 1) + [True]
        (serial,) = {page.serial for page in pages}
        serials.append(serial)
    assert serials[0] != serials[1]


@pytest.mark.parametrize("channels", [1, 2])
def test_opus_stays_in_the_mode_that_every_decoder_knows(channels: int, tmp_path: Path) -> None:
    """Decoders other than libopus turn its other modes, for low bitrates, into noise."""
    time = np.arange(48 * 3000) / 48_000
    voice = sum(np.cos(2 * np.pi * 120 * k * time) / k for k in range(1, 30))
    syllables = np.abs(np.sin(2 * np.pi * 2 * time)) * (time % 1 < 0.7)
    wave = 0.1 * voice * syllables
    sound = from_samples(wave if channels == 1 else np.stack([wave, wave], axis=1))
    path = write(tmp_path / "a.opus", sound, kbps=64)
    for page in _pages(path.read_bytes())[2:]:
        assert all(packet[0] >> 3 >= FIRST_CELT for packet in page.packets)


def test_the_encoders_library_stays_named_in_opus(tmp_path: Path) -> None:
    tags = Tags("Legs", language="de", lyrics=[Lyric(0, 100, "Los!")])
    found = OggOpus(write(tmp_path / "a.opus", silence(500), tags=tags)).tags
    assert found is not None
    assert "libopus" in found.vendor
    assert dict(found) == {
        "title": ["Legs"],
        "artist": ["voicecoach"],
        "language": ["de"],
        "encoder": [f"voicecoach {__version__}"],
        "lyrics": ["Los!"],
    }


def test_speech_keeps_its_peaks_and_little_noise_comes_to_it_in_m4a(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    clicks = np.zeros(48 * 1500)
    clicks[::400] = 1.0
    voice = np.convolve(clicks, np.hanning(40) * np.sin(np.arange(40) / 2), "same")
    voice[np.arange(len(voice)) // 12_000 % 2 == 1] = 0.0
    voice *= 0.4 / np.abs(voice).max()
    path = write(tmp_path / "a.m4a", from_samples(voice))
    heard = read(path, channels=1).pcm[: len(voice), 0] / FULL_SCALE
    assert np.sum(voice**2) > 100 * np.sum((heard - voice) ** 2)
    assert true_peaks(heard).max() < 1.06 * true_peaks(voice).max()


def test_m4b_is_an_audiobook_and_m4a_is_music(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    for suffix, brand, media_type in ((".m4a", b"M4A ", 1), (".m4b", b"M4B ", 2)):
        path = write(tmp_path / f"a{suffix}", silence(500), tags=Tags("Legs", language="de"))
        content = path.read_bytes()
        assert content[4:12] == b"ftyp" + brand
        assert content.index(b"moov") < content.index(b"mdat")
        # The language of the sound: three letters in 5 bits each (ISO 14496-12, mdhd).
        deu = sum(
            (ord(letter) - 0x60) << shift for letter, shift in zip("deu", (10, 5, 0), strict=True)
        )
        mdhd = content.index(b"mdhd")
        assert struct.unpack_from(">H", content, mdhd + 24) == (deu,)
        assert MP4(path)["stik"] == [media_type]


def test_a_library_that_is_missing_or_too_old_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("soundfile.check_format", lambda *_: False)
    with pytest.raises(EngineError, match="too old to write Opus"):
        check(tmp_path / "a.opus")
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(EngineError, match="cannot be loaded") as raised:
        check(tmp_path / "a.flac")
    assert "pip install" in (raised.value.hint or "")


def test_a_library_that_fails_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise soundfile.LibsndfileError(2)

    monkeypatch.setattr("soundfile.SoundFile.buffer_write", fail)
    with pytest.raises(EngineError, match="libsndfile failed: System error"):
        save(tmp_path / "a.flac", [silence(5000)], Form(5000), Tags("Legs"))
    assert list(tmp_path.iterdir()) == []


def test_the_cover_of_a_vorbis_comment_tells_its_size_and_colour_depth() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IHDR" + (640).to_bytes(4, "big") * 2 + b"\x08\x02"
    found = picture(Tags("Legs", cover=Cover("image/png", png)))
    assert found is not None
    assert (found.width, found.height, found.depth, found.colors) == (640, 640, 24, 0)
