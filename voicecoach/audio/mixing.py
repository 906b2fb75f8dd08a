"""Mixing: lays clips and tones on silence, one phase after another.

No more than one phase is held at a time, and of a long one a piece, so that memory does not grow
with the programme.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import join, silence
from voicecoach.timeline.model import Event, Timeline

# A phase is yielded in pieces of about this length.
_PIECE_MS = 30_000


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sound that begins `start_ms` into its phase."""

    start_ms: int
    sound: AudioSegment

    @property
    def end_ms(self) -> int:
        return self.start_ms + len(self.sound)


def mix(
    timeline: Timeline,
    clip: Callable[[str], AudioSegment],
    tones: Mapping[str, AudioSegment],
) -> Iterator[AudioSegment]:
    """Yield the sound of each phase, in order, exactly as long as the phase; a long one in pieces.

    `clip` returns the clip of a text, `tones` has the tone of each role and file; all are 48 kHz,
    16 bit, one channel, whole milliseconds. A tone that rings on past its phase goes on in the
    next ones, or ends with the programme. Raise `ValueError` if speech would leave its phase.
    """
    events: dict[int, list[Event]] = defaultdict(list)
    for event in timeline.events:
        events[event.phase].append(event)
    ringing: list[_Laid] = []
    for index, phase in enumerate(timeline.phases):
        sounds = list(ringing)
        for event in events[index]:
            tone = event.sound or event.role
            sound = tones[tone] if event.text is None else clip(event.text)
            laid = _Laid(event.start_ms - phase.start_ms, sound)
            if event.text is not None and laid.end_ms > phase.length_ms:
                raise ValueError(f"speech leaves its phase: {event.text!r}")
            sounds.append(laid)
        ringing = [
            _Laid(0, laid.sound[phase.length_ms - laid.start_ms :])
            for laid in sounds
            if laid.end_ms > phase.length_ms
        ]
        yield from _pieces(_lay(sounds, phase.length_ms))


def _lay(sounds: list[_Laid], length_ms: int) -> Iterator[AudioSegment]:
    """Yield silence of `length_ms` with sounds on it; what goes beyond it is cut off.

    Sounds that meet are overlaid on a stretch of silence of their own: an overlay copies all that
    it is laid on, and a phase can be an hour with one word in it.
    """
    end_ms = 0
    for group in _meeting(sounds):
        start_ms = group[0].start_ms
        yield from _silences(start_ms - end_ms)
        end_ms = min(length_ms, max(laid.end_ms for laid in group))
        part = silence(end_ms - start_ms)
        for laid in group:
            part = part.overlay(laid.sound, position=laid.start_ms - start_ms)
        yield part
    yield from _silences(length_ms - end_ms)


def _silences(length_ms: int) -> Iterator[AudioSegment]:
    for start_ms in range(0, length_ms, _PIECE_MS):
        yield silence(min(_PIECE_MS, length_ms - start_ms))


def _pieces(parts: Iterable[AudioSegment]) -> Iterator[AudioSegment]:
    """Yield the parts end to end, joined to pieces."""
    held: list[AudioSegment] = []
    for part in parts:
        held.append(part)
        if sum(len(each) for each in held) >= _PIECE_MS:
            yield join(held)
            held = []
    if held:
        yield join(held)


def _meeting(sounds: list[_Laid]) -> Iterator[list[_Laid]]:
    """Yield the sounds in order of time, grouped so that no two groups overlap."""
    group: list[_Laid] = []
    end_ms = 0
    for laid in sorted(sounds, key=lambda laid: laid.start_ms):
        if group and laid.start_ms >= end_ms:
            yield group
            group = []
        group.append(laid)
        end_ms = max(end_ms, laid.end_ms)
    if group:
        yield group
