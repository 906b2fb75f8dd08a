"""The facts of the shipped routines: what is done, for how long, in which order."""

import pytest

from helpers.cases import cases
from helpers.shipped_routines import LEVELS, done_in, routine_at, timeline_at, work_of
from voicecoach.language.values import Level
from voicecoach.timeline import Timeline

RIGHT_FIRST = ("right", "left")
BIRD_DOG_SIDES = ("right arm and left leg", "left arm and right leg")


def _setup(exercise: str) -> str:
    works = work_of("runners-lower-back")
    setup = next(work.exercise.setup for work in works if work.exercise.name == exercise)
    assert setup is not None
    return " ".join(setup.text.split())


def _first_words(timeline: Timeline, role: str) -> str:
    return next(event.text or "" for event in timeline.events if event.role == role)


def test_a_runners_lower_back_has_all_seven_exercises_right_side_first() -> None:
    assert done_in("runners-lower-back") == [
        ("Side plank", "right", None, 18),
        ("Side plank", "left", None, 18),
        ("Bird dog", "right arm and left leg", None, 30),
        ("Bird dog", "left arm and right leg", None, 30),
        ("Cat cow", None, 8, 64),
        ("Side-lying leg raise", "on your right side", 10, 50),
        ("Side-lying leg raise", "on your left side", 10, 50),
        ("Bridge", None, 10, 70),
        ("Single-leg squat", "right leg", 10, 50),
        ("Single-leg squat", "left leg", 10, 50),
        ("Single-leg balance", "on your right leg", 10, 60),
        ("Single-leg balance", "on your left leg", 10, 60),
    ]


@pytest.mark.parametrize(
    ("level", "seconds", "reps"),
    [("easy", (15, 15), (5, 5, 4, 4, 4)), ("hard", (20, 45), (10, 15, 16, 16, 16))],
)
def test_the_level_of_a_runners_lower_back_changes_holds_and_repetitions(
    level: Level, seconds: tuple[int, int], reps: tuple[int, ...]
) -> None:
    medium = done_in("runners-lower-back")
    other = done_in("runners-lower-back", level)
    assert [work[:2] for work in other] == [work[:2] for work in medium]
    plank_s, dog_s = seconds
    assert [work[3] for work in other[:4]] == [plank_s, plank_s, dog_s, dog_s]
    cat, leg, bridge, squat, balance = reps
    assert [work[2] for work in other[4:]] == [
        *(cat, leg, leg),
        *(bridge, squat, squat, balance, balance),
    ]


def test_side_planks_and_bird_dogs_are_holds_and_all_else_is_counted() -> None:
    kinds = [work.dose.kind for work in work_of("runners-lower-back")]
    assert kinds == ["hold"] * 4 + ["reps"] * 8


@cases(
    ("exercise", "words"),
    {
        "Side plank, how it begins": (
            "Side plank",
            ["right side", "elbow", "lower foot", "lift your hips", "straight line"],
        ),
        "Side plank, how it is done": ("Side plank", ["head to your heels", "knee"]),
        "Bird dog, how it begins": (
            "Bird dog",
            ["hands and knees", "right arm forward", "ear", "left leg straight back"],
        ),
        "Bird dog, how it is done": ("Bird dog", ["belly firm", "do not let your back arch"]),
        "Cat cow, how it begins": (
            "Cat cow",
            ["all fours", "breathe out, round your spine up", "tailbone hang down"],
        ),
        "Cat cow, how it is done": (
            "Cat cow",
            ["breathe in, let your belly sink", "lift your head and", "gentle"],
        ),
        "Side-lying leg raise, how it begins": (
            "Side-lying leg raise",
            ["on your right side", "Lift your left leg about 15 centimetres"],
        ),
        "Side-lying leg raise, how it is done": (
            "Side-lying leg raise",
            ["slowly", "before it touches the other foot", "controlled"],
        ),
        "Bridge, how it begins": (
            "Bridge",
            ["onto your back", "Bend your knees", "feet flat", "15 centimetres"],
        ),
        "Bridge, how it is done": ("Bridge", ["lift your hips", "Pause", "lower them slowly"]),
        "Single-leg squat, how it begins": (
            "Single-leg squat",
            ["on your right leg", "hinge at your hip", "bend your knee"],
        ),
        "Single-leg squat, how it is done": (
            "Single-leg squat",
            ["slowly, 15 to 25 centimetres", "stand up"],
        ),
        "Single-leg balance, how it begins": (
            "Single-leg balance",
            ["on your right leg", "left knee up to your chest", "upright"],
        ),
        "Single-leg balance, how it is done": (
            "Single-leg balance",
            ["kick the foot forward", "down and back", "pedalling", "slow"],
        ),
    },
)
def test_the_setup_tells_what_the_listener_must_know(exercise: str, words: list[str]) -> None:
    for word in words:
        assert word in _setup(exercise)


