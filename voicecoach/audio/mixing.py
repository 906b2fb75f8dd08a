"""Mixing: lays clips and tones on silence, one phase after another.

No more than one phase is held at a time, or a piece of a long one, so memory does not grow with the
programme.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import PROGRAMME_PEAK_DB
from voicecoach.audio.limiter import limit
from voicecoach.audio.pcm import FULL_SCALE, from_samples, join, silence, to_pcm
from voicecoach.routine.sounds import Tone, sound_key
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.model import Event, Timeline
from voicecoach.units import gain, samples

# How far a metronome's clicks are below the other tones, and how much further near speech.
METRONOME_DB = -8.0
DUCKED_METRONOME_DB = -8.0
# A click this close to a line counts as near it.
_NEAR_SPEECH_MS = 100

# A phase is yielded in pieces of about this length.
_PIECE_MS = 30_000


@dataclass(frozen=True, slots=True)
class _PlacedSound:
    """A sound that begins `start_ms` into its phase."""

    start_ms: int
    sound: AudioSegment

    @property
    def end_ms(self) -> int:
        return self.start_ms + len(self.sound)


def mix(
    timeline: Timeline,
    clip: Callable[[Utterance], AudioSegment],
    tones: Mapping[Tone | str, AudioSegment],
) -> Iterator[AudioSegment]:
    """Yield the sound of each phase, in order, exactly as long as the phase; a long one in pieces.

    `clip` returns the clip of an utterance, `tones` has each tone, and each file by its path; all
    are 48 kHz, 16 bit, one channel, whole milliseconds. A metronome's clicks are made softer here,
    tones that the author placed are not. A tone longer than the rest of its phase rings on into the
    next ones, or is cut off at the programme's end. Raise `ValueError` if speech would leave its
    phase.
    """
    heard = _Tones(timeline, tones)
    events: dict[int, list[Event]] = defaultdict(list)
    for event in timeline.events:
        events[event.phase].append(event)
    ringing: list[_PlacedSound] = []
    for index, phase in enumerate(timeline.phases):
        sounds = list(ringing)
        for event in events[index]:
            sound = heard.at(event) if event.utterance is None else clip(event.utterance)
            placed = _PlacedSound(event.start_ms - phase.start_ms, sound)
            if event.utterance is not None and placed.end_ms > phase.length_ms:
                raise ValueError(f"speech leaves its phase: {event.text!r}")
            sounds.append(placed)
        ringing = [
            _PlacedSound(0, placed.sound[phase.length_ms - placed.start_ms :])
            for placed in sounds
            if placed.end_ms > phase.length_ms
        ]
        yield from _pieces(_lay(sounds, phase.length_ms))


class _Tones:
    """The tones of a timeline; those of a metronome are softer, and softer still near speech."""

    def __init__(self, timeline: Timeline, tones: Mapping[Tone | str, AudioSegment]) -> None:
        self._tones = tones
        self._clicks: dict[tuple[Tone | str, float], AudioSegment] = {}
        lines = [event for event in timeline.events if event.kind == "speech"]
        # Lines do not overlap, so their ends are in order like their starts.
        self._starts_ms = [line.start_ms for line in lines]
        self._ends_ms = [line.end_ms for line in lines]

    def at(self, event: Event) -> AudioSegment:
        """Return what is heard of a tone."""
        assert event.sound is not None, "a tone has its sound"
        key = sound_key(event.sound)
        tone = self._tones[key]
        if event.role != "metronome":
            return tone
        near = self._near_speech(event.start_ms, event.start_ms + len(tone))
        gain_db = METRONOME_DB + (DUCKED_METRONOME_DB if near else 0)
        if (key, gain_db) not in self._clicks:
            self._clicks[key, gain_db] = tone.apply_gain(gain_db)
        return self._clicks[key, gain_db]

    def _near_speech(self, start_ms: int, end_ms: int) -> bool:
        # The first line that ends late enough to be near.
        line = bisect_right(self._ends_ms, start_ms - _NEAR_SPEECH_MS)
        return line < len(self._starts_ms) and self._starts_ms[line] < end_ms + _NEAR_SPEECH_MS


def _lay(sounds: list[_PlacedSound], length_ms: int) -> Iterator[AudioSegment]:
    """Yield silence of `length_ms` with sounds on it, cut off at its end."""
    end_ms = 0
    for stretch in _stretches(sounds):
        start_ms = stretch[0].start_ms
        yield from _silences(start_ms - end_ms)
        part = stretch[0].sound if len(stretch) == 1 else _added(stretch)
        yield part[: length_ms - start_ms]
        end_ms = start_ms + len(part)
    yield from _silences(length_ms - end_ms)


def _stretches(sounds: list[_PlacedSound]) -> Iterator[list[_PlacedSound]]:
    """Yield the sounds that overlap together, in order, and each other one by itself."""
    stretch: list[_PlacedSound] = []
    end_ms = 0
    for placed in sorted(sounds, key=lambda placed: placed.start_ms):
        if stretch and placed.start_ms >= end_ms:
            yield stretch
            stretch = []
        stretch.append(placed)
        end_ms = max(end_ms, placed.end_ms)
    if stretch:
        yield stretch


def _added(stretch: list[_PlacedSound]) -> AudioSegment:
    """Return overlapping sounds as one, which is turned down where it would be too high."""
    start_ms = stretch[0].start_ms
    end_ms = max(placed.end_ms for placed in stretch)
    wave = np.zeros((samples(end_ms - start_ms), 1))
    for placed in stretch:
        pcm = to_pcm(placed.sound)
        at = samples(placed.start_ms - start_ms)
        wave[at : at + len(pcm), 0] += pcm / FULL_SCALE
    limited = limit([wave], gain(PROGRAMME_PEAK_DB))
    return from_samples(np.concatenate(list(limited))[:, 0])


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
