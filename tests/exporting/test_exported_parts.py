"""What a routine comes to as steps, and what no step can hold."""

from helpers.cases import cases
from helpers.exports import told_of_export
from helpers.routines import routine_of, with_workout
from voicecoach.exporting.parts import parts_of
from voicecoach.importing.steps import Cue, Part, Rest, Say, Section, Step, Time


def parts_in(blocks: str, header: str = "") -> list[Part]:
    """Return the parts that blocks come to."""
    return [placed.part for placed in parts_of(routine_of(with_workout(blocks, header))).placed]


def test_a_side_and_the_one_that_follows_it_are_one_step() -> None:
    (step,) = parts_in("- exercise: Lunges 20s, each side\n  switch: 3s")
    assert isinstance(step, Step)
    assert (step.each_side, step.side, step.switch_ms) == (True, None, 3000)


def test_sides_that_differ_or_come_in_another_order_stay_apart() -> None:
    tips = "tips: [{at: 3s, say: Reach., side: left}]"
    for blocks in (
        f"- exercise: Lunges 20s, each side\n  {tips}",
        "- exercise: Lunges 20s\n  sides: [left, right]",
        "- exercise: Lunges 20s\n  sides: [inside, outside]",
    ):
        first, rest, last = parts_in(blocks)
        assert isinstance(first, Step)
        assert isinstance(last, Step)
        assert {first.side, last.side} in ({"right", "left"}, {"inside", "outside"})
        assert rest == Rest(Time(5000), 0)


def test_texts_are_those_of_the_work_with_their_placeholders_filled_in() -> None:
    first, last = parts_in(
        """
        - exercise: Run 60s
          sets: 2
          setup: "{exercise}, {sets} times."
          on_set: Set {set}.
          tips:
            - Breathe.
            - {at: -10s, say: "{dose}"}
            - {every: 25s, say: On., set: 2}
        """
    )
    assert isinstance(first, Step)
    assert isinstance(last, Step)
    assert first.setup == "Run, 2 times."
    assert first.tips == last.tips == ("Breathe.",)
    assert first.cues == (Cue(0, "Set 1."), Cue(50_000, "1 minute"))
    assert last.cues == (
        Cue(0, "Set 2."), Cue(25_000, "On."), Cue(50_000, "1 minute"), Cue(50_000, "On."),
    )  # fmt: skip


def test_what_is_said_after_work_is_said_in_the_rest() -> None:
    _, rest, _ = parts_in("- exercise: Run 60s\n  sets: 2\n  rest: 20s\n  after_set: Good.")
    assert rest == Rest(Time(20_000), 0, "Good.")


def test_what_the_author_says_by_himself_is_kept() -> None:
    header = "caution: Mind your back.\nintro: Let us begin.\noutro: Well done."
    parts = parts_in("- Run 60s\n- say: Nearly there.\n- Walk 60s", header)
    said = [part.text for part in parts if isinstance(part, Say)]
    assert said == ["Mind your back.", "Let us begin.", "Nearly there.", "Well done."]


def test_sections_and_circuits_are_sections_and_what_follows_bears_the_title() -> None:
    blocks = (
        "- section: Legs\n  do: [Hop 20s]\n- circuit: Arms\n  rounds: 2\n  do: [Row 20s]\n- Hop 9s"
    )
    titles = [part.title for part in parts_in(blocks) if isinstance(part, Section)]
    assert titles == ["Legs", "Arms", "T"]


@cases(
    ("block", "told"),
    {
        "a sound": ("- sound: tick", "a sound is left out"),
        "a pause": ("- pause: 3s", "a pause becomes a rest"),
        "a long line": (
            "- {say: Wait., for: 5s}",
            "a line with a length becomes a rest in which it is said",
        ),
        "breaths": ("- Breathe 5 breaths", "breaths become a time"),
        "laps": (
            "- Swim 2 laps in 60s",
            "what is counted in laps or calories becomes a time",
        ),
        "a metronome": ("- {exercise: Run 9s, metronome: 160}", "a metronome is left out"),
        "a tone": (
            "- {exercise: Run 9s, tips: [{at: 3s, sound: tick}]}",
            "a tone at a time is left out",
        ),
        "words of a tempo": (
            "- {exercise: Cat cow x3, tempo: [{round: 2s}, {arch: 2s}]}",
            "the words of a tempo are left out",
        ),
        "a change of sides": (
            "- {exercise: Lunges 9s, sides: each, on_side: Turn.}",
            "what is said at a change of sides is left out",
        ),
    },
)
def test_what_no_step_holds_is_told(block: str, told: str) -> None:
    notes = told_of_export(with_workout(f"{block}\n- Plank 5s"), "json")
    assert any(f": {told}: no export holds it" in note for note in notes), notes


def test_nothing_is_told_of_sides_that_markdown_holds() -> None:
    assert told_of_export(with_workout("- Lunges 20s, each side"), "md") == []
    notes = told_of_export(
        with_workout(
            "- exercise: Lunges 20s, each side\n  switch: 8s\n- exercise: Hops 20s\n  sides: [left]"
        ),
        "md",
    )
    assert [note.partition(" files have no ")[2] for note in notes] == [
        "changes of side of another length than usual: the sides become steps of their own",
        "single sides: they stand in the names",
    ]
