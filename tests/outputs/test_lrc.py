"""LRC lyrics: literal text, hostile text, and what another program reads in them."""

import re
import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from helpers.cases import inputs
from helpers.routines import plan_of, with_workout
from helpers.speaking import line
from voicecoach.outputs import lrc
from voicecoach.timeline import Event, Timeline
from voicecoach.units import HOUR_MS, MINUTE_MS


def _timeline(duration_ms: int, *lines: tuple[int, int, str], title: str = "T") -> Timeline:
    events = [
        Event("speech", "say", start, length, 0, line(text), 1) for start, length, text in lines
    ]
    return Timeline(title, "en", duration_ms, (), tuple(events), (), ())


ROUTINE = """\
title: Two
caution: |-
  Stop [at once]
  if it hurts.
workout:
  - Plank 20s, rest 15s
  - Squats x3
"""
LYRICS = """\
[ti:Two]
[length:00:56]
[by:voicecoach]
[00:00.00]Two. 2 exercises, about 40 seconds.
[00:02.35]Stop (at once) if it hurts.
[00:04.10]Plank, 20 seconds.
[00:07.18]3
[00:08.18]2
[00:09.18]1
[00:14.48]
[00:20.53]Halfway.
[00:26.01]
[00:27.18]3
[00:28.18]2
[00:29.18]1
[00:30.68]Rest. Next: Squats, 3 repetitions.
[00:32.97]Last exercise.
[00:38.81]
[00:42.18]3
[00:43.18]2
[00:44.18]1
[00:45.78]1
[00:48.18]2
[00:51.18]3
[00:54.83]That was all. Well done.
"""


def test_the_lyrics_of_a_programme() -> None:
    assert lrc.text(plan_of(ROUTINE)) == LYRICS


def test_the_display_is_cleared_where_nothing_is_said_for_five_seconds() -> None:
    timeline = _timeline(
        60_000, (1000, 2000, "One."), (8000, 1000, "Two."), (14_001, 999, "Three.")
    )
    assert lrc.text(timeline).splitlines()[3:] == [
        "[00:01.00]One.",
        "[00:08.00]Two.",
        "[00:14.00]",
        "[00:14.00]Three.",
        "[00:20.00]",
    ]


def test_a_programme_without_words_has_no_lines() -> None:
    assert lrc.text(_timeline(61_999)) == "[ti:T]\n[length:01:01]\n[by:voicecoach]\n"


@pytest.mark.parametrize(
    ("start_ms", "stamp"),
    [
        (0, "[00:00.00]"),
        (9, "[00:00.00]"),
        (59_999, "[00:59.99]"),
        (99 * MINUTE_MS, "[99:00.00]"),
        (100 * MINUTE_MS + 5010, "[100:05.01]"),
        (5 * HOUR_MS, "[300:00.00]"),
    ],
)
def test_minutes_go_on_beyond_the_hour(start_ms: int, stamp: str) -> None:
    text = lrc.text(_timeline(6 * HOUR_MS, (start_ms, 100, "Go.")))
    assert f"\n{stamp}Go.\n" in text
    assert "[length:360:00]" in text


HOSTILE = {
    "[00:05.00]Boo": "(00:05.00)Boo",
    "<00:05.00>Boo": "(00:05.00)Boo",
    "Less < more > less": "Less < more > less",
    "one\ntwo\r\nthree\u2028four\x85five": "one two three four five",
    "be\x07ep \x1b[31mred": "be ep (31mred",
    "[ar:me]": "(ar:me)",
    "Größe 🙂": "Größe 🙂",
    "  wide   apart ": "wide apart",
}


@inputs(("text", "written"), HOSTILE)
def test_no_text_is_taken_for_a_tag(text: str, written: str) -> None:
    lines = lrc.text(_timeline(3000, (1000, 500, text), title=text)).split("\n")
    assert lines == [
        f"[ti:{written}]",
        "[length:00:03]",
        "[by:voicecoach]",
        f"[00:01.00]{written}",
        "",
    ]


def test_ffmpeg_reads_each_line_at_its_time(tmp_path: Path) -> None:
    timeline = plan_of(with_workout("- Plank 40s each side\n- rest: 20s\n- Squats x5"))
    file = tmp_path / "a.lrc"
    file.write_bytes(lrc.text(timeline).encode())
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(file), "-f", "srt", "-"]
    shown = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    found = re.findall(r"(\d+):(\d+):(\d+),(\d+) -->.*\n(.+)\n", shown)
    heard = [
        (int(h) * HOUR_MS + int(m) * MINUTE_MS + int(s) * 1000 + int(ms), text)
        for h, m, s, ms, text in found
    ]
    assert heard == [
        (event.start_ms // 10 * 10, event.text)
        for event in timeline.events
        if event.kind == "speech"
    ]
