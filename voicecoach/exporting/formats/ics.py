"""Ics: an appointment for a calendar, as long as the programme, with the plan as its description.

```ics
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//voicecoach//EN
BEGIN:VEVENT
SUMMARY:Legs
DTSTART:20261207T070000
DURATION:PT12M
END:VEVENT
END:VCALENDAR
```

It follows RFC 5545. The start has no time zone: it is seven o'clock wherever one is. There is no
reminder, as calendars have one of their own.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from voicecoach.exporting.lines import line_of, texts_of
from voicecoach.exporting.losses import LEFT_OUT, Losses
from voicecoach.exporting.singles import with_sides_in_names
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.steps import Part, Repeat, Rest, Say, Section, Step
from voicecoach.units import MINUTE_MS

LOSES: Losses = {
    "changes of side": LEFT_OUT,
    "distances": "only their times stay",
    "lengths of repetitions": LEFT_OUT,
    "repetitions without a number": "only the time stays",
    "tempos": LEFT_OUT,
    "times of releases": LEFT_OUT,
    "times of tips": LEFT_OUT,
}

_PRODUCER = "-//voicecoach//EN"


def export(workout: Workout) -> Export:
    """Return a calendar with one event, which is as long as the programme in full minutes.

    The same routine at the same time is the same event: a calendar that has it already renews it.
    """
    event = Event()
    event.add("summary", workout.title)
    event.add("dtstart", workout.start)
    event.add("duration", timedelta(minutes=-(-workout.length_ms // MINUTE_MS)))
    event.add("dtstamp", workout.now)
    event.add("uid", str(uuid5(NAMESPACE_URL, f"voicecoach:{workout.title}:{workout.start}")))
    event.add("description", "\n".join(_description(workout)).strip())
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCER)
    calendar.add_component(event)
    return Export(calendar.to_ical())


def _description(workout: Workout) -> Iterator[str]:
    """Yield the plan in lines: what is in a repeat, and what is said of a step, further in."""
    if workout.description:
        yield from (workout.description, "")
    yield from _lines(with_sides_in_names(workout.parts), "")


def _lines(parts: Sequence[Part], indent: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Repeat):
            yield f"{indent}{part.count} times:"
            yield from _lines(part.parts, f"{indent}  ")
        elif isinstance(part, Section):
            yield from ("", f"{part.title}:")
        elif isinstance(part, Say):
            yield f"{indent}{part.text}"
        elif isinstance(part, Step | Rest):
            yield f"{indent}{line_of(part)}"
            yield from (f"{indent}    {text}" for text in texts_of(part))
