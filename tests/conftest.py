"""What holds for every test: its own clips, golden files, and examples drawn alike in every run."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, settings

from helpers.golden import GOLDEN, RENEW, compare

# What is drawn is the same in every run, so that a failure is one everywhere.
settings.register_profile(
    "voicecoach",
    deadline=None,
    # It looks at the clock, and so tells of the machine.
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
)
settings.load_profile("voicecoach")

_CACHES = count()


@pytest.fixture(autouse=True)
def _own_cache(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Keep clips out of the user's cache, and the user's voices out of the tests."""
    # Named but not made: few of the thousands of tests speak, and a directory for each takes time.
    own = tmp_path_factory.getbasetemp() / "homes" / str(next(_CACHES))
    monkeypatch.setenv("XDG_CACHE_HOME", str(own / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(own / "data"))
    yield
    shutil.rmtree(own, ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(RENEW, action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return what compares a text with the golden file of a name."""
    return lambda name, now: compare(GOLDEN / name, now, request.config.getoption(RENEW))
