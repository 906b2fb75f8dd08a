"""The shipped routines, spoken by the real engine in one order and another."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from helpers.sessions import ignore, opened
from helpers.shipped_routines import path_of
from voicecoach.session.options import Options
from voicecoach.session.plan import plan_routine
from voicecoach.timeline import Timeline

SHORT = ("desk-break", "plank-ladder", "tabata", "box-breathing")
ESPEAK = Options(voice="pyttsx3")


def _timelines(names: Sequence[str]) -> dict[str, Timeline]:
    """Return the timelines of routines that are planned one after another."""
    with opened() as session:
        return {
            name: plan_routine(session, path_of(name), ESPEAK, ignore).timeline for name in names
        }


def test_every_line_has_one_length_in_whatever_order_routines_are_planned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    timelines = []
    for number, order in enumerate((SHORT, SHORT[::-1])):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / str(number)))
        timelines.append(_timelines(order))
    assert timelines[0] == timelines[1]
