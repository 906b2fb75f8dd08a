"""Letters that a voice cannot read, or that no font here has, are told with their line."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.sessions import ignore, opened
from voicecoach.language import RoutineText
from voicecoach.outputs.picture import font, raster
from voicecoach.problems import Problem
from voicecoach.session import fonts
from voicecoach.session.options import Options
from voicecoach.session.plan import Plan, plan_routine

KANJI = (
    "title: T\nvoice: {voice}\nlanguage: {language}\nworkout:\n  - 足首回し 5s\n  - あしくび 5s\n"
)


def planned(text: str) -> Plan:
    with opened() as session:
        return plan_routine(session, RoutineText(text, Path("t.yaml")), Options(), ignore)


def told(problems: Sequence[Problem], code: str) -> list[tuple[int, str]]:
    return [(each.span.line, each.message) for each in problems if each.code == code]


def test_espeak_reads_no_kanji_which_is_told_with_their_line() -> None:
    timeline = planned(KANJI.format(voice="pyttsx3", language="en")).timeline
    message = "the voice pyttsx3 cannot read `足首回`, and says something else"
    assert told(timeline.warnings, "not-read") == [(5, message)]
    assert any("足首回し" in (event.text or "") for event in timeline.events)


def test_other_voices_are_not_warned_of() -> None:
    timeline = planned(KANJI.format(voice="tone", language="en")).timeline
    assert told(timeline.warnings, "not-read") == []


@cases(
    ("text", "line"),
    {
        "in the title": ("title: 体操\nvoice: tone\nworkout:\n  - Plank 5s\n  - 体 5s\n", 1),
        "in a name": ("title: T\nvoice: tone\nworkout:\n  - Plank 5s\n  - 体操 5s\n", 5),
    },
)
def test_a_script_that_no_font_here_has_is_noted_once_with_its_line(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    monkeypatch.setattr(fonts, "can_draw", font.has)
    message = "no font here has `体`: pictures and covers leave such letters out"
    assert told(planned(text).timeline.notes, "no-font") == [(line, message)]


def test_the_program_brings_letters_for_latin_greek_and_cyrillic_scripts() -> None:
    assert all(map(raster.can_draw, "Łódź Ελλάδα Київ Đặng"))


def test_a_character_that_is_none_cannot_be_drawn() -> None:
    assert not raster.can_draw("\u0378")
