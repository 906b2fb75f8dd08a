"""Targets: the file to write for each routine, and the directory that it is in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli.sources import numbered_stem_of, stem_of
from voicecoach.files.ordinary import exists, no_directory, resolved
from voicecoach.problems import WrongUsageError, reason

if TYPE_CHECKING:
    from voicecoach.language import RoutineText
    from voicecoach.session.options import Options


def targets(
    sources: "Sequence[Path | RoutineText]",
    output: Path | None,
    directory: Path | None,
    options: "Options",
    part: str = "",
    *,
    is_numbered: bool = False,
) -> "list[tuple[Path | RoutineText, Path]]":
    """Return each routine with the file to write; `part` ends the names that it chooses itself.

    If they are numbered, these names are made of number and title. Raises click's UsageError or
    WrongUsageError.
    """
    if output is not None and directory is not None:
        raise click.UsageError("-o names a file and -d a directory: give one of them")
    if output is not None and len(sources) > 1:
        raise click.UsageError("-o names one file: give -d with several routines")
    if output is not None and is_numbered:
        raise click.UsageError("-o names the file itself: give -d with --number")
    if output is not None:
        return [(sources[0], output)]
    by_target: dict[Path, Path | RoutineText] = {}
    for number, source in enumerate(sources, 1):
        stem = (
            numbered_stem_of(source, options, number, len(sources))
            if is_numbered
            else stem_of(source, options)
        )
        target = (directory or Path()) / f"{stem}{part}.mp3"
        if by_target.get(target) == source:
            raise WrongUsageError(f"{source} is given twice", "give it once")
        if target in by_target:
            names = (
                each if isinstance(each, Path) else each.path
                for each in (by_target[target], source)
            )
            message = f"{' and '.join(map(str, names))} would both become {target}"
            raise WrongUsageError(message, "rename one")
        by_target[target] = source
    return [(source, target) for target, source in by_target.items()]


def make_directory(directory: Path | None) -> None:
    """Make the directory to write to, if one is named and is not there. Raises WrongUsageError."""
    if directory is None or exists(directory):
        # What is there and no directory is told with the file that it cannot hold.
        return
    try:
        resolved(directory).mkdir(parents=True)
    except OSError as error:
        in_the_way = no_directory(directory)
        why = f"{in_the_way} is none" if in_the_way else reason(error)
        message = f"cannot make the directory {directory}: {why}"
        raise WrongUsageError(message, "choose another one with `-d`") from error
