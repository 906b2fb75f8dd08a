"""The exporter contract: what writes a foreign format.

To add a format, add a module to this package. Its name is that of the format and the suffix of its
files, and it defines

- `LOSES: Losses`, what it has no place for, with what becomes of that;
- `export(workout: Workout) -> Export`, the content of a file with a workout. It raises EngineError
  where a library for it is missing.
"""

import importlib
import pkgutil
from typing import Protocol, cast

from voicecoach.exporting.losses import Losses
from voicecoach.exporting.workout import Export, Workout


class FormatModule(Protocol):
    """The names of an exporter's module."""

    LOSES: Losses

    def export(self, workout: Workout) -> Export:
        """Return the content of a file with a workout."""


def format_names() -> list[str]:
    """Return the names of all formats, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def exporter(name: str) -> FormatModule:
    """Return the module of a format, which is one of `format_names`."""
    return cast(FormatModule, importlib.import_module(f"{__name__}.{name}"))
