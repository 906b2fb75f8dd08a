"""The timeline of each shipped routine, as it was when somebody last read it.

After a change that is meant, write the golden files anew, and read the difference before it is
committed:

    pytest --renew-golden tests/shipped tests/outputs tests/sharing
    git diff tests/golden
"""

from collections.abc import Callable

import pytest

from helpers.golden import GOLDEN, told
from helpers.shipped_routines import NAMES, timeline_at


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_routine_is_heard_as_its_golden_file_says(
    name: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"{name}.txt", told(timeline_at(name, "medium")))


def test_every_golden_file_belongs_to_a_shipped_routine() -> None:
    folders = {(GOLDEN / name).parent for name in NAMES}
    files = {file for folder in folders for file in folder.glob("*.*")}
    assert files == {GOLDEN / f"{name}.txt" for name in NAMES}
