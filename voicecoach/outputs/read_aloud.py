"""A programme with its lines as they are read aloud, for any output that shows them."""

from msgspec.structs import replace

from voicecoach.timeline import Event, Timeline


def read_aloud(timeline: Timeline) -> Timeline:
    """Return a timeline in which each line is written as it is read aloud."""
    return replace(timeline, events=tuple(map(_read_aloud, timeline.events)))


def _read_aloud(event: Event) -> Event:
    if event.utterance is None:
        return event
    return replace(event, utterance=replace(event.utterance, text=event.utterance.spoken))
