"""Reading: from a programme file to its sessions, or to everything that is wrong with it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from voicecoach.files.ordinary import resolved
from voicecoach.language.fields import by_key
from voicecoach.language.reader import Reader
from voicecoach.language.values import Level
from voicecoach.problems import RoutineError, WrongUsageError, reason
from voicecoach.programme.expansion import Expansion, Overrides
from voicecoach.programme.keys import DayKeys, ProgrammeKeys, ProgressKeys, WeekKeys
from voicecoach.programme.model import Programme
from voicecoach.programme.progress import read_progress
from voicecoach.programme.routines import Routines
from voicecoach.programme.titles import with_titles
from voicecoach.programme.weeks import read_weeks
from voicecoach.text.parsing import read_document
from voicecoach.text.vocabulary import Vocabulary


def read_programme(
    path: Path,
    *,
    start: date | None = None,
    level: Level | None = None,
    variables: Mapping[str, Any] | None = None,
) -> Programme:
    """Return the programme in a file.

    `start` wins over the day on which it begins, `level` over all levels, and `variables` over all
    values in the routines that have them. Weeks have seven days from the day of the start on.

    Raises WrongUsageError if the file cannot be read, UnknownVariableError if no routine has one of
    the variables, and RoutineError with all problems in it and in the routines that it names.
    """
    reader = _reader_of(path)
    data = reader.document.data
    if not isinstance(data, dict):
        hint = "begin with `programme:` and its title"
        reader.fail(reader.document.locate(()), "a programme is a mapping of keys", hint)
        raise RoutineError(reader.problems)
    if "workout" in data and "programme" not in data:
        span = reader.document.locate_key(("workout",))
        hint = "write a programme that names it under `routine`"
        reader.fail(span, "this is a routine, and no programme of weeks", hint)
        raise RoutineError(reader.problems)
    keys = reader.keys(ProgrammeKeys, data, ())
    written = data.get("weeks")
    weeks = {} if written is None else read_weeks(reader, written)
    moments = [week.moment for week in weeks.values() if not week.repeats]
    is_whole = isinstance(written, list) and len(weeks) == len(written)
    progress = read_progress(reader, data.get("progress"), moments if is_whole else None)
    if keys is None:
        raise RoutineError(reader.problems)
    overrides = Overrides(start or keys.start, level, variables or {})
    expansion = Expansion(reader, keys, Routines(reader), progress, overrides)
    programme = Programme(
        path, str(keys.programme), expansion.weeks(weeks), tuple(reader.remarks.notes)
    )
    if reader.problems:
        raise RoutineError(reader.problems)
    return with_titles(programme, reader.document)


def is_programme(path: Path) -> bool:
    """Return whether a file is a programme of weeks, right or wrong.

    Raises WrongUsageError if it cannot be read.
    """
    try:
        data = read_document(path).data
    except RoutineError:
        return False
    return isinstance(data, dict) and "programme" in data


def _reader_of(path: Path) -> Reader:
    document = read_document(path, vocabulary=_vocabulary)
    try:
        folder = resolved(path.parent)
    except OSError as error:
        raise WrongUsageError(f"{path} cannot be read: {reason(error)}") from error
    return Reader(document, folder=folder)


def _vocabulary() -> Vocabulary:
    models = (ProgrammeKeys, WeekKeys, DayKeys, ProgressKeys)
    keys = frozenset(key for model in models for key in by_key(model))
    return Vocabulary(keys, ("weeks",), needed="a programme needs `programme`, `start` and `weeks`")
