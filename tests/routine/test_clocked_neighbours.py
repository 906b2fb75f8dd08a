"""Which rests stand between clocked blocks and what is around them."""

from helpers.cases import cases
from helpers.routines import plan_of, said_in, shape_of, with_workout

# Each block, and the phases that come of it.
BLOCKS = {
    "tabata": ("- tabata: Hop\n  rounds: 2\n", "Hop 20s, rest 10s, Hop 20s"),
    "emom": ("- emom: 2\n  every: 10s\n  do: [Run 6s]\n", "Run 6s, rest 4s, Run 6s, rest 4s"),
    "amrap": ("- amrap: 30s\n  do: [Run x10]\n", "AMRAP 30s"),
}


@cases(("block", "shape"), BLOCKS)
def test_a_between_stands_before_and_after_the_block_as_one_neighbour(
    block: str, shape: str
) -> None:
    found = ", ".join(shape_of(with_workout(f"- Jog 5s\n{block}- Walk 5s", "between: 7s")))
    assert found == f"prepare, Jog 5s, rest 7s, {shape}, rest 7s, Walk 5s"


@cases(("block", "shape"), BLOCKS)
def test_without_a_rest_a_prepare_stands_before_the_block_and_none_after(
    block: str, shape: str
) -> None:
    found = ", ".join(shape_of(with_workout(f"- Jog 5s\n{block}- Walk 5s")))
    assert found == f"prepare, Jog 5s, prepare, {shape}, Walk 5s"


@cases(("block", "shape"), BLOCKS)
def test_a_written_rest_before_the_block_beats_between(block: str, shape: str) -> None:
    blocks = f"- Jog 5s\n- rest: 3s\n{block}- rest: 2s\n- Walk 5s"
    found = ", ".join(shape_of(with_workout(blocks, "between: 7s")))
    assert found == f"prepare, Jog 5s, rest 3s, {shape}, rest 2s, Walk 5s"


@cases(("block", "shape"), BLOCKS)
def test_in_a_circuit_the_rests_of_the_circuit_stand_around_it(block: str, shape: str) -> None:
    inner = "".join(f"    {line}\n" for line in block.splitlines())
    blocks = f"- circuit: C\n  rounds: 2\n  round_rest: 9s\n  exercise_rest: 3s\n  do:\n{inner}"
    found = ", ".join(shape_of(with_workout(blocks + "    - Jog 5s")))
    a_round = f"{shape}, rest 3s, Jog 5s"
    assert found == f"prepare, {a_round}, rest 9s, {a_round}"


@cases("block", {name: block for name, (block, _) in BLOCKS.items()})
def test_nothing_of_a_rule_follows_a_block_at_the_end(block: str) -> None:
    for header in ("", "between: 7s"):
        shape = shape_of(with_workout(block, header))
        assert shape[-1] != "rest 7s"


SETUPS = {
    "tabata": "- tabata: [{exercise: Hop, setup: Stand.}, {exercise: Run, setup: Lean.}]\n  rounds: 2",
    "emom": "- emom: 1\n  do:\n    - {exercise: Hop 5s, setup: Stand.}\n"
    "    - {exercise: Run 5s, setup: Lean.}",
    "alternating emom": "- emom: 2\n  alternate: true\n  do:\n    - {exercise: Hop 5s, setup: Stand.}\n"
    "    - {exercise: Run 5s, setup: Lean.}",
    "amrap": "- amrap: 60s\n  do:\n    - {exercise: Hop x5, setup: Stand.}\n"
    "    - {exercise: Run x5, setup: Lean.}",
}


@cases("blocks", SETUPS)
def test_one_prepare_before_the_block_carries_all_setups(blocks: str) -> None:
    timeline = plan_of(with_workout(blocks, "intro: off"))
    prepares = [n for n, phase in enumerate(timeline.phases) if phase.kind == "prepare"]
    assert prepares == [0]
    assert said_in(timeline, 0)[1:] == [_first(blocks), "Run. Lean."]
    later = [said_in(timeline, n) for n in range(1, len(timeline.phases))]
    assert not any("Stand." in text or "Lean." in text for said in later for text in said)


@cases("blocks", SETUPS)
def test_a_rest_before_the_block_carries_all_setups(blocks: str) -> None:
    timeline = plan_of(with_workout(f"- Jog 5s\n- rest: 60s\n{blocks}"))
    rest = next(n for n, phase in enumerate(timeline.phases) if phase.kind == "rest")
    assert said_in(timeline, rest)[-2:] == [_first(blocks), "Run. Lean."]
    assert timeline.warnings == ()


@cases("blocks", SETUPS)
def test_the_prepare_ends_five_seconds_after_the_last_setup(blocks: str) -> None:
    timeline = plan_of(with_workout(blocks, "intro: off"))
    words = [e for e in timeline.events if e.phase == 0 and e.role == "setup"]
    assert timeline.phases[0].end_ms - words[-1].end_ms == 5000


def _first(blocks: str) -> str:
    """Return the first setup as it is said: an exercise that was just announced is not named."""
    return "Hop. Stand." if "amrap" in blocks else "Stand."
