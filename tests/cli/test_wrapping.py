"""Messages on a terminal: their lines end between words, and never in what is to be copied."""

import click
import pytest

from helpers.cases import cases
from voicecoach.cli import wrapping
from voicecoach.cli.report import show_problem, show_usage_error
from voicecoach.problems import Problem, Span


@cases(
    ("text", "lines"),
    {
        "a short text": ("hint: write it", ["hint: write it"]),
        "a long text": (
            "hint: one two three four five six",
            ["hint: one two three", "      four five six"],
        ),
        "words to copy": (
            "hint: please write `a b c d e`",
            ["hint: please write", "      `a b c d e`"],
        ),
        "blanks to copy": (
            "hint: now please write `  - a`",
            ["hint: now please", "      write `  - a`"],
        ),
        "too much to copy": (
            "hint: write `one two three four five`",
            ["hint: write `one two", "      three four", "      five`"],
        ),
        "a long word": (f"hint: {'x' * 30} y", ["hint:", f"      {'x' * 30}", "      y"]),
    },
)
def test_a_line_ends_between_words(text: str, lines: list[str]) -> None:
    assert wrapping.wrapped(text, 20, 6).split("\n") == lines


def test_what_is_no_terminal_gets_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show_problem(Problem(Span("a.yaml", 3), "word " * 40, "word " * 40), "error")
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.fixture
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapping, "width", lambda: 50)


@pytest.mark.usefixtures("_narrow")
def test_no_line_of_a_problem_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = "  - say: " + "word " * 40
    show_problem(Problem(Span("a.yaml", 3, 160, 9), "word " * 40, "word " * 40, "x", line), "error")
    shown = click.unstyle(capsys.readouterr().err).splitlines()
    assert len(shown) > 10
    assert max(map(len, shown)) <= 50


@pytest.mark.usefixtures("_narrow")
def test_no_line_about_an_argument_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_usage_error(click.UsageError("word " * 40))
    assert max(map(len, capsys.readouterr().err.splitlines())) <= 50
