"""Files in which much is wrong: what it costs to find it all."""

from helpers.cases import cases
from helpers.routines import notes_of, problems_of, with_workout
from helpers.work import calls_of

FEW, MANY = 40, 400
# In proportion, and a little for what lists cost as they grow.
MOST_TIMES = MANY / FEW * 1.2

FAULTS = {
    "unknown keys of blocks": "- {{exercise: A, reps: 5, k{}: 1}}",
    "unknown keys, line by line": "- exercise: A\n  reps: 5\n  k{}: 1",
    "unknown placeholders": "- say: '{{z{}}}'",
    "placeholders without a value": "- say: '{{side}} {}'",
}


@cases("block", FAULTS)
def test_ten_times_as_many_problems_cost_ten_times_as_much(block: str) -> None:
    def found(number: int) -> int:
        return len(problems_of(with_workout("\n".join(block.format(n) for n in range(number)))))

    assert (found(FEW), found(MANY)) == (FEW, MANY)
    assert calls_of(lambda: found(MANY)) < MOST_TIMES * calls_of(lambda: found(FEW))


def test_ten_times_as_many_notes_cost_ten_times_as_much() -> None:
    def noted(number: int) -> int:
        lines = "\n".join(f"- A{n} 2x5s hold" for n in range(number))
        return len(notes_of(with_workout(lines)))

    assert noted(MANY // 4) >= MANY // 4
    assert calls_of(lambda: noted(MANY // 4)) < MOST_TIMES * calls_of(lambda: noted(FEW // 4))


def test_many_faults_in_one_line_are_found_in_proportion_too() -> None:
    def found(number: int) -> int:
        listed = ", ".join(f"'{{z{n}}}'" for n in range(number))
        return len(problems_of(f"title: T\nworkout: [{listed}]"))

    assert (found(FEW), found(MANY)) == (FEW, MANY)
    assert calls_of(lambda: found(MANY)) < MOST_TIMES * calls_of(lambda: found(FEW))
