"""What of a line an engine is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.speech.text import speakable


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Side plank, right side.", "Side plank, right side."),
        ("  two\twords\nand\u00a0more ", "two words and more"),
        ("Smile 😀 now", "Smile now"),
        ("Up ⬆️, down ⬇️ and → right", "Up , down and right"),
        ("wave 👋🏽 hello", "wave hello"),
        ("1️⃣ first", "1 first"),
        ("un\u00adbreak\u200bable \u202eword\u202c", "unbreakable word"),
        ("Bend to 90°", "Bend to 90°"),
        ("cafe\u0301", "café"),
        ("[[slnc 5000]] go", "slnc 5000 go"),
        ("<speak>go<break time='5s'/></speak>", "speak go break time='5s'/ /speak"),
        ("&lt;b&gt; & salt", "&lt;b&gt; & salt"),
        ("\x01500s fast\x00", "500s fast"),
        ("lone \ud800 surrogate \ue000 private", "lone surrogate private"),
        ("体を起こす", "体を起こす"),
    ],
)
def test_a_line_is_reduced_to_what_can_be_spoken(text: str, spoken: str) -> None:
    assert speakable(text) == spoken


@pytest.mark.parametrize("text", ["", "   ", "😀", "👩‍👩‍👧‍👦 🇩🇪", "!!! … —", "\u200b", "<>[]"])
def test_a_line_without_letter_or_digit_is_empty(text: str) -> None:
    assert speakable(text) == ""


@given(st.text())
def test_what_is_speakable_stays_as_it_is(text: str) -> None:
    spoken = speakable(text)
    assert speakable(spoken) == spoken
    assert not set("<>[]\x00\x01\n") & set(spoken)
    spoken.encode()
