"""Seams: where the frames of one MP3 encoder go over into those of the next, under sound.

Two encoders encode the same sound for some frames, *before* those that lead up to the seam, *after*
those that follow. In front of a frame N that `find_seam` returns, the stream can change from one to
the other. Except for coding noise, it decodes to what a single encoder would have given. The names
are those of ISO/IEC 11172-3, 2.4.1.7 and 2.4.2.7.

1. Frame grid. Both encoders begin with a source frame, and frames are equally long; so those of
   both are in place, as `voicecoach.formats.encoders.mp3_frames` says.
2. Coefficients. As it says there, source frame j has coefficients in the stream frames j and j + 1
   alone. So all frames of the encoder after the seam have the coefficients of a single encoder, but
   for its first, which lacks what was before. The same goes for the encoder before the seam up to
   its end. A decoder adds the second half of a granule to the first half of the next one, which
   gives the sound back if both halves have been windowed alike: long or short. `block_type` tells:
   2 is short, 1 goes over to short and 3 comes from it. The last granule before the seam and the
   first after it have to match, in each channel. Joint stereo is undone in each frame for itself.
3. Reservoir. The data of a frame begin `main_data_begin` bytes before it, counted without headers
   and side information, and end at the latest in it. With A and B being what frame N has of it in
   the encoder before and after: what is before the seam leaves the last A bytes in front of N free,
   and what follows needs the last B. So if A >= B, `joined` may write those over what is there, and
   no data are overwritten that are still read. All frames keep their `main_data_begin`; what
   follows N finds its data as the encoder has laid them.
4. All that is left to an encoder is how it quantises, which is the noise. It depends on the bits in
   the reservoir. A new encoder's reservoir is empty, so that it needs few bytes in front of its
   first frames, and A >= B is soon true; it is filled within some thirty frames. So the last frame
   is taken that fits.

What is joined depends on the frames of both encoders alone, and they on their samples.
"""

import numpy as np
from msgspec import Struct

from voicecoach.formats.encoders.lame import Coding

_HEADER_BYTES = 4
_SIDE_INFORMATION_BYTES = {1: 17, 2: 32}
# Where the granules begin: after main_data_begin, private bits and scfsi. All are equally long.
_GRANULES_BIT = {1: 18, 2: 20}
_GRANULE_BITS = 59
_MOST_MAIN_DATA_BEGIN = 511
# So many frames in front of a seam may be written to: at 64 kb/s, each has room for 156 bytes.
REACH = 4
_SHORT, _TO_SHORT, _FROM_SHORT = 2, 1, 3


class Frames(Struct, frozen=True):
    """What an encoder has made: frames of a stream, the first of which is number `first` of it."""

    coding: Coding
    first: int
    data: bytes

    @property
    def end(self) -> int:
        """The number after the last one."""
        return self.first + len(self.data) // self.coding.frame_bytes

    def between(self, first: int, end: int) -> bytes:
        """Return the frames from number `first` on, up to but not including `end`."""
        size = self.coding.frame_bytes
        return self.data[(first - self.first) * size : (end - self.first) * size]


def find_seam(before: Frames, after: Frames) -> int | None:
    """Return the frame from which on the stream can be that of another encoder, None without one.

    Both have frames of the same numbers there. It is the last one that fits.
    """
    for number in range(before.end - 1, after.first, -1):
        leaves = _main_data_begin(before, number)
        needs = _main_data_begin(after, number)
        if needs <= leaves and _ends_short(before, number - 1) == _begins_short(after, number):
            return number
    return None


def joined(before: Frames, first: int, seam: int, after: Frames) -> bytes:
    """Return the frames from `first` up to a seam, with what those after it need in front of it."""
    data = np.frombuffer(before.between(first, seam), np.uint8)
    needs = _main_data_begin(after, seam)
    if not needs:
        return data.tobytes()
    head_bytes = _HEADER_BYTES + _SIDE_INFORMATION_BYTES[before.coding.channels]
    frame_bytes = before.coding.frame_bytes
    count = min(-(-_MOST_MAIN_DATA_BEGIN // (frame_bytes - head_bytes)), seam - after.first)
    source = np.frombuffer(after.between(seam - count, seam), np.uint8)
    rows = data.reshape(-1, frame_bytes).copy()
    main_data = rows[-count:, head_bytes:].reshape(-1)
    main_data[-needs:] = source.reshape(-1, frame_bytes)[:, head_bytes:].reshape(-1)[-needs:]
    rows[-count:, head_bytes:] = main_data.reshape(count, -1)
    return rows.tobytes()


def _main_data_begin(frames: Frames, number: int) -> int:
    return _bits(frames, number, 0, 9)


def _ends_short(frames: Frames, number: int) -> list[bool]:
    """Return whether a frame's last granule ends with short windows, for each channel."""
    return [each in (_SHORT, _TO_SHORT) for each in _block_types(frames, number, granule=1)]


def _begins_short(frames: Frames, number: int) -> list[bool]:
    """Return whether a frame's first granule begins with short windows, for each channel."""
    return [each in (_SHORT, _FROM_SHORT) for each in _block_types(frames, number, granule=0)]


def _block_types(frames: Frames, number: int, granule: int) -> list[int]:
    channels = frames.coding.channels
    starts = [
        _GRANULES_BIT[channels] + _GRANULE_BITS * (granule * channels + channel)
        for channel in range(channels)
    ]
    # After part2_3_length, big_values, global_gain and scalefac_compress: window_switching_flag.
    return [
        _bits(frames, number, start + 34, 2) if _bits(frames, number, start + 33, 1) else 0
        for start in starts
    ]


def _bits(frames: Frames, number: int, at: int, width: int) -> int:
    """Return a number of `width` bits in a frame's side information, `at` bits from its start."""
    size_bytes = _SIDE_INFORMATION_BYTES[frames.coding.channels]
    start = (number - frames.first) * frames.coding.frame_bytes + _HEADER_BYTES
    value = int.from_bytes(frames.data[start : start + size_bytes], "big")
    return value >> 8 * size_bytes - at - width & (1 << width) - 1
