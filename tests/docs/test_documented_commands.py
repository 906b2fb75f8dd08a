"""Every command in the documentation runs, and every command and option is documented."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest

from helpers.pages import PAGES, ROOT, Example, all_examples, examples, file_in, put_files, text_of
from helpers.routines import rule_of_thumb
from helpers.terminal import Terminal, without_numbers
from voicecoach import phrases
from voicecoach.cli import cli
from voicecoach.files import shipped
from voicecoach.language import load
from voicecoach.routine import sounds
from voicecoach.routine.phase import PhaseKind
from voicecoach.timeline import plan

COMMANDS = "docs/commands.md"
TIMING = "docs/timing.md"
CODE = ROOT / "voicecoach"

WRONG = "title: Wrong\nworkout:\n  - Lunges\n"
WEEKS = (
    "programme: A week of legs\nstart: 2027-01-04\ndays: [mon]\nroutine: legs.yaml\nweeks: [{}]\n"
)
# What a page does with a shell, and not with voicecoach.
OTHERS = (
    "scripts/",
    ".ci/",
    "python3 -m venv ",
    "pip install ",
    "cd ",
    "eval ",
    ". ",
    "git clone ",
)


def _commands(example: Example) -> list[tuple[str, str]]:
    """Return the commands of a console example, each with the output that is shown."""
    parts = re.split(r"^\$ (.*)\n", example.text, flags=re.MULTILINE)
    assert parts[0] == ""
    return list(zip(parts[1::2], parts[2::2], strict=True))


CONSOLES = [
    example
    for example in all_examples("console")
    if any(command.startswith("voicecoach ") for command, _ in _commands(example))
]


@pytest.mark.parametrize("example", CONSOLES, ids=str)
def test_a_documented_command_prints_what_the_page_shows(
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Terminal(tmp_path / "home", monkeypatch, capsys)
    put_files(example.page, terminal.directory)
    for command, shown in _commands(example):
        if not command.startswith("voicecoach "):
            continue
        said = terminal.run(command)
        assert said.code == 0, said.err
        if shown:
            assert _lines(said.out) == _lines(shown)


def _lines(text: str) -> list[str]:
    return [line for line in map(without_numbers, text.splitlines()) if line]


def test_the_other_commands_are_known_and_their_scripts_are_there() -> None:
    for example in all_examples("console"):
        for command, _ in _commands(example):
            assert command.startswith(("voicecoach ", *OTHERS)), f"{example}: {command}"
            script = re.match(r"(scripts|\.ci)/\S+", command)
            assert script is None or os.access(ROOT / script[0], os.X_OK), f"{example}: {command}"


@pytest.mark.parametrize("name", sorted(cli.list_commands(click.Context(cli))))
def test_a_command_and_its_options_are_documented(name: str) -> None:
    page = text_of(COMMANDS)
    assert f"\n## `{name}`\n" in page
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    within = command.commands if isinstance(command, click.Group) else {}
    assert {each for each in within if f"\n### `{name} {each}`\n" not in page} == set()
    for parameter in [each for part in (command, *within.values()) for each in part.params]:
        if isinstance(parameter, click.Option) and parameter.name != "help":
            assert all(option in page for option in parameter.opts), parameter.opts


@pytest.mark.parametrize(
    "example",
    [each for each in examples(COMMANDS) if each.mark.startswith("like: ")],
    ids=str,
)
def test_json_has_the_fields_that_the_page_shows(
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Terminal(tmp_path / "home", monkeypatch, capsys)
    (terminal.directory / "wrong.yaml").write_text(WRONG, "utf-8")
    (terminal.directory / "my-weeks.yaml").write_text(WEEKS, "utf-8")
    for command in example.mark.removeprefix("like: ").split(" && "):
        said = terminal.run(command)
    printed = json.loads(said.out)
    _assert_like(json.loads(example.text), printed)


def _assert_like(shown: Any, printed: Any) -> None:
    """Assert that what is shown has the keys of what is printed; the outermost may be fewer."""
    if isinstance(shown, dict):
        assert set(shown) <= set(printed)
        if len(shown) > 1:
            assert list(shown) == list(printed)
        for key, value in shown.items():
            _assert_like(value, printed[key])
    elif isinstance(shown, list):
        for each in shown:
            _assert_like(each, next((like for like in printed if _kind(like) == _kind(each)), None))


def _kind(item: Any) -> Any:
    return item.get("kind") if isinstance(item, dict) else None


def test_every_word_of_the_json_is_explained() -> None:
    page = text_of(COMMANDS)
    timelines = [plan(load(path), rule_of_thumb) for path in shipped.routines().values()]
    used = {event.role for timeline in timelines for event in timeline.events}
    kinds = {kind for kind in get_args(PhaseKind) if kind != "sound"}
    assert {word for word in used | kinds | set(sounds.CLASSIC) if f"`{word}`" not in page} == set()


def test_every_code_of_a_problem_is_explained() -> None:
    pages = text_of(COMMANDS) + text_of(TIMING)
    assert {code for code in _codes() if f"`{code}`" not in pages} == set()


def _codes() -> Iterator[str]:
    """Yield the words with hyphens in the code that makes problems: codes, roles and choices."""
    choices = {"each-set", "all-sets", "each-rep"}
    for directory in ("timeline", "routine"):
        for file in (CODE / directory).rglob("*.py"):
            yield from set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', file.read_text())) - choices


def test_every_exit_code_is_explained() -> None:
    text = "".join(file.read_text() for file in [CODE / "problems.py", CODE / "cli/__init__.py"])
    codes = {"0", *re.findall(r"exit_code = (\d+)|(?:INTERRUPTED|TERMINATED) = (\d+)", text)}
    found = {code for each in codes for code in ([each] if isinstance(each, str) else each) if code}
    for page in (COMMANDS, "README.md"):
        assert {code for code in found if f"| {code} |" not in text_of(page)} == set()


def test_every_shipped_routine_and_every_language_is_named() -> None:
    for name in shipped.routines():
        assert f"`{name}`" in text_of(COMMANDS)
        assert f"routines/{name}.yaml" in text_of("README.md")
    for language in phrases.languages():
        assert f"`{language}`" in text_of("docs/languages.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"(?:\]\(|src=\"|srcset=\")([^)\"\s]+)", text_of(page)):
        if target.startswith(("https://", "mailto:")):
            continue
        file, _, heading = target.partition("#")
        path = (ROOT / page).parent / file if file else ROOT / page
        assert path.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
            assert heading in {_anchor(each) for each in headings}, target


def _anchor(heading: str) -> str:
    """Return the name that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_files_that_pages_show_can_be_found() -> None:
    assert file_in(TIMING, "two.yaml").startswith("title: Two\n")
