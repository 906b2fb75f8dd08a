"""The Info frame: the first frame of an MP3 file, silent itself, which describes the others.

It tells a player the exact length and where the sound begins, and a decoder which samples to drop
as the encoder's own. The layout is that of the Xing header, extended by LAME's tag (Gabriel
Bouvigne, "Mp3 Info Tag", revision 1; LAME's VbrTag.c). It is an ordinary frame, as long as the
others (192 bytes at 64 kb/s), with header and side information in front. Two channels have longer
side information, so everything after it is 15 bytes further on. Numbers are big-endian:

| at, 1 channel | 2 channels | bytes | what |
|---|---|---|---|
| 0   | 0   | 4   | frame header, as in the other frames: MPEG-1 layer III, no CRC, no padding |
| 4   | 4   | 17 or 32 | side information, all zero |
| 21  | 36  | 4   | `Info`: constant bitrate |
| 25  | 40  | 4   | which of the next four are present: all, 15 |
| 29  | 44  | 4   | frames, without this one |
| 33  | 48  | 4   | bytes, with this frame |
| 37  | 52  | 100 | for each hundredth of the time, its position in the bytes, in 256ths |
| 137 | 152 | 4   | quality, 0 to 100 |
| 141 | 156 | 9   | encoder; many decoders read on only if it begins with `LAME` |
| 150 | 165 | 1   | tag revision 0 (high 4 bits), constant bitrate 1 |
| 151 | 166 | 1   | low-pass in 100 Hz, 0: unknown |
| 152 | 167 | 8   | peak and two replay gains, 0: not measured |
| 160 | 175 | 1   | psychoacoustic model NSpsytune (bit 4), threshold of hearing 4 (low 4 bits) |
| 161 | 176 | 1   | bitrate in kb/s, 255 for 320 |
| 162 | 177 | 3   | samples that the encoder added at the start and at the end, 12 bits each |
| 165 | 180 | 1   | source at 48 kHz 2 (high 2 bits), channel mode (bits 2 to 4), noise shaping 1 |
| 166 | 181 | 3   | gain and preset, none |
| 169 | 184 | 4   | bytes, as above |
| 173 | 188 | 2   | CRC-16 of all frames but this one |
| 175 | 190 | 2   | CRC-16 of this frame so far |
| 177 | 192 |     | zero, up to the frame's end |

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
_QUALITY = 55
_ENCODER = b"LAME3.100"


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
        b"Info",
        0b1111,
        frame_count,
        byte_count,
        bytes(hundredth * 256 // 100 for hundredth in range(100)),
        _QUALITY,
        _ENCODER,
        0x01,
        0,
        0x14,
        min(255, coding.bitrate_kbps),
        (ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),
        0x81 | channel_mode << 2,
        byte_count,
        music_crc,
    )
    frame += struct.pack(">H", crc_16(frame))
    return frame.ljust(coding.frame_bytes, b"\0")
