"""Programmes of weeks in a directory, with the routines that they name."""

from pathlib import Path

from voicecoach.programme import Programme, read_programme

INTERVALS = """\
title: Intervals
vars: {week: 1, runs: 8, run: 60s}
workout:
  - circuit: Intervals
    rounds: "{runs}"
    do:
      - exercise: Run
        for: "{run}"
      - Walk 90s
"""
LEGS = """\
title: Legs
vars: {load: 60 kg}
workout:
  - exercise: Squats
    reps: 5-8
    sets: 2
    rest: 30s
    load: "{load}"
"""
HEAD = """\
programme: Run and walk
start: 2026-12-07
days: [mon, wed, fri]
at: "07:00"
routine: intervals.yaml
"""
# That of the documentation.
WEEKS = """\
progress:
  run: {from: 60s, add: 30s, to: 2 min}
weeks:
  - {}
  - {vars: {runs: 7}}
  - {same: 2}
  - {days: {fri: rest}, level: easy}
"""


def put_programme(directory: Path, text: str) -> Path:
    """Write a programme, beside its routines `intervals.yaml` and `legs.yaml`."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "intervals.yaml").write_text(INTERVALS, "utf-8")
    (directory / "legs.yaml").write_text(LEGS, "utf-8")
    path = directory / "plan.yaml"
    path.write_text(text, "utf-8")
    return path


def programme_of(directory: Path, text: str) -> Programme:
    """Read a programme, beside its routines."""
    return read_programme(put_programme(directory, text))


def given(programme: Programme, name: str) -> list[str | None]:
    """Return the value of a variable in the first session of each week, None where it has none."""
    firsts = [week.sessions[0].variables.get(name) for week in programme.weeks if week.sessions]
    return [None if value is None else str(value) for value in firsts]
