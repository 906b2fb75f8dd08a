"""The scripts, in a checkout of their own where a stand-in takes the place of Python and all tools."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.browsers import NAMES
from helpers.project_files import ROOT, checks

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for a POSIX shell")

# Notes what it is asked to do. As Python it makes environments full of itself; as uv it finds a new
# version; and as whatever `BROKEN` names, a program or a whole command, it fails.
STAND_IN = """\
#!/bin/sh
name=$(basename "$0")
printf '%s\\n' "$name $*" >>"$NOTES"
for last; do :; done
case "$name $*" in
"python -c"*) echo the stand-in ;;
"python -m venv"*)
    mkdir -p "$last/bin"
    for tool in python pytest ruff mypy lint-imports actionlint uv; do cp "$0" "$last/bin/$tool"; done
    ;;
pytest*) cp constraints.txt "$TMPDIR/tried" ;;
uv*) echo "click==9.0" >"$last" ;;
esac
[ "$name" != "$BROKEN" ] && [ "$name $*" != "$BROKEN" ]
"""
OLD = "click==8.0\n"
NEW = "click==9.0\n"


class Checkout:
    """A directory with the scripts in it."""

    def __init__(self, root: Path) -> None:
        self.root = root / "a checkout"
        self.notes = root / "notes"
        self.constraints = self.root / "constraints.txt"
        self._python = root / "python"
        self._temporary = root / "temporary"
        self.tried = self._temporary / "tried"
        for directory in (".github/workflows", "scripts", "voicecoach"):
            (self.root / directory).mkdir(parents=True)
        self._temporary.mkdir()
        self.programs = root / "programs"
        self.programs.mkdir()
        self._path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        self._python.write_text(STAND_IN, "utf-8")
        self._python.chmod(0o755)
        self.add_program("chromium", STAND_IN)
        for name in ("coverage", "environment", "release", "test", "update-constraints"):
            shutil.copy(ROOT / "scripts" / name, self.root / "scripts" / name)
        self.put("constraints.txt", OLD)
        self.put("pyproject.toml", "")
        self.put("voicecoach/__init__.py", '"""V."""\n\n__version__ = "1.2.0"\n')

    def put(self, name: str, text: str) -> None:
        """Write a file."""
        (self.root / name).write_text(text, "utf-8")

    def add_program(self, name: str, script: str) -> None:
        """Put a program on the path."""
        (self.programs / name).write_text(script, "utf-8")
        (self.programs / name).chmod(0o755)

    def be_without_browser(self, user: int) -> None:
        """Leave nothing on the path but what the scripts need, `apt-get`, and the user's number."""
        (self.programs / "chromium").unlink()
        for name in ("basename", "cat", "cp", "dirname", "mkdir", "rm"):
            (self.programs / name).symlink_to(shutil.which(name) or name)
        self.add_program("apt-get", STAND_IN)
        self.add_program("id", f"#!/bin/sh\necho {user}\n")
        self._path = str(self.programs)

    def run(self, *command: str, broken: str = "") -> "subprocess.CompletedProcess[str]":
        """Run a command in the checkout."""
        self.notes.write_text("", "utf-8")
        environment = {
            "PATH": self._path,
            "PYTHON": str(self._python),
            "TMPDIR": str(self._temporary),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "NOTES": str(self.notes),
            "BROKEN": broken,
        }
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=600
        )

    def tools(self) -> list[str]:
        """Return what was run last, but for Python."""
        return [line for line in self._noted() if not line.startswith("python ")]

    def browsers(self) -> list[str]:
        """Return how a browser was looked for last."""
        return [line for line in self._noted() if "apt-get " in line or " playwright " in line]

    def installed(self) -> list[str]:
        """Return what was installed last."""
        return [line for line in self._noted() if " pip install " in line]

    def _noted(self) -> list[str]:
        return self.notes.read_text("utf-8").splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_arguments_of_the_test_script_go_to_pytest_and_nothing_else_runs(
    checkout: Checkout,
) -> None:
    assert checkout.run("scripts/test", "tests/test_a.py", "-k", "a and b").returncode == 0
    assert checkout.tools() == ["pytest tests/test_a.py -k a and b"]


def test_without_arguments_every_check_runs(checkout: Checkout) -> None:
    run = checkout.run("scripts/test")
    assert run.stdout.endswith("\nAll checks passed.\n")
    assert {tool.split()[0] for tool in checkout.tools()} == checks()


def test_a_check_that_fails_is_named_and_the_others_still_run(checkout: Checkout) -> None:
    run = checkout.run("scripts/test", broken="mypy")
    assert run.returncode == 1
    assert run.stdout.endswith("\nFailed:\n  mypy\n")
    assert {tool.split()[0] for tool in checkout.tools()} == checks()


