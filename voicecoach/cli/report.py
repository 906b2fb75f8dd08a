"""Reports: problems, errors and warnings, as shown on a terminal or by GitHub."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from voicecoach.problems import (
    CatalogueError,
    NoVoiceError,
    OverwritesSourceError,
    Problem,
    RoutineError,
    Span,
    SpeechError,
    UninstalledVoiceError,
    VoicecoachError,
)

if TYPE_CHECKING:
    from rich.text import Text

# Hints for the command line, by the type of an error or the code of a problem.
ERROR_REMEDIES = {
    CatalogueError: "`voicecoach voices update` renews the catalogue",
    UninstalledVoiceError: "`voicecoach voices install` downloads it",
    NoVoiceError: "`voicecoach voices` lists those there are",
    OverwritesSourceError: "name another file with `-o`",
}
PROBLEM_REMEDIES = {
    "too-long": "`--max-duration` allows more",
    "not-recorded": "`voicecoach script --format phrases` lists what is to be recorded",
}
_SHOWN_COLUMNS = 100
# In GitHub's workflow commands.
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_FILE_ESCAPES = str.maketrans({":": "%3A", ",": "%2C"})
_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}


def say(text: str) -> None:
    """Print text to stdout, with control characters other than line ends replaced."""
    click.echo("\n".join(one_line(line) for line in text.split("\n")))


def show_error(error: VoicecoachError, severity: str = "error") -> None:
    """Print an error to stderr."""
    if isinstance(error, RoutineError):
        for problem in error.problems:
            show_problem(problem, severity)
        return
    remedies = (hint for kind, hint in ERROR_REMEDIES.items() if isinstance(error, kind))
    hint = error.hint or next(remedies, None)
    text = error.message + (f" ({hint})" if hint else "")
    span = error.span if isinstance(error, SpeechError) else None
    place = f"{_place(span)} " if span else ""
    click.echo(f"{place}{_severity(severity)}: {one_line(text)}", err=True)


def with_remedy(problem: Problem) -> Problem:
    """Return a problem with its hint, or else the one for the command line."""
    return replace(problem, hint=problem.hint or PROBLEM_REMEDIES.get(problem.code))


def show_problem(problem: Problem, severity: str) -> None:
    """Print a problem to stderr: its place, message, underlined source line, and hint."""
    problem = with_remedy(problem)
    span = problem.span
    click.echo(f"{_place(span)} {_severity(severity)}: {one_line(problem.message)}", err=True)
    if problem.source_line:
        shown, column = _window(problem.source_line, span.column - 1)
        marks = "^" * max(1, min(span.length, len(shown) - column))
        gutter = f"  {span.line} | "
        click.echo(gutter + shown, err=True)
        click.echo(" " * (len(gutter) - 2) + "| " + " " * column + marks, err=True)
    if problem.hint:
        click.echo(f"  hint: {one_line(problem.hint)}", err=True)


def github_annotation(problem: Problem, severity: str) -> str:
    """Return a problem as a workflow command, which GitHub shows as an annotation of its line."""
    span = problem.span
    message = problem.message + (f" (hint: {problem.hint})" if problem.hint else "")
    message = one_line(message.translate(_ESCAPES))
    file = one_line(span.file).translate(_ESCAPES | _FILE_ESCAPES)
    place = f"file={file},line={span.line},col={span.column}"
    return f"::{severity} {place},title={problem.code}::{message}"


def one_line(text: str) -> str:
    """Return text without control characters, which could affect a terminal."""
    return "".join(character if character.isprintable() else "·" for character in text)


def cell(text: str) -> "Text":
    """Return text for a table, without markup and control characters."""
    from rich.text import Text

    return Text(one_line(text))


def _place(span: Span) -> str:
    return click.style(f"{one_line(span.file)}:{span.line}:{span.column}:", bold=True)


def _severity(severity: str) -> str:
    return click.style(severity, fg=_COLOURS[severity], bold=True)


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of a long line around `column`, and the column within it."""
    clean = one_line(line.replace("\t", " ").rstrip())
    start = max(0, min(column - _SHOWN_COLUMNS // 2, len(clean) - _SHOWN_COLUMNS))
    shown = clean[start : start + _SHOWN_COLUMNS]
    return shown, min(column - start, len(shown))
