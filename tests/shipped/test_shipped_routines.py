"""What each shipped routine offers: it builds without a warning, and says what it is for."""

from fractions import Fraction

import pytest

from helpers.routines import rule_of_thumb
from helpers.shipped_routines import (
    LEVELS,
    NAMES,
    matched,
    path_of,
    routine_at,
    slowly,
    text_of,
    timeline_at,
)
from voicecoach.files import shipped
from voicecoach.language import load
from voicecoach.language.shares import Shares
from voicecoach.language.values import Level
from voicecoach.routine.phase import Work
from voicecoach.routine.utterance import Measure
from voicecoach.timeline import plan


def test_the_shipped_routines_are_these() -> None:
    assert list(shipped.routines()) == [
        "ankle-and-balance",
        "bell-meditation",
        "bodyweight-amrap",
        "box-breathing",
        "desk-break",
        "kettlebell-emom",
        "ladder",
        "legs-of-the-week",
        "physio-knee",
        "physio-three",
        "plank-ladder",
        "rowing-500s",
        "run-walk",
        "runners-lower-back",
        "seven-minute",
        "sun-salutation",
        "tabata",
        "de/laufen-und-gehen-woche-1",
        "de/pause-am-schreibtisch",
        "de/ruecken-fuer-laeufer",
        "es/correr-y-caminar-semana-1",
        "es/espalda-del-corredor",
        "es/pausa-en-la-oficina",
        "fr/bas-du-dos-du-coureur",
        "fr/course-et-marche-semaine-1",
        "fr/pause-au-bureau",
    ]


def test_a_routine_in_the_folder_of_a_language_is_in_that_language() -> None:
    folders = {name: name.rpartition("/")[0] or "en" for name in NAMES}
    assert {name: timeline_at(name, "medium").language for name in NAMES} == folders


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_routine_has_room_for_all_its_words(name: str, level: Level) -> None:
    assert timeline_at(name, level).warnings == ()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", NAMES)
def test_a_slow_voice_has_room_too(name: str, level: Level) -> None:
    assert plan(routine_at(name, level), slowly).warnings == ()


@pytest.mark.parametrize("share", [0, Fraction(1, 4), Fraction(3, 4), 1])
@pytest.mark.parametrize("name", NAMES)
def test_a_routine_of_another_length_has_room_too(name: str, share: Fraction | int) -> None:
    routine = load(path_of(name), shares=Shares(Fraction(share), Fraction(share)))
    assert plan(routine, rule_of_thumb).warnings == ()


@pytest.mark.parametrize("measure", [rule_of_thumb, slowly])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", NAMES)
def test_no_tip_drowns_the_last_ten_seconds(name: str, level: Level, measure: Measure) -> None:
    routine = routine_at(name, level)
    timeline = plan(routine, measure)
    told = {event.phase for event in timeline.events if event.role == "time-left"}
    for written, phase, number in matched(routine, timeline):
        if not isinstance(written, Work) or not written.exercise.cues.time_left_ms:
            continue
        if phase.dose in ("for", "hold") and phase.length_ms >= 30_000:
            assert number in told, f"{phase.name} at {phase.start_ms} ms"


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_routine_is_done_at_medium_level_unless_asked(name: str) -> None:
    assert load(path_of(name)).phases == load(path_of(name), "medium").phases


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_routine_says_for_whom_it_is_and_when_to_stop(name: str) -> None:
    assert text_of(name).startswith("# ")
    roles = [event.role for event in timeline_at(name, "medium").events]
    assert roles[:2] == ["intro", "caution"]
    assert roles[-2:] == ["finish", "outro"]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_shipped_routine_is_spoken(name: str) -> None:
    timeline = timeline_at(name, "medium")
    said = {event.line for event in timeline.events if event.role in ("setup", "tip", "line")}
    exercises = {
        phase.exercise.span: phase.exercise
        for phase in routine_at(name, "medium").phases
        if isinstance(phase, Work)
    }
    for exercise in exercises.values():
        lines = [exercise.setup, exercise.on_side, *(tip.say for tip in exercise.tips)]
        for line in lines:
            heard = line is None or line.stock or line.span.line in said
            assert heard, f"{exercise.name}: {line}"
