"""YAML nested over 100 deep is refused at its depth, however deep the library itself reads."""

from typing import Any

import pytest
import yaml

from helpers.parsers import PARSERS
from helpers.routines import Shown, errors_of
from voicecoach.text import parsing

LINE_BY_LINE = "\n".join(f"{' ' * depth}a:" for depth in range(1300))
DEPTHS = [
    pytest.param("[" * 101, 1, 101, id="brackets"),
    pytest.param("[" * 1100, 1, 101, id="more brackets than libyaml takes"),
    pytest.param("[" * 101 + "]" * 101, 1, 101, id="closed brackets"),
    pytest.param("[a, {b: " * 10_000, 1, 401, id="brackets and braces"),
    pytest.param("{a: " * 10_000, 1, 401, id="braces"),
    pytest.param("- " * 10_000, 1, 201, id="lists"),
    pytest.param("- " * 10_000 + "\tx", 1, 201, id="lists and a tab"),
    pytest.param("? " * 10_000, 1, 201, id="keys"),
    pytest.param("- a\n- " + "{'[': \"{\", b: [" * 51, 2, 752, id="quotes"),
    pytest.param(LINE_BY_LINE, 101, 101, id="line by line"),
    pytest.param("ü: 1\r\nÄ:\u2028" + "- " * 200, 3, 199, id="line ends"),
]


class Shallow:
    """A parser that goes less deep than its library, and reads far ahead."""

    parser: Any
    limit: int

    def __init__(self, stream: str) -> None:
        self._error: yaml.MarkedYAMLError | None = None
        self._events: list[Any] = []
        depth = 0
        try:
            for event in yaml.parse(stream, Loader=self.parser):
                depth += isinstance(event, yaml.CollectionStartEvent)
                depth -= isinstance(event, yaml.CollectionEndEvent)
                if depth > self.limit:
                    self._refuse(event.start_mark)
                    break
                self._events.append(event)
        except yaml.MarkedYAMLError as error:
            self._error = error

    def _refuse(self, mark: Any) -> None:
        self._error = yaml.scanner.ScannerError("climbing down", mark, "it is dark", mark)
        while self._events and self._events[-1].start_mark.index > mark.index - 1024:
            self._events.pop()

    def check_event(self) -> bool:
        return bool(self._events or self._error)

    def get_event(self) -> Any:
        if self._events:
            return self._events.pop(0)
        assert self._error
        raise self._error

    def dispose(self) -> None:
        """Do nothing, as there is nothing to let go."""


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "line", "column"), DEPTHS)
def test_it_is_refused_at_its_depth(
    parser: Any, text: str, line: int, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "_Loader", parser)
    assert errors_of(text) == [Shown(line, column, "nested more than 100 deep", None)]


@pytest.mark.parametrize("limit", [20, 100, 101])
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "line", "column"), DEPTHS)
def test_a_library_with_a_limit_of_its_own_changes_nothing(
    parser: Any, limit: int, text: str, line: int, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shallow = type("Shallow", (Shallow,), {"parser": parser, "limit": limit})
    monkeypatch.setattr(parsing, "_Loader", shallow)
    assert errors_of(text) == [Shown(line, column, "nested more than 100 deep", None)]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ["a: " + "[" * 99 + "]" * 99, "- " * 99 + "a: b"])
def test_nested_100_deep_is_read(parser: Any, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_Loader", parser)
    assert parsing.parse_document(text, "").data


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("fault", ["\t- x", "x: [", 'x: "', "x: y: z", "x", "x: @y", "x: ]"])
def test_another_fault_beside_much_that_is_open_is_not_taken_for_depth(
    parser: Any, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "_Loader", parser)
    text = "\n".join(f"{' ' * depth}a:" for depth in range(60)) + "\n"
    for number in range(60):
        text += f"{' ' * 60}{fault}\n{' ' * 60}b{number}: [[{{c: x}}]]\n"
    assert "deep" not in errors_of(text)[0].message
