"""What the workflows may do, what they run on, and the hooks that run before a commit."""

import re
from typing import Any

import pytest
import yaml

from helpers.project_files import PYTHONS, ROOT, checks

WORKFLOWS = {
    path.name: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
JOBS = {
    f"{file}: {name}": job
    for file, workflow in WORKFLOWS.items()
    for name, job in workflow["jobs"].items()
}
Job = dict[str, Any]


@pytest.mark.parametrize("file", WORKFLOWS)
def test_a_workflow_may_only_read_and_does_not_run_twice_at_a_time(file: str) -> None:
    assert WORKFLOWS[file]["permissions"] == {"contents": "read"}
    assert "group" in WORKFLOWS[file]["concurrency"]


def test_only_the_job_that_publishes_may_do_more() -> None:
    allowed = {name: job["permissions"] for name, job in JOBS.items() if "permissions" in job}
    assert allowed == {"release.yml: publish": {"id-token": "write"}}


def test_the_job_that_publishes_runs_no_code_of_the_project() -> None:
    steps = JOBS["release.yml: publish"]["steps"]
    assert not any("run" in step or "checkout" in step["uses"] for step in steps)


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS.keys())
def test_a_job_has_a_limit_and_its_actions_a_major_version(job: Job) -> None:
    assert job["timeout-minutes"] <= 60
    for step in job["steps"]:
        assert re.search(r"@(v|release/v)\d+$", step.get("uses", "@v0"))


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS.keys())
def test_the_scripts_that_a_job_runs_are_there(job: Job) -> None:
    for step in job["steps"]:
        for script in re.findall(r"scripts/\S+", step.get("run", "")):
            assert (ROOT / script).exists()


@pytest.mark.parametrize("name", ["linux", "elsewhere"])
def test_every_python_is_tested_on_every_system(name: str) -> None:
    assert JOBS[f"test.yml: {name}"]["strategy"]["matrix"]["python"] == list(PYTHONS)


def test_the_hooks_before_a_commit_are_the_checks_but_for_the_tests() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (repository,) = hooks["repos"]
    assert repository["repo"] == "local"
    programs = {hook["entry"].split()[0] for hook in repository["hooks"]}
    assert programs == {f".venv/bin/{check}" for check in checks() - {"pytest"}}
