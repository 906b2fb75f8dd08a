"""Draws: `choose` and `shuffle` in a section, circuit or repeat, by the routine's seed."""

from collections import Counter
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.routines import FILE, expect_one_fault, notes_of, with_workout
from voicecoach.language import RoutineText, load
from voicecoach.language.draws import Draw
from voicecoach.language.fmt.meaning import is_same
from voicecoach.problems import Span
from voicecoach.routine.phase import Work
from voicecoach.routine.routine import Routine

SEEDS = 1000
# A chance of one in a million: the deviations that 1,000 fair draws stay within.
DEVIATIONS = 5

FIVE = """
- circuit: Legs
  rounds: 2
  {keys}
  do: [Squats x10, Lunges x10, Bridge x10, Wall sit 30s, Calf raises x10]
"""


def drawn(seed: int, choose: int | None, shuffle: bool, count: int = 5) -> list[int]:
    return Draw(seed, "workout[0]", choose, shuffle, Span("", 1)).order(count)


def expect_equally_often(counts: Counter[object], kinds: int, draws: int) -> None:
    share = 1 / kinds
    allowed = DEVIATIONS * (draws * share * (1 - share)) ** 0.5
    assert len(counts) == kinds
    assert all(abs(found - draws * share) <= allowed for found in counts.values())


def load_with(blocks: str, header: str = "", **choices: object) -> Routine:
    text = RoutineText(with_workout(blocks, header), Path(FILE))
    return load(text, **choices)  # type: ignore[arg-type]


def names(routine: Routine) -> list[str]:
    return [phase.exercise.name for phase in routine.phases if isinstance(phase, Work)]


def kinds(routine: Routine) -> list[str]:
    return [
        phase.exercise.name if isinstance(phase, Work) else phase.kind for phase in routine.phases
    ]


def test_over_a_thousand_seeds_each_entry_is_chosen_equally_often() -> None:
    counts = Counter[object](tuple(drawn(seed, choose=2, shuffle=False)) for seed in range(SEEDS))
    expect_equally_often(counts, 10, SEEDS)
    chosen = Counter[object](
        index for seed in range(SEEDS) for index in drawn(seed, choose=2, shuffle=False)
    )
    assert all(
        abs(found - 400) <= DEVIATIONS * (SEEDS * 0.4 * 0.6) ** 0.5 for found in chosen.values()
    )


def test_over_a_thousand_seeds_each_entry_has_each_place_equally_often() -> None:
    for place in range(5):
        found = Counter[object](drawn(seed, None, shuffle=True)[place] for seed in range(SEEDS))
        expect_equally_often(found, 5, SEEDS)


def test_over_a_thousand_seeds_each_order_comes_equally_often() -> None:
    orders = Counter[object](
        tuple(drawn(seed, None, shuffle=True, count=3)) for seed in range(SEEDS)
    )
    assert set(orders) == set(permutations(range(3)))
    expect_equally_often(orders, 6, SEEDS)


def test_a_draw_never_changes() -> None:
    assert drawn(0, 3, shuffle=True) == [1, 2, 3]
    assert drawn(202648, 3, shuffle=False) == [0, 2, 3]


def test_what_is_chosen_stays_in_the_order_of_the_file() -> None:
    listed = ["Squats", "Lunges", "Bridge", "Wall sit", "Calf raises"]
    done = names(load_with(FIVE.format(keys="choose: 3")))
    assert len(done) == 6
    assert sorted(done[:3], key=listed.index) == done[:3]


def test_every_round_does_what_was_drawn_once() -> None:
    done = names(load_with(FIVE.format(keys="choose: 3\n  shuffle: true")))
    assert done[:3] == done[3:]


def test_shuffle_does_all_in_another_order() -> None:
    done = names(load_with(FIVE.format(keys="shuffle: true")))[:5]
    assert sorted(done) == sorted(["Squats", "Lunges", "Bridge", "Wall sit", "Calf raises"])
    assert done[0] != "Squats" or done[1] != "Lunges"


def test_two_blocks_draw_apart_from_each_other() -> None:
    both = FIVE.format(keys="shuffle: true") + FIVE.format(keys="shuffle: true")
    done = names(load_with(both))
    assert done[:5] != done[10:15]


@cases(
    "blocks",
    {
        "a section": "- section: S\n  choose: 1\n  do: [A 20s, B 20s]",
        "a section's heading": "- section: S\n  choose: 1\n- A 20s\n- B 20s",
        "a repeat": "- repeat: 1\n  choose: 1\n  do: [A 20s, B 20s]",
        "a circuit": "- circuit: C\n  choose: 1\n  do: [A 20s, B 20s]",
    },
)
def test_any_block_that_holds_a_list_can_draw(blocks: str) -> None:
    routine = load_with(blocks)
    assert len(names(routine)) == 1
    assert routine.seed == 0


