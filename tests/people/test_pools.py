"""Who does the jobs of a batch: what comes back, and what does not."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from voicecoach.people.person import Person
from voicecoach.people.pools import LostError, OneProcess, Pool, Processes, pool_of
from voicecoach.session.options import Options

DEADLY = 7


def _square(number: int) -> int:
    if number == DEADLY:
        os._exit(9)
    return number * number


def _lost(number: int, error: LostError) -> int:
    assert error.exit_code == 3
    return -number


@pytest.fixture
def processes() -> Iterator[Pool]:
    with closing(Processes(2)) as pool:
        yield pool


def test_a_job_that_ends_its_process_takes_no_other_with_it(processes: Pool) -> None:
    found = list(processes.map(_square, range(40), _lost))
    assert found == [-n if n == DEADLY else n * n for n in range(40)]


def test_results_can_be_left_in_the_middle(processes: Pool) -> None:
    results = processes.map(_square, range(4), _lost)
    assert next(results) == 0
    results.close()
    processes.close()
    assert list(processes.map(_square, [2], _lost)) == [4]


def test_few_jobs_are_done_here() -> None:
    one = Person(2, "p", Path("p.yaml"), False, Options())
    assert isinstance(pool_of(8, 7 * [one]), OneProcess)
    assert isinstance(pool_of(1, 1000 * [one]), OneProcess)
    assert isinstance(pool_of(2, 8 * [one]), Processes)
    assert isinstance(pool_of(2, [replace(one, is_programme=True)]), Processes)
    assert list(OneProcess().map(_square, [1, 2], _lost)) == [1, 4]
