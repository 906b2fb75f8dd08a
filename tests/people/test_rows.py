"""Rows as people: what each column means, and what is wrong with a row."""

from datetime import date
from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.people.ids import id_fault
from voicecoach.people.job import Failed
from voicecoach.people.person import Person, people_of
from voicecoach.people.privacy import privacy_of
from voicecoach.people.table import Row, Table, TableError
from voicecoach.session.options import Options

ROUTINE = Path("knee.yaml")


def _people(
    heading: str, *rows: str, routine: Path | None = ROUTINE
) -> tuple[list[Person], list[Failed]]:
    table = Table(
        Path("practice/people.csv"),
        tuple(heading.split(",")),
        tuple(Row(number, tuple(row.split(","))) for number, row in enumerate(rows, 2)),
    )
    return people_of(table, routine, Options(level="hard", variables={"hold": "5s", "n": "2"}))


def test_columns_are_choices_and_all_others_variables() -> None:
    people, failed = _people(
        "ID,Routine,Level,voice,language,rate,hold,name",
        "p1,,Easy,tone,de_AT,170,1:30,Ann",
        "p2,back.yaml,,,,,,",
    )
    assert not failed
    first, second = people
    assert (first.id, first.source) == ("p1", ROUTINE)
    assert first.options.level == "easy"
    assert (first.options.voice, first.options.language) == ("tone", "de-AT")
    assert first.options.rate_wpm == 170
    assert first.options.variables == {"hold": "1:30", "n": "2", "name": "Ann"}
    # Files lie where the table does; an empty cell leaves the choice to the option.
    assert second.source == Path("practice/back.yaml")
    assert second.options.level == "hard"
    assert second.options.variables == {"hold": "5s", "n": "2"}


def test_a_programme_begins_on_a_day() -> None:
    people, failed = _people("id,programme,start", "a,p.yaml,2026-12-07", "b,p.yaml,7.12.2026")
    assert not failed
    assert [each.start for each in people] == [date(2026, 12, 7)] * 2
    assert all(each.is_programme for each in people)


@cases(
    ("heading", "row", "reason"),
    {
        "no id": ("id,n", ",1", "it has no id"),
        "a level": ("id,level", "p,mediun", "its level `mediun` is none of easy, medium, hard"),
        "a language": ("id,language", "p,d", "its language `d` is no tag such as `en` or `de-AT`"),
        "no such language": ("id,language", "p,zz", "its language `zz` is none that the program"),
        "a rate": ("id,rate", "p,1e3", "its rate `1e3` is no number from 80 to 400"),
        "two files": ("id,routine,programme", "p,a,b", "it names a routine and a programme"),
        "a start": ("id,start", "p,2026-12-07", "it has a `start`, which is for a programme"),
        "a day": ("id,programme,start", "p,a,2026-02-30", "its start `2026-02-30` is no day"),
    },
)
def test_what_is_wrong_with_a_row_stops_no_other(heading: str, row: str, reason: str) -> None:
    others = f"q{',' * heading.count(',')}"
    people, failed = _people(heading, row, others)
    assert [each.id for each in people] == ["q"]
    assert len(failed) == 1
    assert failed[0].row == 2
    assert failed[0].reason.startswith(reason)


def test_a_row_needs_something_to_be_built_of() -> None:
    _, (failed,) = _people("id,n", "p,1", routine=None)
    assert failed.reason == "it names neither a routine nor a programme"


def test_ids_that_differ_in_case_alone_are_the_same() -> None:
    people, failed = _people("id,n", "p1,1", "P1,2", "Straße,3", "STRASSE,4", "é,5", "e\u0301,6")
    assert [each.row for each in people] == [2, 4, 6]
    assert [each.row for each in failed] == [3, 5, 7]
    assert failed[0].reason == "its id `P1` is that of row 2 (upper case or lower)"


def test_only_what_every_system_takes_as_a_file_name_is_an_id() -> None:
    good = ("p-017", "7", "Jürgen M.B", "患者 3", "x" * 120, "COM10", "console", "=1")
    bad = ("", "../x", "a\\b", "c:d", "what?", "CON", "nul.txt", "com1", "x" * 300, "ü" * 61,
           ".hidden", "end.", "tab\there", "zero\u200bwidth", "a\0b")  # fmt: skip
    assert [text for text in good if id_fault(text)] == []
    assert [text for text in bad if not id_fault(text)] == []


@cases(
    ("heading", "message", "hint"),
    {
        "no id": ("nr,n", "it has no column `id`", "it names the file of each person"),
        "twice": ("id,Level,level", "there are two columns `level`", "rename one of them"),
        "a reserved word": ("id,reps", "column 2: `reps` is a placeholder", "write `my_reps`"),
        "no name": ("id,first name", "column 2: `first name` is no name", "write `first_name`"),
        "no heading": ("id,", "column 2 has no heading", "write what it is in the first row"),
    },
)
def test_a_heading_that_is_wrong_is_told_before_any_row(
    heading: str, message: str, hint: str
) -> None:
    with pytest.raises(TableError) as error:
        _people(heading, "p,1,2"[: 2 * heading.count(",") + 1])
    assert message in error.value.message
    assert (error.value.hint or "").startswith(hint)


def test_what_a_person_is_called_is_left_out_of_texts() -> None:
    own = {"name": "Al", "who": "Anna  Roux", "hold": "10s", "side": "left"}
    public = privacy_of(own, {"name", "who", "hold"}).public
    assert public("Hello Al, always AL; Al's legs") == "Hello …, …ways …; …'s legs"
    assert public("anna roux holds the left leg for 10s") == "… holds the left leg for 10s"
    assert public("Also Hal") == "…so Hal"
    assert public("Legs of Anna  Roux, Anna\u00a0Roux and Anna\nRoux") == "Legs of …, … and …"
    assert privacy_of({"name": "花子"}, {"name"}).public("こんにちは花子さん") == "こんにちは…さん"
