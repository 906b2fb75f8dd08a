"""Exports of timer apps: Seconds, JAWT, OpenHIIT, TimeR Machine and Feeel."""

import io
import json
import zipfile
from typing import Any

import pytest

from helpers.cases import cases
from helpers.imports import converted, error_of, lengths_ms, notes_on, routine_from, workout_from
from voicecoach.problems import RoutineError


def interval(name: str, duration: float, **more: object) -> dict[str, Any]:
    """Return an interval of Seconds."""
    return {"name": name, "duration": duration, "indefinite": False, **more}


def circuit(*intervals: dict[str, Any], sets: int = 1, **more: object) -> dict[str, Any]:
    """Return a timer of Seconds."""
    return {"name": "T", "type": 3, "numberOfSets": sets, "intervals": intervals, **more}


def seconds(*items: dict[str, Any]) -> str:
    """Return an export of Seconds."""
    return json.dumps({"name": "Exported Items", "items": items}, ensure_ascii=False)


def jawt(*exercises: dict[str, object], times: object = 1, title: str = "T") -> str:
    """Return an export of JAWT with one set."""
    sets = [{"repetitions": times, "name": "Main", "exercises": exercises}]
    return json.dumps({"workouts": [{"title": title, "sets": sets}]}, ensure_ascii=False)


def hiit(count: int, names: object, restarts: int, **times: int) -> str:
    """Return an export of OpenHIIT with one timer, whose rests are of 10 s."""
    settings = {"workTime": 30, "restTime": 10, **times}
    timer = {"name": "T", "activeIntervals": count, "activities": names, "restarts": restarts}
    return json.dumps([{**timer, "timeSettings": settings}])


def machine(*steps: dict[str, object], **more: object) -> str:
    """Return a backup of TimeR Machine with one timer."""
    return json.dumps({"timers": [{"id": 7, "name": "T", "loop": 1, "steps": steps, **more}]})


def feeel(*exercises: tuple[object, object, object]) -> str:
    """Return an export of Feeel, each exercise with its number, length and the break before it."""
    keys = ("exercise", "exerciseDuration", "breakDuration")
    workout = {"title": "T", "exerciseDuration": 30, "breakDuration": 10}
    listed = [
        {"orderPosition": at, **dict(zip(keys, each, strict=True))}
        for at, each in enumerate(exercises)
    ]
    # The order in the file is not that of the exercises.
    full: Any = {"workout": workout, "workoutExercises": listed[::-1]}
    return json.dumps({"feeelMetadataVersion": 300, "fullWorkout": full})


def test_rests_of_seconds_lie_between_intervals_sets_and_timers() -> None:
    rest = interval("Go", 5, rest=True)
    inner = circuit(interval("A", 20), interval("B", 30), intervalRest=rest)
    assert lengths_ms(seconds(inner)) == [20_000, 5_000, 30_000]
    sets = circuit(
        interval("A", 20), sets=3, setRest=interval("Warm Up", 7.5),
        warmup=interval("Warm Up", 60), cooldown=interval("Cool Down", 0),
    )  # fmt: skip
    assert lengths_ms(seconds(sets)) == [60_000, *([20_000, 7_500] * 2), 20_000]
    compound = {
        **circuit(sets=2, type=4, timerRest=interval("Rest", 9), circuitRest=interval("Rest", 90)),
        "timers": [inner, circuit(interval("C", 40))],
    }
    once = [20_000, 5_000, 30_000, 9_000, 40_000]
    assert lengths_ms(seconds({"name": "F", "items": [compound]})) == [*once, 90_000, *once]


def test_each_timer_in_a_folder_of_seconds_is_a_routine() -> None:
    folder = {"name": "F", "items": [circuit(interval("A", 20)), circuit(interval("B", 30))]}
    assert len(converted(seconds(folder, circuit(interval("C", 10)))).routines) == 3


def test_a_file_with_very_many_workouts_is_refused() -> None:
    timers = [circuit(interval("A", 20))] * 501
    assert error_of(seconds(*timers)) == "1: there are more than 500 workouts in this file"


