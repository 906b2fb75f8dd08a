"""The tables of docs/performance.md, made of what was measured; they hold ratios only."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from benchmarks.running import Results, Run

_SIZES = {"short": "3 minutes", "medium": "30 minutes", "long": "5 hours"}
_BUILDS = {
    "cold": "cold build",
    "changed": "one changed line",
    "unchanged": "nothing changed",
}


@dataclass(frozen=True, slots=True)
class Ratio:
    """A line of the table: what is divided by what, and how large that may be at most.

    With `of_memory`, it is the peaks that are divided, not the times.
    """

    what: str
    upper: str
    lower: str
    target: float | None = None
    of_memory: bool = False

    def value(self, results: Results) -> float:
        """Return the ratio of the medians."""
        read = _peak if self.of_memory else _wall_s
        return read(results.runs[self.upper]) / read(results.runs[self.lower])


RATIOS = (
    Ratio("cold build ÷ pyttsx3, pydub overlay and export", "cold medium", "overlay", 1 / 40),
    Ratio("cold build ÷ ffmpeg merely encoding", "cold medium", "encode", 0.5),
    Ratio("rebuild after one changed line ÷ that encode", "changed medium", "encode", 0.1),
    Ratio("rebuild with nothing changed ÷ `python -c pass`", "unchanged medium", "python", 8),
    Ratio("nothing changed, 5 hours ÷ 30 minutes", "unchanged long", "unchanged medium", 1.3),
    Ratio("cold build, 5 hours ÷ 30 minutes", "cold long", "cold medium", 11),
    Ratio("one changed line, 5 hours ÷ 30 minutes", "changed long", "changed medium", 3),
    Ratio("peak memory, 5 hours ÷ 30 minutes", "cold long", "cold medium", 1.2, of_memory=True),
    Ratio("memory of `watch`, 100 rebuilds ÷ 5", "watch 100", "watch 5", 1.1, of_memory=True),
    Ratio("`voicecoach --version` ÷ `python -c pass`", "version", "python", 4.5),
    Ratio("`voicecoach check` ÷ `python -c pass`", "check", "python"),
    Ratio("cold build with music ÷ ffmpeg merely encoding it", "music", "encode stereo"),
    Ratio("one changed line with music ÷ that encode", "music changed", "encode stereo"),
    Ratio("cold build, natural voice ÷ the system's", "cold beside natural", "cold beside"),
    Ratio("one changed line, natural ÷ the system's", "changed beside natural", "changed beside"),
    Ratio("nothing changed, natural ÷ `python -c pass`", "unchanged beside natural", "python", 8),
    Ratio("a person's file, checked and built ÷ the same rebuild", "persons", "rebuilds", 1.2),
    Ratio("a batch by two processes ÷ by one", "batch by 2", "batch by 1", 1 / 1.8),
    Ratio("checking a table ÷ building it, both by two", "batch check", "batch by 2"),
    Ratio("memory of checking 1,000 rows ÷ 100", "batch check", "batch check a tenth", 1.1, True),
    Ratio("encoding where it sounds ÷ encoding all, by LAME", "spans", "whole"),
)


def data(results: Results) -> dict[str, Any]:
    """Return all that was measured, as JSON data."""
    ratios = [
        {"what": ratio.what, "ratio": ratio.value(results), "target": ratio.target}
        for ratio in _measured(results)
    ]
    return {
        "ratios": ratios,
        "growth": _growth(results),
        "steps": {name: _shares(results, name) for name in results.steps},
        "runs": {name: [asdict(run) for run in runs] for name, runs in results.runs.items()},
    }


def markdown(results: Results) -> str:
    """Return the tables of what was measured."""
    targets = [("measured", "ratio", "target", "met")]
    for ratio in _measured(results):
        value, target = ratio.value(results), ratio.target
        met = "" if target is None else "yes" if value <= target else "no"
        targets.append((ratio.what, _short(value), _short(target), met))
    growth = [("programme", *_BUILDS.values(), "peak memory")]
    for size, values in _growth(results).items():
        growth.append((_SIZES[size], *map(_short, values.values())))
    tables = (targets, growth, _steps(results))
    return "\n".join(_table(rows) for rows in tables if len(rows) > 1)


def _measured(results: Results) -> list[Ratio]:
    return [ratio for ratio in RATIOS if {ratio.upper, ratio.lower} <= results.runs.keys()]


def _growth(results: Results) -> dict[str, dict[str, float]]:
    """Return, for each size, what it costs beside the medium one, by the kind of build."""
    if not {"cold long", "cold medium"} <= results.runs.keys():
        return {}
    found: dict[str, dict[str, float]] = {}
    for size in _SIZES:
        found[size] = {
            kind: Ratio("", f"{kind} {size}", f"{kind} medium").value(results) for kind in _BUILDS
        }
        memory = Ratio("", f"cold {size}", "cold medium", of_memory=True)
        found[size]["memory"] = memory.value(results)
    return found


def _steps(results: Results) -> list[tuple[str, ...]]:
    """Return the rows of the steps' shares, the largest of a cold build first."""
    shares = {name: _shares(results, name) for name in results.steps}
    first = next(iter(shares.values()), {})
    everything = {step for column in shares.values() for step in column}
    rows = [("step", *map(_column, shares))]
    for step in sorted(everything, key=lambda step: -first.get(step, 0)):
        rows.append((step, *(f"{column.get(step, 0):.0%}" for column in shares.values())))
    return rows


def _column(name: str) -> str:
    kind, size = name.split()
    return _BUILDS[kind] + ("" if size == "medium" else f", {_SIZES[size]}")


def _shares(results: Results, name: str) -> dict[str, float]:
    seconds = results.steps[name]
    total_s = sum(seconds.values())
    return {step: step_s / total_s for step, step_s in seconds.items()}


def _wall_s(runs: Sequence[Run]) -> float:
    return median(run.wall_s for run in runs)


def _peak(runs: Sequence[Run]) -> float:
    return median(run.peak for run in runs)


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.2g}" if value < 1 else f"{value:.3g}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table in Markdown that can be read as text too."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    lines.insert(1, ["-" * width for width in widths])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
