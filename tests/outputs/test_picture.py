"""The picture has each phase, line and tone at its time, and nothing runs into anything else."""

import re
from typing import get_args

import pytest

from helpers.drawings import Box, Drawing, chunks, colour, pixels
from helpers.hard_to_draw import HARD_TO_DRAW
from helpers.programmes import repeated, with_hostile_text
from helpers.routines import plan_of, rule_of_thumb
from voicecoach import phrases
from voicecoach.files import shipped
from voicecoach.language import load
from voicecoach.outputs import picture
from voicecoach.outputs.picture import efforts
from voicecoach.outputs.picture.colours import DARK, LIGHT, SHAPES
from voicecoach.outputs.picture.efforts import LEVELS
from voicecoach.outputs.picture.rows import rows
from voicecoach.outputs.picture.tones import ROLES
from voicecoach.routine import sounds
from voicecoach.routine.phase import PhaseKind
from voicecoach.timeline import Timeline, plan

# A block that stands apart from the next ends so much earlier.
APART = 1.3


def _shipped(name: str) -> Timeline:
    return plan(load(shipped.routine(name)), rule_of_thumb)


@pytest.fixture(scope="module")
def timelines() -> dict[str, Timeline]:
    names = ("runners-lower-back", "kettlebell-emom", "sun-salutation", "run-walk", "tabata")
    found = {name: _shipped(name) for name in names}
    found["short"] = plan_of("title: Short\nintro: off\noutro: off\nworkout:\n  - Plank 8s\n")
    found |= {name: plan_of(routine) for name, routine in HARD_TO_DRAW.items()}
    found["hostile"] = with_hostile_text(found["kettlebell-emom"])
    found["hours"] = repeated(found["kettlebell-emom"], 18)
    return found


def _at(at_ms: float, start_ms: int, length_ms: int) -> float:
    """Return where a moment lies: rows are 448 wide and begin at 16."""
    return 16 + 448 * (at_ms - start_ms) / length_ms


def test_every_phase_lies_at_its_time(timelines: dict[str, Timeline]) -> None:
    for timeline in timelines.values():
        drawn = Drawing(picture.svg(timeline)).rows()
        lines = rows(timeline.duration_ms)
        assert len(drawn) == len(lines)
        for boxes, line in zip(drawn, lines, strict=True):
            here = [
                phase
                for phase in timeline.phases
                if phase.start_ms < line.end_ms and phase.end_ms > line.start_ms
            ]
            assert [box.what for box in boxes] == [
                efforts.look(phase, timeline.phrases) for phase in here
            ]
            for box, phase in zip(boxes, here, strict=True):
                start_ms = max(phase.start_ms, line.start_ms)
                end_ms = min(phase.end_ms, line.end_ms)
                assert box.left == pytest.approx(
                    _at(start_ms, line.start_ms, line.length_ms), abs=0.01
                )
                right = _at(end_ms, line.start_ms, line.length_ms)
                assert right - APART <= box.right <= right + 0.11


def test_all_that_is_spoken_is_a_bar_at_its_time(timelines: dict[str, Timeline]) -> None:
    timeline = timelines["tabata"]
    line_ms = rows(timeline.duration_ms)[0].length_ms
    bars = "".join(Drawing(picture.svg(timeline)).paths("speech-stroke"))
    drawn = [tuple(map(float, bar)) for bar in re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)", bars)]
    heights = sorted({y for _, y, _ in drawn})
    for event in timeline.events:
        if event.kind == "speech":
            number, at_ms = divmod(event.start_ms, line_ms)
            left = _at(at_ms, 0, line_ms)
            right = min(_at(at_ms + event.length_ms, 0, line_ms), 464)
            covering = [b for b in drawn if b[0] <= left + 0.01 and b[2] >= right - 0.01]
            assert heights[number] in {y for _, y, _ in covering}


def test_every_tone_has_a_mark_at_its_time(timelines: dict[str, Timeline]) -> None:
    timeline = timelines["runners-lower-back"]
    line_ms = rows(timeline.duration_ms)[0].length_ms
    tones = [event for event in timeline.events if event.kind == "tone"]
    roles = {event.role for event in tones}
    marks = Drawing(picture.svg(timeline)).paths("tone")[len(roles) :]
    places = [float(re.findall(r"[\d.]+", mark)[0]) for mark in marks]
    assert places == [
        pytest.approx(_at(event.start_ms % line_ms, 0, line_ms), abs=0.01) for event in tones
    ]
    shapes = {
        (event.role, mark.partition("m")[2]) for event, mark in zip(tones, marks, strict=True)
    }
    assert len(shapes) == len({shape for _, shape in shapes}) == len(roles)


def test_every_kind_of_phase_and_tone_can_be_drawn() -> None:
    assert set(SHAPES) == {*get_args(PhaseKind), *LEVELS}
    assert set(ROLES) == {*sounds.ROLES, "sound"}
    for language in phrases.languages():
        words = phrases.load(language)
        assert all(words.legend(kind) for kind in (*get_args(PhaseKind), "speech"))
        assert all(words.tone(role) for role in ROLES)
    apart = {look: shape for look, shape in SHAPES.items() if look != "hard"}
    assert len(set(apart.values())) == len(apart)


