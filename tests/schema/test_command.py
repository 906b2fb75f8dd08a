"""`voicecoach schema`, and the first line of a new routine that points to the schema."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from voicecoach.cli import new
from voicecoach.cli import schema as command_module
from voicecoach.files import shipped
from voicecoach.language import schema
from voicecoach.language.loading import load
from voicecoach.problems import WrongUsageError


def test_the_schema_is_printed() -> None:
    result = CliRunner().invoke(command_module.command, [])
    assert result.exit_code == 0
    assert json.loads(result.output) == json.loads(schema.schema_text())


def test_the_schema_is_written_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "routine.schema.json"
    result = CliRunner().invoke(command_module.command, ["-o", str(target)])
    assert result.output == f"{target}\n"
    assert target.read_bytes() == schema.schema_text().encode()


def test_a_file_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    target = tmp_path / "missing" / "routine.schema.json"
    result = CliRunner().invoke(command_module.command, ["-o", str(target)])
    assert isinstance(result.exception, WrongUsageError)
    assert str(target) in result.exception.message


@pytest.mark.parametrize("name", [None, *shipped.routines()])
def test_a_new_routine_points_to_the_schema(name: str | None, tmp_path: Path) -> None:
    target = tmp_path / "mine.yaml"
    arguments = [str(target), *(["--from", name] if name else [])]
    assert CliRunner().invoke(new.command, arguments).exit_code == 0
    first, *_ = target.read_text(encoding="utf-8").split("\n")
    assert first == f"# yaml-language-server: $schema={schema.SHIPPED.as_uri()}"
    load(target)


def test_the_schema_that_is_pointed_to_is_there() -> None:
    assert schema.SHIPPED.is_file()
