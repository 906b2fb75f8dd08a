"""The outputs of one short routine, whole, as they were when somebody last read them."""

from collections.abc import Callable

import pytest

from helpers.golden import GOLDEN
from helpers.routines import plan_of
from voicecoach.outputs import csv, lrc, markdown, sheet, srt, transcript, vtt
from voicecoach.outputs.script import script
from voicecoach.outputs.timeline_json import timeline_json
from voicecoach.timeline import Timeline

OUTPUTS: dict[str, Callable[[Timeline], str]] = {
    "script.txt": script,
    "json": lambda timeline: timeline_json(timeline) + "\n",
    "vtt": vtt.text,
    "srt": srt.text,
    "lrc": lrc.text,
    "md": markdown.text,
    "transcript.html": transcript.text,
    "sheet.html": sheet.text,
    "csv": lambda timeline: csv.text(timeline).replace("\r\n", "\n"),
}


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_a_routine_comes_out_as_its_golden_file_says(
    suffix: str, golden: Callable[[str, str], None]
) -> None:
    timeline = plan_of((GOLDEN / "outputs" / "short.yaml").read_text("utf-8"))
    golden(f"outputs/short.{suffix}", OUTPUTS[suffix](timeline))
