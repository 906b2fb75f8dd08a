"""How much work something takes, in calls: seconds would tell how busy the machine is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def at_most(calls: int) -> Iterator[None]:
    """Fail as soon as more functions than that have been called, built-in ones among them."""
    called = 0

    def count(_frame: object, event: str, _function: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")
        if called > calls:
            sys.setprofile(None)
            raise AssertionError(f"more than {calls} calls")

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)
    # Whoever has caught the error cannot hide it.
    assert called <= calls


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions are called while something is done."""
    called = 0

    def count(_frame: object, event: str, _function: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return called
