"""The Info frame: the first frame of an MP3 file, silent itself, which describes the others.

It tells a player the exact length and where the sound begins, and a decoder which samples to drop
as the encoder's own. The layout is that of the Xing header, extended by LAME's tag (Gabriel
Bouvigne, "Mp3 Info Tag", revision 1; LAME's VbrTag.c). It is an ordinary frame, as long as the
others (192 bytes at 64 kb/s), with header and side information in front.

The channel mode is 0 for one channel, 1 for stereo, 3 for joint stereo, in which the encoder may
turn left and right into sum and difference. In the header, the high 2 bits of the last byte are
3, 0 and 1 instead; the 2 bits after them say how a frame is joined and are 0 here.
"""

import struct

from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import ENCODER_DELAY, FRAME_SAMPLES, Coding

_SIDE_INFORMATION_BYTES = {1: 17, 2: 32}
_CHANNEL_MODES = {3: 0, 0: 1, 1: 3}
_JOINING = 0x30


def info_frame(
    coding: Coding, header: bytes, sample_count: int, frame_count: int, music_crc: int
) -> bytes:
    """Return the Info frame of `frame_count` frames with `sample_count` samples per channel.

    `header` is the first four bytes of any of them, `music_crc` the `crc_16` of them all.
    """
    byte_count = (1 + frame_count) * coding.frame_bytes
    padding = frame_count * FRAME_SAMPLES - ENCODER_DELAY - sample_count
    channel_mode = _CHANNEL_MODES[header[3] >> 6]
    frame = bytes([*header[:3], header[3] & ~_JOINING])
    frame += bytes(_SIDE_INFORMATION_BYTES[coding.channels])
    frame += struct.pack(
        ">4sIII100sI9sBB8xBB3sB3xIH",
        b"Info",  # constant bitrate
        0b1111,  # which of the next four are present: all
        frame_count,  # without this one
        byte_count,  # with this one
        bytes(
            hundredth * 256 // 100 for hundredth in range(100)
        ),  # of the time, in 256ths of bytes
        55,  # quality, 0 to 100
        b"LAME3.100",  # many decoders read on only if it begins with `LAME`
        0x01,  # tag revision 0 (high 4 bits), constant bitrate 1
        0,  # low-pass: unknown; then peak and replay gains: not measured
        0x14,  # psychoacoustic model NSpsytune (bit 4), threshold of hearing 4 (low 4 bits)
        min(255, coding.bitrate_kbps),
        (ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),  # samples added at start and end
        0x81 | channel_mode << 2,  # source at 48 kHz, noise shaping 1; then gain and preset: none
        byte_count,
        music_crc,
    )
    frame += struct.pack(">H", crc_16(frame))
    return frame.ljust(coding.frame_bytes, b"\0")
