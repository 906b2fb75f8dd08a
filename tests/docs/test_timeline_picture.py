"""The picture in the README shows what the first routine says, and can be drawn anew."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import rule_of_thumb
from pages import ROOT

from voicecoach import shipped
from voicecoach.routine import load
from voicecoach.sidecars.timeline_json import timeline_json
from voicecoach.timeline import Timeline, plan

SCRIPT = ROOT / "scripts" / "draw_timeline.py"
AGAIN = "draw it anew: the first lines of scripts/draw_timeline.py say how"


def _timeline() -> Timeline:
    return plan(load(shipped.routine("runners-lower-back")), rule_of_thumb)


def _quoted(svg: str) -> list[str]:
    """Return the lines that are spoken in a picture; the numbers of a countdown are left out."""
    words = " ".join(re.findall(r"<text [^>]*>(.*?)</text>", svg))
    return [text for text in re.findall("“(.*?)”", unescape(words)) if not text[0].isdigit()]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_picture_shows_lines_that_the_routine_says(name: str) -> None:
    svg = (ROOT / "docs" / f"timeline-{name}.svg").read_text("utf-8")
    ElementTree.fromstring(svg)
    said = {event.text for event in _timeline().events}
    assert len(_quoted(svg)) > 3
    assert set(_quoted(svg)) - said == set(), AGAIN


def test_the_picture_can_be_drawn_from_a_timeline(tmp_path: Path) -> None:
    timeline = _timeline()
    subprocess.run(
        [sys.executable, str(SCRIPT), "30", "90", str(tmp_path / "picture")],
        input=timeline_json(timeline),
        encoding="utf-8",
        check=True,
    )
    light, dark = (
        (tmp_path / f"picture-{name}.svg").read_text("utf-8") for name in ("light", "dark")
    )
    shown = [
        event
        for event in json.loads(timeline_json(timeline))["events"]
        if 30_000 <= event["start_ms"] < 90_000 and event["role"] not in ("countdown", "start")
    ]
    assert _quoted(light) == _quoted(dark) == [event["text"] for event in shown if event["text"]]
