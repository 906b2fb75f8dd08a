"""Reports: problems, errors and warnings as they are shown on a terminal or to GitHub."""

from dataclasses import replace

import click

from voicecoach.problems import Problem, RoutineError, VoicecoachError

# What can be done on the command line, by the type of an error or the code of a problem.
REMEDIES = {
    "NoVoiceError": "`voicecoach voices` lists those there are",
    "OverwritesSourceError": "name another file with `-o`",
    "too-long": "`--max-duration` allows more",
}
_SHOWN_COLUMNS = 100
_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}


def say(text: str) -> None:
    """Print text to stdout, its control characters but line ends replaced."""
    click.echo("\n".join(one_line(line) for line in text.split("\n")))


def error(failure: VoicecoachError, severity: str = "error") -> None:
    """Print what went wrong to stderr."""
    if isinstance(failure, RoutineError):
        for each in failure.problems:
            problem(each, severity)
        return
    hint = failure.hint or REMEDIES.get(type(failure).__name__)
    shown = failure.message + (f" ({hint})" if hint else "")
    click.echo(f"{_severity(severity)}: {one_line(shown)}", err=True)


def with_remedy(found: Problem) -> Problem:
    """Return a problem with what can be done about it on the command line."""
    return replace(found, hint=found.hint or REMEDIES.get(found.code))


def interrupted() -> None:
    """Print that the user stopped the command."""
    click.echo(f"{_severity('error')}: interrupted", err=True)


def problem(found: Problem, severity: str) -> None:
    """Print a problem to stderr: where, what, its line with the words underlined, and a hint."""
    found = with_remedy(found)
    span = found.span
    place = click.style(f"{one_line(span.file)}:{span.line}:{span.column}:", bold=True)
    click.echo(f"{place} {_severity(severity)}: {one_line(found.message)}", err=True)
    if found.source_line:
        shown, column = _window(found.source_line, span.column - 1)
        marks = "^" * max(1, min(span.length, len(shown) - column))
        gutter = f"  {span.line} | "
        click.echo(gutter + shown, err=True)
        click.echo(" " * (len(gutter) - 2) + "| " + " " * column + marks, err=True)
    if found.hint:
        click.echo(f"  hint: {one_line(found.hint)}", err=True)


def github(found: Problem, severity: str) -> str:
    """Return a problem as a workflow command that GitHub shows at its line."""
    span = found.span
    message = found.message + (f" (hint: {found.hint})" if found.hint else "")
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        message = message.replace(character, code)
    file = one_line(span.file)
    for character, code in (("%", "%25"), (":", "%3A"), (",", "%2C"), ("\n", "%0A")):
        file = file.replace(character, code)
    place = f"file={file},line={span.line},col={span.column}"
    return f"::{severity} {place},title={found.code}::{one_line(message)}"


def one_line(text: str) -> str:
    """Return text that cannot move the cursor or break the line of a terminal."""
    return "".join(character if character.isprintable() else "·" for character in text)


def _severity(severity: str) -> str:
    return click.style(severity, fg=_COLOURS[severity], bold=True)


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of a long line around `column`, and the column in it."""
    clean = one_line(line.replace("\t", " ").rstrip())
    start = max(0, min(column - _SHOWN_COLUMNS // 2, len(clean) - _SHOWN_COLUMNS))
    shown = clean[start : start + _SHOWN_COLUMNS]
    return shown, min(column - start, len(shown))
