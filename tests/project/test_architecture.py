"""What the sources must hold to, whatever they do."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from helpers.project_files import ROOT

MODULES = sorted((ROOT / "voicecoach").rglob("*.py"))
LONGEST_LINES = 250


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_imports_run_one_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    code = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_module_says_what_it_is_and_is_short(module: Path) -> None:
    text = module.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= LONGEST_LINES


def _prints(module: Path) -> bool:
    nodes = ast.walk(ast.parse(module.read_text("utf-8")))
    return any(isinstance(node, ast.Name) and node.id == "print" for node in nodes)


def test_only_the_command_line_prints() -> None:
    printing = {_name(module) for module in MODULES if _prints(module)}
    assert {name for name in printing if not name.startswith("voicecoach/cli/")} == set()