def test_blocks_in_blocks_are_entries() -> None:
    nested = """
    - circuit: C
      choose: 1
      do:
        - repeat: 2
          do: [A 20s, B 20s]
        - repeat: 2
          do: [C 20s, D 20s]
    """
    assert names(load_with(nested)) in (["A", "B", "A", "B"], ["C", "D", "C", "D"])


def test_rests_texts_and_sounds_keep_their_places() -> None:
    blocks = """
    - section: S
      choose: 2
      do:
        - say: Off we go.
        - A 20s
        - Rest 10s
        - B 20s
        - pause: 5s
        - C 20s
        - say: Well done.
    """
    routine = load_with(blocks)
    first, second = names(routine)
    assert kinds(routine) == ["say", "prepare", first, "rest", second, "say"]


def test_what_is_not_drawn_is_no_part_of_the_total() -> None:
    routine = load_with("- repeat: 1\n  choose: 2\n  do: [A 20s, B 20s, C 20s]")
    assert routine.exact_ms == 40_000


def test_notes_on_what_is_not_drawn_are_not_told() -> None:
    blocks = "- repeat: 1\n  choose: 1\n  do: [A 5x10s hold, B 5x10s hold, C 5x10s hold]"
    assert len([each for each in notes_of(with_workout(blocks)) if "hold" in each.message]) == 1


def test_mistakes_in_what_is_not_drawn_are_told_all_the_same() -> None:
    expect_one_fault(
        "title: T\nworkout:\n- repeat: 1\n  choose: 1\n  do: [A 20s, «B», C 20s]\n",
        "`B` has no dose",
        "say how long or how often: `B 30s` or `B x10`",
    )


def test_the_number_of_a_seed_decides() -> None:
    shuffled = FIVE.format(keys="shuffle: true")
    assert names(load_with(shuffled)) == names(load_with(shuffled, "seed: 0"))
    orders = {tuple(names(load_with(shuffled, f"seed: {seed}"))) for seed in range(10)}
    assert len(orders) > 5


def test_a_seed_from_outside_wins() -> None:
    shuffled = FIVE.format(keys="shuffle: true")
    routine = load_with(shuffled, "seed: 3", seed="7")
    assert routine.seed == 7
    assert names(routine) == names(load_with(shuffled, "seed: 7"))


@cases(
    "seed, today, number",
    {
        "a day": ("date", date(2026, 11, 26), 20_261_126),
        "a week": ("week", date(2026, 11, 26), 202_648),
        "the last ISO week of the year before": ("week", date(2027, 1, 1), 202_653),
        "a number": ("5", date(2026, 11, 26), 5),
    },
)
def test_a_day_or_week_stands_for_a_number(seed: str, today: date, number: int) -> None:
    shuffled = FIVE.format(keys="shuffle: true")
    routine = load_with(shuffled, f"seed: {seed}", today=today)
    assert routine.seed == number
    assert names(routine) == names(load_with(shuffled, f"seed: {number}"))


def test_a_routine_without_a_draw_has_no_seed() -> None:
    assert load_with("- A 20s", "seed: week").seed is None


@pytest.mark.parametrize("rest", ["Rest 10s", "say: Go on."], ids=["a rest", "a text"])
def test_choosing_more_than_there_are_is_refused(rest: str) -> None:
    expect_one_fault(
        f"title: T\nworkout:\n- repeat: 1\n  «choose»: 3\n  do:\n  - A 20s\n  - {rest}\n  - B 20s\n",
        "`choose: 3` is more than there are here: 2 blocks",
        "write at most `choose: 2`",
    )


def test_a_seed_that_is_none_is_refused() -> None:
    expect_one_fault(
        "title: T\nseed: «monthly»\nworkout: [A 20s]\n",
        "`monthly` is no seed",
        "write a number such as `7`, or `date` or `week` for a new draw each day or week",
    )


@pytest.mark.parametrize("changed", ["A", "B", "C"])
def test_two_texts_that_differ_in_what_is_not_drawn_are_not_the_same(changed: str) -> None:
    before = with_workout("- repeat: 1\n  choose: 1\n  do: [A 20s, B 20s, C 20s]")
    after = before.replace(f"{changed} 20s", f"{changed} 30s")
    assert not is_same(before, after, Path(FILE))
    assert is_same(before, before, Path(FILE))
