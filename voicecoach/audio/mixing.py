"""Mixing: which sounds lie where, known before any of them is read or mixed.

A mix is made of *stretches*, sounds that overlap, with silence between them. A stretch is mixed
when it is asked for, so memory does not grow with the programme; its key says which samples it has
without mixing it.
"""

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import numpy as np
from msgspec import Struct

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import PROGRAMME_PEAK_DB
from voicecoach.audio.limiter import limit
from voicecoach.audio.pcm import FULL_SCALE, Pcm, from_samples, join, silence, to_pcm
from voicecoach.audio.placed import PlacedSound, PlacedTones
from voicecoach.routine.sounds import Tone
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.model import Timeline
from voicecoach.units import gain, samples

# A mix is yielded in pieces of about this length.
_PIECE_MS = 30_000


class Stretch(Struct, frozen=True):
    """Sounds that overlap, in order, and when they begin and end."""

    sounds: tuple[PlacedSound, ...]
    start_ms: int
    end_ms: int

    def key(self) -> list[object]:
        """Return what its samples depend on: which sounds begin when, counted from its start."""
        return [[each.start_ms - self.start_ms, each.length_ms, each.key] for each in self.sounds]

    def mixed(self) -> AudioSegment:
        """Return its samples, turned down where sounds that meet would be too high."""
        first = self.sounds[0]
        if len(self.sounds) == 1:
            return first.sound()[: first.length_ms]
        wave = np.zeros((samples(self.end_ms - self.start_ms), 1), np.float32)
        for each in self.sounds:
            pcm = to_pcm(each.sound())[: samples(each.length_ms)]
            at = samples(each.start_ms - self.start_ms)
            wave[at : at + len(pcm), 0] += pcm / np.float32(FULL_SCALE)
        limited = limit([wave], gain(PROGRAMME_PEAK_DB))
        return from_samples(np.concatenate(list(limited))[:, 0])


class Mix:
    """A programme's sound: `stretches` with silence around them, `length_ms` altogether.

    To iterate over it yields the samples, in pieces: 48 kHz, 16 bit, one channel. `on_reached` is
    called with how far one has come, by whoever takes stretches as well.
    """

    def __init__(
        self, stretches: Sequence[Stretch], length_ms: int, on_reached: Callable[[int], object]
    ) -> None:
        self.stretches = stretches
        self.length_ms = length_ms
        self.on_reached = on_reached
        self._ends_ms = [stretch.end_ms for stretch in stretches]
        # The one mixed last: what follows the end of a part often begins within it.
        self._mixed: tuple[Stretch, Pcm] | None = None

    def key(self, start_ms: int, end_ms: int) -> list[object]:
        """Return what the samples between two moments depend on."""
        within = self._within(start_ms, end_ms)
        return [[each.start_ms - start_ms, each.key()] for each in within]

    def between(self, start_ms: int, end_ms: int) -> Pcm:
        """Return the samples between two moments."""
        part = np.zeros(samples(end_ms - start_ms), np.int16)
        for stretch in self._within(start_ms, end_ms):
            if self._mixed is None or self._mixed[0] is not stretch:
                self._mixed = stretch, to_pcm(stretch.mixed())
            at = samples(stretch.start_ms - start_ms)
            heard = self._mixed[1][max(0, -at) : len(part) - at]
            part[max(0, at) : max(0, at) + len(heard)] = heard
        return part

    def _within(self, start_ms: int, end_ms: int) -> Iterator[Stretch]:
        """Yield the stretches that are heard between two moments."""
        first = bisect_right(self._ends_ms, start_ms)
        for stretch in itertools.islice(self.stretches, first, None):
            if stretch.start_ms >= end_ms:
                break
            yield stretch

    def __iter__(self) -> Iterator[AudioSegment]:
        mixed_ms = 0
        for piece in mixed_between(self.stretches, 0, self.length_ms):
            self.on_reached(mixed_ms)
            yield piece
            mixed_ms += len(piece)


def mixed_between(
    stretches: Sequence[Stretch], start_ms: int, end_ms: int
) -> Iterator[AudioSegment]:
    """Yield the samples from `start_ms` to `end_ms`, in pieces; all `stretches` lie within."""
    yield from _pieces(_laid(stretches, start_ms, end_ms))


def mix(
    timeline: Timeline,
    clip: Callable[[Utterance], AudioSegment],
    tones: Mapping[Tone | str, AudioSegment],
    clip_key: Callable[[Utterance], str] = repr,
    on_reached: Callable[[int], object] = lambda _: None,
) -> Mix:
    """Return the sound of a timeline.

    `clip` returns the clip of an utterance, as long as its event, and `clip_key` its key; `tones`
    has each tone, and each file by its path; all are 48 kHz, 16 bit, one channel, whole
    milliseconds. A metronome's clicks are made softer here, tones that the author placed are not. A
    tone longer than the rest of its phase rings on into the next ones, or is cut off at the
    programme's end. Raise `ValueError` if speech would leave its phase.
    """
    heard = PlacedTones(timeline, tones)
    placed = []
    for event in timeline.events:
        if event.utterance is None:
            placed.append(heard.placed(event, timeline.duration_ms))
            continue
        if event.end_ms > timeline.phases[event.phase].end_ms:
            raise ValueError(f"speech leaves its phase: {event.text!r}")
        key, said = clip_key(event.utterance), partial(clip, event.utterance)
        placed.append(PlacedSound(event.start_ms, event.length_ms, key, said))
    return Mix(list(_stretches(placed)), timeline.duration_ms, on_reached)


def _stretches(placed: Iterable[PlacedSound]) -> Iterator[Stretch]:
    """Yield the sounds that overlap together, in order, and each other one by itself."""
    sounds: list[PlacedSound] = []
    end_ms = 0
    for each in sorted(placed, key=lambda each: each.start_ms):
        if sounds and each.start_ms >= end_ms:
            yield Stretch(tuple(sounds), sounds[0].start_ms, end_ms)
            sounds = []
        sounds.append(each)
        end_ms = max(end_ms, each.end_ms)
    if sounds:
        yield Stretch(tuple(sounds), sounds[0].start_ms, end_ms)


def _laid(stretches: Iterable[Stretch], start_ms: int, end_ms: int) -> Iterator[AudioSegment]:
    """Yield silence from `start_ms` to `end_ms` with stretches on it."""
    for stretch in stretches:
        yield from _silences(stretch.start_ms - start_ms)
        yield stretch.mixed()
        start_ms = stretch.end_ms
    yield from _silences(end_ms - start_ms)


def _silences(length_ms: int) -> Iterator[AudioSegment]:
    for start_ms in range(0, length_ms, _PIECE_MS):
        yield silence(min(_PIECE_MS, length_ms - start_ms))


def _pieces(parts: Iterable[AudioSegment]) -> Iterator[AudioSegment]:
    """Yield the parts end to end, joined into pieces."""
    pending: list[AudioSegment] = []
    pending_ms = 0
    for part in parts:
        pending.append(part)
        pending_ms += len(part)
        if pending_ms >= _PIECE_MS:
            yield join(pending)
            pending, pending_ms = [], 0
    if pending:
        yield join(pending)
