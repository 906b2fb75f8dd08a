"""The Info frame: the first frame of an MP3 file, silent itself, that describes those after it.

From it a player knows the exact length and where the sound begins, and a decoder which samples are
the encoder's own. The layout is that of the Xing header, extended by LAME's tag (Gabriel Bouvigne,
"Mp3 Info Tag", revision 1; LAME's VbrTag.c). It is a frame like any other, as long as the others,
with header and side information in front. Of one channel and at 64 kb/s these are its 192 bytes,
all numbers with the high byte first:

| at  | bytes | what |
|-----|-------|------|
| 0   | 4     | frame header: MPEG-1 layer III, no CRC, 64 kb/s, 48 kHz, one channel |
| 4   | 17    | side information, all zero |
| 21  | 4     | `Info`: constant bitrate |
| 25  | 4     | which of the next four are there: all, 15 |
| 29  | 4     | frames, this one not counted |
| 33  | 4     | bytes, this frame counted |
| 37  | 100   | for each hundredth of the time, how far into the bytes it lies, in 256ths |
| 137 | 4     | quality, 0 to 100 |
| 141 | 9     | encoder; many decoders read on only if it begins with `LAME` |
| 150 | 1     | revision of the tag 0 (high 4 bits), constant bitrate 1 |
| 151 | 1     | low-pass in 100 Hz, 0: unknown |
| 152 | 8     | peak and two replay gains, 0: not measured |
| 160 | 1     | psychoacoustic model NSpsytune (bit 4), threshold of hearing 4 (low 4 bits) |
| 161 | 1     | bitrate in kb/s |
| 162 | 3     | samples that the encoder put in front, and those added at the end, 12 bits each |
| 165 | 1     | source at 48 kHz 2 (high 2 bits), one channel 0 (bits 2 to 4), noise shaping 1 |
| 166 | 3     | gain and preset, none |
| 169 | 4     | bytes, as above |
| 173 | 2     | CRC-16 of all frames but this |
| 175 | 2     | CRC-16 of this frame so far |
| 177 | 15    | zero |
"""

import struct

from voicecoach.formats.crc_16 import crc_16

FRAME_SAMPLES = 1152
BITRATE_KBPS = 64
FRAME_BYTES = 192
# What LAME puts in front of the sound; a decoder's own 529 samples are not counted.
ENCODER_DELAY = 576

_HEADER = bytes.fromhex("fffb54c4")
_SIDE_INFORMATION = bytes(17)
_QUALITY = 55
_ENCODER = b"LAME3.100"


def info_frame(sample_count: int, frame_count: int, music_crc: int) -> bytes:
    """Return the frame for `frame_count` frames that hold `sample_count` samples of the source.

    `music_crc` is the `crc_16` of those frames.
    """
    byte_count = (1 + frame_count) * FRAME_BYTES
    padding = frame_count * FRAME_SAMPLES - ENCODER_DELAY - sample_count
    frame = struct.pack(
        ">4s17s4sIII100sI9sBB8xBB3sB3xIH",
        _HEADER,
        _SIDE_INFORMATION,
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
        BITRATE_KBPS,
        (ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),
        0x81,
        byte_count,
        music_crc,
    )
    frame += struct.pack(">H", crc_16(frame))
    return frame.ljust(FRAME_BYTES, b"\0")
