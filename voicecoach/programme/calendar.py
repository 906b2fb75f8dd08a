"""The calendar of a programme: an iCalendar file (RFC 5545) with an event for each session.

Times are floating: seven in the morning is seven wherever the phone is, before and after a change
to summer time. A session keeps its UID when it moves to another day, and its SEQUENCE grows with
each change, so that a calendar that has it already updates it. What the last one was stands in the
file that is written anew. A session that is no longer there stays in it as cancelled, as a calendar
would keep what is merely left out.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta, timezone

import icalendar

from voicecoach.outputs.clean import clean
from voicecoach.programme.model import Programme, TrainingSession
from voicecoach.units import SECOND_MS, whole_clock

PRODUCT = "-//voicecoach//programme//EN"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://voicecoach/programme")
# What tells nothing about the session itself.
_REVISION = ("SEQUENCE", "DTSTAMP")


class ForeignCalendarError(ValueError):
    """A file is no calendar that this program has written."""


def calendar(
    programme: Programme,
    lengths_ms: Mapping[object, int],
    place: Callable[[TrainingSession], str],
    before: bytes | None = None,
) -> bytes:
    """Return the calendar of a programme as the bytes of its file.

    `lengths_ms` are those of its sessions by their `content`; `place` returns the address or the
    name of a session's file. `before` is the file as it is, None where there is none. Raises
    ForeignCalendarError if that is not the calendar of a programme.
    """
    known = {} if before is None else _events_in(before)
    made = icalendar.Calendar()
    made.add("PRODID", PRODUCT)
    made.add("VERSION", "2.0")
    # The second is what the calendars of Apple and Google read. As texts, for of a property that it
    # does not know, icalendar escapes nothing.
    for name in ("NAME", "X-WR-CALNAME"):
        made.add(name, icalendar.vText(clean(programme.title)))
    for session in programme.sessions:
        event = _event(programme, session, lengths_ms[session.content], place(session))
        made.add_component(_revised(event, known.pop(str(event["UID"]), None)))
    for gone in known.values():
        made.add_component(_cancelled(gone))
    data: bytes = made.to_ical()
    return data


def _events_in(data: bytes) -> dict[str, icalendar.Event]:
    """Return the events of a calendar by their UIDs."""
    try:
        read = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        raise ForeignCalendarError from error
    if str(read.get("PRODID")) != PRODUCT:
        raise ForeignCalendarError
    events = [event for event in read.subcomponents if isinstance(event, icalendar.Event)]
    return {str(event.get("UID")): event for event in events}


def _event(
    programme: Programme, session: TrainingSession, length_ms: int, place: str
) -> icalendar.Event:
    event = icalendar.Event()
    key = f"{programme.title}/{session.week}/{session.number}"
    event.add("UID", str(uuid.uuid5(_NAMESPACE, key)))
    first = programme.weeks[0].start
    event.add("DTSTAMP", datetime.combine(first, time(), timezone.utc))
    if session.at is None:
        event.add("DTSTART", session.date)
        event.add("TRANSP", "TRANSPARENT")
    else:
        event.add("DTSTART", datetime.combine(session.date, session.at))
        event.add("DURATION", timedelta(seconds=round(length_ms / SECOND_MS)))
    event.add("SUMMARY", clean(session.title))
    event.add("DESCRIPTION", f"{clean(programme.title)}\n{whole_clock(length_ms)}\n{place}")
    if "://" in place:
        event.add("URL", place)
    return event


def _revised(event: icalendar.Event, before: icalendar.Event | None) -> icalendar.Event:
    """Return an event with its SEQUENCE, which grows if it is not what it was before."""
    sequence = 0
    if before is not None:
        sequence = _sequence(before) + (_content(event) != _content(before))
    event.add("SEQUENCE", sequence)
    return event


def _cancelled(before: icalendar.Event) -> icalendar.Event:
    if before.get("STATUS") != "CANCELLED":
        before.add("STATUS", "CANCELLED")
        before["SEQUENCE"] = _sequence(before) + 1
    return before


def _sequence(event: icalendar.Event) -> int:
    """Return the SEQUENCE of an event, which is 0 where it has none (RFC 5545, 3.8.7.4)."""
    try:
        return int(event.get("SEQUENCE", 0))
    except (TypeError, ValueError) as error:
        raise ForeignCalendarError from error


def _content(event: icalendar.Event) -> list[bytes]:
    """Return the lines of an event that tell about the session."""
    lines: list[bytes] = event.to_ical().replace(b"\r\n ", b"").splitlines()
    return sorted(line for line in lines if not line.startswith(tuple(map(str.encode, _REVISION))))
