"""constraints.txt names one tested version of each dependency, for every Python and system."""

from importlib import metadata

import pytest
from packaging.requirements import Requirement

from helpers.project_files import PYTHONS, ROOT, SYSTEMS

LINES = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
PINS = [Requirement(line) for line in LINES if not line.startswith("#")]

EXTRAS = metadata.metadata("voicecoach").get_all("Provides-Extra") or []


def _applies(requirement: Requirement, python: str, system: str, extra: str = "") -> bool:
    environment = {
        "python_version": python,
        "python_full_version": f"{python}.1",
        "sys_platform": system,
        "platform_system": SYSTEMS[system],
        "os_name": "nt" if system == "win32" else "posix",
        "extra": extra,
    }
    return requirement.marker is None or requirement.marker.evaluate(environment)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_each_dependency_has_one_version_that_pyproject_allows(python: str, system: str) -> None:
    dependencies = [Requirement(line) for line in metadata.requires("voicecoach") or ()]
    for dependency in dependencies:
        if any(_applies(dependency, python, system, extra) for extra in ("", *EXTRAS)):
            pins = [pin for pin in PINS if _named(pin) == _named(dependency)]
            (pin,) = (pin for pin in pins if _applies(pin, python, system))
            (exact,) = pin.specifier
            assert dependency.specifier.contains(exact.version), pin


def _named(requirement: Requirement) -> str:
    return requirement.name.lower().replace("_", "-")


def test_the_head_says_how_to_renew_it_and_the_rest_are_versions_that_any_pip_reads() -> None:
    assert "scripts/update-constraints" in "".join(line for line in LINES if line.startswith("#"))
    assert {pin.url for pin in PINS} == {None}
    assert not any("platform_release" in line for line in LINES), "some versions of pip fail at it"
    assert {exact.operator for pin in PINS for exact in pin.specifier} == {"=="}
