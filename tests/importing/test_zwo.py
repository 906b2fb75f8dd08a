"""Workouts of Zwift, as its own files and those of other programs are."""

import pytest

from helpers.cases import cases
from helpers.imports import converted, error_of, lengths_ms, notes_on, routine_from, workout_from


def file_with(blocks: str, head: str = "<name>T</name>") -> str:
    """Return a file with these blocks."""
    return f"<workout_file>{head}\n<workout>\n{blocks}\n</workout></workout_file>"


def test_the_title_may_stand_under_a_short_name() -> None:
    ride = '<FreeRide Duration="60"/>'
    assert "title: Short" in routine_from(file_with(ride, "<n>Short</n>"))
    assert "title: plan" in routine_from(file_with(ride, ""))


@cases(
    ("block", "effort"),
    {
        "a steady one": ('<SteadyState Duration="60" Power="0.95"/>', "at 95 percent"),
        "a range": ('<SteadyState Duration="60" PowerLow=".8" PowerHigh=".9"/>', "at 80 to 90 percent"),
        "a ramp": ('<Ramp Duration="60" PowerLow="0.9" PowerHigh="0.5"/>', "from 90 to 50 percent"),
        "a warm-up": ('<Warmup Duration="60" PowerHigh="0.5" PowerLow="0.7"/>', "from 50 to 70 percent"),
        "a cool-down": ('<Cooldown Duration="60" PowerLow="0.4" PowerHigh="0.6"/>', "from 60 to 40 percent"),
        "all that there is": ('<MaxEffort Duration="60"/>', "all out"),
        "watts": ('<SteadyState Duration="60" Power="250"/>', "at a power of 250"),
        "a zone": ('<SteadyState Duration="60" Zone="2"/>', "in zone 2"),
        "two cadences": ('<FreeRide Duration="60" CadenceLow="85" CadenceHigh="95"/>', "cadence 85 to 95"),
        "a cadence": ('<SteadyState Duration="60" Power="1" Cadence="90"/>', "at 100 percent, cadence 90"),
    },
)  # fmt: skip
def test_power_becomes_words(block: str, effort: str) -> None:
    assert f"effort: {effort}\n" in workout_from(file_with(block))


def test_names_of_elements_and_attributes_may_be_in_any_case() -> None:
    block = '<INTERVALST repeat="2" ONDURATION="30" offduration="15" onpower="1" OffPower=".5"/>'
    assert lengths_ms(file_with(block)) == [30_000, 15_000] * 2


def test_lengths_are_exact_to_the_millisecond() -> None:
    block = '<SteadyState Duration="64.125"/><SteadyState Duration="0,5"/>'
    assert lengths_ms(file_with(block)) == [64_125, 500]


def test_a_text_counts_from_its_block_and_may_come_after_the_end_of_it() -> None:
    blocks = (
        '<FreeRide Duration="60"><textevent timeoffset="70" message="Later"/></FreeRide>\n'
        '<FreeRide Duration="30"><TextEvent TimeOffset="31" Message="Never"/></FreeRide>'
    )
    assert workout_from(file_with(blocks)) == (
        "  - Free ride 1 min\n"
        "  - exercise: Free ride\n    for: 30s\n    tips:\n      - at: 10s\n        say: Later\n"
        "  # ? “Never” at 1:31 lies beyond the end\n"
    )
    assert notes_on(file_with(blocks)) == ["4: “Never” at 1:31 lies beyond the end"]


def test_lines_that_are_shown_at_one_time_are_one_text() -> None:
    block = (
        '<FreeRide Duration="60"><textevent timeoffset="9" y="240" message="Get your cadence"/>'
        '<textevent timeoffset="9" y="270" message="up to 90."/></FreeRide>'
    )
    assert workout_from(file_with(block)).count("say:") == 1
    assert "say: Get your cadence up to 90." in workout_from(file_with(block))


def test_intervals_may_have_zones_and_no_recovery() -> None:
    block = (
        '<IntervalsT Repeat="2" OnDuration="30" OffDuration="0.0" PowerOnZone="5"/>'
        '<IntervalsT Repeat="2" OnDuration="30" OffDuration="15" OnPower="1" PowerOffZone="1"/>'
    )
    assert lengths_ms(file_with(block)) == [30_000, 30_000, *[30_000, 15_000] * 2]
    assert "effort: in zone 5\n" in workout_from(file_with(block))


def test_watts_that_a_file_sets_as_those_of_an_hour_are_a_comment() -> None:
    ride = '<SteadyState Duration="60" Power="0.5"/>'
    content = file_with(ride, "<ftpOverride>200</ftpOverride>")
    assert workout_from(content).startswith("  # 100 percent are 200 watts\n")
    assert notes_on(content) == []


def test_a_text_in_intervals_is_said_once() -> None:
    block = (
        '<IntervalsT Repeat="4" OnDuration="20" OffDuration="10">'
        '<textevent timeoffset="50" message="Half"/></IntervalsT>'
    )
    workout = workout_from(file_with(block))
    assert workout.count("Half") == 1
    assert "at: 10s" not in workout
    assert "at: 20s" not in workout
    assert lengths_ms(file_with(block)) == [20_000, 10_000] * 4


@cases(
    "text",
    {
        "length and name": "1 minute free ride!",
        "length alone": "Now 60 seconds.",
        "the name": "Free ride",
    },
)
def test_a_text_that_repeats_the_announcement_is_left_out(text: str) -> None:
    block = f'<FreeRide Duration="60"><textevent timeoffset="5" message="{text}"/></FreeRide>'
    assert workout_from(file_with(block)) == "  - Free ride 1 min\n"


