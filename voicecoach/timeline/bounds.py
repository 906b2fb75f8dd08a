"""Bounds: how long a programme may get and how much may be heard in it, seen while it is planned.

A few written lines can ask for more than any machine holds. So planning stops where a bound is
broken, and tells the line that breaks it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from voicecoach.problems import RoutineError, Span
from voicecoach.speech.reading import LineTooLongError
from voicecoach.timeline.reports import Reports
from voicecoach.units import clock

# A click five times a second for six hours, and as much again.
MAX_EVENTS = 200_000
# Many tips that come again and again may ask for room in a phase that is full.
MAX_MISSES = 5 * MAX_EVENTS


class TooManyEventsError(Exception):
    """More lines and tones are laid, or find no room, than any programme needs: so many of what."""


class Budget:
    """How many lines and tones may still be laid or find no room, of all phases together."""

    def __init__(self) -> None:
        self._left = MAX_EVENTS
        self._misses_left = MAX_MISSES

    def spend(self) -> None:
        """Count a line or tone that is laid. Raises TooManyEventsError."""
        self.expect(1)
        self._left -= 1

    def expect(self, events: int) -> None:
        """Raise TooManyEventsError if so many more are too many."""
        if events > self._left:
            raise TooManyEventsError(f"{MAX_EVENTS} lines and tones")

    def miss(self) -> None:
        """Count a line that finds no room. Raises TooManyEventsError."""
        self._misses_left -= 1
        if self._misses_left < 0:
            raise TooManyEventsError(f"{MAX_MISSES} lines that find no room")


@contextmanager
def bounded_at(span: Span, reports: Reports) -> Iterator[None]:
    """Stop planning where the phase at `span` breaks a bound, with all errors that were found.

    Raises RoutineError.
    """
    try:
        yield
    except LineTooLongError as error:
        hint = "shorten it, or what stands in it for something else"
        _stop(reports, error.span or span, "line-too-long", str(error), hint)
    except TooManyEventsError as error:
        message = f"here the routine gets more than {error}"
        _stop(reports, span, "too-many-events", message, "let less be said and counted")


def check_length(length_ms: int, most_ms: int | None, span: Span, reports: Reports) -> None:
    """Stop planning where the phase at `span` makes the programme longer than `most_ms`.

    Raises RoutineError.
    """
    if most_ms is not None and length_ms > most_ms:
        message = f"here the routine gets longer than {clock(most_ms)}, with all that is said"
        _stop(reports, span, "too-long", message, None)


def _stop(reports: Reports, span: Span, code: str, message: str, hint: str | None) -> None:
    reports.fail(span, code, message, hint)
    raise RoutineError(reports.errors) from None
