"""Texts in a picture are measured, shortened and broken, so that they fit."""

import numpy as np
import pytest

from helpers.cases import cases
from helpers.drawings import pixels
from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture import font, raster
from voicecoach.outputs.picture.text import TextStyle, shorten, width, wrap


@pytest.mark.parametrize("bold", [False, True])
@cases(
    "text",
    {
        "Latin": "Side plank MW 13:28",
        "Cyrillic": "Поклон Щ и мостик",
        "Greek": "Γέφυρα Ωμέγα",
    },
)
def test_a_text_is_as_wide_as_the_program_reckons(text: str, bold: bool) -> None:
    assert font.has(text)
    weight = "bold" if bold else "normal"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1400 200"><rect width="1400"'
        f' height="200" fill="#fff"/><text y="150" font-size="100" font-weight="{weight}">{text}</text></svg>'
    )
    columns = np.flatnonzero(pixels(raster.png(svg, 1400)).min(axis=(0, 2)) < 128)
    reckoned = font.width_em(text, bold) * 100
    assert reckoned - 15 < columns[-1] <= reckoned
    assert reckoned < width(text, TextStyle(100, bold)) < reckoned * 1.1


def test_characters_of_other_fonts_get_room() -> None:
    assert not font.has("日本")
    assert width("日本", TextStyle(10)) > 20
    assert width("日", TextStyle(10)) > width("ص", TextStyle(10)) > 7
    assert width("e\u0301", TextStyle(10)) == width("e", TextStyle(10))


def test_texts_are_shortened_and_broken_where_they_may_be() -> None:
    style = TextStyle(10)
    assert shorten("Plank", style, 100) == "Plank"
    assert shorten("Plank, then rest", style, width("Plank, th…", style) + 0.1) == "Plank, th…"
    assert shorten("Plank, then rest", style, width("Plank, …", style) + 0.1) == "Plank…"
    assert shorten("Plank", style, 10) == ""
    assert shorten("abcdefg\u0301hijk", style, width("abcdefg…", style) - 0.1) == "abcdef…"
    assert wrap("one two three", style, width("one two", style)) == ["one two", "three"]
    assert "".join(wrap("m" * 50, style, 60)) == "m" * 50
    assert wrap("", style, 60) == []
    assert clean(" a\tb\r\nc\x00 \ud800") == "a b c"
