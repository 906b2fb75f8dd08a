"""The sample in the docstring of each block and each cue is a routine that can be planned."""

import re
from pathlib import Path

import pytest

import voicecoach
from helpers.routines import plan_of, routine_of, rule_of_thumb
from voicecoach.files import shipped
from voicecoach.language import blocks, load
from voicecoach.language.entry import Entry
from voicecoach.language.fields import by_name
from voicecoach.language.selection import Holder, Named
from voicecoach.language.values import Level
from voicecoach.routine.flow import Block
from voicecoach.timeline import plan

_PACKAGE = Path(voicecoach.__file__).parent
_FENCED = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MODULES = sorted(
    path
    for directory in ("language/blocks", "timeline/cues")
    for path in (_PACKAGE / directory).glob("*.py")
    if path.stem != "__init__"
)


@pytest.mark.parametrize("path", _MODULES, ids=lambda path: path.stem)
def test_the_sample_of_a_module_is_a_routine_without_a_warning(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    included = "vars: {time: 30s}\nworkout: [March on the spot {time}]\n"
    (tmp_path / "warm-up.yaml").write_text(included.replace("[", "['").replace("]", "']"))
    (sample,) = _FENCED.findall(path.read_text(encoding="utf-8"))
    assert plan_of(sample).warnings == ()


@pytest.mark.parametrize("path", _MODULES, ids=lambda path: path.stem)
def test_the_sample_of_a_block_holds_the_block(path: Path) -> None:
    (sample,) = _FENCED.findall(path.read_text(encoding="utf-8"))
    if path.parent.name == "blocks":
        assert re.search(rf"^\s*(- )?\b{path.stem}:", sample, re.MULTILINE)


@pytest.mark.parametrize("kind", blocks.kinds())
def test_each_kind_of_block_can_be_asked_for_with_what_is_in_it(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Block] = []
    module = blocks.module_of(kind)

    def keeping(entry: Entry) -> Block | None:
        block: Block | None = read_block(entry)
        read.extend([block] if block else [])
        return block

    read_block = module.read
    monkeypatch.setattr(module, "read", keeping)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "warm-up.yaml").write_text("vars: {time: 30s}\nworkout: ['March {time}']\n")
    routine_of(*_FENCED.findall(module.__doc__ or ""))
    assert read
    for block in read:
        assert isinstance(block, Named)
        assert block.names
        if "do" in by_name(module.KEYS):
            assert isinstance(block, Holder)
            assert block.holding(block.inside) == block


@pytest.mark.parametrize("name", sorted(shipped.routines()))
def test_a_shipped_routine_is_planned_without_a_warning_at_every_level(name: str) -> None:
    levels: list[Level] = ["easy", "medium", "hard"]
    for level in levels:
        assert plan(load(shipped.routine(name), level), rule_of_thumb).warnings == ()


def test_the_starter_is_planned_without_a_warning() -> None:
    text = shipped.STARTER.read_text(encoding="utf-8")
    assert routine_of(text).title
    assert plan_of(text).warnings == ()


README_SAMPLE = """
title: Quick core
between: 10s
workout:
  - Plank 40s, rest 20s
  - Side plank 20s each side
  - Push-ups 3x10, rest 45s
  - exercise: Bird dog 5x10s hold, each side
    setup: On hands and knees, hands under your shoulders.
"""


def test_five_plain_lines_are_a_whole_workout() -> None:
    names = [phase.name for phase in plan_of(README_SAMPLE).phases if phase.kind == "work"]
    assert names == ["Plank", *["Side plank"] * 2, *["Push-ups"] * 3, *["Bird dog"] * 2]
