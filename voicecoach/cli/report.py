"""Reports: problems, errors and warnings, as shown on a terminal or by GitHub."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from voicecoach.cli import wrapping
from voicecoach.problems import (
    CatalogueError,
    EngineError,
    MissingPlayerError,
    NoVoiceError,
    OverwritesSourceError,
    PlayerError,
    PortError,
    Problem,
    ProgrammeFileError,
    RoutineError,
    SoundFileError,
    Span,
    UnbuiltRoutineError,
    UninstalledVoiceError,
    UnknownVariableError,
    UnseenError,
    VoicecoachError,
)
from voicecoach.units import counted

if TYPE_CHECKING:
    from rich.text import Text

    from voicecoach.session.options import Options

# Hints for the command line, by the type of an error or the code of a problem.
ERROR_REMEDIES = {
    CatalogueError: "`voicecoach voices update` renews the catalogue",
    UninstalledVoiceError: "`voicecoach voices install` downloads it",
    NoVoiceError: "`voicecoach voices` lists those there are",
    UnseenError: "`--store` and `-d` name what all workers see; the routine lies there, too",
    MissingPlayerError: "install mpv, or ffmpeg, which brings ffplay; `--silent` does without",
    PlayerError: "see whether it plays other files; `--silent` does without",
    SoundFileError: "name the YAML file it is built of; `voicecoach inspect` shows what is in it",
    ProgrammeFileError: "`voicecoach programme` checks, builds and draws it",
    UnbuiltRoutineError: "`voicecoach build` makes one of it; name that",
    OverwritesSourceError: "name another file with `-o`",
    PortError: "choose another with `--port`, or leave it out for a free one",
}
PROBLEM_REMEDIES = {
    "music-outside": "put it beside the routine, or below it; `--music` plays it from anywhere",
    "too-long": "`--max-duration` allows more",
    "no-length": "`--open 60s` gives all such steps a length to begin with",
    "several-formats": "`--format` says which it is",
    "already-a-routine": "`voicecoach build` builds it; `--format text` reads it as words",
    "not-recorded": "`voicecoach script --format phrases` lists what is to be recorded",
}
# What was given wrongly, by the type of an error.
_OPTIONS = {UnknownVariableError: "`--set`: "}
# Nobody reads more of one kind; JSON has them all.
MOST_SHOWN = 50
_SHOWN_COLUMNS = 100
_MESSAGE_INDENT = 4
# In GitHub's workflow commands.
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_FILE_ESCAPES = str.maketrans({":": "%3A", ",": "%2C"})
_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}


def say(*lines: str) -> None:
    """Print lines to stdout, with control characters replaced, so that each stays one line."""
    click.echo("\n".join(map(one_line, lines)))


def tell(text: str) -> None:
    """Print a sentence to stderr, in lines as wide as the terminal."""
    click.echo(wrapping.wrapped(one_line(text), wrapping.width(), indent=0), err=True)


def show_error(error: VoicecoachError, severity: str = "error", about: str = "") -> None:
    """Print an error to stderr. `about` is the file of several that it is about."""
    if isinstance(error, RoutineError):
        show_problems(error.problems, severity)
        return
    remedies = (hint for kind, hint in ERROR_REMEDIES.items() if isinstance(error, kind))
    hint = error.hint or next(remedies, None)
    option = next((name for kind, name in _OPTIONS.items() if isinstance(error, kind)), "")
    text = option + error.message + (f" ({hint})" if hint else "")
    span = error.span if isinstance(error, EngineError) else None
    if about and span is None and about not in error.message:
        text = f"{about}: {text}"
    _show_message(span, severity, text)


def show_fault(message: str) -> None:
    """Print an error to stderr that is about no line of a routine, and ends nothing."""
    _show_message(None, "error", message)


def show_warning(message: str) -> None:
    """Print a warning to stderr that is about no line of a routine."""
    _show_message(None, "warning", message)


def show_idle_seed(options: "Options", title: str, is_drawn: bool) -> None:
    """Print to stderr that nothing is drawn by the seed that was given, if so."""
    if options.seed is not None and not is_drawn:
        message = f"`--seed` changes nothing: nothing is drawn in `{title}`"
        _show_message(None, "notice", message)


def show_usage_error(error: click.ClickException) -> None:
    """Print an error in the arguments of a command, as click does, but for its wrapping."""
    if "\n" in error.format_message():
        # It is the help, which click has wrapped.
        error.show()
        return
    head = "Error: "
    text = wrapping.wrapped(head + error.format_message(), wrapping.width(), _MESSAGE_INDENT)
    message = text.removeprefix(head)
    if isinstance(error, click.UsageError):
        click.UsageError(message, error.ctx).show()
    else:
        click.ClickException(message).show()


def with_remedy(problem: Problem) -> Problem:
    """Return a problem with its hint, or else the one for the command line."""
    if problem.given:
        assignments = " ".join(f"--set {assignment}" for assignment in problem.given)
        message = f"{problem.message}, with `{assignments}`"
        hint = "give the option another value; the line shows where it stands"
        return replace(problem, message=message, hint=hint, given=())
    return replace(problem, hint=problem.hint or PROBLEM_REMEDIES.get(problem.code))


def show_problems(problems: Sequence[Problem], severity: str) -> None:
    """Print the first problems to stderr, and how many more there are."""
    for problem in problems[:MOST_SHOWN]:
        show_problem(problem, severity)
    if len(problems) > MOST_SHOWN:
        _show_message(None, severity, _more(problems, severity))


def show_problem(problem: Problem, severity: str) -> None:
    """Print a problem to stderr: its place, message, underlined source line, and hint."""
    problem = with_remedy(problem)
    span = problem.span
    _show_message(span, severity, problem.message)
    columns = wrapping.width()
    if problem.source_line:
        gutter = f"  {span.line} | "
        most = min(_SHOWN_COLUMNS, (columns or _SHOWN_COLUMNS + len(gutter)) - len(gutter))
        shown, column = _window(problem.source_line, span.column - 1, most)
        marks = "^" * max(1, min(span.length, len(shown) - column))
        click.echo(gutter + shown, err=True)
        click.echo(" " * (len(gutter) - 2) + "| " + " " * column + marks, err=True)
    if problem.hint:
        hint = f"  hint: {one_line(problem.hint)}"
        click.echo(wrapping.wrapped(hint, columns, len("  hint: ")), err=True)


def github_annotations(problems: Sequence[Problem], severity: str) -> Iterator[str]:
    """Yield the first problems as workflow commands, and how many more there are."""
    for problem in problems[:MOST_SHOWN]:
        yield _github_annotation(problem, severity)
    if len(problems) > MOST_SHOWN:
        yield f"::{severity}::{_more(problems, severity)}"


def _more(problems: Sequence[Problem], severity: str) -> str:
    more = counted(len(problems) - MOST_SHOWN, f"more {severity}")
    return f"{more} of {problems[0].span.file} not shown"


def _github_annotation(problem: Problem, severity: str) -> str:
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


def _show_message(span: Span | None, severity: str, message: str) -> None:
    place = f"{one_line(span.file)}:{span.line}:{span.column}: " if span else ""
    text = f"{place}{severity}: {one_line(message)}"
    text = wrapping.wrapped(text, wrapping.width(), _MESSAGE_INDENT)
    head = f"{place}{severity}"
    if text.startswith(head):
        text = click.style(place, bold=True) * bool(place) + _severity(severity) + text[len(head) :]
    click.echo(text, err=True)


def _severity(severity: str) -> str:
    return click.style(severity, fg=_COLOURS[severity], bold=True)


def _window(line: str, column: int, most: int) -> tuple[str, int]:
    """Return the part of a long line around `column`, `most` characters, and the column in it."""
    line = line.rstrip()
    start = max(0, min(column - most // 2, len(line) - most))
    shown = one_line(line[start : start + most].replace("\t", " "))
    return shown, min(column - start, len(shown))


def drawn_by(seed: int) -> str:
    """Return the sentence about a programme in which something is drawn."""
    return f"Drawn with `--seed {seed}`, which gives the same programme again."
