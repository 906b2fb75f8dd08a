import struct

import pytest

from helpers.mp3_listening import encoded, noise
from voicecoach.audio.pcm import silence
from voicecoach.formats.encoders.crc_16 import combine, crc_16

# Channels, bitrate, and by how much the fields lie further on than those of one channel.
FORMS = [(1, 64, 0), (1, 320, 0), (2, 64, 15), (2, 128, 15), (2, 320, 15)]


@pytest.mark.parametrize(("channels", "kbps", "further"), FORMS)
def test_the_info_frame_counts_frames_and_bytes_and_checks_them(
    channels: int, kbps: int, further: int
) -> None:
    file = encoded(noise(1000, channels), kbps=kbps)
    frame_bytes = 3 * kbps
    start = file.index(b"Info") - 21 - further
    frame, rest = file[start : start + frame_bytes], file[start + frame_bytes :]
    byte_count = len(file) - start
    assert struct.unpack_from(">II", frame, 29 + further) == (len(rest) // frame_bytes, byte_count)
    assert struct.unpack_from(">IHH", frame, 169 + further) == (
        byte_count,
        crc_16(rest),
        crc_16(frame[: 175 + further]),
    )
    delay, padding = divmod(int.from_bytes(frame[162 + further : 165 + further], "big"), 1 << 12)
    assert len(rest) // frame_bytes * 1152 - delay - padding == 48_000
    assert frame[161 + further] == min(255, kbps)


@pytest.mark.parametrize(("channels", "kbps", "further"), FORMS)
def test_its_header_and_mode_are_those_of_the_frames_after_it(
    channels: int, kbps: int, further: int
) -> None:
    file = encoded(noise(500, channels), kbps=kbps)
    start = file.index(b"Info") - 21 - further
    headers = {file[at : at + 4] for at in range(start, len(file), 3 * kbps)}
    joining = 0x30
    assert {header[:3] + bytes([header[3] & ~joining]) for header in headers} == {
        file[start : start + 4]
    }
    mode = file[start + 3] >> 6
    assert file[start + 165 + further] >> 2 & 7 == {0: 1, 1: 3, 3: 0}[mode]
    assert (mode == 3) == (channels == 1)


@pytest.mark.parametrize("length_ms", [100, 10_000, 700_000])
def test_the_table_of_hundredths_is_right_to_its_256ths(length_ms: int) -> None:
    file = encoded(silence(length_ms))
    start = file.index(b"Info") - 21
    table = file[start + 37 : start + 137]
    byte_count = len(file) - start
    for hundredth, entry in enumerate(table):
        there = 192 + hundredth / 100 * (byte_count - 192)
        assert abs(entry / 256 * byte_count - there) <= byte_count / 256 + 192


def test_the_crc_is_the_known_one_and_can_be_continued() -> None:
    data = bytes(range(256)) * 5 + b"123456789"
    assert crc_16(b"123456789") == 0xBB3D
    for cut in (0, 1, 2, 255, 1000):
        before, after = data[:cut], data[cut:]
        crc = combine(crc_16(before), crc_16(after), len(after))
        assert crc == crc_16(data)
