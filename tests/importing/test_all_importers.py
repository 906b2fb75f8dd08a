"""What holds for the importer of every format, and how the right one is found."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.cases import cases
from helpers.imports import converted, error_of, outcome
from helpers.packages import install
from voicecoach.importing import formats
from voicecoach.importing.formats import Match
from voicecoach.importing.source import MAX_BYTES, source_of
from voicecoach.problems import EngineError, WrongUsageError

NAMES = formats.format_names()
# What may stand in any file.
ODD = {
    "nothing": b"",
    "a blank line": b"\n",
    "a zero byte": b"\0",
    "a byte order mark alone": b"\xff\xfe",
    "half a character": b"\xff\xfe\x00",
    "bytes of no encoding": bytes(range(256)),
    "a bracket": b"{",
    "many brackets": b"[" * 5000,
    "many elements": b"<a>" * 5000,
    "a long number": b"a,1" + b"0" * 5000,
    "an open quote": b'name,seconds\n"Plank,40\n',
    "commas": b"," * 5000,
}


def sample_of(name: str) -> bytes:
    """Return the sample in the docstring of an importer, perhaps in base64."""
    docstring = formats.importer(name).__doc__
    pattern = rf"^```{name}( base64)?\n(.*?)^```$"
    ((is_base64, sample),) = re.findall(pattern, docstring, re.MULTILINE | re.DOTALL)
    return b64decode(sample) if is_base64 else str(sample).encode()


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_of_a_format_is_found_to_be_in_it_and_comes_to_a_routine(name: str) -> None:
    source = source_of(sample_of(name), "sample")
    assert formats.found_format(source) == name
    assert all(routine.text for routine in converted(sample_of(name)).routines)


@pytest.mark.parametrize("name", NAMES)
@cases("content", ODD)
def test_odd_files_are_refused_or_imported(name: str, content: bytes) -> None:
    assert formats.importer(name).matches(source_of(content, "odd")) in list(Match)
    assert outcome(content, name) in ("imported", "refused")


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_a_damaged_sample_is_refused_or_imported(name: str, data: st.DataObject) -> None:
    sample = sample_of(name)
    start = data.draw(st.integers(0, len(sample)))
    end = data.draw(st.integers(start, len(sample)))
    damaged = sample[:start] + data.draw(st.binary(max_size=5)) + sample[end:]
    assert outcome(damaged, name) in ("imported", "refused")


def test_a_file_in_no_format_is_told_which_there_are() -> None:
    assert error_of("?!") == "1: this is in none of the formats that can be imported"


def test_an_empty_file_and_a_routine_are_told_for_what_they_are() -> None:
    assert error_of("") == error_of(" \r\n\t\n") == "1: this file is empty"
    routine = "# Legs\ntitle: Legs\nlanguage: en\nworkout:\n  - Squats 3x10\n"
    assert error_of(routine) == "4: this is a routine already"
    assert converted(routine, "text").routines
    assert converted("Workout:\n- Squats 3x10\n").routines


def test_a_file_larger_than_a_megabyte_is_refused() -> None:
    with pytest.raises(WrongUsageError, match="larger than 1 MB"):
        converted(b"a" * (MAX_BYTES + 1))


def test_a_misspelt_format_is_recognised() -> None:
    with pytest.raises(WrongUsageError) as raised:
        formats.importer("zwoo")
    assert raised.value.hint == "did you mean `zwo`?"


TWIN = """\
from voicecoach.importing.formats import Match
TITLE = "twin"
def matches(source): return Match.CERTAIN
def read(source): return 1 / 0
"""


def test_two_formats_that_are_as_sure_are_told_and_one_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = {"twin": "voicecoach_twin", "other-twin": "voicecoach_twin"}
    install(
        tmp_path, monkeypatch, "voicecoach-twin 1.0", points, {"voicecoach_twin": TWIN},
        group="voicecoach.importers",
    )  # fmt: skip
    assert error_of("?!") == "1: this may be other-twin or twin"
    with pytest.raises(EngineError, match="the importer `twin` failed at plan: ZeroDivisionError"):
        converted("?!", "twin")