def test_what_seconds_leaves_to_the_moment_is_asked() -> None:
    content = seconds(
        circuit(
            interval("Warm up", 5, indefinite=True),
            interval("Hop", 0),
            interval("Lunges", 45, split=True, splitRest=3),
            random=True,
            group=True,
            intervalRest=interval("Rest", 10),
        )
    )
    assert [note.partition(": ")[2] for note in notes_on(content)] == [
        "the app draws the order anew each time: here it is as in the file",
        "Warm up: how long is not said, but until you tap, after 0:05 at the earliest",
        "Hop: it has no length, and is left out",
    ]
    assert lengths_ms(content) == [10_000, 22_500, 3_000, 22_500]


def test_sets_of_seconds_that_may_be_grouped_are_asked() -> None:
    grouped = circuit(interval("A", 20), interval("B", 20), sets=2, group=True)
    (note,) = notes_on(seconds(grouped))
    assert "`group`" in note


def test_timers_of_seconds_without_a_length_are_an_error() -> None:
    assert error_of(seconds(circuit(interval("A", 0)))) == "1: nothing in this plan has a length"


def test_timers_of_seconds_of_a_kind_that_is_not_known_are_told() -> None:
    rounds = {"name": "R", "numberOfRounds": 3, "round": interval("Round", 180, splitRest=0)}
    assert error_of(seconds(rounds)) == "1: there is no circuit or compound timer in this file"
    assert notes_on(seconds(rounds, circuit(interval("A", 20)))) == [
        "1: this is no circuit or compound timer: what it repeats is left out",
        "1: R: nothing in it has a length",
    ]


def test_a_rest_of_jawt_is_an_exercise_called_so_and_a_set_may_have_a_name() -> None:
    plank, rest = {"name": "Plank", "duration": 40}, {"name": "Rest", "duration": 20}
    assert workout_from(jawt(plank, rest, times=3)) == (
        "  - section: Main\n  - repeat: 3\n    do:\n      - Plank 40s\n      - rest 20s\n"
    )
    assert notes_on(jawt(plank, times=None)) == [
        "1: how often this is done is not said: it is done once"
    ]
    lone = json.dumps(json.loads(jawt(plank))["workouts"][0])
    assert lengths_ms(lone) == [40_000]
    assert error_of(jawt(), "jawt") == "1: nothing in this plan has a length"


@cases(
    ("title", "kept"),
    {
        "Latin-1": ("Rücken", "Rücken"),
        "an arrow": ("A → B", "A B"),
        "an emoji": ("Core 💪😀", "Core =ª="),
        "a dash": ("1 – 2", "1 2"),
    },
)
def test_an_export_of_jawt_holds_the_lower_bytes_of_characters(title: str, kept: str) -> None:
    text = jawt({"name": "Käfer", "duration": 30}, title=title)
    units = text.encode("utf-16-le")[::2]
    routine = converted(units).routines[0]
    assert (routine.title, "Käfer 30s" in routine.text) == (kept, True)
    assert ("lost characters" in routine.text) == (title != kept)


@cases(
    ("content", "expected_s"),
    {
        "rounds come on top of the first": (hiit(1, ["A"], 2, breakTime=60), [30, 60, 30, 60, 30]),
        "a break of none is a rest": (hiit(1, ["A"], 1, breakTime=0), [30, 10, 30]),
        "names are too few": (hiit(3, ["A"], 0), [30, 10, 30, 10, 30]),
        "names are too many": (hiit(1, ["A", "B"], 0), [30]),
        "names are a text": (hiit(2, '["A","B"]', 0), [30, 10, 30]),
        "a rest follows the warm-up": (hiit(1, [], 0, warmupTime=90), [90, 10, 30]),
        "the ends": (hiit(1, [], 0, getReadyTime=5, cooldownTime=45), [5, 30, 45]),
    },
)
def test_openhiit_counts_as_the_app_does(content: str, expected_s: list[int]) -> None:
    assert lengths_ms(content) == [1000 * each for each in expected_s]


def test_the_first_version_of_openhiit_keeps_names_as_json_in_a_text() -> None:
    timer = {
        "title": "Old", "numExercises": 2, "exercises": '["Plank","Squats"]', "getReadyTime": 0,
        "exerciseTime": 30, "restTime": 10, "breakTime": 20, "iterations": 1,
    }  # fmt: skip
    content = json.dumps([timer])
    assert lengths_ms(content) == [30_000, 10_000, 30_000, 20_000, 30_000, 10_000, 30_000]
    assert "title: Old\n" in routine_from(content)
    assert "Squats 30s" in routine_from(content)


