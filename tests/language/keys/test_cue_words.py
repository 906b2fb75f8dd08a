"""One word for all cues: `quiet`, `off` and `tones`."""

import pytest

from helpers.cases import cases
from helpers.routines import expect_one_fault, plan_of, warnings_of, with_workout

ALL_THAT_IS_SAID = """\
- exercise: Plank 2x40s, rest 20s, each side
  setup: Lie down.
  tips: [Breathe., {at: 20s, sound: tick}, {at: 25s, say: Tight.}]
  on_set: Begin.
  after_set: Done.
  on_side: Turn round.
- exercise: Squats
  reps: 4
  tempo: [{down: 2s}, {up: 2s}]
- exercise: Breathing 2 breaths
- rest: 20s
  say: Drink.
- amrap: 3 min
  do: [5 push-ups]
- rest: 10s
"""


def roles_in(header: str, blocks: str = ALL_THAT_IS_SAID) -> set[str]:
    """Return the roles of all that is spoken."""
    timeline = plan_of(with_workout(blocks, header))
    return {event.role for event in timeline.events if event.kind == "speech"}


@cases(
    ("word", "roles"),
    {
        "off": ("off", {"intro", "outro", "say"}),
        "tones": ("tones", {"intro", "outro", "say"}),
        "quiet": ("quiet", {"intro", "outro", "say", "setup", "tip"}),
    },
)
def test_a_word_leaves_only_what_it_names(word: str, roles: set[str]) -> None:
    assert roles_in(f"cues: {word}") == roles


@pytest.mark.parametrize("word", ["off", "tones", "quiet"])
def test_what_a_word_switches_off_is_not_reported(word: str) -> None:
    assert warnings_of(with_workout(ALL_THAT_IS_SAID, f"cues: {word}")) == []


def ticks_in(header: str, blocks: str) -> list[int]:
    """Return when ticks sound."""
    events = plan_of(with_workout(blocks, f"intro: off\noutro: off\n{header}")).events
    return [event.start_ms for event in events if event.role == "tick"]


def test_with_tones_countdowns_and_repetitions_are_ticked() -> None:
    blocks = "- exercise: Squats x3\n- rest: 10s\n- Plank 5s"
    assert ticks_in("cues: tones", blocks) == [
        2000, 3000, 4000, 8000, 11_000, 21_000, 22_000, 23_000, 26_000, 27_000, 28_000,
    ]  # fmt: skip


def test_with_tones_each_part_of_a_breath_is_ticked() -> None:
    blocks = "- exercise: Breathing 2 breaths\n  cues: {countdown: off}"
    assert ticks_in("cues: tones", blocks) == [9000, 13_000, 17_000]


def test_when_off_a_count_asked_for_by_the_exercise_is_silent() -> None:
    assert ticks_in("cues: off", "- exercise: Squats x3\n  count: tick") == []


def test_a_setup_that_is_off_needs_no_time() -> None:
    blocks = "- Plank 20s\n- exercise: Squats x5\n  setup: Stand."
    kinds = [phase.kind for phase in plan_of(with_workout(blocks, "cues: {setup: off}")).phases]
    assert kinds.count("prepare") == 1


@cases(
    ("outer", "inner", "said"),
    {
        "a key over a word": ("cues: off", "cues: {tips: on}", {"tip"}),
        "a word over keys": ("cues: {halfway: on}", "cues: quiet", {"tip", "setup"}),
        "off over quiet": ("cues: quiet", "cues: off", set()),
    },
)
def test_the_nearer_wins(outer: str, inner: str, said: set[str]) -> None:
    blocks = f"- exercise: Plank 40s\n  setup: Lie down.\n  tips: Breathe.\n  {inner}"
    assert roles_in(outer, blocks) - {"intro", "outro"} == said


@pytest.mark.parametrize(
    "block",
    ["section: A", "circuit: A", "repeat: 2"],
)
def test_blocks_that_hold_blocks_take_a_word(block: str) -> None:
    blocks = f"- {block}\n  cues: off\n  do: [Plank 40s]\n- Run 40s"
    timeline = plan_of(with_workout(blocks, "intro: off"))
    middle_ms = next(phase.end_ms for phase in timeline.phases if phase.name == "Plank")
    said = [each.role for each in timeline.events if each.kind == "speech"]
    first = [each.role for each in timeline.events if each.kind == "speech"
             and each.start_ms < middle_ms]  # fmt: skip
    assert first in ([], ["announce"])
    assert "halfway" in said


def test_another_word_is_refused() -> None:
    expect_one_fault(
        with_workout("- Plank 40s", "cues: «loud»"),
        "`loud` is not one of `quiet`, `off` or `tones`",
        "write one of these, or keys such as `{halfway: off}`",
    )
