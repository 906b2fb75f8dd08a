"""Workouts of the Training Center Database, as its schema wants them."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from helpers.cases import cases
from helpers.exports import exported, told_of_export
from helpers.imports import workout_from
from helpers.routines import with_workout

_NAMESPACES = {"t": "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"}


def workout_of(blocks: str) -> Element:
    """Return the workout that blocks become."""
    root = ElementTree.fromstring(exported(with_workout(blocks), "tcx").content)
    found = root.find("t:Workouts/t:Workout", _NAMESPACES)
    assert found is not None
    return found


def texts_in(workout: Element, name: str) -> list[str]:
    """Return the texts of all elements of a name."""
    return [element.text or "" for element in workout.iterfind(f".//t:{name}", _NAMESPACES)]


def test_steps_that_differ_only_in_what_is_said_are_repeats() -> None:
    blocks = (
        "- {exercise: Hop, for: 20s, sets: 4, rest: 10s,"
        " tips: [{at: 3s, say: First., set: 1}, {at: 3s, say: Last., set: 4}]}"
    )
    workout = workout_of(blocks)
    assert texts_in(workout, "Repetitions") == ["3"]
    assert texts_in(workout, "Seconds") == ["20", "10", "20"]
    assert texts_in(workout, "StepId") == ["1", "2", "3", "4"]
    assert texts_in(workout, "Notes") == ["Hop: First.\nHop: Last."]


@cases(
    "effort",
    {
        "beats a minute": "at 120 to 140 bpm",
        "a zone": "in heart rate zone 2",
        "a cadence": "cadence 90",
    },
)
def test_a_target_is_read_again(effort: str) -> None:
    text = with_workout(f"- {{exercise: Run, for: 60s, effort: {effort}}}")
    assert f"effort: {effort}\n" in workout_from(exported(text, "tcx").content)


def test_names_are_as_short_as_the_schema_wants_and_sides_stay() -> None:
    blocks = "- Side-lying leg raise 20s, each side\n- Bird dog 9s"
    assert texts_in(workout_of(blocks), "Name")[1:] == [
        "Side-lyin right", "Rest", "Side-lying left", "Bird dog",
    ]  # fmt: skip
    assert any(
        "longer ones are cut" in note for note in told_of_export(with_workout(blocks), "tcx")
    )


def test_more_than_a_hundred_times_are_several_repeats_and_many_steps_are_told() -> None:
    run = "- repeat: 100\n  do: [Run 30s, Walk 20s]"
    assert texts_in(workout_of(run), "Repetitions") == ["99"]
    assert len(texts_in(workout_of(run), "Seconds")) == 4
    many = with_workout("\n".join(f"- Run {number}s" for number in range(10, 35)))
    assert "1: .tcx files have up to 20 steps by their form: not every program reads all 25" in (
        told_of_export(many, "tcx")
    )
