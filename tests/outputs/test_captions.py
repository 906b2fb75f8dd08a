"""WebVTT and SubRip captions, read back by the libraries of others."""

from datetime import timedelta
from html import unescape
from itertools import pairwise

import pytest
import srt as subrip
import webvtt
from hypothesis import given

from helpers.cases import inputs
from helpers.hard_texts import hard_texts, later, said_in_order, saying
from helpers.shipped_routines import NAMES, timeline_at
from voicecoach.outputs import srt, vtt
from voicecoach.timeline import Timeline
from voicecoach.units import HOUR_MS


def _cues(timeline: Timeline) -> list[tuple[int, int, str]]:
    cues = webvtt.from_string(vtt.text(timeline), strict=True).captions
    assert [cue.identifier for cue in cues] == [str(n + 1) for n in range(len(cues))]
    return [(_ms(cue.start), _ms(cue.end), unescape(cue.raw_text)) for cue in cues]


def _ms(stamp: str) -> int:
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * HOUR_MS + int(minutes) * 60_000 + int(seconds.replace(".", ""))


def _subtitles(timeline: Timeline) -> list[tuple[int, int, str]]:
    found = list(subrip.parse(srt.text(timeline), ignore_errors=False))
    assert [each.index for each in found] == [n + 1 for n in range(len(found))]
    ms = timedelta(milliseconds=1)
    return [(each.start // ms, each.end // ms, each.content) for each in found]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_shipped_routine_is_a_caption_at_its_time(name: str) -> None:
    timeline = timeline_at(name, "medium")
    said = said_in_order(timeline)
    assert _cues(timeline) == said
    assert _subtitles(timeline) == said
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(said))


@given(hard_texts, hard_texts)
def test_no_text_is_taken_for_markup_or_a_time(text: str, title: str) -> None:
    timeline = saying(text, "Next.", title=title)
    said = said_in_order(timeline)
    assert _cues(timeline) == said
    found = _subtitles(timeline)
    assert [each[:2] for each in found] == [each[:2] for each in said]
    assert found[1][2] == "Next."
    assert "-->" not in found[0][2]


def test_hours_go_on_beyond_two_digits() -> None:
    timeline = later(saying("Go."), 123 * HOUR_MS + 61_007)
    assert "\n123:01:01.007 --> 123:01:01.907\n" in vtt.text(timeline)
    assert "\n123:01:01,007 --> 123:01:01,907\n" in srt.text(timeline)


def test_the_head_of_webvtt_names_the_language_and_its_note_the_programme() -> None:
    head = vtt.text(saying("Go.", title="Up --> & <down>")).split("\n\n")[:2]
    assert head == ["WEBVTT\nLanguage: en", "NOTE Up --&gt; &amp; &lt;down&gt;, 0:01"]


SUBTITLES = {
    "<i>Up</i>": "(i)Up(/i)",
    "<font color=red": "(font color=red",
    "Less < more > less": "Less < more > less",
    "{\\an8}Up": "(\\an8)Up",
    "{name}": "{name}",
    "left --> right": "left → right",
    "one\n\n2\ntwo": "one 2 two",
}


@inputs(("text", "shown"), SUBTITLES)
def test_a_subtitle_has_no_tag_code_or_arrow(text: str, shown: str) -> None:
    assert _subtitles(saying(text)) == [(0, 900, shown)]
