"""Every routine in the documentation builds, and every key of the language is in one of them."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.pages import Example, all_examples, examples, put_files, routine_in, text_of
from helpers.sessions import TONES, ignore, opened
from helpers.terminal import Terminal, keep_clips, without_numbers
from voicecoach import language
from voicecoach.language import blocks
from voicecoach.language.definitions import CatalogueKeys
from voicecoach.language.fields import Keys, by_key, by_name
from voicecoach.programme import keys as programme_keys
from voicecoach.routine.placeholders import NAMES
from voicecoach.session.plan import plan_routine

LANGUAGE = "docs/language.md"
PROGRAMMES = "docs/programmes.md"
FILE = "file: "
# What the page on languages shows is tested with the other parts that are added.
PARTS_OF_A_LANGUAGE = ("danish", "polish", "catalogue")

ROUTINES = [
    example
    for example in all_examples("yaml")
    if example.mark not in PARTS_OF_A_LANGUAGE
    and (not example.mark.startswith(FILE) or "\nworkout:" in example.text)
]


def _models() -> list[type[Keys]]:
    """Return all models of keys, from every module of the language, and those of programmes."""
    for module in pkgutil.walk_packages(language.__path__, f"{language.__name__}."):
        importlib.import_module(module.name)
    models = Keys.__subclasses__()
    for model in models:
        models += model.__subclasses__()
    return models


# No routine is written in the keys of the catalogue.
MODELS = [model for model in _models() if model is not CatalogueKeys]


@pytest.mark.parametrize(
    "example", [each for each in ROUTINES if each.mark not in ("wrong", "warned")], ids=str
)
def test_a_routine_in_the_documentation_is_planned_without_a_warning(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_clips(tmp_path.parent, monkeypatch)
    put_files(example.page, tmp_path)
    routine = tmp_path / "routine.yaml"
    routine.write_text(routine_in(example), "utf-8")
    # The engine `tone` takes as long as the rule of thumb that timelines are tested with.
    with opened() as session:
        assert plan_routine(session, routine, TONES, ignore).timeline.warnings == ()


@pytest.mark.parametrize(
    "example", [each for each in ROUTINES if each.mark in ("wrong", "warned")], ids=str
)
def test_a_faulty_routine_gets_the_messages_that_the_documentation_shows(
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Terminal(tmp_path / "home", monkeypatch, capsys)
    on_page = examples(example.page)
    shown = on_page[on_page.index(example) + 1].text
    file = shown.partition(":")[0]
    (terminal.directory / file).write_text(example.text, "utf-8")
    said = terminal.run(f"voicecoach check {file}")
    assert said.code == (1 if example.mark == "wrong" else 0)
    assert without_numbers(said.err) == without_numbers(shown)


def test_every_example_is_marked_in_a_way_that_is_known() -> None:
    known = {"", "blocks", "head", "wrong", "warned"}
    marks = {example.mark for example in ROUTINES}
    assert {mark for mark in marks if not mark.startswith((FILE, "imported: "))} <= known


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_explained_and_shown_in_an_example(model: type[Keys]) -> None:
    keys = set(by_key(model))
    name = PROGRAMMES if model.__module__ == programme_keys.__name__ else LANGUAGE
    page = text_of(name)
    assert {key for key in keys if f"`{key}" not in page and f"{key}`" not in page} == set()
    used = {
        key
        for example in examples(name)
        if example.language == "yaml" and example.mark != "wrong"
        for key in _keys(yaml.safe_load(routine_in(example)))
    }
    assert keys - used == set()


def test_every_kind_of_block_is_among_the_models_above() -> None:
    kinds = {name for model in MODELS for name in by_name(model)}
    assert set(blocks.kinds()) <= kinds | {"exercise"}


def test_every_placeholder_is_explained() -> None:
    page = text_of(LANGUAGE)
    assert [name for name in NAMES if f"`{{{name}}}`" not in page] == []


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            # YAML 1.1 takes a key such as `on` for a truth value; none of the language is one.
            yield str(key)
            yield from _keys(value)
    elif isinstance(data, list):
        for item in data:
            yield from _keys(item)
