"""Cues that are switched off: one, or all of them, in the words that people write."""

import pytest

from helpers.cases import cases
from helpers.routines import plan_of, with_workout

BLOCKS = "- exercise: Plank 2x40s, rest 20s\n  setup: Lie down.\n- Run 5 min"
CALLED = {"announce", "countdown", "halfway", "time-left", "progress", "clock", "encourage"}


def roles_in(header: str, blocks: str = BLOCKS) -> set[str]:
    """Return the roles of all that is spoken."""
    timeline = plan_of(with_workout(blocks, f"intro: off\noutro: off\n{header}"))
    return {event.role for event in timeline.events if event.kind == "speech"}


def test_without_a_word_most_cues_are_called() -> None:
    assert {"announce", "countdown", "halfway", "time-left", "progress"} <= roles_in("")


@pytest.mark.parametrize("word", ["off", "no", "none", "None", "“off”"])
def test_all_cues_may_be_switched_off_at_once(word: str) -> None:
    assert not roles_in(f"cues: {word}") & CALLED


def test_a_nearer_cue_wins_over_all_that_are_off() -> None:
    blocks = "- exercise: Plank 40s\n  cues: {halfway: on}"
    assert roles_in("cues: off", blocks) & CALLED == {"halfway"}


@cases(
    ("cue", "role"),
    {
        "the countdown": ("countdown: no", "countdown"),
        "halfway": ("halfway: none", "halfway"),
        "the time left": ("time_left: no", "time-left"),
        "progress": ("progress: no", "progress"),
        "the announcement": ("announce: none", "announce"),
    },
)
def test_each_cue_may_be_switched_off(cue: str, role: str) -> None:
    assert role not in roles_in(f"cues: {{{cue}}}")
