"""Spans against one encoder for the whole: the proof in `mp3_seam`, put to the test."""

import io
from collections.abc import Sequence

import numpy as np
import pytest

from helpers.cases import cases
from helpers.mp3_listening import by_ffmpeg, by_libsndfile
from helpers.mp3_stream import check_main_data
from voicecoach.audio import AudioSegment
from voicecoach.audio.over_music import MixOverMusic
from voicecoach.audio.pcm import Pcm, Samples, segment, to_16_bit
from voicecoach.formats import Form, Tags, mp3
from voicecoach.formats.encoders import mp3_music_span, mp3_over_music
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, LameEncoder
from voicecoach.formats.encoders.mp3_seam import Frames, find_seam

CODINGS = [Coding(1, 64), Coding(1, 128), Coding(2, 64), Coding(2, 128), Coding(2, 320)]
LENGTH_MS = 9000


class _Sound(MixOverMusic):
    """Samples in the place of a mix."""

    def __init__(self, pcm: Pcm) -> None:
        self.length_ms = len(pcm) // 48
        self.channels = pcm.shape[1]
        self._pcm = pcm

    def key(self, start_ms: int, end_ms: int) -> list[object]:
        return [self._pcm[48 * start_ms : 48 * end_ms].tobytes().hex()]

    def between(self, start_ms: int, end_ms: int) -> AudioSegment:
        return segment(self._pcm[48 * start_ms : 48 * end_ms].tobytes(), self.channels)


