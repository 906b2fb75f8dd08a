"""Sheets: rows of steps, as spreadsheets and people write them."""

from helpers.cases import cases, inputs
from helpers.imports import converted, error_of, lengths_ms, notes_on, workout_from


@inputs(
    ("content", "lengths"),
    {
        "name,seconds,rest\nPlank,40,20\nSquats,30,10\n": [40_000, 20_000, 30_000, 10_000],
        "Plank,40,20\nSquats,30,\n": [40_000, 20_000, 30_000],
        "\ufeffExercise;Duration (s);Rest\r\nPlank;40,5;20\r\n": [40_500, 20_000],
        "name\tseconds\trest\nPlank\t1:30\t0:20\n": [90_000, 20_000],
        "sep=;\nÜbung;Dauer;Pause\nPlank;2 min;15 s\n": [120_000, 15_000],
        'name,seconds\n"Plank, ""low""",40\nRest,20\n,10\n': [40_000, 20_000, 10_000],
        "seconds,name\n40,Plank\nRest 20s,\n20,Pause\n": [40_000, 20_000],
        "Nom;Durée;Repos\nGainage;40;20\n": [40_000, 20_000],
    },
)
def test_a_sheet_is_read_in_the_spellings_of_spreadsheets(content: str, lengths: list[int]) -> None:
    assert lengths_ms(content) == lengths


def test_sets_and_repetitions_are_read() -> None:
    content = (
        "exercise,sets,reps,weight,rest,notes\nSquats,3,8-12,20 kg,60,Chest up\nPress,1,x10,,,\n"
    )
    assert workout_from(content) == (
        "  - exercise: Squats\n    reps: 8-12\n    sets: 3\n    rest: 1 min\n    load: 20 kg\n"
        "    tips:\n      - Chest up\n  - rest 1 min\n  - Press x10\n"
    )


def test_each_day_is_a_routine_of_its_own() -> None:
    content = "day,name,seconds,rest\nMonday,Plank,40,20\nTuesday,Squats,30,20\nMonday,Run,60,\n"
    routines = converted(content).routines
    assert [routine.title for routine in routines] == ["Monday", "Tuesday"]
    assert "Run 1 min" in routines[0].text


def test_a_section_begins_where_another_one_is_named() -> None:
    content = "section,name,seconds,rest\nWarm-up,March,40,5\nWarm-up,Hop,30,5\nMain,Plank,30,5\n"
    workout = workout_from(content)
    assert workout.count("section:") == 2
    assert workout.index("section: Main") > workout.index("Hop")


def test_equal_rows_become_sets() -> None:
    assert (
        workout_from("Plank,40,20\n" * 3)
        == "  - repeat: 3\n    do:\n      - Plank 40s\n      - rest 20s\n"
    )
    assert workout_from("Plank,40,20\n" * 2 + "Plank,40,\n") == "  - Plank 3x40s, rest 20s\n"


@inputs(
    ("content", "notes"),
    {
        "Plank,40\nSquats,30\n": ["1: no rest is written: one step follows another"],
        "name,seconds,rest\nPlank,long,20\nSquats,30,20\n": [
            "2: “long” is no length or number",
            "2: Plank: how long is not said",
        ],
        "name,seconds,rest\nPlank,40,a bit\n": ["2: rest a bit: how long is not said"],
        "name,seconds,rest\n12,40,20\n": ["2: the name is only a number"],
        "name,seconds,rest\nPlank,0,20\nSquats,30,20\n": ["2: Plank: how long is not said"],
    },
)
def test_what_a_sheet_leaves_unsaid_is_noted(content: str, notes: list[str]) -> None:
    assert notes_on(content) == notes


def test_a_step_without_a_length_can_be_given_one() -> None:
    content = "name,seconds,rest\nPlank,,20\n"
    assert lengths_ms(content, open_ms=60_000) == [60_000, 20_000]
    assert "# ? Plank: how long is not said" in workout_from(content, open_ms=60_000)


@cases(
    ("content", "message"),
    {
        "an open quote": ('name,seconds\n"Plank,40\n', "1: this is no sheet: unexpected end of data"),
        "no column for the length": ("name,rest\nPlank,20\n", "1: no column says how long something is done"),
        "no length at all": ("name,seconds\nPlank,\n", "1: nothing in this plan has a length"),
        "nothing": ("\n\n", "1: there are no rows in this sheet"),
    },
)  # fmt: skip
def test_a_sheet_that_says_nothing_is_refused(content: str, message: str) -> None:
    assert error_of(content, "csv") == message


def test_a_rest_is_told_by_the_words_of_the_language_and_by_english_ones() -> None:
    sheet = "name,seconds\nSquats,40\nSatzpause,20\nRest,10\nLunges,40\n"
    (german,) = converted(sheet, language="de").routines
    assert german.text.endswith(
        "language: de\nworkout:\n  - Squats 40s\n  - Pause 20s\n  - Pause 10s\n  - Lunges 40s\n"
    )
