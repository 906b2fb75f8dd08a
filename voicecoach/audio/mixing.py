"""Mixing: lays clips and tones on silence, one phase after another.

No more than one phase is held at a time, and of a long one a piece, so that memory does not grow
with the programme.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import join, silence
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.model import Event, Timeline

# A metronome's clicks below all other tones, and further below them where they meet speech.
METRONOME_DB = -8.0
DUCKED_METRONOME_DB = -8.0
# A click this near to a line meets it too.
_NEAR_SPEECH_MS = 100

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
    clip: Callable[[Utterance], AudioSegment],
    tones: Mapping[str, AudioSegment],
) -> Iterator[AudioSegment]:
    """Yield the sound of each phase, in order, exactly as long as the phase; a long one in pieces.

    `clip` returns the clip of an utterance, `tones` has the tone of each role and file; all are
    48 kHz, 16 bit, one channel, whole milliseconds. A metronome's clicks are made softer here, a
    tone that the author placed is not. A tone that rings on past its phase goes on in the next
    ones, or ends with the programme. Raise `ValueError` if speech would leave its phase.
    """
    click = _Click(timeline, tones.get("metronome"))
    events: dict[int, list[Event]] = defaultdict(list)
    for event in timeline.events:
        events[event.phase].append(event)
    ringing: list[_Laid] = []
    for index, phase in enumerate(timeline.phases):
        sounds = list(ringing)
        for event in events[index]:
            if event.utterance is not None:
                sound = clip(event.utterance)
            elif event.role == "metronome":
                sound = click.at(event.start_ms)
            else:
                sound = tones[event.sound or event.role]
            laid = _Laid(event.start_ms - phase.start_ms, sound)
            if event.utterance is not None and laid.end_ms > phase.length_ms:
                raise ValueError(f"speech leaves its phase: {event.text!r}")
            sounds.append(laid)
        ringing = [
            _Laid(0, laid.sound[phase.length_ms - laid.start_ms :])
            for laid in sounds
            if laid.end_ms > phase.length_ms
        ]
        yield from _pieces(_lay(sounds, phase.length_ms))


class _Click:
    """The tone of a metronome, at the level of the moment: softer under what is spoken."""

    def __init__(self, timeline: Timeline, tone: AudioSegment | None) -> None:
        tone = tone or silence(0)
        self._clear = tone.apply_gain(METRONOME_DB)
        self._ducked = tone.apply_gain(METRONOME_DB + DUCKED_METRONOME_DB)
        lines = [event for event in timeline.events if event.kind == "speech"]
        # Lines do not overlap, so their ends are in order as their starts are.
        self._starts_ms = [line.start_ms for line in lines]
        self._ends_ms = [line.end_ms for line in lines]

    def at(self, start_ms: int) -> AudioSegment:
        """Return a click that begins at `start_ms`."""
        # The first line that ends late enough to meet it.
        line = bisect_right(self._ends_ms, start_ms - _NEAR_SPEECH_MS)
        end_ms = start_ms + len(self._clear) + _NEAR_SPEECH_MS
        meets = line < len(self._starts_ms) and self._starts_ms[line] < end_ms
        return self._ducked if meets else self._clear


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
        if len(group) == 1:
            sound = group[0].sound
            yield sound if group[0].end_ms <= length_ms else sound[: end_ms - start_ms]
            continue
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
    held_ms = 0
    for part in parts:
        held.append(part)
        held_ms += len(part)
        if held_ms >= _PIECE_MS:
            yield join(held)
            held, held_ms = [], 0
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
