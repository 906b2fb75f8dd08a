"""The sheet, the transcript and the Markdown, read back by parsers of others."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from helpers.hard_texts import hard_texts, said_in_order, saying
from helpers.routines import plan_of, with_workout
from helpers.shipped_routines import NAMES, timeline_at
from voicecoach.outputs import markdown, sheet, transcript
from voicecoach.outputs.clean import clean
from voicecoach.timeline import Chapter, Timeline
from voicecoach.timeline.model import Instructions

XHTML = "{http://www.w3.org/1999/xhtml}"


def _parsed(page: str) -> ElementTree.Element:
    """Return a page, which has to be without an error, and without a script."""
    root: ElementTree.Element = html5lib.HTMLParser(strict=True).parse(page)
    assert "default-src 'none'" in page
    assert root.find(f".//{XHTML}script") is None
    return root


def _texts(root: ElementTree.Element, tag: str) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in root.iter(f"{XHTML}{tag}")]


def _clock(at_ms: int) -> str:
    return f"{at_ms // 60_000}:{at_ms // 1000 % 60:02}"


def _times_and_texts(timeline: Timeline) -> list[str]:
    return [f"{_clock(start_ms)} {text}" for start_ms, _, text in said_in_order(timeline)]


def _items(text: str) -> Iterator[str]:
    """Yield the plain words of each item of a list in Markdown; nothing in them is markup."""
    inside = False
    for token in MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text):
        inside = (inside or token.type == "list_item_open") and token.type != "list_item_close"
        if inside and token.type == "inline":
            parts = token.children or []
            assert {part.type for part in parts} <= {"text", "text_special"}
            yield "".join(part.content for part in parts)


@pytest.mark.parametrize("name", NAMES)
def test_the_transcript_has_every_line_of_a_shipped_routine_at_its_time(name: str) -> None:
    timeline = timeline_at(name, "medium")
    root = _parsed(transcript.text(timeline))
    assert _texts(root, "li") == _times_and_texts(timeline)
    assert _texts(root, "h2") == [chapter.title for chapter in timeline.chapters]
    assert len(_texts(root, "h3")) == len(timeline.phases)


@pytest.mark.parametrize("name", NAMES)
def test_the_markdown_has_every_line_of_a_shipped_routine_at_its_time(name: str) -> None:
    timeline = timeline_at(name, "medium")
    said = _times_and_texts(timeline)
    assert list(_items(markdown.text(timeline)))[-len(said) :] == said


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_has_every_exercise_of_a_shipped_routine_with_its_setup(name: str) -> None:
    timeline = timeline_at(name, "medium")
    root = _parsed(sheet.text(timeline))
    assert _texts(root, "h1") == [timeline.title]
    assert _texts(root, "h3") == [each.name for each in timeline.instructions]
    paragraphs = _texts(root, "p")
    assert {each.setup for each in timeline.instructions if each.setup} <= set(paragraphs)
    assert root.find(".//{http://www.w3.org/2000/svg}svg") is not None


def _with_hard_texts(text: str) -> Timeline:
    timeline = saying(text, "Next.", title=text)
    (first, second), chapter = timeline.phases, Chapter(text, 0, 2000)
    part = Instructions(None, text, setup=text, tips=(text,))
    instructions = (
        Instructions(None, first.name or "", (text,), (text,), text, (text,), (part,)),
        Instructions(None, second.name or ""),
    )
    fields = {name: getattr(timeline, name) for name in timeline.__struct_fields__}
    return Timeline(**{**fields, "chapters": (chapter,), "instructions": instructions})


@given(hard_texts)
def test_no_text_is_taken_for_a_tag(text: str) -> None:
    timeline = _with_hard_texts(text)
    shown = clean(text)
    page = _parsed(transcript.text(timeline))
    assert _texts(page, "li") == [f"0:00 {shown}", "0:01 Next."]
    assert _texts(page, "h2") == _texts(page, "h1") == [shown]
    page = _parsed(sheet.text(timeline))
    assert _texts(page, "h1") == _texts(page, "h2") == _texts(page, "h4") == [shown]
    assert _texts(page, "p").count(shown) == 2


@given(hard_texts)
def test_no_text_is_taken_for_markdown(text: str) -> None:
    written = markdown.text(_with_hard_texts(text))
    shown = clean(text)
    assert list(_items(written)) == [shown, shown, f"0:00 {shown}", "0:01 Next."]
    tokens = MarkdownIt("commonmark").parse(written)
    headings = [
        "".join(part.content for part in tokens[index + 1].children or [])
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert headings == [
        *(shown, shown, shown, shown, "Next.", "Everything that is said", shown),
    ]


def _words_of_sheet(blocks: str, header: str = "") -> list[str]:
    root = _parsed(sheet.text(plan_of(with_workout(blocks, header))))
    return [*_texts(root, "h2"), *_texts(root, "h3"), *_texts(root, "p")]


def test_the_sheet_has_setups_and_tips_that_nobody_hears() -> None:
    blocks = """
    - Squats x10
    - rest: 3s
    - exercise: Plank 10s
      setup: Lie down on your belly, forearms on the floor, and lift your hips off it.
      tips: [This tip is far too long for the ten seconds that the plank lasts altogether.]
    """
    timeline = plan_of(with_workout(blocks))
    assert {event.role for event in timeline.events} & {"setup", "tip"} == set()
    written = sheet.text(timeline) + markdown.text(timeline)
    assert written.count("Lie down on your belly") == 2
    assert written.count("This tip is far too long") == 2


def test_the_sheet_has_doses_loads_and_rests() -> None:
    words = _words_of_sheet(
        "- Squats 3x10 @ 8 kg, rest 45s\n- Lunges x8 each side\n- Plank 20s", "between: 1:30"
    )
    assert "3 × 10, 8 kg, rest 45 s" in words
    assert "8 repetitions, each side, rest 1:30" in words
    assert "20 s" in words


def test_the_sheet_has_the_titles_of_sections_and_circuits_and_the_caution() -> None:
    words = _words_of_sheet(
        "- section: Legs\n  do:\n    - circuit: Up\n      rounds: 3\n      do: [Squats x5]\n- Plank 9s",
        "caution: Stop if it hurts.",
    )
    assert words[:1] == ["Legs · Up, 3 rounds"]
    assert "Please note: Stop if it hurts." in words
    assert "3 rounds: 5 repetitions" in words


def test_an_amrap_is_shown_with_what_it_consists_of() -> None:
    text = markdown.text(
        plan_of(with_workout("- amrap: 3 min\n  do:\n    - {exercise: Squats x5, setup: Stand.}"))
    )
    assert re.search(r"## AMRAP\n\n\*\*3:00\*\*\n\n### 5 Squats\n\nStand\.", text)


def test_a_placeholder_without_a_value_is_no_error_of_a_page() -> None:
    timeline = plan_of(
        with_workout("- exercise: Plank 30s\n  tips: [{at: 2s, say: '{exercise} for {dose}.'}]")
    )
    assert timeline.instructions[0].tips == ("Plank for 30 seconds.",)
