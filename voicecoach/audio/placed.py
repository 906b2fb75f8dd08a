"""Placed sounds: what is heard when, and the tones of a timeline among them."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from hashlib import sha256

from msgspec import Struct

from voicecoach.audio import AudioSegment
from voicecoach.routine.sounds import Tone, sound_key
from voicecoach.timeline.model import Event, Timeline

# How far a metronome's clicks are below the other tones, and how much further near speech.
METRONOME_DB = -8.0
DUCKED_METRONOME_DB = -8.0
# A click this close to a line counts as near it.
_NEAR_SPEECH_MS = 100


class PlacedSound(Struct, frozen=True):
    """A sound of the programme; `key` is another one where its samples are, `sound` returns it."""

    start_ms: int
    length_ms: int
    key: str
    sound: Callable[[], AudioSegment]

    @property
    def end_ms(self) -> int:
        """The first millisecond after it."""
        return self.start_ms + self.length_ms


class PlacedTones:
    """The tones of a timeline; those of a metronome are softer, and softer still near speech."""

    def __init__(self, timeline: Timeline, tones: Mapping[Tone | str, AudioSegment]) -> None:
        self._tones = tones
        # By its gain, each with the digest of its samples.
        self._heard: dict[tuple[Tone | str, float], tuple[str, AudioSegment]] = {}
        lines = [event for event in timeline.events if event.kind == "speech"]
        # Lines do not overlap, so their ends are in order like their starts.
        self._starts_ms = [line.start_ms for line in lines]
        self._ends_ms = [line.end_ms for line in lines]

    def placed(self, event: Event, end_ms: int) -> PlacedSound:
        """Return what is heard of a tone, at most up to `end_ms`."""
        assert event.sound is not None, "a tone has its sound"
        key = sound_key(event.sound)
        length_ms = len(self._tones[key])
        digest, sound = self._at(key, self._gain_db(event, length_ms))
        length_ms = min(length_ms, end_ms - event.start_ms)
        return PlacedSound(event.start_ms, length_ms, digest, lambda: sound)

    def _gain_db(self, event: Event, length_ms: int) -> float:
        if event.role != "metronome":
            return 0.0
        near = self._near_speech(event.start_ms, event.start_ms + length_ms)
        return METRONOME_DB + (DUCKED_METRONOME_DB if near else 0)

    def _at(self, key: Tone | str, gain_db: float) -> tuple[str, AudioSegment]:
        if (key, gain_db) not in self._heard:
            sound = self._tones[key]
            sound = sound.apply_gain(gain_db) if gain_db else sound
            self._heard[key, gain_db] = (sha256(sound.raw_data).hexdigest(), sound)
        return self._heard[key, gain_db]

    def _near_speech(self, start_ms: int, end_ms: int) -> bool:
        # The first line that ends late enough to be near.
        line = bisect_right(self._ends_ms, start_ms - _NEAR_SPEECH_MS)
        return line < len(self._starts_ms) and self._starts_ms[line] < end_ms + _NEAR_SPEECH_MS