def _music(channels: int) -> Pcm:
    """Return a chord, and noise, struck sounds, silence and full scale over it in turn."""
    rng = np.random.default_rng(1)
    time_s = np.arange(48 * LENGTH_MS) / 48_000
    third = len(time_s) // 3
    chord = sum(np.sin(2 * np.pi * hz * time_s) for hz in (110, 220, 277, 330, 880, 2640))
    struck = rng.normal(0, 1, third) * np.exp(-(np.arange(third) % 12_345) / 400)
    left: Samples = 0.08 * np.asarray(chord)
    left[:third] += struck
    left[third : 2 * third] += rng.normal(0, 0.1, third)
    left[-third:] *= np.repeat((1, 0, 3, 1), third // 4)
    right = 0.5 * np.roll(left, 30) + rng.normal(0, 0.01, len(left)) * (left != 0)
    return to_16_bit(np.stack((left, right)[:channels], axis=1))


@pytest.fixture
def seams(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """Make spans short, and return the seams that are found."""
    found: list[int | None] = []

    def find(before: Frames, after: Frames) -> int | None:
        found.append(find_seam(before, after))
        return found[-1]

    monkeypatch.setattr(mp3_music_span, "_SPAN", 48)
    monkeypatch.setattr(mp3_over_music, "find_seam", find)
    return found


def _written(sound: MixOverMusic, coding: Coding) -> bytes:
    file = io.BytesIO()
    form = Form(sound.length_ms, coding.channels, coding.bitrate_kbps)
    mp3.write(file, sound, form, Tags("Legs"))
    return file.getvalue()


def _frames(file: bytes, coding: Coding) -> bytes:
    """Return the frames behind the Info frame."""
    count = -(-LENGTH_MS // 24) + 1
    return file[-count * coding.frame_bytes :]


def _by_one_encoder(file: bytes, sent: Pcm, coding: Coding) -> bytes:
    """Return a file with its frames made by one encoder."""
    frames = _frames(file, coding)
    encoder = LameEncoder(coding)
    missing = len(frames) // coding.frame_bytes * FRAME_SAMPLES - len(sent)
    padded = np.pad(sent, ((0, missing), (0, 0)))
    return (
        file[: -len(frames)] + (encoder.encode(padded.tobytes()) + encoder.flush())[: len(frames)]
    )


def _noise_power(sent: Pcm, heard: Pcm, at: int) -> float:
    """Return the power of the coding noise in the 50 ms around a sample."""
    around = slice(max(0, at - 1200), at + 1200)
    noise = heard.reshape(sent.shape)[around].astype(float) - sent[around]
    return float(np.square(noise).mean())


@pytest.mark.parametrize("coding", CODINGS, ids=str)
def test_seams_decode_as_one_encoder_would_have_it(coding: Coding, seams: list[int | None]) -> None:
    sent = _music(coding.channels)
    file = _written(_Sound(sent), coding)
    check_main_data(_frames(file, coding), coding)
    whole_file = _by_one_encoder(file, sent, coding)
    heard, whole = by_libsndfile(file), by_libsndfile(whole_file)
    assert len(heard) == len(whole) == len(sent)
    # The two round, and clip, in their own ways.
    other = by_ffmpeg(file, channels=coding.channels).astype(int)
    assert other.shape == heard.shape
    assert np.abs(other - heard).max() <= 2
    assert len(seams) == 7
    added_db = []
    for seam in seams:
        assert seam is not None
        noise = _noise_power(sent, heard, seam * FRAME_SAMPLES)
        usual = _noise_power(sent, whole, seam * FRAME_SAMPLES)
        added_db.append(10 * np.log10((noise + 1) / (usual + 1)))
    assert max(added_db) < 4
    assert np.mean(added_db) < 1


@cases(
    ("before", "after", "seam"),
    {
        "the last one": (("300 00", "300 00", "300 00"), ("0 00", "200 00", "300 00"), 2),
        "with room in front of it": (
            ("300 00", "300 00", "299 00"),
            ("0 00", "300 00", "300 00"),
            1,
        ),
        "with long windows on both sides": (("0 00", "0 03", "0 00"), ("0 00", "0 00", "0 00"), 2),
        "not with short ones on one side": (("0 00", "0 01", "0 00"), ("0 00", "0 00", "0 01"), 1),
        "not with short ones on the other": (("0 00", "0 00", "0 00"), ("0 00", "0 01", "0 30"), 1),
        "with short ones on both sides": (("0 00", "0 02", "0 00"), ("0 00", "0 00", "0 30"), 2),
        "not the first": (("0 00", "0 00"), ("0 00", "1 00"), None),
    },
)
def test_a_seam_is_the_last_frame_that_fits(
    before: Sequence[str], after: Sequence[str], seam: int | None
) -> None:
    assert find_seam(_empty_frames(before), _empty_frames(after)) == seam


def _empty_frames(described: Sequence[str]) -> Frames:
    """Return frames without coefficients: `300 01` begins 300 bytes before, with block types 0, 1.

    One channel: behind the 18 bits of the head, each granule has 59, the flag of its windows in bit
    33, the block type in the next two.
    """
    data = b""
    for frame in described:
        main_data_begin, block_types = frame.split()
        bits = f"{int(main_data_begin):09b}" + 9 * "0"
        for block_type in map(int, block_types):
            bits += f"{33 * '0'}{int(block_type > 0)}{block_type:02b}{23 * '0'}"
        data += (bytes(4) + int(bits, 2).to_bytes(17, "big")).ljust(192, b"\0")
    return Frames(Coding(1, 64), 0, data)


def test_where_no_frame_fits_one_encoder_makes_both_spans(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began: list[tuple[int, int]] = []

    def find(before: Frames, after: Frames) -> int | None:
        began.append((before.first, after.first))
        return find_seam(before, after) if before.first == after.first else None

    monkeypatch.setattr(mp3_music_span, "_SPAN", 100)
    monkeypatch.setattr(mp3_over_music, "find_seam", find)
    sent = _music(2)
    file = _written(_Sound(sent), Coding(2, 128))
    assert began == [(0, 68), (0, 0), (0, 168), (0, 0), (0, 268), (0, 0)]
    assert file == _by_one_encoder(file, sent, Coding(2, 128))