def test_the_words_are_there(timelines: dict[str, Timeline]) -> None:
    drawing = Drawing(picture.svg(timelines["runners-lower-back"]))
    texts = [box.what for box in drawing.texts()]
    assert texts[:2] == ["A runner's lower back", "13:12 · 7 exercises"]
    assert {"Bird dog 30 s hold, each side", "Bridge × 10", "right leg · × 10", "24 s"} <= set(
        texts
    )
    assert {"0:00", "0:20", "12:40", "13:12", "work 9:10", "change sides 0:46"} <= set(texts)
    with_sections = [box.what for box in Drawing(picture.svg(timelines["sun-salutation"])).texts()]
    assert {"The poses", "Final rest", "Corpse pose 1:00 hold"} <= set(with_sections)
    assert "11:16 · 12 exercises · 2 sections" in with_sections


def test_names_that_have_no_room_above_their_blocks_are_listed_in_each_row(
    timelines: dict[str, Timeline],
) -> None:
    timeline = timelines["hour of 200 works"]
    texts = [box.what for box in Drawing(picture.svg(timeline)).texts()]
    listed = texts.count("Run up the hill · Jog") + texts.count("Jog · Run up the hill")
    assert listed == len(rows(timeline.duration_ms)) - 1


def _overlap(one: Box, other: Box) -> bool:
    above, below = sorted((one, other), key=lambda box: box.y)
    apart = below.y - above.y >= below.height * 0.8
    return not apart and one.left < other.right and other.left < one.right


def test_no_text_runs_into_another_or_off_the_page(timelines: dict[str, Timeline]) -> None:
    for timeline in timelines.values():
        drawing = Drawing(picture.svg(timeline))
        texts = drawing.texts()
        assert all(box.left >= 16 - 0.01 and box.right <= 464.01 for box in texts)
        assert all(box.height <= box.y <= drawing.height for box in texts)
        ordered = sorted(texts, key=lambda box: box.y)
        for number, box in enumerate(ordered):
            near = [other for other in ordered[number + 1 : number + 40] if other.y - box.y < 30]
            assert [other for other in near if _overlap(box, other)] == []


def test_a_title_of_any_length_and_character_is_shown_shortened(
    timelines: dict[str, Timeline],
) -> None:
    svg = picture.svg(timelines["hostile"])
    texts = [box.what for box in Drawing(svg).texts()]
    assert texts[0].startswith("A & <b>\"b\"</b> 'c' ]]>")
    assert texts[1].endswith("…")
    assert not set(svg) & set("\u202e\u0000\u0007\u2028\ufffe")
    assert picture.png(timelines["hostile"]).startswith(b"\x89PNG")


@pytest.mark.parametrize("seconds", [1, 20, 300, 3600, 5 * 3600, 6 * 3600, 100 * 3600])
def test_rows_tile_a_programme_of_any_length(seconds: int) -> None:
    found = rows(seconds * 1000)
    assert [row.start_ms for row in found] == [0, *(row.end_ms for row in found)][:-1]
    assert found[-1].end_ms == seconds * 1000
    assert 1 <= len(found) <= 36
    assert all(found[0].length_ms / 10 <= row.tick_ms <= row.length_ms / 3 for row in found)


def test_the_picture_of_hours_stays_small(timelines: dict[str, Timeline]) -> None:
    timeline = timelines["hours"]
    assert timeline.duration_ms > 5 * 3_600_000
    svg = picture.svg(timeline)
    assert len(svg) < 1_000_000
    assert Drawing(svg).height < 6_000


def test_for_paper_it_ends_a_page_between_two_rows(timelines: dict[str, Timeline]) -> None:
    timeline = timelines["sun-salutation"]
    (whole,) = picture.svg_pages(timeline, 10_000)
    pages = list(picture.svg_pages(timeline, 620))
    heights = [float(re.findall(r'viewBox="0 0 480 (\S+)"', page)[0]) for page in pages]
    assert len(pages) > 1
    assert max(heights) <= 620
    assert sorted(text.what for page in pages for text in Drawing(page).texts()) == sorted(
        text.what for text in Drawing(whole).texts()
    )


def test_only_the_svg_turns_dark(timelines: dict[str, Timeline]) -> None:
    svg = picture.svg(timelines["short"])
    (rule,) = re.findall(r"@media screen and \(prefers-color-scheme:dark\)\{(.*)\}\n", svg)
    for look, code in DARK.items():
        assert f".{look}{{fill:{code}}}" in rule
    found = pixels(picture.png(timelines["short"]))
    assert found.shape[1] == 1200
    assert tuple(found[2, 2]) == tuple(found[-2, -2]) == colour(LIGHT["page"])
    seen = {tuple(pixel) for pixel in found[:, ::5].reshape(-1, 3)}
    assert {colour(LIGHT[look]) for look in ("work", "prepare", "speech")} <= seen
    assert colour(DARK["work"]) not in seen


def test_the_same_programme_gives_the_same_bytes(timelines: dict[str, Timeline]) -> None:
    timeline = timelines["short"]
    assert picture.svg(timeline) == picture.svg(timeline)
    png = picture.png(timeline)
    assert png == picture.png(timeline)
    assert set(chunks(png)) == {"IHDR", "IDAT", "IEND"}
