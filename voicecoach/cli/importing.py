"""`voicecoach import`: turns plans from other programs into routines."""

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, duration_of
from voicecoach.cli.sources import STANDARD_INPUT
from voicecoach.cli.targets import make_directory
from voicecoach.files.ordinary import read_ordinary
from voicecoach.problems import VoicecoachError, WrongUsageError, reason

if TYPE_CHECKING:
    from voicecoach.importing.conversion import Converted
    from voicecoach.importing.source import Source

_UNTITLED = "routine"
_SUFFIXES = (".yaml", ".yml")


def _open_ms(_ctx: object, _param: object, text: str | None) -> int | None:
    return None if text is None else duration_of(text, with_unit=True)


def _language(_ctx: object, _param: object, tag: str | None) -> str | None:
    from voicecoach import phrases

    if tag is not None and phrases.tag_for(tag) is None:
        choices = ", ".join(phrases.languages())
        raise click.BadParameter(f"there are no phrases for `{report.one_line(tag)}`: {choices}")
    return tag


def _format(_ctx: object, _param: object, name: str | None) -> str | None:
    if name is not None:
        from voicecoach.importing.formats import importer

        importer(name)
    return name


@click.command("import", short_help="Turn plans from other programs into routines.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", type=PATH, help="The routine to write, where FILE holds only one.")
@click.option(
    "-d",
    "--directory",
    type=PATH,
    help="The directory to write to, made if needed (default: this one).",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    callback=_format,
    help="The format of each FILE (default: what it looks like).",
)
@click.option(
    "--open",
    "open_ms",
    metavar="DURATION",
    callback=_open_ms,
    help="How long a step takes whose length is not said (default: it becomes a comment).",
)
@click.option(
    "--language",
    metavar="TAG",
    callback=_language,
    help="The language of the routine, such as `de`.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is left unsaid.")
def command(
    files: tuple[Path, ...],
    output: Path | None,
    directory: Path | None,
    format_name: str | None,
    open_ms: int | None,
    language: str | None,
    strict: bool,
) -> None:
    """Turn each FILE from another program into a routine that you can read and change.

    `-` stands for standard input. What a file leaves unsaid is noted, and marked with `# ?` at its
    place in the routine. A file that exists is never overwritten.

    \b
    Examples:
      voicecoach import intervals.zwo
      voicecoach import plan.csv -o legs.yaml
      voicecoach import ride.zwo run.zwo -d ~/Workouts --open 60s
    """
    from voicecoach.importing.conversion import convert
    from voicecoach.language import schema

    if output is not None and (len(files) > 1 or directory is not None):
        raise WrongUsageError("`-o` is for one file, without `-d`", "use `-d` alone")
    make_directory(directory)
    exit_code = 0
    for file in files:
        try:
            source = _source(file, language)
            untitled = _UNTITLED if file == STANDARD_INPUT else file.stem
            converted = convert(
                source,
                format_name,
                untitled,
                open_ms=open_ms,
                head=[schema.modeline().removeprefix("# ")],
            )
            targets = _targets(file, converted, output, directory)
            _write(targets, converted)
        except VoicecoachError as error:
            # The other files are still imported; the first failure decides the exit code.
            report.show_error(error)
            exit_code = exit_code or error.exit_code
            continue
        report.show_problems(converted.notes, "notice")
        exit_code = exit_code or int(strict and bool(converted.notes))
    click.get_current_context().exit(exit_code)


def _source(file: Path, language: str | None) -> "Source":
    """Return a file to import. Raises WrongUsageError where it cannot be read."""
    from voicecoach.importing.source import MAX_BYTES, source_of

    if file == STANDARD_INPUT:
        return source_of(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", language)
    try:
        content = read_ordinary(file, MAX_BYTES)
    except FileNotFoundError:
        raise WrongUsageError(f"{file} does not exist", "check the path of the file") from None
    except OSError as error:
        raise WrongUsageError(f"{file} cannot be read: {reason(error)}") from None
    return source_of(content, str(file), language)


def _targets(
    file: Path, converted: "Converted", output: Path | None, directory: Path | None
) -> list[Path]:
    """Return the file of each routine. Raises WrongUsageError where one exists already."""
    from voicecoach.speech.file_stems import file_stem

    titles = [file_stem(routine.title) for routine in converted.routines]
    if output is not None:
        if len(titles) > 1:
            raise WrongUsageError(
                f"{file} holds {len(titles)} routines, and `-o` is for one", "use `-d` instead"
            )
        named = output.suffix in _SUFFIXES
        targets = [output if named else output.with_name(f"{output.name}.yaml")]
    else:
        stem = file.stem if file != STANDARD_INPUT else ""
        stems = [stem or titles[0] or _UNTITLED]
        if len(titles) > 1:
            stems = _distinct([f"{stem}-{title}".strip("-") or _UNTITLED for title in titles])
        targets = [(directory or Path()) / f"{stem}.yaml" for stem in stems]
    for target in targets:
        if os.path.lexists(target):
            raise WrongUsageError(f"{target} exists already", "choose another with `-o` or `-d`")
    return targets


def _distinct(stems: Sequence[str]) -> list[str]:
    """Return stems of which the second of two equal ones has a number, and so on."""
    found: list[str] = []
    for stem in stems:
        number = 1
        while (name := stem if number == 1 else f"{stem}-{number}") in found:
            number += 1
        found.append(name)
    return found


def _write(targets: Sequence[Path], converted: "Converted") -> None:
    """Write all routines of a file, or none, and print how to build each."""
    from voicecoach.files.whole_file import replacing_all

    with replacing_all(targets) as drafts:
        for draft, routine in zip(drafts, converted.routines, strict=True):
            draft.write(routine.text.encode())
    for target in targets:
        # What begins with a hyphen would be an option.
        named = f"./{target}" if str(target).startswith("-") else str(target)
        report.say(f"{target}  ({shlex.join(['voicecoach', 'build', named])})")
