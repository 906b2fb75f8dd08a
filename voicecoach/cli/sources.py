"""Sources: what is to be built, from files, folders and standard input."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli import report
from voicecoach.files.inputs import absolute
from voicecoach.files.ordinary import is_directory
from voicecoach.problems import VoicecoachError, WrongUsageError, reason
from voicecoach.session.answers import recalled

if TYPE_CHECKING:
    from voicecoach.language import RoutineText
    from voicecoach.session.options import Options

STANDARD_INPUT = Path("-")
# Of messages, and of a file whose title cannot be read.
_INPUT_NAME = Path("standard input")
_UNTITLED = "routine"


def files_of(paths: Sequence[Path], quiet: bool) -> list[Path]:
    """Return the routines that paths name: a folder stands for all in it.

    Tells what other YAML is in a folder, unless `quiet`. Raises WrongUsageError if there is no
    routine in one, or it cannot be read.
    """
    if paths.count(STANDARD_INPUT) > 1:
        raise WrongUsageError("standard input is given twice", "give `-` once")
    return [file for path in paths for file in _files_at(path, quiet)]


def _files_at(path: Path, quiet: bool) -> Iterator[Path]:
    if not is_directory(path):
        yield path
        return
    missing = recalled(dict, ["folder", str(absolute(path))], lambda: _missing_keys(path))
    for name, key in missing.items():
        if key is not None and not quiet:
            note = f"{path / name} is no routine, as it has no `{key}`: it is not built"
            click.echo(report.one_line(note), err=True)
    if None not in missing.values():
        raise WrongUsageError(f"there is no routine in the folder {path}")
    yield from (path / name for name, key in missing.items() if key is None)


def _missing_keys(folder: Path) -> dict[str, str | None]:
    """Return the names of the YAML files in a folder, each with the key that makes it no routine.

    It is None for a routine. Raises WrongUsageError if the folder, or one of them, cannot be read.
    """
    from voicecoach.language.folder import missing_key, yaml_files

    try:
        files = yaml_files(folder)
    except OSError as error:
        raise WrongUsageError(f"cannot read the folder {folder}: {reason(error)}") from error
    return {file.name: missing_key(file) for file in files}


def read_standard_input() -> "RoutineText":
    """Return the routine that comes in by standard input. Raises WrongUsageError."""
    from voicecoach.text.routine_text import MAX_BYTES, RoutineText

    # It may have no end; what is longer is refused, wherever it is cut.
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return RoutineText(content.decode("latin-1"), _INPUT_NAME)
    try:
        return RoutineText(content.decode("utf-8-sig"), _INPUT_NAME)
    except UnicodeDecodeError as error:
        raise WrongUsageError("standard input is no text in UTF-8") from error


def stem_of(source: "Path | RoutineText", options: "Options") -> str:
    """Return the stem of the file to write: the routine's own, or one made of its title."""
    if isinstance(source, Path):
        return source.stem
    from voicecoach.speech.file_stems import file_stem

    return file_stem(_title_of(source, options)) or _UNTITLED


def numbered_stem_of(
    source: "Path | RoutineText", options: "Options", number: int, count: int
) -> str:
    """Return the stem of file `number` of `count`: `01 Warm-up`, by the routine's title."""
    from voicecoach.files.numbered_names import numbered_name

    return numbered_name(number, count, _title_of(source, options))


def _title_of(source: "Path | RoutineText", options: "Options") -> str:
    """Return the title of a routine, "" where it cannot be read: building it tells why."""

    def read() -> str:
        from voicecoach.language import load

        try:
            routine = load(source, options.level, options.max_duration_ms, options.variables)
        except VoicecoachError:
            return ""
        return routine.title

    path, text = (source, None) if isinstance(source, Path) else (source.path, source.text)
    asked = [options.level, options.max_duration_ms, dict(options.variables)]
    return recalled(str, ["title", str(absolute(path)), text, *asked], read)
