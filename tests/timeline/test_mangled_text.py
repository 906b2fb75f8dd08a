"""Mangled text: whatever becomes of a routine, it is planned or refused, and never a crash."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import voicecoach
from helpers.generated import routines
from helpers.routines import FILE, rule_of_thumb
from voicecoach.files import shipped
from voicecoach.language import RoutineText, load
from voicecoach.problems import RoutineError
from voicecoach.timeline import plan

_FENCED = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PACKAGE = Path(voicecoach.__file__).parent
_SAMPLES = [
    sample
    for path in sorted(_PACKAGE.rglob("*.py"))
    for sample in _FENCED.findall(path.read_text(encoding="utf-8"))
]
_ROUTINES = [
    shipped.STARTER.read_text(encoding="utf-8"),
    *(path.read_text(encoding="utf-8") for path in shipped.routines().values()),
]
_INSERTED = (
    *"-:,#{}[]'\"&*!|>%@`?~ \n\t\r\0\x07\u2028\u202eé😀x×–0159s",
    "\n  ",
    "\n- ",
    ": ",
    "- ",
    " #",
    "<<: ",
    "&a ",
    "*a",
    "---\n",
    "...\n",
    "{{",
    "{side}",
    "rest",
    "null",
    "[]",
    "{}",
    "!!int ",
    "1e9",
    "-1",
    "99999999",
    "0",
)


@st.composite
def mangled(draw: Any, texts: Any) -> str:
    """Return one of `texts` with a few characters deleted, inserted, swapped or repeated."""
    text = str(draw(texts))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(1, 8))
        kind = draw(st.sampled_from(("insert", "delete", "swap", "repeat", "cut", "indent")))
        if kind == "insert":
            text = text[:at] + draw(st.sampled_from(_INSERTED)) + text[at:]
        elif kind == "delete":
            text = text[:at] + text[at + length :]
        elif kind == "swap":
            text = text[:at] + text[at : at + length][::-1] + text[at + length :]
        elif kind == "repeat":
            text = text[: at + length] + text[at:]
        elif kind == "cut":
            text = text[:at] if draw(st.booleans()) else text[at:]
        else:
            at = text.rfind("\n", 0, at) + 1
            text = text[:at] + " " * length + text[at:]
    return text


@settings(max_examples=150)
@given(mangled(st.sampled_from(_SAMPLES)))
def test_a_mangled_sample_is_planned_or_refused(text: str) -> None:
    _plan_or_refuse(text)


@settings(max_examples=40)
@given(mangled(st.sampled_from(_ROUTINES)))
def test_a_mangled_routine_is_planned_or_refused(text: str) -> None:
    _plan_or_refuse(text)


@settings(max_examples=80)
@given(mangled(routines()))
def test_a_mangled_generated_routine_is_planned_or_refused(text: str) -> None:
    _plan_or_refuse(text)


@settings(max_examples=80)
@given(st.text(max_size=200))
def test_any_text_is_planned_or_refused(text: str) -> None:
    _plan_or_refuse(text)
    _plan_or_refuse(f"title: {text}\nworkout:\n  - Plank 40s\n")
    _plan_or_refuse(f"title: T\nworkout:\n  - {text}\n")


@settings(max_examples=80)
@given(st.text(alphabet="0123456789xX×:.-–, abcrestholdingf@/s", max_size=40))
def test_any_line_is_read_or_refused(line: str) -> None:
    _plan_or_refuse(yaml.safe_dump({"title": "T", "workout": [line]}, allow_unicode=True))


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_are_planned_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(b"title: T\nworkout:\n  - " + content)
    with suppress(RoutineError):
        plan(load(path), rule_of_thumb)


def _plan_or_refuse(text: str) -> None:
    """Plan a routine, or check that what is wrong with it stands at a place in the text."""
    try:
        plan(load(RoutineText(text, Path(FILE))), rule_of_thumb)
    except RoutineError as error:
        lines = max(1, len(text.splitlines()) + 1)
        for problem in error.problems:
            assert problem.message
            assert 1 <= problem.span.line <= lines
            assert problem.span.column >= 1
            assert problem.span.length >= 1
