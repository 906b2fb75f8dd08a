"""How a text is read aloud: what of a line an engine is given."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.cases import cases
from voicecoach.speech.reading import Reading, speakable


@cases(
    ("text", "spoken"),
    {
        "plain words": ("Side plank, right side.", "Side plank, right side."),
        "blanks of all kinds": ("  two\twords\nand\u00a0more ", "two words and more"),
        "an emoji": ("Smile 😀 now", "Smile now"),
        "arrows": ("Up ⬆️, down ⬇️ and → right", "Up , down and right"),
        "an emoji with a colour": ("wave 👋🏽 hello", "wave hello"),
        "a digit in a keycap": ("1️⃣ first", "1 first"),
        "marks that are not seen": ("un\u00adbreak\u200bable \u202eword\u202c", "unbreakable word"),
        "a degree sign": ("Bend to 90°", "Bend to 90°"),
        "an accent": ("cafe\u0301", "café"),
        "an engine's own commands": ("[[slnc 5000]] go", "slnc 5000 go"),
        "a tag": ("<speak>go<break time='5s'/></speak>", "speak go break time='5s'/ /speak"),
        "an entity": ("&lt;b&gt; & salt", "&lt;b&gt; & salt"),
        "control characters": ("\x01500s fast\x00", "500s fast"),
        "half characters": ("lone \ud800 surrogate \ue000 private", "lone surrogate private"),
        "Japanese": ("体を起こす", "体を起こす"),
    },
)
def test_a_line_is_reduced_to_what_can_be_spoken(text: str, spoken: str) -> None:
    assert speakable(text) == spoken


@cases(
    "text",
    {
        "nothing": "",
        "blanks": "   ",
        "an emoji": "😀",
        "a family and a flag": "👩‍👩‍👧‍👦 🇩🇪",
        "punctuation": "!!! … —",
        "a blank of no width": "\u200b",
        "brackets": "<>[]",
    },
)
def test_a_line_without_letter_or_digit_is_empty(text: str) -> None:
    assert speakable(text) == ""


@given(st.text())
def test_what_is_speakable_stays_as_it_is(text: str) -> None:
    spoken = speakable(text)
    assert speakable(spoken) == spoken
    assert not set("<>[]\x00\x01\n") & set(spoken)
    spoken.encode()


@cases(
    ("text", "spoken"),
    {
        "a word": ("A plié.", "A plee-ay."),
        "in any case": ("PLIÉ, Plié", "plee-ay, plee-ay"),
        "whole words alone": ("Pliés and a dempliéx", "Pliés and a dempliéx"),
        "several words": ("Do a grand plié!", "Do a grahn plee-ay!"),
        "what is spelled with a word is not spelled again": ("HIIT", "hit it"),
        "a word with signs in it": ("C++ x3", "see plus plus 3 times"),
        "a word beside an emoji": ("💪plié💪", "plee-ay"),
        "an emoji that is spelled out": ("Now 💪", "Now with strength"),
        "a spelling that cannot be spoken": ("Rest, quietly.", "Rest, ."),
        "brackets in a spelling": ("A beep", "A pause 9 beep"),
        "a text without such a word": ("[Go] 😀", "Go"),
    },
)
def test_a_text_is_respelled_and_then_reduced_to_what_can_be_spoken(text: str, spoken: str) -> None:
    reading = Reading(
        {
            "plié": "plee-ay",
            "grand plié": "grahn plee-ay",
            "hiit": "hit it",
            "hit": "strike",
            "c++": "see plus plus",
            "💪": "with strength",
            "quietly": "🤫",
            "beep": "<pause 9> [beep]",
        },
        "en",
    )
    assert reading.aloud(text) == spoken
    assert reading.aloud(text) == spoken


@cases(
    ("text", "spoken"),
    {
        "dotted letters": ("a.b.c." * 5, "a b c a b c a b c a b c, a b c"),
        "dotted letters with blanks": ("a. b. c. " * 5, "a b c a b c a b c a b c, a b c"),
        "dotted letters and other signs": ("_a.:b" * 7, "_a b a b a b a b a b a b, a b"),
        "so many as an abbreviation may have": ("a.b.c." * 4, "a.b.c." * 4),
        "letters without dots": ("a, b, c, " * 5 + "d", "a, b, c, " * 5 + "d"),
        "a word of a hundred letters": ("x" * 100, "x" * 100),
        "a longer one": ("x" * 250, " ".join(["x" * 100, "x" * 100, "x" * 50])),
        "a long row of marks": ("x" + "!" * 150 + "x", "x" + "!" * 150 + " x"),
    },
)
def test_what_overflows_an_engine_is_broken_before_it_gets_there(text: str, spoken: str) -> None:
    assert Reading({}, "tlh").aloud(text) == spoken
    assert Reading({}, "tlh").aloud(spoken) == spoken
    assert Reading({"breathe": text}, "tlh").aloud("Breathe") == spoken


@cases("text", {"nothing": "", "an emoji": "😀", "a word that is spelled as one": "Shh"})
def test_where_nothing_can_be_spoken_nothing_is_read_aloud(text: str) -> None:
    assert Reading({"shh": "🤫"}, "en").aloud(text) == ""
    assert Reading({}, "en").aloud(text) == ("Shh" if text == "Shh" else "")


@cases("text", {"a long s": "Reſt", "a dotless i": "Rıst", "a dotted I": "Rİst", "a Kelvin": "3 K"})
def test_letters_that_are_others_in_small_do_no_harm(text: str) -> None:
    assert Reading({"rest": "pause", "rist": "wrist", "k": "kelvin"}, "en").aloud(text)
