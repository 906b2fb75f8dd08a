"""The sheet of phrases to record."""

from voicecoach.outputs.phrase_sheet import SheetGroup, SheetPhrase, phrase_sheet

PLANK = SheetPhrase("Plank. 30 seconds.", "plank-30-seconds.wav", False)
HALFWAY = SheetPhrase("Halfway.", "Halfway!.MP3", True)


def test_each_phrase_has_its_number_and_its_file() -> None:
    assert phrase_sheet("Legs", [SheetGroup("coach", None, (PLANK, HALFWAY))]) == (
        "Legs · 2 phrases, 1 recorded\n"
        "\n"
        "1  Plank. 30 seconds.\n"
        "   plank-30-seconds.wav\n"
        "\n"
        "2  Halfway.\n"
        "   Halfway!.MP3  (recorded)\n"
    )


def test_parts_have_headings_and_the_numbers_go_on() -> None:
    groups = [SheetGroup("coach", "mine", (PLANK,) * 9), SheetGroup("count", None, (HALFWAY,))]
    lines = phrase_sheet("Legs", groups).splitlines()
    assert lines[:4] == ["Legs · 10 phrases, 1 recorded", "", "Coach · mine", ""]
    assert lines[4:6] == [" 1  Plank. 30 seconds.", "    plank-30-seconds.wav"]
    assert lines[-5:] == ["", "Count", "", "10  Halfway.", "    Halfway!.MP3  (recorded)"]


def test_a_programme_without_words_has_no_phrases() -> None:
    assert phrase_sheet("Legs", []) == "Legs · 0 phrases, 0 recorded\n"
