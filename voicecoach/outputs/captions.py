"""What formats of captions have in common: the spoken lines, and times to the millisecond."""

from voicecoach.timeline import Event, Timeline
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS


def spoken_lines(timeline: Timeline) -> list[Event]:
    """Return all that is said, in order; no two lines overlap."""
    return [event for event in timeline.events if event.kind == "speech"]


def timestamp(at_ms: int, decimal_mark: str) -> str:
    """Return a time as `hh:mm:ss.mmm`."""
    hours, rest_ms = divmod(at_ms, HOUR_MS)
    minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
    seconds, fraction_ms = divmod(rest_ms, SECOND_MS)
    return f"{hours:02}:{minutes:02}:{seconds:02}{decimal_mark}{fraction_ms:03}"