def test_a_text_with_the_length_of_its_block_names_the_block() -> None:
    block = (
        '<SteadyState Duration="15" Power="2">'
        '<textevent timeoffset="0" message="15 seconds VO2 Max."/></SteadyState>'
    )
    assert workout_from(file_with(block)) == (
        "  - exercise: VO2 Max\n    for: 15s\n    effort: at 200 percent\n"
    )


def test_a_run_in_metres_is_open() -> None:
    head = "<sportType>run</sportType><durationType>distance</durationType>"
    run = file_with('<SteadyState Duration="400" Power="0.9" pace="1"/>', head)
    message = "3: Run, 400 m: how long that takes is not said"
    assert notes_on(run, open_ms=60_000) == [message]
    assert workout_from(run, open_ms=60_000) == (
        "  # ? Run, 400 m: how long that takes is not said\n"
        "  - exercise: Run\n    distance: 400 m\n    for: 1 min\n"
        "    effort: at 90 percent of 5K pace\n"
    )
    assert error_of(run) == "3: nothing in this plan has a length"


def test_a_run_that_does_not_say_its_unit_is_noted() -> None:
    run = file_with('<SteadyState Duration="400"/>', "<sportType>run</sportType>")
    assert notes_on(run) == [
        "2: whether this run is in seconds or in metres is not said: it is read as seconds"
    ]


def test_what_is_only_shown_takes_no_time() -> None:
    blocks = (
        '<Text Duration="10" message="Push!"/><gameplayevent duration="9" type="x"/>\n'
        '<SolidState Duration="60"><textevent timeoffset="5" mssage="Breathe out"/></SolidState>'
    )
    assert lengths_ms(file_with(blocks)) == [60_000]
    assert workout_from(file_with(blocks)).endswith(
        "  # ? “Push!”\n  # ? `<gameplayevent>` is left out\n"
        "  - exercise: Ride\n    for: 1 min\n    tips:\n      - at: 5s\n        say: Breathe out\n"
    )


def test_half_a_repeat_is_asked() -> None:
    block = '<IntervalsT Repeat="2.5" OnDuration="20" OffDuration="0"/>'
    assert lengths_ms(file_with(block)) == [20_000]
    assert notes_on(file_with(block)) == ["3: how often is not said: it is done once"]


def test_a_comment_may_stand_before_all_else() -> None:
    ride = '<FreeRide Duration="60"/>'
    content = f'<!-- <SteadyState Duration="5"/> -->\n{file_with(ride)}'
    assert lengths_ms(content) == [60_000]


def test_what_is_unknown_is_noted() -> None:
    blocks = '<FreeRide Duration="60"/>\n<Confetti/>\n<IntervalsT OnDuration="20" OffDuration="0"/>'
    assert notes_on(file_with(blocks)) == [
        "4: `<confetti>` is unknown, and left out",
        "5: how often is not said: it is done once",
    ]


def test_an_ampersand_and_a_byte_of_windows_are_read_as_they_are_meant() -> None:
    content = file_with('<FreeRide Duration="60"/>', "<name>Don\u2019t stop & go</name>")
    assert "title: Don’t stop & go" in routine_from(content.encode("cp1252"))
    assert notes_on(content.encode("cp1252"))[0].endswith("it is read as Windows-1252")
    declared = '<?xml version="1.0" encoding="windows-1252"?>\n' + content
    assert "title: Don’t stop & go" in routine_from(declared.encode("utf-16"))


BOMB = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<workout_file><name>&b;</name><workout><FreeRide Duration="60"/></workout></workout_file>
"""


@cases(
    ("content", "message"),
    {
        "no XML": (
            file_with('<FreeRide Duration="60" \\>'),
            "3: this is no XML, from column 25 on",
        ),
        "entities": (BOMB, "1: the file defines entities, which no workout needs"),
        "too deep": (file_with("<a>" * 60), "3: elements stand more than 50 deep"),
        "no workout": ("<workout_file/>", "1: there is no `<workout>` in this file"),
        "no blocks": (file_with(""), "1: nothing in this plan has a length"),
        "too often": (
            file_with('<IntervalsT Repeat="999999999" OnDuration="1" OffDuration="1"/>'),
            "3: this comes to more than 20000 steps",
        ),
    },
)
def test_a_file_that_cannot_be_imported_is_refused_at_its_line(content: str, message: str) -> None:
    assert error_of(content, "zwo") == message


@pytest.mark.parametrize("text", ["{remaining}", "- x: #", "'\"", "\u2028", "{{", "off"])
def test_a_text_is_only_text(text: str) -> None:
    escaped = text.replace('"', "&quot;")
    block = (
        f'<FreeRide Duration="60"><textevent timeoffset="5" message="x {escaped} y"/></FreeRide>'
    )
    assert lengths_ms(file_with(block, f"<name>{text}</name>")) == [60_000]


def test_words_that_are_added_are_english_which_is_told_where_another_language_is_asked_for() -> (
    None
):
    ride = (
        '<workout_file><workout>\n<SteadyState Duration="60" Power="1"/></workout></workout_file>'
    )
    said = "“Warm-up”, “at 120 percent” and the like are in English"
    assert [note.message for note in converted(ride, language="de").notes] == [said]
    assert converted(ride, language="en-GB").notes == ()
