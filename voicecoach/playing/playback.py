"""Playback: where the programme is, by one clock, and the sound kept with it."""

import time
from bisect import bisect_right
from collections.abc import Callable

from voicecoach.playing.keys import Action
from voicecoach.playing.programme import Programme
from voicecoach.playing.sound import Sound

# From here on, one goes back to the beginning of the same exercise.
_RESTART_MS = 3000
# A player may end so long before the clock, or so long after it: it takes a moment to begin.
_TOLERATED_MS = 3000


def monotonic_ms() -> int:
    """Return the time of a clock that nobody sets."""
    return time.monotonic_ns() // 1_000_000


class Playback:
    """A programme that plays, with or without sound; `clock_ms` tells the time."""

    def __init__(
        self,
        programme: Programme,
        sound: Sound | None,
        clock_ms: Callable[[], int] = monotonic_ms,
    ) -> None:
        self._programme, self._sound, self._clock_ms = programme, sound, clock_ms
        self._base_ms = 0
        self._started_ms: int | None = None

    @property
    def at_ms(self) -> int:
        """Where the programme is."""
        if self._started_ms is None:
            return self._base_ms
        return self._base_ms + self._clock_ms() - self._started_ms

    @property
    def is_paused(self) -> bool:
        """Whether it waits."""
        return self._started_ms is None

    @property
    def can_jump(self) -> bool:
        """Whether it can pause and go to other exercises."""
        return self._sound is None or self._sound.seeks

    def is_over(self) -> bool:
        """Return whether it has come to its end. Raises PlayerError if the player has failed."""
        if self.is_paused:
            return False
        left_ms = self._programme.duration_ms - self.at_ms
        if self._sound is None or self._is_at_end():
            return left_ms <= 0
        if self._sound.has_ended():
            if left_ms > _TOLERATED_MS:
                raise self._sound.failure()
            return True
        return left_ms <= -_TOLERATED_MS

    def play(self) -> None:
        """Play on from where it is. Raises PlayerError."""
        if self._sound is not None and not self._is_at_end():
            self._sound.start(self._base_ms)
        self._started_ms = self._clock_ms()

    def do(self, action: Action) -> None:
        """Pause, play on or go elsewhere; `quit` is for the caller. Raises PlayerError."""
        if not self.can_jump:
            return
        if action == "pause":
            self._pause() if not self.is_paused else self.play()
        elif action == "previous":
            self._go_to(self._previous_ms())
        elif action == "following":
            self._go_to(self._following_ms())

    def _is_at_end(self) -> bool:
        """Return whether it was brought to the end, where there is nothing left to hear."""
        return self._base_ms >= self._programme.duration_ms

    def _pause(self) -> None:
        self._base_ms, self._started_ms = min(self.at_ms, self._programme.duration_ms), None
        if self._sound is not None:
            self._sound.close()

    def _go_to(self, at_ms: int) -> None:
        was_paused = self.is_paused
        self._pause()
        self._base_ms = at_ms
        if not was_paused:
            self.play()

    def _previous_ms(self) -> int:
        starts_ms = self._programme.exercise_starts_ms
        index = bisect_right(starts_ms, self.at_ms) - 1
        if index >= 0 and self.at_ms - starts_ms[index] > _RESTART_MS:
            return starts_ms[index]
        return starts_ms[index - 1] if index > 0 else 0

    def _following_ms(self) -> int:
        starts_ms = self._programme.exercise_starts_ms
        index = bisect_right(starts_ms, self.at_ms)
        return starts_ms[index] if index < len(starts_ms) else self._programme.duration_ms
