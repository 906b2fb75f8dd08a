"""Appointments for a calendar."""

from datetime import datetime, timedelta

from icalendar import Calendar

from helpers.exports import exported
from helpers.routines import with_workout


def event_of(blocks: str) -> dict[str, object]:
    """Return the properties of the event that a workout becomes."""
    calendar = Calendar.from_ical(exported(with_workout(blocks), "ics").content)
    (event,) = calendar.walk("VEVENT")
    return {name.lower(): event.decoded(name) for name in event}


def test_it_is_as_long_as_the_programme_in_full_minutes_and_floats() -> None:
    event = event_of("- Plank 61s")
    assert event["duration"] == timedelta(minutes=2)
    assert event["dtstart"] == datetime(2026, 12, 7, 7)


def test_the_plan_is_its_description() -> None:
    blocks = """
        - section: Legs
        - repeat: 2
          do:
            - Lunges 20s, each side
            - rest: 10s
              say: Breathe.
            - Hop x5
        - exercise: Squats 3x10 @ 20 kg, rest 30s
          tips: [Chest up.]
    """
    said = event_of(blocks)["description"]
    assert isinstance(said, str)
    assert said.splitlines() == [
        "Legs:",
        "2 times:",
        "  Lunges 20s, each side",
        "  rest 10s",
        "      Breathe.",
        "  Hop 5 reps",
        "Squats 3 sets of 10 reps @ 20 kg, rest 30s",
        "    Chest up.",
    ]


def test_the_same_routine_at_the_same_time_is_the_same_event() -> None:
    assert event_of("- Plank 61s")["uid"] == event_of("- Plank 90s")["uid"]


def test_lines_are_folded_and_texts_escaped() -> None:
    content = exported(
        with_workout(f"- {{exercise: 'A; B, C {'ü' * 60}', for: 9s}}"), "ics"
    ).content
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"A\\; B\\, C" in content
