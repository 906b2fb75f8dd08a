"""The timeline and the script of each shipped routine, as they were when somebody last read them.

After a change that is meant, write them anew, and read the difference before it is committed:

    UPDATE_GOLDEN=1 pytest tests/routines/test_golden_files.py
    git diff tests/golden
"""

import os
from collections.abc import Callable
from difflib import unified_diff
from itertools import islice

import pytest

from helpers.shipped_routines import NAMES, ROOT, timeline_at
from voicecoach.outputs.script import script
from voicecoach.outputs.timeline_json import timeline_json
from voicecoach.timeline import Timeline

GOLDEN = ROOT / "tests" / "golden"
SHOWN_LINES = 60

Sidecar = Callable[[Timeline], str]
SIDECARS: dict[str, Sidecar] = {
    ".txt": script,
    # An included file is called in the manner of the machine.
    ".json": lambda timeline: timeline_json(timeline).replace("\\\\", "/") + "\n",
}


@pytest.mark.parametrize("suffix", SIDECARS)
@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_routine_is_heard_as_its_golden_file_says(name: str, suffix: str) -> None:
    file = GOLDEN / f"{name}{suffix}"
    now = SIDECARS[suffix](timeline_at(name, "medium"))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(now, "utf-8", newline="\n")
    before = file.read_text("utf-8") if file.exists() else ""
    if now != before:
        pytest.fail(_difference(before, now, f"tests/golden/{file.name}"), pytrace=False)


def test_every_golden_file_belongs_to_a_shipped_routine() -> None:
    expected = {f"{name}{suffix}" for name in NAMES for suffix in SIDECARS}
    assert {file.name for file in GOLDEN.iterdir()} == expected


def _difference(before: str, now: str, file: str) -> str:
    lines = unified_diff(before.splitlines(), now.splitlines(), file, "now", lineterm="")
    shown = list(islice(lines, SHOWN_LINES))
    if len(shown) == SHOWN_LINES:
        shown.append("... and more")
    return "\n".join([*shown, "UPDATE_GOLDEN=1 pytest tests/routines writes the file anew"])