def test_pain_that_spreads_is_warned_of_before_a_runner_begins() -> None:
    caution = _first_words(timeline_at("runners-lower-back", "medium"), "caution")
    for word in ("pain that spreads", "hips", "knees", "elsewhere", "stop", "see a doctor"):
        assert word in caution


def test_a_runner_hears_how_often() -> None:
    outro = _first_words(timeline_at("runners-lower-back", "medium"), "outro")
    assert "two or three days a week" in outro


@pytest.mark.parametrize("level", LEVELS)
def test_run_and_walk_takes_thirty_minutes_to_the_millisecond(level: Level) -> None:
    phases = timeline_at("run-walk", level).phases
    works = [phase for phase in phases if phase.kind == "work"]
    assert [(work.name, work.length_ms) for work in works] == [
        ("Walk", 300_000),
        *[("Run", 60_000), ("Walk", 90_000)] * 8,
        ("Walk", 300_000),
    ]
    assert works[-1].end_ms - works[0].start_ms == 1_800_000
    assert [phase.kind for phase in phases] == ["say", "say", "prepare", *["work"] * 18, "say"]


def test_seven_minutes_are_twelve_times_thirty_seconds_with_rests_of_ten() -> None:
    work_ms: dict[str, int] = {}
    for work in work_of("seven-minute"):
        name = work.exercise.name
        work_ms[name] = work_ms.get(name, 0) + work.dose.length_ms
    assert list(work_ms.values()) == [30_000] * 12
    rests = [phase for phase in routine_at("seven-minute", "medium").phases if phase.kind == "rest"]
    assert [rest.length_ms for rest in rests] == [10_000] * 11


@pytest.mark.parametrize("level", LEVELS)
def test_three_for_the_back_goes_down_the_ladder_in_holds_of_ten_seconds(level: Level) -> None:
    sides: dict[str, tuple[str | None, ...]] = {
        "Curl-up": (None,),
        "Side plank": RIGHT_FIRST,
        "Bird dog": BIRD_DOG_SIDES,
    }
    works = work_of("physio-three", level)
    assert [(work.exercise.name, work.dose.reps, work.side) for work in works] == [
        (name, reps, side) for name in sides for reps in (6, 4, 2) for side in sides[name]
    ]
    assert {work.dose.rep_ms for work in works} == {10_000}


def test_the_plank_ladder_goes_up_and_down_again() -> None:
    held_s = [
        work.dose.length_ms // 1000
        for work in work_of("plank-ladder")
        if work.exercise.name == "Plank"
    ]
    assert held_s == [20, 30, 40, 30, 20]


@pytest.mark.parametrize("level", LEVELS)
def test_a_desk_break_takes_a_few_minutes_on_the_feet(level: Level) -> None:
    timeline = timeline_at("desk-break", level)
    assert 5 * 60_000 < timeline.duration_ms < 7 * 60_000
    spoken = " ".join(event.text or "" for event in timeline.events).lower()
    assert "stand up" in spoken
    assert "lie " not in spoken
