"""The player page as a text: well formed, closed to all that is not its own, and complete."""

import base64
import hashlib
import json
import re
from functools import cache
from typing import Any

import html5lib
import pytest
from msgspec.structs import replace

from helpers.cases import in_a_line, inputs
from helpers.pages import ROOT
from helpers.programmes import HOSTILE, repeated, with_hostile_text
from helpers.routines import plan_of, with_workout
from voicecoach import formats, phrases
from voicecoach.outputs import Finished, page, single_file_page
from voicecoach.outputs.clean import clean
from voicecoach.outputs.cover import cover
from voicecoach.outputs.page.captions import MOST_CHARACTERS
from voicecoach.timeline import Timeline

ROUTINE = """\
title: Three
workout:
  - Plank 20s, rest 15s
  - exercise: Side plank
    for: 10s
    sides: each
    setup: Lie on your right side, legs straight, one foot on the other, and your elbow below it.
    rest: 8s
  - exercise: Bird dog
    reps: 3
    hold: 5s
    rest: 8s
  - Squats 2x4, rest 6s
  - Row 500 m in 2:00
"""
SOUND = b"\xff\xfb the sound"
HOSTILE_TITLES = (
    "</script><img src=x onerror=alert(1)>",
    "</title></style><script>alert(1)</script>",
    "<!--<script>",
    "quotes \" ' ` & {{ 7 * 7 }} {% raw %}",
    "line\u2028paragraph\u2029",
    "\u202ebidi 💪🏽 👩‍👩‍👧",
)


@cache
def _timeline() -> Timeline:
    return plan_of(ROUTINE)


def _page(timeline: Timeline, sound_name: str = "three.mp3", cover: bytes | None = None) -> str:
    return page.render(Finished(timeline, sound_name, lambda: SOUND, lambda: cover)).decode()


