"""Names of files that sort, made of any title."""

import unicodedata

from helpers.cases import cases
from helpers.programmes import HOSTILE
from voicecoach.files.numbered_names import numbered_name

REFUSED = set('<>:"/\\|?*')


@cases(
    ("title", "name"),
    {
        "a plain title": ("Warm-up", "01 Warm-up"),
        "a title in another script": ("体幹トレーニング", "01 体幹トレーニング"),
        "what a path is made of": ("Arms/legs: 1\\2 | more", "01 Arms-legs- 1-2 - more"),
        "quotes and wildcards": ('"Ready?" *<b>*', "01 'Ready' b"),
        "points and blanks at the end": ("And so on... ", "01 And so on"),
        "points at the beginning": ("../../etc", "01 ..-..-etc"),
        "breaks and control characters": ("Legs\n\tand\0arms\x7f", "01 Legs and arms"),
        "what nobody sees": ("L\u202eeg\u200bs\ufeff\ud800", "01 Legs"),
        "letters in two parts": ("Bru\u0308cke", "01 Brücke"),
        "a name that Windows keeps for itself": ("CON", "01 CON"),
        "nothing": ("", "01"),
        "nothing that can stand in a name": (" ?.\n*. ", "01"),
    },
)
def test_a_name_is_made_of_number_and_title(title: str, name: str) -> None:
    assert numbered_name(1, 9, title) == name


@cases(
    ("number", "count", "name"),
    {
        "two digits at least": (7, 9, "07 Legs"),
        "as many as are needed": (7, 300, "007 Legs"),
        "the last one": (300, 300, "300 Legs"),
    },
)
def test_numbers_are_as_wide_as_the_widest(number: int, count: int, name: str) -> None:
    assert numbered_name(number, count, "Legs") == name


@cases("title", {"letters": "x" * 500, "kana": "あ" * 500, "a mix": HOSTILE})
def test_long_titles_are_cut_between_characters(title: str) -> None:
    name = numbered_name(1, 9, title)
    assert 100 < len(name.encode()) <= 120
    assert not REFUSED.intersection(name)
    assert not any(unicodedata.category(character).startswith("C") for character in name)
    assert numbered_name(1, 9, name[3:]) == name
