"""Routines of several files: what they come to, and what is wrong in which of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from helpers.routines import in_words
from voicecoach.language import load
from voicecoach.problems import RoutineError
from voicecoach.routine.routine import Routine

MAIN = "main.yaml"


class Placed(NamedTuple):
    """A problem and the file that it stands in."""

    file: str
    line: int
    column: int
    message: str
    hint: str | None


def load_files(
    folder: Path, files: Mapping[str, str], variables: Mapping[str, str] | None = None
) -> Routine:
    """Return the routine in `main.yaml` among files that are written to a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(folder / MAIN, variables=variables)


def shape_of_files(
    folder: Path, files: Mapping[str, str], variables: Mapping[str, str] | None = None
) -> str:
    """Return the phases of a routine of several files in words."""
    return ", ".join(in_words(phase) for phase in load_files(folder, files, variables).phases)


def errors_of_files(
    folder: Path, files: Mapping[str, str], variables: Mapping[str, str] | None = None
) -> list[Placed]:
    """Return what is wrong with a routine of several files, each with its own file's name."""
    try:
        load_files(folder, files, variables)
    except RoutineError as error:
        return [
            Placed(
                str(Path(problem.span.file).relative_to(folder)),
                problem.span.line,
                problem.span.column,
                problem.message.replace(f"{folder}/", ""),
                problem.hint,
            )
            for problem in error.problems
        ]
    return []
