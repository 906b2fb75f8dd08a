"""CRC-16 as the LAME tag wants it: polynomial 0x8005 with the low bit first, starting from 0.

A byte at a time in Python would take longer than the encoding. But the CRC of two stretches of
equal length is that of the first, moved on by the length, combined with that of the second; so the
CRCs of all pairs of bytes are combined two by two, then those of all fours, and so on.
"""

import functools

import numpy as np
import numpy.typing as npt

_Crcs = npt.NDArray[np.uint16]


def crc_16(data: bytes, crc: int = 0) -> int:
    """Return the CRC of `data`, continued from the `crc` of what came before it."""
    # A zero in front changes no CRC that starts from 0, so an odd number is made even by one.
    pairs = np.frombuffer(data if len(data) % 2 == 0 else b"\0" + data, dtype="<u2")
    crcs = _moved_on(1)[pairs]
    power = 1
    while len(crcs) > 1:
        if len(crcs) % 2:
            crcs = np.concatenate((np.zeros(1, dtype=np.uint16), crcs))
        crcs = _moved_on(power)[crcs[::2]] ^ crcs[1::2]
        power += 1
    return _moved_on_by(len(data), crc) ^ int(crcs.sum())


def crc_16_of_repeated(data: bytes, times: int, crc: int = 0) -> int:
    """Return the CRC of `data` again and again, continued from `crc`."""
    once = crc_16(data)
    repeated, length = 0, 0
    # From the highest bit of `times` on: twice as often, and once more where the bit is set.
    for bit in reversed(range(times.bit_length())):
        repeated ^= _moved_on_by(length, repeated)
        length *= 2
        if times >> bit & 1:
            repeated = _moved_on_by(len(data), repeated) ^ once
            length += len(data)
    return _moved_on_by(length, crc) ^ repeated


def _moved_on_by(length: int, crc: int) -> int:
    """Return what a CRC becomes by `length` zero bytes more."""
    for bit in range(length.bit_length()):
        if length >> bit & 1:
            crc = int(_moved_on(bit)[crc])
    return crc


@functools.cache
def _moved_on(power: int) -> _Crcs:
    """Return what each CRC becomes by 2 ** `power` zero bytes more."""
    if power:
        half = _moved_on(power - 1)
        return half[half]
    crcs = np.arange(1 << 16, dtype=np.uint16)
    for _ in range(8):
        crcs = np.where(crcs & 1, crcs >> 1 ^ 0xA001, crcs >> 1).astype(np.uint16)
    return crcs
