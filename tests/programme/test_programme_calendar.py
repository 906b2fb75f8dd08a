"""The calendar of a programme, as two readers understand it."""

from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from msgspec.structs import replace

from helpers.programmes_of_weeks import HEAD, programme_of
from voicecoach.programme import Programme, TrainingSession
from voicecoach.programme.calendar import ForeignCalendarError, calendar

LENGTH_MS = 1_805_200
# Over the change to summer time in Europe on 28 March 2027.
SPRING = HEAD.replace("2026-12-07", "2027-03-22").replace(
    "programme: Run and walk",
    'programme: "Läufe; walks, and\\\\more – für alle, die gerade erst anfangen"',
)
WEEKS = "weeks: [{}, {}]\n"


def _place(session: TrainingSession) -> str:
    return f"https://example.org/läufe/{session.name}.mp3".replace(" ", "%20")


def _calendar(
    programme: Programme, before: bytes | None = None, length_ms: int = LENGTH_MS
) -> bytes:
    lengths_ms: dict[object, int] = {each.content: length_ms for each in programme.sessions}
    return calendar(programme, lengths_ms, _place, before)


def _strictly(data: bytes) -> list[dict[str, str]]:
    """Read a calendar by the letter of RFC 5545, 3.1 and 3.3.11: its events by their properties."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and line for line in lines)
    unfolded: list[str] = []
    for line in (line.decode("utf-8") for line in lines):
        if line.startswith(" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    for line in unfolded:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name != "END":
            assert name not in events[-1]
            for escaped, meant in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
                value = value.replace(escaped, meant)
            events[-1][name] = value
    return events


def test_two_readers_find_each_session_at_its_time_on_the_clock_of_wherever_one_is(
    tmp_path: Path,
) -> None:
    programme = programme_of(tmp_path, SPRING + WEEKS)
    data = _calendar(programme)
    escaped = r"NAME:Läufe\; walks\, and\\more – für"
    assert data.decode("utf-8").replace("\r\n ", "").count(escaped) == 2
    by_letter, by_library = _strictly(data), icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(by_letter) == len(by_library) == 6
    for session, letters, event in zip(programme.sessions, by_letter, by_library, strict=True):
        # Neither a time zone nor UTC, on either side of the change.
        assert letters["DTSTART"] == f"{session.date:%Y%m%d}T070000"
        assert event.decoded("DTSTART") == datetime(
            session.date.year, session.date.month, session.date.day, 7
        )
        assert letters["DURATION"] == "PT30M5S"
        assert event.decoded("DURATION") == timedelta(minutes=30, seconds=5)
        described = f"{programme.title}\n30:05\n{_place(session)}"
        assert letters["DESCRIPTION"] == str(event["DESCRIPTION"]) == described
        assert letters["URL"] == str(event["URL"]) == _place(session)
        assert letters["SEQUENCE"] == str(event["SEQUENCE"]) == "0"
    assert len({letters["UID"] for letters in by_letter}) == 6


def test_a_title_has_no_characters_that_a_calendar_forbids(tmp_path: Path) -> None:
    text = HEAD.replace("Run and walk", '"Run\\a and\\r\\n\\u202ewalk"')
    programme = programme_of(tmp_path, text + WEEKS)
    titled = replace(programme.sessions[0], title="Inter\x07\nvals")
    week = replace(programme.weeks[0], sessions=(titled,))
    data = _calendar(replace(programme, weeks=(week,)))
    (event,) = _strictly(data)
    assert event["SUMMARY"] == "Inter vals"
    assert event["DESCRIPTION"].startswith("Run and walk\n30:05\n")
    assert b"\r\nNAME:Run and walk\r\nX-WR-CALNAME:Run and walk\r\n" in data


def test_without_a_time_of_day_a_session_is_of_the_whole_day(tmp_path: Path) -> None:
    programme = programme_of(tmp_path, HEAD.replace('at: "07:00"\n', "") + WEEKS)
    first = _strictly(_calendar(programme))[0]
    assert first["DTSTART;VALUE=DATE"] == "20261207"
    assert "DURATION" not in first


def _sequences(data: bytes) -> list[str]:
    return [event["SEQUENCE"] for event in _strictly(data)]


def test_what_changes_keeps_its_uid_and_counts_up_and_nothing_else_does(tmp_path: Path) -> None:
    programme = programme_of(tmp_path, HEAD + WEEKS)
    first = _calendar(programme)
    assert _calendar(programme, first) == first

    moved = programme_of(tmp_path, HEAD + 'weeks: [{}, {days: {wed: {at: "19:00"}}}]\n')
    second = _calendar(moved, first)
    assert _sequences(second) == ["0", "0", "0", "0", "1", "0"]
    assert [event["UID"] for event in _strictly(second)] == [
        event["UID"] for event in _strictly(first)
    ]
    assert _sequences(_calendar(moved, second, LENGTH_MS + 1000)) == ["1", "1", "1", "1", "2", "1"]


def test_a_session_that_is_gone_stays_as_cancelled_until_it_is_there_again(tmp_path: Path) -> None:
    whole, shorter = (
        programme_of(tmp_path, HEAD + f"weeks: {weeks}\n")
        for weeks in ("[{}, {}]", "[{}, {days: {fri: rest}}]")
    )
    cancelled = _calendar(shorter, _calendar(whole))
    assert [event.get("STATUS") for event in _strictly(cancelled)] == [None] * 5 + ["CANCELLED"]
    assert _sequences(cancelled) == ["0"] * 5 + ["1"]
    assert _calendar(shorter, cancelled) == cancelled
    back = _calendar(whole, cancelled)
    assert "STATUS" not in _strictly(back)[-1]
    assert _sequences(back) == ["0"] * 5 + ["2"]


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"no calendar",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n",
        b"\xff\xfe\x00",
    ],
)
def test_the_calendar_of_another_program_is_not_taken_for_an_old_one(
    tmp_path: Path, before: bytes
) -> None:
    programme = programme_of(tmp_path, HEAD + WEEKS)
    with pytest.raises(ForeignCalendarError):
        _calendar(programme, before)


@pytest.mark.parametrize("sequence", ["many", "1.5", "0\r\nSEQUENCE:1"])
def test_a_calendar_whose_changes_cannot_be_counted_on_is_not_taken_for_an_old_one(
    tmp_path: Path, sequence: str
) -> None:
    programme = programme_of(tmp_path, HEAD + WEEKS)
    damaged = _calendar(programme).replace(b"SEQUENCE:0", f"SEQUENCE:{sequence}".encode())
    with pytest.raises(ForeignCalendarError):
        _calendar(programme, damaged)
