"""The foreign files in the documentation come to the routines that the pages show."""

import re
from pathlib import Path

import pytest

from helpers.imports import converted, error_of, notes_on, routine_from
from helpers.packages import install
from helpers.pages import Example, all_examples, bytes_in, examples, file_in, text_of
from voicecoach.importing import formats
from voicecoach.importing.conversion import convert
from voicecoach.importing.source import source_of

IMPORTING = "docs/importing.md"
ADDING = "docs/add-an-importer.md"
IMPORTED = [each for each in all_examples("yaml") if each.mark.startswith("imported: ")]


@pytest.mark.parametrize("example", IMPORTED, ids=str)
def test_a_foreign_file_comes_to_the_routine_that_the_page_shows(example: Example) -> None:
    name = example.mark.removeprefix("imported: ")
    content = bytes_in(example.page, name)
    (routine,) = convert(source_of(content, name), None, Path(name).stem).routines
    assert routine.text == f"# Imported from {name}\n{example.text}"


def test_every_format_is_named_and_shown() -> None:
    named = re.findall(r"^\| `([a-z0-9-]+)` \|", text_of(IMPORTING), re.MULTILINE)
    assert named == formats.format_names()
    shown = {
        formats.found_format(source_of(each.content, each.mark))
        for each in examples(IMPORTING)
        if each.mark.startswith("file: ")
    }
    assert shown == set(named)


def test_the_importer_of_the_page_reads_its_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = file_in(ADDING, "timer.py")
    points = {"timer": "voicecoach_timer"}
    install(
        tmp_path, monkeypatch, "voicecoach-timer 1.0", points, {"voicecoach_timer": code},
        group="voicecoach.importers",
    )  # fmt: skip
    (sample,) = re.findall(r"```timer\n(.*?)```", code, re.DOTALL)
    assert routine_from(sample) == (
        "title: plan\nworkout:\n  - Plank 40s\n  - rest 20s\n"
        "  # ? Stretch: how long is not said, but until you press lap\n"
    )
    assert notes_on(sample) == ["4: Stretch: how long is not said, but until you press lap"]
    assert error_of("timer 1\nsoon Plank\n") == "2: `soon` is no number of seconds"
    assert converted(sample, "timer").routines
