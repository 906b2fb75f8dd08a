"""The cover is square and small, shows the programme's band, and no title breaks it."""

import numpy as np
import pytest
from msgspec.structs import replace

from helpers.drawings import Pixels, chunks, colour, pixels
from helpers.programmes import repeated
from helpers.routines import rule_of_thumb
from helpers.work import at_most
from voicecoach.files import shipped
from voicecoach.language import load
from voicecoach.outputs.cover import PIXELS, cover
from voicecoach.outputs.picture.colours import DARK
from voicecoach.timeline import Timeline, plan

# Where the band begins, and the margin around title and length, in pixels.
BAND_TOP = round(PIXELS * 0.67)
MARGIN = round(PIXELS * 0.07)
TITLES = {
    "empty": "\u0000\n",
    "one letter": "W",
    "long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "long": "Strength & balance " * 110,
    "wide": "W" * 2000,
    "markup": "</text></svg><script>&amp;\"'<!-- ]]>",
    "other letters": "Поклон, γέφυρα, 日本語の体操, مرحبا, 💪🏽👩‍👩‍👧",
    "controls": "a\u202eb\u0007c\ufffe\ud800d\r\n\te",
}


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return plan(load(shipped.routine("seven-minute")), rule_of_thumb)


@pytest.fixture(scope="module")
def drawn(timeline: Timeline) -> Pixels:
    return pixels(cover(timeline))


def test_it_is_square(drawn: Pixels) -> None:
    assert drawn.shape == (PIXELS, PIXELS, 3)


def test_each_phase_lies_in_the_band_at_its_time_in_its_colour(
    timeline: Timeline, drawn: Pixels
) -> None:
    ground = tuple(drawn[5, 5])
    for phase in timeline.phases:
        middle = (phase.start_ms + phase.length_ms // 2) * PIXELS // timeline.duration_ms
        assert tuple(drawn[-4, middle]) == colour(DARK[phase.kind]), phase
        top = tuple(drawn[BAND_TOP + 4, middle])
        assert top == (colour(DARK["work"]) if phase.kind == "work" else ground)


def _written(found: Pixels) -> tuple[int, int]:
    """Return the first and last column in which something is written above the band."""
    above = found[:BAND_TOP].astype(int)
    columns = np.flatnonzero(np.abs(above - above[5, 5]).max(axis=(0, 2)) > 60)
    return int(columns[0]), int(columns[-1])


def test_title_and_length_are_large_enough_for_a_thumbnail(drawn: Pixels) -> None:
    for code in (DARK["ink"], DARK["prepare"]):
        same = (drawn[:BAND_TOP] == colour(code)).all(axis=2)
        lines = np.flatnonzero(same.any(axis=1))
        assert lines[-1] - lines[0] > PIXELS * 0.07
        assert same.sum() > PIXELS * PIXELS * 0.008


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_stays_within_the_margins(timeline: Timeline, title: str) -> None:
    png = cover(replace(timeline, title=title))
    assert len(png) < 100_000
    found = pixels(png)
    first, last = _written(found)
    assert first >= MARGIN - 5
    assert last <= PIXELS - MARGIN + 5
    between = found[round(PIXELS * 0.63) : BAND_TOP - 2].reshape(-1, 3)
    assert {tuple(pixel) for pixel in between} == {tuple(found[5, 5])}


def test_thousands_of_phases_are_thinned_out(timeline: Timeline) -> None:
    many = repeated(timeline, 100)
    assert len(many.phases) > 2000
    with at_most(100_000):
        png = cover(many)
    assert len(png) < 100_000
    foot = {tuple(pixel) for pixel in pixels(png)[-4]}
    assert {colour(DARK["work"]), colour(DARK["rest"])} <= foot


def test_the_same_programme_has_the_same_cover_and_another_title_another_ground(
    timeline: Timeline,
) -> None:
    png = cover(timeline)
    assert png == cover(timeline)
    assert set(chunks(png)) == {"IHDR", "IDAT", "IEND"}
    grounds = {
        tuple(pixels(cover(replace(timeline, title=f"Week {number}")))[5, 5]) for number in range(3)
    }
    assert len(grounds) > 1
