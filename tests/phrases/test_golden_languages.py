"""A routine in another language, heard whole, as it was when somebody last read it."""

from collections.abc import Callable

import pytest

from helpers.golden import GOLDEN
from helpers.routines import plan_of
from voicecoach.outputs.script import script


@pytest.mark.parametrize("name", ["french"])
def test_a_routine_in_another_language_is_heard_as_its_golden_file_says(
    name: str, golden: Callable[[str, str], None]
) -> None:
    timeline = plan_of((GOLDEN / "languages" / f"{name}.yaml").read_text("utf-8"))
    golden(f"languages/{name}.txt", script(timeline))