def _tree(text: str) -> Any:
    """Return the elements of a page. Fails where it breaks a rule of HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def _inlined(text: str, tag: str) -> str:
    """Return what is in the only element of the page that begins with a tag."""
    (found,) = re.findall(f"{re.escape(tag)}(.*?)</", text, re.DOTALL)
    return str(found)


def _content(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        _inlined(text, '<script type="application/json" id="content">')
    )
    return found


def _policy(text: str) -> dict[str, str]:
    """Return the sources of each directive of the policy."""
    (meta,) = [
        element
        for element in _tree(text).iter("meta")
        if element.get("http-equiv") == "Content-Security-Policy"
    ]
    directives = (part.partition(" ") for part in meta.get("content").split("; "))
    return {name: sources for name, _, sources in directives}


def _sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_page_is_html_without_a_fault_in_the_language_of_the_routine() -> None:
    root = _tree(_page(plan_of(f"language: de\n{ROUTINE}")))
    assert (root.get("lang"), root.get("dir")) == ("de", "ltr")
    assert root.findtext("head/title") == "Three"


def test_the_policy_allows_the_one_style_the_one_script_and_the_sound_beside_the_page() -> None:
    text = _page(_timeline())
    assert _policy(text) == {
        "default-src": "'none'",
        "style-src": _sha256(_inlined(text, "<style>")),
        "script-src": _sha256(_inlined(text, "<script>")),
        "media-src": "'self' file:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_nothing_but_the_sound_is_named_that_could_be_loaded() -> None:
    text = _page(_timeline())
    addresses = {
        (element.tag, name, value)
        for element in _tree(text).iter()
        if isinstance(element.tag, str)
        for name, value in element.items()
        if name in ("src", "href", "srcset", "poster", "action", "style")
    }
    assert addresses == {("audio", "src", "three.mp3"), ("link", "href", "data:,")}
    assert "url(" not in text
    assert "@import" not in text


@inputs(
    ("name", "address"),
    {
        "Bauch, Beine & Po.mp3": "Bauch%2C%20Beine%20%26%20Po.mp3",
        "a:b?c#d%e.mp3": "a%3Ab%3Fc%23d%25e.mp3",
        'x" onerror="alert(1).mp3': "x%22%20onerror%3D%22alert%281%29.mp3",
        "背中.mp3": "%E8%83%8C%E4%B8%AD.mp3",
        "not-text-\udcff.mp3": "not-text-%FF.mp3",
    },
)
def test_the_sound_is_addressed_by_its_name_whatever_that_is(name: str, address: str) -> None:
    (audio,) = _tree(_page(_timeline(), name)).iter("audio")
    assert audio.get("src") == address


def test_the_content_is_the_timeline_without_anything_of_the_machine() -> None:
    timeline = _timeline()
    text = _page(replace(timeline, phases=tuple(
        replace(phase, file="/home/ada/three.yaml") for phase in timeline.phases
    )))  # fmt: skip
    content = _content(text)
    assert content["title"] == timeline.title
    assert content["duration_ms"] == timeline.duration_ms
    assert [
        (phase["kind"], phase["start_ms"], phase["length_ms"]) for phase in content["phases"]
    ] == [(phase.kind, phase.start_ms, phase.length_ms) for phase in timeline.phases]
    assert content["chapters"] == [
        {"title": chapter.title, "start_ms": chapter.start_ms} for chapter in timeline.chapters
    ]
    said = " ".join(event.text for event in timeline.events if event.text is not None)
    assert " ".join(caption["text"] for caption in content["captions"]) == said
    assert "/home" not in text


def test_phases_say_what_they_are_of_or_lead_in_to() -> None:
    shown = [
        (phase["kind"], phase["title"], *phase["details"])
        for phase in _content(_page(_timeline()))["phases"]
    ]
    assert shown[:7] == [
        ("say", "Three"),
        ("prepare", "Plank"),
        ("work", "Plank"),
        ("rest", "Rest"),
        ("work", "Side plank", "Right side"),
        ("switch", "Side plank", "Left side"),
        ("work", "Side plank", "Left side"),
    ]
    assert ("work", "Squats", "Set 2 of 2") in shown
    assert ("work", "Row", "500 m") in shown


def test_repetitions_have_their_period_with_the_release_between_holds() -> None:
    phases = {phase["title"]: phase for phase in _content(_page(_timeline()))["phases"]}
    assert (phases["Squats"]["reps"], phases["Squats"]["rep_period_ms"]) == (4, 3000)
    # Three holds of 5 s, two releases of 2 s.
    assert (phases["Bird dog"]["reps"], phases["Bird dog"]["rep_period_ms"]) == (3, 7000)
    assert "reps" not in phases["Plank"]


def test_the_buttons_go_to_what_leads_in_to_each_exercise() -> None:
    timeline = _timeline()
    starts = [phase.start_ms for phase in timeline.phases]
    kinds = {
        start_ms: timeline.phases[starts.index(start_ms)].kind
        for start_ms in _content(_page(timeline))["exercises"]
    }
    assert list(kinds.values()) == ["prepare", "rest", "rest", "rest", "prepare"]


def test_a_long_line_is_shown_in_pieces_that_tile_its_time() -> None:
    timeline = _timeline()
    (setup,) = [event for event in timeline.events if event.role == "setup"]
    pieces = [
        caption
        for caption in _content(_page(timeline))["captions"]
        if setup.start_ms <= caption["start_ms"] < setup.end_ms
    ]
    assert len(pieces) > 1
    assert all(len(piece["text"]) <= MOST_CHARACTERS for piece in pieces)
    assert [piece["start_ms"] for piece in pieces[1:]] == [piece["end_ms"] for piece in pieces[:-1]]
    assert (pieces[0]["start_ms"], pieces[-1]["end_ms"]) == (setup.start_ms, setup.end_ms)


def test_the_transcript_has_every_line_under_its_chapter_and_counts_in_one() -> None:
    timeline = _timeline()
    (chapters,) = [
        element
        for element in _tree(_page(timeline)).iter("div")
        if element.get("id") == "transcript"
    ]
    titles = [section.findtext("h3") for section in chapters]
    assert titles == [chapter.title for chapter in timeline.chapters]
    lines = [button.text for button in chapters.iter("button")]
    assert "3 · 2 · 1" in lines
    assert "1 · 2 · 3 · 4" in lines
    said = [event.text for event in timeline.events if event.text is not None]
    assert " · ".join(lines) == " · ".join(said)


@pytest.mark.parametrize("title", HOSTILE_TITLES, ids=in_a_line)
def test_a_hostile_title_is_a_title(title: str) -> None:
    text = _page(replace(_timeline(), title=title))
    root = _tree(text)
    assert root.findtext("head/title") == clean(title)
    assert _content(text)["title"] == clean(title)
    assert len(list(root.iter("script"))) == 2
    assert not list(root.iter("img"))


def test_hostile_names_sides_and_sections_break_nothing() -> None:
    text = _page(with_hostile_text(plan_of(with_workout("- section: S\n- Plank 20s each side"))))
    _tree(text)
    assert any(clean(HOSTILE) in phase["title"] for phase in _content(text)["phases"])


def test_marks_that_turn_the_direction_of_writing_turn_nothing_of_the_page() -> None:
    text = _page(plan_of('title: "T\\u202e"\nworkout:\n  - "Push\\u202Eups 3x3, rest 6s"\n'))
    assert "Pushups" in text
    assert re.findall(r"\u202e|\\u202e", text) == []


def test_the_cover_is_in_the_page_for_the_lock_screen() -> None:
    picture = cover(_timeline())
    found = _content(_page(_timeline(), cover=picture))["cover"]
    assert found["type"] == "image/png"
    assert base64.b64decode(found["url"].removeprefix("data:image/png;base64,")) == picture
    assert _content(_page(_timeline()))["cover"] is None


@pytest.mark.parametrize("suffix", formats.suffixes())
def test_a_single_file_has_the_sound_in_it(suffix: str) -> None:
    finished = Finished(_timeline(), f"three{suffix}", lambda: SOUND, lambda: None)
    text = single_file_page.render(finished).decode()
    (audio,) = _tree(text).iter("audio")
    kind, _, data = audio.get("src").partition(";base64,")
    assert kind.startswith("data:audio/")
    assert base64.b64decode(data) == SOUND
    assert _policy(text)["media-src"] == "data:"


def test_six_hours_are_drawn_with_a_handful_of_elements() -> None:
    once = plan_of(with_workout("- Plank 20s each side\n- rest: 5s\n- Squats x5"))
    times = 5000 // len(once.phases)
    text = _page(repeated(once, times))
    assert text.count("<path") < 20
    assert len(_content(text)["phases"]) > 4900
    lines = text.count("<button value")
    assert text.count("<") < 3 * lines
    assert len(text) < 4_000_000


def test_a_second_is_a_programme_too() -> None:
    timeline = plan_of("title: T\nintro: off\noutro: off\ncues: off\nworkout: [{pause: 1s}]\n")
    assert timeline.duration_ms == 1000
    text = _page(timeline)
    _tree(text)
    assert [phase["kind"] for phase in _content(text)["phases"]] == ["pause"]


@pytest.mark.parametrize("language", phrases.languages())
def test_the_script_finds_all_its_words_in_each_language(language: str) -> None:
    scripts = ROOT / "voicecoach/outputs/templates/page"
    used = {
        key
        for path in scripts.glob("*.js")
        for key in re.findall(r"\bwords\.(\w+)", path.read_text("utf-8"))
    }
    text = _page(plan_of(f"language: {language}\n{ROUTINE}"))
    assert _content(text)["words"].keys() == used
