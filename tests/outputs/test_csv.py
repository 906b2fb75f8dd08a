"""The table of all phases and events, read back by Python's csv, which knows RFC 4180."""

import csv as reader
import io
import re

import pytest
from hypothesis import given

from helpers.cases import inputs
from helpers.hard_texts import hard_texts, said_in_order, saying
from helpers.routines import plan_of, with_workout
from helpers.shipped_routines import NAMES, timeline_at
from voicecoach.outputs import csv
from voicecoach.outputs.clean import clean
from voicecoach.timeline import Timeline


def _rows(timeline: Timeline) -> list[dict[str, str]]:
    written = csv.text(timeline).encode().decode("utf-8-sig")
    assert re.search(r"(?<!\r)\n|\r(?!\n)", written) is None
    return list(reader.DictReader(io.StringIO(written, newline=""), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_phase_line_and_tone_of_a_shipped_routine_is_a_row_in_order(name: str) -> None:
    timeline = timeline_at(name, "medium")
    rows = _rows(timeline)
    said = [
        (int(row["start_ms"]), int(row["end_ms"]), row["text"])
        for row in rows
        if row["kind"] == "speech"
    ]
    assert said == said_in_order(timeline)
    phases = [(int(row["start_ms"]), row["kind"]) for row in rows if not row["role"]]
    assert phases == [(phase.start_ms, phase.kind) for phase in timeline.phases]
    assert sum(row["kind"] == "tone" for row in rows) == len(timeline.events) - len(said)
    starts_ms = [int(row["start_ms"]) for row in rows]
    assert starts_ms == sorted(starts_ms)


def test_a_line_has_the_exercise_set_side_and_round_of_its_phase() -> None:
    timeline = plan_of(
        with_workout("- circuit: C\n  rounds: 2\n  do:\n    - Lunges 2x5 each side, rest 9s")
    )
    (row,) = [
        row
        for row in _rows(timeline)
        if row["role"] == "count" and row["text"] == "5" and row["set"] == "2"
        if (row["side"], row["round"]) == ("left", "1")
    ]
    assert re.fullmatch(r"0:0[01]:\d\d", row["start"])
    assert (row["exercise"], row["sets"], row["rounds"]) == ("Lunges", "2", "2")
    assert (row["dose"], row["reps"], row["kind"]) == ("reps", "5", "speech")


@given(hard_texts)
def test_a_text_is_one_cell_and_no_formula(text: str) -> None:
    rows = _rows(saying(text, "Next."))
    assert [row["text"] for row in rows[2:]] == ["", "Next."]
    for cell in (rows[1]["text"], rows[0]["exercise"]):
        assert cell[:1] not in tuple("=+-@＝＋－＠\t")
        assert cell.replace("'", "") == clean(text).replace("'", "")


FORMULAS = {
    "=1+1": "'=1+1",
    "+3 kg": "'+3 kg",
    "-5 kg": "'-5 kg",
    "@home": "'@home",
    "\t=1": "'=1",
    "\u202e=1": "'=1",
    "＝1": "'＝1",
    'Foo; =HYPERLINK("x")': 'Foo; \'=HYPERLINK("x")',
    "Foo;=1;-2": "Foo;'=1;'-2",
    "1 = 1": "1 = 1",
    '"quoted", said she': '"quoted", said she',
}


@inputs(("text", "cell"), FORMULAS)
def test_what_a_spreadsheet_takes_for_a_formula_begins_with_an_apostrophe(
    text: str, cell: str
) -> None:
    assert _rows(saying(text))[1]["text"] == cell
