"""The track: the room for speech and tones in one phase, and what has been laid on it.

Times on a track are ms from the start of its phase. What is laid first stays where it is; so the
weightier cues come first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from voicecoach.problems import Span
from voicecoach.routine.sounds import SoundFile
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.model import EventKind
from voicecoach.units import LINE_GAP_MS


def sound_key(sound: str | SoundFile) -> str:
    """Return the key under which the length of a role's tone or of a file is known."""
    return sound if isinstance(sound, str) else sound.path


@dataclass(frozen=True, slots=True)
class Spot:
    """A line or a tone on a track. A `soft` line makes way for a tip and becomes a tick."""

    kind: EventKind
    role: str
    at_ms: int
    length_ms: int
    utterance: Utterance | None
    span: Span
    soft: bool = False
    sound: str | None = None

    @property
    def end_ms(self) -> int:
        """The first millisecond after it."""
        return self.at_ms + self.length_ms


@dataclass(slots=True)
class Track:
    """The track of a phase. Speech fits between `first_ms` and `last_ms`."""

    first_ms: int
    last_ms: int
    measure: Callable[[Utterance], int]
    tone_lengths_ms: Mapping[str, int]
    spots: list[Spot] = field(default_factory=list)

    def tone(self, role: str, at_ms: int, span: Span) -> None:
        """Lay a tone: tones are exact, and never in each other's way. One without notes is none."""
        self._lay_tone(role, role, at_ms, span)

    def sound(self, sound: str | SoundFile, at_ms: int, span: Span) -> None:
        """Lay a tone or file that the author placed."""
        self._lay_tone("sound", sound_key(sound), at_ms, span)

    def _lay_tone(self, role: str, key: str, at_ms: int, span: Span) -> None:
        length_ms = self.tone_lengths_ms[key]
        if length_ms:
            sound = None if key == role else key
            self.spots.append(Spot("tone", role, at_ms, length_ms, None, span, sound=sound))

    def say(
        self,
        utterance: Utterance,
        at_ms: int,
        span: Span,
        *,
        up_to_ms: int = 0,
        soft: bool = False,
        over_soft: bool = False,
    ) -> Spot | None:
        """Lay a line at the first free place from `at_ms`, at most `up_to_ms` later.

        With `over_soft`, soft lines that it covers become ticks. Returns None where there is no
        place, or nothing to be heard.
        """
        length_ms = self.measure(utterance)
        if not length_ms:
            return None
        start_ms = self._first_free(at_ms, at_ms + up_to_ms, length_ms, over_soft)
        if start_ms is None:
            return None
        if over_soft:
            self._soften(start_ms, start_ms + length_ms)
        spot = Spot("speech", utterance.role, start_ms, length_ms, utterance, span, soft)
        self.spots.append(spot)
        return spot

    def lay(self, utterance: Utterance, at_ms: int, span: Span) -> Spot:
        """Lay a line at `at_ms`, where its place is known to be free."""
        spot = Spot("speech", utterance.role, at_ms, self.measure(utterance), utterance, span)
        self.spots.append(spot)
        return spot

    def is_free(self, start_ms: int, end_ms: int, gap_ms: int = LINE_GAP_MS) -> bool:
        """Return whether no line is nearer than `gap_ms` to a stretch of the phase."""
        return not self._in_the_way(start_ms, end_ms, gap_ms, over_soft=False)

    def _first_free(
        self, at_ms: int, latest_ms: int, length_ms: int, over_soft: bool
    ) -> int | None:
        start_ms = max(at_ms, self.first_ms) if latest_ms > at_ms else at_ms
        while self.first_ms <= start_ms <= latest_ms and start_ms + length_ms <= self.last_ms:
            blocking = self._in_the_way(start_ms, start_ms + length_ms, LINE_GAP_MS, over_soft)
            if not blocking:
                return start_ms
            start_ms = max(spot.end_ms for spot in blocking) + LINE_GAP_MS
        return None

    def _in_the_way(self, start_ms: int, end_ms: int, gap_ms: int, over_soft: bool) -> list[Spot]:
        return [
            spot
            for spot in self.spots
            if spot.kind == "speech"
            and not (over_soft and spot.soft)
            and spot.at_ms < end_ms + gap_ms
            and start_ms < spot.end_ms + gap_ms
        ]

    def _soften(self, start_ms: int, end_ms: int) -> None:
        for spot in self._in_the_way(start_ms, end_ms, LINE_GAP_MS, over_soft=False):
            self.spots.remove(spot)
            self.tone("tick", spot.at_ms, spot.span)
