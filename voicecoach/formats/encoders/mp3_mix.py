"""MP3 frames of a mix: only spans that are not kept are mixed and encoded.

A span of a mix is known by its stretches: which sounds lie where in it. So whether it is kept is
seen before it is mixed. Where it begins and ends is told by its sounds rather than by their
samples; what `voicecoach.formats.encoders.mp3_frames` proves of spans holds all the same, as there
is nothing but silence around it.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct
from msgspec.structs import astuple

from voicecoach.audio.mixing import Mix, Stretch, mixed_between
from voicecoach.files.store import Store, digest
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, lame_version
from voicecoach.formats.encoders.mp3_frames import LEAD, PIECE, TAIL, shortest_gap, silences
from voicecoach.formats.encoders.mp3_span import EncodedFrames, Mp3Span, keep, kept
from voicecoach.formats.encoders.side_by_side import Already, Coming, side_by_side
from voicecoach.units import SAMPLES_PER_MS

# Increment it when the mixing or the encoding, or what is stored of a span, changes.
_VERSION = 2
_FRAME_MS = FRAME_SAMPLES // SAMPLES_PER_MS
# Longer spans are not kept but encoded in pieces, so that memory stays flat: about a minute.
_LONGEST_KEPT = 2500


class _Span(Struct, frozen=True):
    """The stretches of a span, with its first frame and the one after its last."""

    stretches: list[Stretch]
    first: int
    end: int

    def key(self, coding: Coding) -> str:
        """Return the key of its frames: a digest of everything they depend on."""
        start_ms = self.first * _FRAME_MS
        sounds = [[each.start_ms - start_ms, each.key()] for each in self.stretches]
        parts = {"encoder": lame_version(), "coding": astuple(coding), "mix": _VERSION}
        return digest({**parts, "frames": self.end - self.first, "sounds": sounds})

    def pieces(self) -> Iterator[bytes]:
        """Yield its samples, some whole frames at a time."""
        pcm = bytearray()
        frame_bytes, piece_bytes = 2 * FRAME_SAMPLES, 2 * FRAME_SAMPLES * PIECE
        for segment in mixed_between(self.stretches, self.first * _FRAME_MS, self.end * _FRAME_MS):
            pcm += segment.raw_data
            while len(pcm) > piece_bytes:
                yield bytes(pcm[:piece_bytes])
                del pcm[:piece_bytes]
        assert len(pcm) % frame_bytes == 0, "a span is made of whole frames"
        yield bytes(pcm)


def frames_of_mix(
    mix: Mix, coding: Coding, store: Store | None, threads: int | None = None
) -> Iterator[EncodedFrames]:
    """Yield the MP3 frames of a mix of one channel, as `mp3_frames.frames` does.

    Raise `EngineError` if LAME fails, and whatever reading a sound raises.
    """

    def begin(pool: ThreadPoolExecutor) -> Iterator[Coming[EncodedFrames]]:
        for part in _parts(mix):
            yield from _submitted(part, coding, store, pool)

    yield from side_by_side(begin, threads)


def _parts(mix: Mix) -> Iterator[int | _Span]:
    """Yield the parts of the stream: a number of silent frames, or a span."""
    # One more than the samples fill, for the encoder's delay.
    count = -(-mix.length_ms // _FRAME_MS) + 1
    written = 0
    for stretches, first, end in _groups(mix.stretches):
        span = _Span(stretches, max(written, first - LEAD), min(count, end + TAIL))
        mix.on_reached(first * _FRAME_MS)
        yield span.first - written
        yield span
        written = span.end
    yield count - written


def _groups(stretches: Sequence[Stretch]) -> Iterator[tuple[list[Stretch], int, int]]:
    """Yield stretches that are near each other, with their first frame and the one after them."""
    group: list[Stretch] = []
    first = end = 0
    for stretch in stretches:
        begins, ends = stretch.start_ms // _FRAME_MS, -(-stretch.end_ms // _FRAME_MS)
        if group and begins - end >= shortest_gap(end - first):
            yield group, first, end
            group = []
        if not group:
            first = begins
        group.append(stretch)
        end = ends
    if group:
        yield group, first, end


def _submitted(
    part: int | _Span, coding: Coding, store: Store | None, pool: ThreadPoolExecutor
) -> Iterator[Coming[EncodedFrames]]:
    """Yield the frames of a part, as far as they are known, or being encoded."""
    if isinstance(part, int):
        yield from silences(coding, part)
        return
    size = part.end - part.first
    if store is None or size > _LONGEST_KEPT:
        yield from _in_pieces(part, coding, pool)
        return
    key = part.key(coding)
    known = kept(store, key, size * coding.frame_bytes)
    if known is not None:
        yield Already(known)
    else:
        yield pool.submit(_encoded, b"".join(part.pieces()), coding, store, key)


def _in_pieces(
    part: _Span, coding: Coding, pool: ThreadPoolExecutor
) -> Iterator[Coming[EncodedFrames]]:
    span = Mp3Span(coding, None)
    before: bytes | None = None
    for pcm in part.pieces():
        if before is not None:
            yield span.submit(pool, before, closing=False)
        before = pcm
    if before is not None:
        yield span.submit(pool, before, closing=True)


def _encoded(pcm: bytes, coding: Coding, store: Store, key: str) -> EncodedFrames:
    """Return the frames of a whole span, and keep them."""
    frames = Mp3Span(coding, None).encode(pcm)
    encoded = EncodedFrames(frames, crc_16(frames))
    keep(store, key, encoded.frames, encoded.crc)
    return encoded
