"""Mixing: lays clips and tones on silence, one phase after another.

No more than one phase is held at a time, so memory does not grow with the programme.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import join, silence
from voicecoach.timeline.model import Event, Timeline


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
    """Yield the sound of each phase, in order, exactly as long as the phase.

    `clip` returns the clip of a text, `tones` has the tone of each role; all are 48 kHz, 16 bit,
    one channel, whole milliseconds. A tone that rings on past its phase goes on in the next ones,
    or ends with the programme. Raise `ValueError` if speech would leave its phase.
    """
    events: dict[int, list[Event]] = defaultdict(list)
    for event in timeline.events:
        events[event.phase].append(event)
    ringing: list[_Laid] = []
    for index, phase in enumerate(timeline.phases):
        sounds = list(ringing)
        for event in events[index]:
            sound = tones[event.role] if event.text is None else clip(event.text)
            laid = _Laid(event.start_ms - phase.start_ms, sound)
            if event.text is not None and laid.end_ms > phase.length_ms:
                raise ValueError(f"speech leaves its phase: {event.text!r}")
            sounds.append(laid)
        ringing = [
            _Laid(0, laid.sound[phase.length_ms - laid.start_ms :])
            for laid in sounds
            if laid.end_ms > phase.length_ms
        ]
        yield _lay(sounds, phase.length_ms)


def _lay(sounds: list[_Laid], length_ms: int) -> AudioSegment:
    """Return silence of `length_ms` with sounds on it; what goes beyond it is cut off.

    Sounds that meet are overlaid on a stretch of silence of their own: an overlay copies all that
    it is laid on, and a phase can be an hour with one word in it.
    """
    parts = []
    end_ms = 0
    for group in _meeting(sounds):
        start_ms = group[0].start_ms
        parts.append(silence(start_ms - end_ms))
        end_ms = min(length_ms, max(laid.end_ms for laid in group))
        part = silence(end_ms - start_ms)
        for laid in group:
            part = part.overlay(laid.sound, position=laid.start_ms - start_ms)
        parts.append(part)
    parts.append(silence(length_ms - end_ms))
    return join(parts)


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
