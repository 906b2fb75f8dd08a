"""What the file of a recorded phrase is called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.cases import inputs
from voicecoach.speech.file_stems import file_stem

STEMS = {
    "Plank. 30 seconds.": "plank-30-seconds",
    "  3 × 10, each side!  ": "3-10-each-side",
    "Don’t stop": "don-t-stop",
    "a-_/-b": "a-b",
    "../..\\x:": "x",
    "10": "10",
    "½": "½",
    "ÜBUNG": "übung",
    "Straße": "strasse",
    "Ὀδυσσεύς": "ὀδυσσεύσ",
    "İstanbul": "i̇stanbul",
    "नमस्ते": "नमस्ते",
    "我 👍🏽 ok": "我-ok",
    "Push\N{SOFT HYPHEN}ups": "pushups",
    "1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}": "1",
    "❤️": "",
    "...": "",
    "": "",
}


@inputs(("text", "stem"), STEMS)
def test_a_stem_has_the_letters_and_digits_of_the_phrase(text: str, stem: str) -> None:
    assert file_stem(text) == unicodedata.normalize("NFC", stem)


@pytest.mark.parametrize("length", [79, 80])
def test_up_to_80_bytes_a_stem_is_whole(length: int) -> None:
    assert file_stem("x" * length) == "x" * length
    assert len(file_stem("x" * 81)) == 80


def test_long_phrases_that_begin_alike_have_stems_of_their_own() -> None:
    start = "Lie on your side, one forearm on the floor below the shoulder, the legs straight, and "
    stems = {file_stem(start + end) for end in ("lift the hips.", "lift the arm.", "breathe.")}
    assert len(stems) == 3
    assert all(stem.startswith("lie-on-your-side-one-forearm-on-the-floor-") for stem in stems)


def test_a_long_stem_is_cut_at_a_whole_character() -> None:
    for before in range(4):
        stem = file_stem("x" * before + "我" * 40)
        assert 75 <= len(stem.encode()) <= 80
        assert stem[: before + 20] == "x" * before + "我" * 20


TEXTS = st.text() | st.text(alphabet="aÄß1 -.", min_size=60)


@given(TEXTS)
def test_the_stem_of_a_stem_is_itself_also_as_macos_writes_it(text: str) -> None:
    stem = file_stem(text)
    assert file_stem(stem) == stem
    assert file_stem(unicodedata.normalize("NFD", stem)) == stem
    assert file_stem(unicodedata.normalize("NFD", text)) == stem


@given(TEXTS)
def test_a_stem_fits_every_file_system(text: str) -> None:
    stem = file_stem(text)
    assert len(stem.encode()) <= 80
    assert not set(stem) & set('/\\:*?"<>|. ')
    assert not stem.startswith("-")
    assert not stem.endswith("-")
    assert "--" not in stem
