"""A routine in another language, heard whole, as it was when somebody last read it."""

from collections.abc import Callable

import pytest

from helpers.golden import GOLDEN
from helpers.routines import plan_of
from voicecoach.outputs.script import script
from voicecoach.phrases import languages

NAMES = sorted(path.stem for path in (GOLDEN / "languages").glob("*.yaml"))


def test_every_language_but_english_is_heard_whole() -> None:
    assert {*NAMES, "en"} >= {*languages()}


@pytest.mark.parametrize("name", NAMES)
def test_a_routine_in_another_language_is_heard_as_its_golden_file_says(
    name: str, golden: Callable[[str, str], None]
) -> None:
    timeline = plan_of((GOLDEN / "languages" / f"{name}.yaml").read_text("utf-8"))
    golden(f"languages/{name}.txt", script(timeline))
