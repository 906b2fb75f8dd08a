"""Files for many people: a routine of ten minutes, a table, and what one process takes for a row.

`python -m benchmarks.people WAY TABLE` builds `person.yaml` for all rows: by `rebuilds`, one build
after another as `voicecoach build` does, or by `persons`, as a process of a batch does; both with
all lines spoken.
"""

import sys
from contextlib import closing
from pathlib import Path

from voicecoach.people import bench
from voicecoach.people.job import Checked, Job, Setting
from voicecoach.people.jobs import jobs_of
from voicecoach.people.person import people_of
from voicecoach.people.table import read_table
from voicecoach.session.build import build
from voicecoach.session.options import Options
from voicecoach.session.outputs import SoundOutput
from voicecoach.session.session import Session, default_store

PERSONAL_ROUTINE = """\
title: Back for {name}
vars: {name: you, hold: 10s, times: 8}
between: 10s
workout:
  - say: Hello {name}. Let us begin.
  - section: Warm-up
  - exercise: March on the spot
    for: 60s
    tips: [Stand tall., "Breathe calmly, {name}."]
  - Arm circles 30s
  - section: Strength
  - exercise: Bird dog
    reps: 4-6
    hold: "{hold}"
    sides: each
    setup: Come onto your hands and knees, hands under your shoulders.
    tips: [Keep your back flat., Reach long.]
  - exercise: Side plank
    hold: 15-25s
    sides: each
    setup: Lie on your side, on your forearm.
    rest: 20s
  - Squats 2x10, rest 30s
  - exercise: Glute bridge
    reps: "{times}"
    sets: 2
    rest: 20s
    setup: Lie on your back, feet flat on the floor.
  - section: Ease off
  - Child's pose 45s
  - Cat and cow 40s
  - say: Well done, {name}.
"""
_LEVELS, _HOLDS, _TIMES = ("easy", "medium", "hard"), ("8s", "10s", "12s"), (6, 8, 10)
_NAMES = ("Anna", "Bert", "Cleo", "Dora", "Emil", "Fay", "Gus", "Ida", "Kai", "Lea")


def people(count: int) -> str:
    """Return a table of so many people, each with a name of their own."""
    rows = ["id,name,level,hold,times"]
    for number in range(count):
        name = f"{_NAMES[number % len(_NAMES)]} {number // len(_NAMES)}"
        choices = f"{_LEVELS[number % 3]},{_HOLDS[number // 3 % 3]},{_TIMES[number // 9 % 3]}"
        rows.append(f"p-{number:05},{name},{choices}")
    return "\n".join(rows) + "\n"


def _rebuilds(jobs: list[Job], folder: Path) -> None:
    with closing(Session()) as session:
        for job in jobs:
            build(session, job.source, [SoundOutput(folder / job.file)], job.options)


def _persons(jobs: list[Job], folder: Path) -> None:
    setting = Setting(str(default_store().directory), str(folder), year=2026)
    for job in jobs:
        checked = bench.check(setting, 0, job)
        assert isinstance(checked, Checked)
        bench.build(setting, checked)
    bench.close()


def _main(way: str, table: str) -> None:
    options = Options(voice="pyttsx3")
    persons, _ = people_of(read_table(Path(table)), Path("person.yaml"), options)
    jobs = [job for each in map(jobs_of, persons) if isinstance(each, list) for job in each]
    folder = Path("one by one")
    folder.mkdir(exist_ok=True)
    (_persons if way == "persons" else _rebuilds)(jobs, folder)


if __name__ == "__main__":
    _main(*sys.argv[1:])
