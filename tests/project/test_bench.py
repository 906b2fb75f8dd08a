"""The benchmarks run and say what they promise; how fast anything is, no test can tell."""

import json
import math
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.programmes import routine
from benchmarks.running import Results, Run
from benchmarks.steps import STEPS
from benchmarks.tables import RATIOS, data, markdown

from helpers.project_files import ROOT
from helpers.routines import plan_of

PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- bench -->\n", "<!-- end of bench -->\n"


def _bench(*arguments: str) -> None:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=3000)


def test_a_quick_run_prints_tables_into_a_page_and_writes_json(tmp_path: Path) -> None:
    page, file = tmp_path / "page.md", tmp_path / "bench.json"
    page.write_text(f"Before.\n{START}stale\n{END}After.\n", "utf-8")
    _bench("--quick", "--runs", "1", "--json", str(file), "--into", str(page), "builds")

    measured = json.loads(file.read_text("utf-8"))
    assert measured.keys() == {"ratios", "growth", "steps", "runs"}
    assert measured["ratios"]
    for ratio in measured["ratios"]:
        assert ratio.keys() == {"what", "ratio", "target"}
        assert math.isfinite(ratio["ratio"])
        assert ratio["ratio"] > 0
    assert {"overlay", "cold medium", "changed medium", "encode"} <= measured["runs"].keys()
    for runs in measured["runs"].values():
        assert [run.keys() for run in runs] == [{"wall_s", "cpu_s", "peak"}]

    before, table, after = page.read_text("utf-8").split("<!--")
    assert before == "Before.\n"
    assert "cold build ÷ ffmpeg" in table
    assert "stale" not in table
    assert after.endswith("After.\n")


def test_a_page_without_the_marks_is_refused_before_anything_runs(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("No marks.\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        _bench("--into", str(page))
    assert b"has no lines <!-- bench -->" in failed.value.stderr


@pytest.fixture
def results() -> Results:
    """Runs of three: one that took long, in which everything else is twice what it is divided by."""
    found = Results()
    for ratio in RATIOS:
        found.runs[ratio.lower] = [Run(1.0, 1.0, 100), Run(9.0, 1.0, 100), Run(1.0, 1.0, 100)]
    for ratio in RATIOS:
        found.runs[ratio.upper] = [Run(2.0, 1.0, 110)] * 3
    for build in ("cold", "changed", "unchanged"):
        for size in ("short", "medium", "long"):
            found.runs.setdefault(f"{build} {size}", [Run(2.0, 1.0, 100)] * 3)
    found.steps["cold medium"] = Counter({"encoding": 3.0, "speaking": 1.0})
    return found


def test_a_ratio_is_one_of_medians_and_is_held_against_its_target(results: Results) -> None:
    rows = [line.split(" | ") for line in markdown(results).splitlines()]
    cells = {row[0].strip("| "): [cell.strip("| ") for cell in row[1:]] for row in rows}
    assert cells["`voicecoach --version` ÷ `python -c pass`"] == ["2", "4.5", "yes"]
    assert cells["cold build ÷ ffmpeg merely encoding"] == ["2", "0.5", "no"]
    assert cells["encoding where it sounds ÷ encoding all, by LAME"] == ["2", "", ""]
    assert cells["peak memory, 5 hours ÷ 30 minutes"] == ["1", "1.2", "yes"]
    assert cells["encoding"] == ["75%"]


def test_growth_is_told_against_thirty_minutes(results: Results) -> None:
    growth = data(results)["growth"]
    assert list(growth) == ["short", "medium", "long"]
    assert set(growth["medium"].values()) == {1.0}


@pytest.mark.parametrize(("exercises", "minutes"), [(2, 3), (20, 30), (200, 300)])
def test_programmes_are_as_long_as_they_are_called_and_equally_dense(
    exercises: int, minutes: int
) -> None:
    timeline = plan_of(routine(exercises), measure=lambda line: max(300, 55 * len(line.text)))
    assert timeline.duration_ms / 60_000 == pytest.approx(minutes, rel=0.1)
    sounding_ms = sum(event.length_ms for event in timeline.events)
    assert sounding_ms / timeline.duration_ms == pytest.approx(0.32, abs=0.06)
    assert not timeline.warnings


def test_another_text_is_heard_where_a_line_is_changed() -> None:
    before, after = (plan_of(routine(2, changed=text)) for text in ("", "Now something else."))
    said = [{event.text for event in timeline.events} for timeline in (before, after)]
    assert said[1] - said[0] == {"Now something else."}


def test_every_step_names_a_module_that_there_is() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in (ROOT / "voicecoach").rglob("*.py")}
    for module in STEPS:
        assert any(name.startswith(module.replace(".", "/")) for name in names), module


def test_the_page_has_the_tables_of_the_benchmarks() -> None:
    table = PAGE.read_text("utf-8").partition(START)[2].partition(END)[0]
    for ratio in RATIOS:
        assert ratio.what in table