def test_the_tested_versions_are_installed_once_and_again_when_they_change(
    checkout: Checkout,
) -> None:
    checkout.run("scripts/test", "--version")
    (install,) = checkout.installed()
    assert f" --constraint {checkout.constraints} " in install
    checkout.run("scripts/test", "--version")
    assert checkout.installed() == []
    checkout.put("constraints.txt", NEW)
    checkout.run("scripts/test", "--version")
    assert len(checkout.installed()) == 1


PLAYWRIGHT = "python -m playwright install --only-shell chromium"


def test_the_browser_that_is_there_is_taken(checkout: Checkout) -> None:
    assert checkout.run("scripts/test", "--version").returncode == 0
    assert checkout.browsers() == []


def test_edge_is_a_browser_too(checkout: Checkout) -> None:
    checkout.be_without_browser(user=0)
    checkout.add_program("microsoft-edge", STAND_IN)
    assert checkout.run("scripts/test", "--version").returncode == 0
    assert checkout.browsers() == []


@pytest.mark.parametrize("user", [0, 1000], ids=["root", "another"])
def test_playwright_gets_a_browser_where_there_is_none(checkout: Checkout, user: int) -> None:
    checkout.be_without_browser(user)
    assert checkout.run("scripts/test", "--version").returncode == 0
    assert checkout.browsers() == [PLAYWRIGHT]


def test_root_gets_the_browser_of_the_system_where_playwright_does_not(checkout: Checkout) -> None:
    checkout.be_without_browser(user=0)
    assert checkout.run("scripts/test", "--version", broken=PLAYWRIGHT).returncode == 0
    assert checkout.browsers() == [PLAYWRIGHT, "apt-get install -y -q chromium"]


def test_where_no_browser_can_be_had_the_tests_run_and_a_warning_says_what_to_do(
    checkout: Checkout,
) -> None:
    checkout.be_without_browser(user=1000)
    run = checkout.run("scripts/test", "--version", broken=PLAYWRIGHT)
    assert run.returncode == 0
    assert checkout.browsers() == [PLAYWRIGHT]
    assert "Install Chromium, Chrome or Edge" in run.stderr
    assert checkout.tools() == ["pytest --version"]


def test_the_tests_look_for_the_same_browsers_as_the_scripts() -> None:
    script = (ROOT / "scripts" / "environment").read_text("utf-8")
    assert f"browsers='{' '.join(NAMES)}'" in script


def test_coverage_is_measured_by_pytest_with_the_arguments(checkout: Checkout) -> None:
    assert checkout.run("scripts/coverage", "tests/audio").returncode == 0
    (tool,) = checkout.tools()
    assert "pytest -n 2 --cov " in tool
    assert tool.endswith(" tests/audio")


def test_new_versions_with_which_all_checks_pass_are_kept(checkout: Checkout) -> None:
    run = checkout.run("scripts/update-constraints")
    assert run.returncode == 0, run.stderr
    assert "-click==8.0\n+click==9.0\n" in run.stdout
    assert {"uv", *checks()} == {tool.split()[0] for tool in checkout.tools()}
    assert checkout.tried.read_text("utf-8") == NEW
    assert checkout.constraints.read_text("utf-8") == NEW


@pytest.mark.parametrize("broken", ["pytest", "uv"])
def test_new_versions_with_which_a_check_fails_are_not_kept(
    checkout: Checkout, broken: str
) -> None:
    run = checkout.run("scripts/update-constraints", broken=broken)
    assert run.returncode != 0
    if broken == "pytest":
        assert (
            "error: the checks failed with the versions above: constraints.txt is as it was"
            in run.stderr
        )
    assert checkout.constraints.read_text("utf-8") == OLD


@pytest.mark.skipif(shutil.which("git") is None, reason="a release is made with git")
@pytest.mark.parametrize(
    ("before", "refusal"),
    [
        ("git switch --quiet --create another", "a release is made on main"),
        ("touch left-over", "there are changes that are not committed"),
        ("git tag v1.2.0", "v1.2.0 is tagged already"),
        ("true", "CHANGELOG.md does not name 1.2.0"),
    ],
    ids=["another branch", "a file too many", "an old version", "nothing in the changelog"],
)
def test_what_is_not_ready_is_not_tagged(checkout: Checkout, before: str, refusal: str) -> None:
    checkout.put("CHANGELOG.md", "## [Unreleased]: 1.2.0\n\n## [1.1.0] - 2026-01-31\n")
    author = "-c user.name=T -c user.email=t@example.org"
    commit = f"git init -q -b main && git add . && git {author} commit -q -m Begin"
    assert checkout.run("sh", "-c", f"{commit} && {before}").returncode == 0
    tags = checkout.run("git", "tag").stdout
    run = checkout.run("scripts/release")
    assert run.returncode == 1
    assert run.stderr.startswith(f"error: {refusal}")
    assert checkout.tools() == []
    assert checkout.run("git", "tag").stdout == tags


def test_an_unknown_option_of_the_release_is_refused(checkout: Checkout) -> None:
    run = checkout.run("scripts/release", "--dry")
    assert run.returncode == 2
    assert run.stderr.startswith("usage: ")
