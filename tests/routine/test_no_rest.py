"""A rest of 0 that is written: nothing waits at exactly that place."""

from helpers.cases import cases
from helpers.routines import notes_of, plan_of, shape_of, warnings_of, with_workout

_ROUNDS = "- circuit: C\n  rounds: 2\n  {key}: 0\n  do: [Squats x5, Jacks x5]"

# What the header holds, blocks, and the phases that come of them.
NONE = {
    "between two exercises": (
        "between: 0",
        "- Squats x5\n- Jacks x5",
        "prepare, Squats 15s, Jacks 15s",
    ),
    "between two exercises of a circuit": (
        "",
        _ROUNDS.format(key="exercise_rest"),
        "prepare, Squats 15s, Jacks 15s, Squats 15s, Jacks 15s",
    ),
    "between two rounds and nowhere else": (
        "",
        _ROUNDS.format(key="round_rest"),
        "prepare, Squats 15s, prepare, Jacks 15s, Squats 15s, prepare, Jacks 15s",
    ),
    "where a rest block says so": (
        "between: 5s",
        "- Squats x5\n- rest: 0\n- Jacks x5\n- Plank 5s",
        "prepare, Squats 15s, Jacks 15s, rest 5s, Plank 5s",
    ),
    "after an exercise with a rest of 0": (
        "between: 5s",
        "- exercise: Squats x5\n  rest: 0\n- Jacks x5",
        "prepare, Squats 15s, Jacks 15s",
    ),
    "between two sets": (
        "",
        "- exercise: Squats 2x5\n  rest: 0",
        "prepare, Squats 15s, Squats 15s",
    ),
    "between two sets, by defaults": (
        "defaults: {rest: 0}",
        "- Squats 2x5\n- Jacks x5",
        "prepare, Squats 15s, Squats 15s, prepare, Jacks 15s",
    ),
    "but the time to change sides between two sets": (
        "",
        "- exercise: Squats 2x5 each side\n  rest: 0",
        "prepare, Squats right 15s, switch 5s, Squats left 15s, switch 5s,"
        " Squats right 15s, switch 5s, Squats left 15s",
    ),
    "before an exercise with a setup": (
        "between: 0",
        "- Run 10s\n- exercise: Squats x5\n  setup: Stand tall.",
        "prepare, Run 10s, Squats 15s",
    ),
    "after a text": (
        "between: 0",
        "- Run 10s\n- say: Hello.\n- Squats x5",
        "prepare, Run 10s, say, Squats 15s",
    ),
    "before a block that keeps the time": (
        "between: 0",
        "- Squats x5\n- emom: 1\n  do: [Jacks 60s]",
        "prepare, Squats 15s, Jacks 60s",
    ),
    "but the time that the exercise itself asks for": (
        "between: 0",
        "- Squats x5\n- exercise: Jacks x5\n  ready: 2s\n- exercise: Plank 5s\n  ready: 0",
        "prepare, Squats 15s, prepare, Jacks 15s, Plank 5s",
    ),
    "at the start without an intro and without time to get ready": (
        "intro: off\ndefaults: {ready: 0}",
        "- Plank 5s",
        "Plank 5s",
    ),
    "but at the start after an intro": ("defaults: {ready: 0}", "- Plank 5s", "prepare, Plank 5s"),
    "but at the start after a caution": (
        "intro: off\ncaution: Mind your back.\ndefaults: {ready: 0}",
        "- Plank 5s",
        "prepare, Plank 5s",
    ),
}


@cases(("header", "blocks", "shape"), NONE)
def test_nothing_waits(header: str, blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == shape


def test_the_first_start_tone_sounds_at_once_without_an_intro_and_without_time_to_get_ready() -> (
    None
):
    timeline = plan_of(with_workout("- exercise: Plank 5s\n  ready: 0", "intro: off"))
    assert (timeline.events[0].role, timeline.events[0].start_ms) == ("start", 0)


def test_what_follows_timed_work_is_announced_in_it() -> None:
    timeline = plan_of(with_workout("- Run 20s\n- Squats x5", "between: 0"))
    announced = [event for event in timeline.events if event.role == "announce"][1:]
    assert [timeline.phases[event.phase].name for event in announced] == ["Run"]
    assert announced[0].text == "Next: Squats, 5 repetitions. Last exercise."


def test_what_follows_repetitions_is_not_announced_and_that_is_noted() -> None:
    routine = with_workout("- Squats x5\n- Jacks x5", "between: 0")
    assert not any(event.text and "Jacks" in event.text for event in plan_of(routine).events)
    assert [(note.message, note.hint) for note in notes_of(routine)] == [
        (
            "`Jacks` is not announced: it follows repetitions at once",
            "write `ready: 1s` beside it to have it said",
        )
    ]
    assert warnings_of(routine) == []


def test_a_setup_that_has_no_place_is_reported() -> None:
    blocks = "- Run 20s\n- exercise: Squats x5\n  setup: Stand tall."
    (warning,) = warnings_of(with_workout(blocks, "between: 0"))
    assert warning.message == "the setup of `Squats` is left out: no rest leads in to it"
    assert warning.hint == "write `ready: 1s` beside the exercise to have it said"


def test_the_setups_of_the_catalogue_that_have_no_place_are_one_note() -> None:
    names = ("bird-dog", "dead-bug", "glute-bridge", "wall-sit", "side-plank")
    blocks = "\n".join(["- Run 20s", *(f"- {name} 20s" for name in names)])
    routine = with_workout(blocks, "between: 0")
    assert warnings_of(routine) == []
    (note,) = notes_of(routine)
    assert note.message == (
        "no room for what the catalogue has as setup of"
        " `Bird dog`, `Dead bug`, `Glute bridge` and 2 more"
    )
    assert note.hint == "write `ready: 1s` beside the exercise to have it said"


def test_the_setups_of_the_catalogue_that_a_rest_has_no_room_for_are_one_note() -> None:
    routine = with_workout("- Run 20s\n- wall-sit 20s\n- glute-bridge 20s", "between: 4s")
    (note,) = [note for note in notes_of(routine) if "setup" in note.message]
    assert note.message == (
        "no room for what the catalogue has as setup of `Wall sit`, `Glute bridge`"
    )
    assert note.hint == "`fit: extend` makes the rests long enough"


def test_the_same_exercise_may_follow_its_own_hold_at_once() -> None:
    contract_relax = "- Hamstring stretch 6s hold\n- Hamstring stretch 20s hold"
    assert warnings_of(with_workout(contract_relax)) == []
