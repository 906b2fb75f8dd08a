"""The importer contract: what reads a foreign format, and how the right one is found.

To add a format, add a module to this package, or to another package that names it as an entry point
of the group `voicecoach.importers`. Its name is that of the format, with hyphens for underscores,
and it defines

- `TITLE`, what the format is called in a sentence, such as `Zwift workout (.zwo)`;
- `matches(source: Source) -> Match`, how sure it is that a file is in this format. It is quick,
  and raises nothing whatever the file holds;
- `read(source: Source) -> Sequence[Plan]`, the plans in a file, which may be any file at all. It
  raises `source.error(line, message, hint)` where it is not in this format.

Its docstring holds a sample of the format.
"""

import importlib
import pkgutil
from collections.abc import Sequence
from enum import IntEnum
from importlib.metadata import entry_points
from typing import Any

from voicecoach.importing.source import Source
from voicecoach.importing.steps import Plan
from voicecoach.problems import EngineError, VoicecoachError, WrongUsageError, nearest_hint

_GROUP = "voicecoach.importers"


class Match(IntEnum):
    """How sure an importer is that a file is in its format.

    `POSSIBLE` is for what may be anything, such as plain text; `LIKELY` for what has its shape;
    `CERTAIN` for what nothing else begins with.
    """

    NONE = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


def format_names() -> list[str]:
    """Return the names of all formats, sorted."""
    return sorted({*_own_names(), *(entry.name for entry in entry_points(group=_GROUP))})


def importer(name: str) -> Any:
    """Return the module of a format. Raises WrongUsageError if there is none."""
    if name in _own_names():
        return importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    for entry in entry_points(group=_GROUP, name=name):
        return entry.load()
    names = format_names()
    hint = nearest_hint(name, names) or f"the formats are: {', '.join(names)}"
    raise WrongUsageError(f"there is no format `{name}` to import", hint)


def found_format(source: Source) -> str:
    """Return the format that a file is in. Raises RoutineError where none is surest."""
    if not source.content.strip():
        raise source.error(1, "this file is empty")
    routine_line = _routine_line(source)
    if routine_line is not None:
        raise source.error(routine_line, "this is a routine already", code="already-a-routine")
    sure = {name: _match(name, source) for name in format_names()}
    best = max(sure.values(), default=Match.NONE)
    names = [name for name, match in sure.items() if match == best]
    if best == Match.NONE:
        titles = ", ".join(str(getattr(importer(name), "TITLE", name)) for name in sure)
        hint = f"what can be imported: {titles}"
        raise source.error(1, "this is in none of the formats that can be imported", hint)
    if len(names) > 1:
        raise source.error(1, f"this may be {' or '.join(names)}", code="several-formats")
    return names[0]


def read(name: str, source: Source) -> Sequence[Plan]:
    """Return the plans in a file of this format.

    Raises RoutineError where it is not in this format, and EngineError where the importer fails.
    """
    module = importer(name)
    try:
        return list(module.read(source))
    except VoicecoachError:
        raise
    except Exception as error:
        # An importer may be somebody else's.
        words = f"{type(error).__name__}: {error}"
        raise EngineError(f"the importer `{name}` failed at {source.name}: {words}") from error


def _routine_line(source: Source) -> int | None:
    """Return the line in which a routine of voicecoach has its blocks, None if a file is none."""
    if not any(line.startswith("title:") for line in source.lines):
        return None
    numbered = enumerate(source.lines, start=1)
    return next((number for number, line in numbered if line.rstrip() == "workout:"), None)


def _match(name: str, source: Source) -> Match:
    try:
        return Match(importer(name).matches(source))
    except Exception as error:
        raise EngineError(f"the importer `{name}` cannot be used: {error}") from error


def _own_names() -> list[str]:
    return [module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)]
