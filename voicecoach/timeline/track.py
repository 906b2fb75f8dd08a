"""The track: the room for speech and tones in one phase, and what has been laid on it.

Times on a track are ms from the start of its phase. What is laid first stays where it is; so the
weightier cues come first.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator

from msgspec import Struct, field

from voicecoach.problems import Span
from voicecoach.routine.sounds import Sound
from voicecoach.routine.utterance import Measure, Utterance
from voicecoach.timeline.bounds import Budget
from voicecoach.timeline.model import EventKind
from voicecoach.timeline.tones import Tones
from voicecoach.units import LINE_GAP_MS


class Spot(Struct, frozen=True):
    """A line or a tone on a track.

    A line makes way for those of the roles that it `yields_to`, and becomes a tick.
    """

    kind: EventKind
    role: str
    at_ms: int
    length_ms: int
    utterance: Utterance | None
    span: Span
    yields_to: tuple[str, ...] = ()
    sound: Sound | None = None

    @property
    def end_ms(self) -> int:
        """The first millisecond after it."""
        return self.at_ms + self.length_ms


class Track(Struct):
    """The track of the phase at `span`. Speech fits between `first_ms` and `last_ms`.

    `tones` are what roles sound like in it. Each line and tone is taken from the `budget` of all
    tracks. No two of the `speech` overlap, and they stand in the order in which they are said.
    """

    span: Span
    length_ms: int
    first_ms: int
    last_ms: int
    measure: Measure
    tones: Tones
    budget: Budget = field(default_factory=Budget)
    laid_tones: list[Spot] = field(default_factory=list)
    speech: list[Spot] = field(default_factory=list)

    @property
    def spots(self) -> Iterator[Spot]:
        """All that is laid: tones in the order in which they were, then lines."""
        yield from self.laid_tones
        yield from self.speech

    def tone(
        self, role: str, at_ms: int, span: Span | None = None, sound: Sound | None = None
    ) -> None:
        """Lay the tone of a role, or another tone or file in its place.

        Tones are exact, and never in each other's way. One without notes is none.
        """
        heard = sound or self.tones.sound(role)
        length_ms = self.tones.length_ms(heard)
        if length_ms:
            self.budget.spend()
            spot = Spot("tone", role, at_ms, length_ms, None, self._own(span), sound=heard)
            self.laid_tones.append(spot)

    def say(
        self,
        utterance: Utterance,
        at_ms: int,
        span: Span | None = None,
        *,
        up_to_ms: int = 0,
        yields_to: tuple[str, ...] = (),
    ) -> Spot | None:
        """Lay a line at the first free place from `at_ms`, at most `up_to_ms` later.

        `span` is where it is written, if not where the phase is. Lines that it covers and that
        yield to it become ticks. Returns None where there is no place, or nothing to be heard.
        """
        length_ms = self.measure(utterance)
        if not length_ms:
            return None
        start_ms = self._first_free(at_ms, at_ms + up_to_ms, length_ms, utterance.role)
        if start_ms is None:
            self.budget.miss()
            return None
        self._soften(start_ms, start_ms + length_ms)
        return self.lay(utterance, start_ms, span, yields_to=yields_to)

    def say_by(
        self, utterance: Utterance, end_ms: int, span: Span | None = None, *, up_to_ms: int
    ) -> Spot | None:
        """Lay a line at the last free place that ends at `end_ms`, or at most `up_to_ms` sooner.

        Returns None where there is no place, or nothing to be heard.
        """
        length_ms = self.measure(utterance)
        start_ms = end_ms - length_ms
        earliest_ms = max(self.first_ms, start_ms - up_to_ms)
        while length_ms and start_ms >= earliest_ms:
            blocking = self.lines(start_ms, start_ms + length_ms, LINE_GAP_MS)
            if not blocking:
                return self.lay(utterance, start_ms, span)
            start_ms = min(spot.at_ms for spot in blocking) - LINE_GAP_MS - length_ms
        return None

    def lay(
        self,
        utterance: Utterance,
        at_ms: int,
        span: Span | None = None,
        *,
        yields_to: tuple[str, ...] = (),
    ) -> Spot:
        """Lay a line at `at_ms`, where its place is known to be free."""
        length_ms, span = self.measure(utterance), self._own(span)
        spot = Spot("speech", utterance.role, at_ms, length_ms, utterance, span, yields_to)
        self.budget.spend()
        insort(self.speech, spot, key=_start_ms)
        return spot

    def has(self, role: str) -> bool:
        """Return whether a line or tone of that role has been laid."""
        return any(spot.role == role for spot in self.spots)

    def lines(self, start_ms: int, end_ms: int, gap_ms: int = 0) -> list[Spot]:
        """Return the lines that reach into a stretch of the phase, or are nearer than `gap_ms`."""
        first = bisect_left(self.speech, start_ms - gap_ms + 1, key=_end_ms)
        last = bisect_left(self.speech, end_ms + gap_ms, lo=first, key=_start_ms)
        return self.speech[first:last]

    def _own(self, span: Span | None) -> Span:
        """Return a span as one of the phase's block; None is where the phase stands itself."""
        return self.span if span is None else span.within(self.span.block)

    def _first_free(self, at_ms: int, latest_ms: int, length_ms: int, role: str) -> int | None:
        start_ms = max(at_ms, self.first_ms) if latest_ms > at_ms else at_ms
        while self.first_ms <= start_ms <= latest_ms and start_ms + length_ms <= self.last_ms:
            near = self.lines(start_ms, start_ms + length_ms, LINE_GAP_MS)
            blocking = [line for line in near if role not in line.yields_to]
            if not blocking:
                return start_ms
            start_ms = max(spot.end_ms for spot in blocking) + LINE_GAP_MS
        return None

    def _soften(self, start_ms: int, end_ms: int) -> None:
        for line in self.lines(start_ms, end_ms, LINE_GAP_MS):
            del self.speech[bisect_left(self.speech, line.at_ms, key=_start_ms)]
            self.tone("tick", line.at_ms)


def _start_ms(spot: Spot) -> int:
    return spot.at_ms


def _end_ms(spot: Spot) -> int:
    return spot.end_ms