def test_openhiit_without_end_is_refused() -> None:
    assert "more than 20000 steps" in error_of(hiit(10**9, [], 10**9))


def test_timer_machine_counts_milliseconds_and_asks_where_it_waits() -> None:
    up = {"label": "Up", "length": 20_500, "behaviour": [{"type": "HALT"}]}
    group = {"step_type": "group", "name": "Hills", "loop": 2, "steps": [up]}
    content = machine(
        group, {"label": "Rest", "length": 3000}, endStep={"label": "End", "length": 1000},
        more={"triggerTimerId": 7},
    )  # fmt: skip
    assert lengths_ms(content) == [20_500, 20_500, 3_000, 1_000]
    assert notes_on(content) == ["1: the app then waits until you tap", "1: the app goes on with T"]


def test_timers_in_the_trash_of_timer_machine_are_left_out() -> None:
    steps = [{"label": "Up", "length": 1000}]
    kept, thrown = ({"name": name, "loop": 1, "steps": steps} for name in ("Kept", "Old"))
    content = json.dumps({"timers": [{**thrown, "folderId": 2}, kept]})
    assert "title: Kept\n" in routine_from(content)
    assert notes_on(content) == ["1: Old is in the app's trash, and left out"]
    assert "trash" in error_of(json.dumps({"timers": [{**thrown, "folderId": 2}]}))


def test_a_voice_of_timer_machine_is_a_tip_unless_it_says_the_label() -> None:
    voices = [{"type": "VOICE", "content": "Elbows in"}]
    assert "say: Elbows in" in workout_from(
        machine({"label": "Dips", "length": 30_000, "behaviour": voices})
    )
    assert workout_from(
        machine({"label": "Dips", "length": 30_000, "behaviour": [{"type": "VOICE"}]})
    ) == ("  - Dips 30s\n")
    older = [{"type": "VOICE", "label": "$step_name, elbows in"}]
    assert "say: Dips, elbows in" in workout_from(
        machine({"label": "Dips", "length": 30_000, "behaviour": older})
    )


def test_what_timer_machine_only_knows_while_it_runs_is_not_said() -> None:
    voices = [{"type": "VOICE", "content": "{SName}, round {TLoop}"}]
    assert workout_from(machine({"label": "Dips", "length": 30_000, "behaviour": voices})) == (
        "  # ? “Dips, round {TLoop}” is only known while the timer runs, and left out\n"
        "  - Dips 30s\n"
    )


def test_feeel_has_a_break_before_each_exercise_but_the_first_and_numbers_for_names() -> None:
    content = feeel((320, None, 99), (718, 45, None), (-99, None, 0))
    assert workout_from(content) == (
        "  - Jumping jacks 30s\n"
        "  - rest 10s\n"
        "  - Wall sit 45s\n"
        "  # ? which exercise of wger -99 is, the file does not say\n"
        "  - Exercise -99 30s\n"
    )


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_a_zip_of_feeel_holds_several_workouts() -> None:
    one = feeel((320, None, None)).encode()
    assert len(converted(zipped({"a.feeel": one, "b.feeel": one, "notes.txt": b""})).routines) == 2


def test_a_zip_that_blows_up_or_is_damaged_is_refused() -> None:
    with pytest.raises(RoutineError, match="larger than 1 MB"):
        converted(zipped({f"{number}.feeel": b" " * 400_000 for number in range(3)}))
    whole = zipped({"a.feeel": feeel((320, None, None)).encode()})
    for damaged in (whole[:-30], whole[:60] + b"\xff" * 20 + whole[80:]):
        with pytest.raises(RoutineError, match="cannot be read"):
            converted(damaged)


def test_json_is_refused_with_the_line_of_its_fault() -> None:
    content = '{"workouts": [\n{"title": "T", "sets": [{"repetitions": 1\n"exercises": "duration"'
    assert error_of(content, "jawt") == (
        "3: this is no JSON, from column 1 on: a comma or `}` is missing"
    )
    deep = '{"sets": [{"repetitions": 1, "exercises": "duration"}], "x": ' + "[" * 100
    assert "brackets stand more than 50 deep" in error_of(deep, "jawt")
