"""Probes of the system: what a build may depend on besides files, as values to compare later.

They are as those of `voicecoach.files.probes`.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any


def _registry(path: str) -> Any:
    """Return the names of the keys below one of the registry of Windows, and its values."""
    try:
        # Only Windows has it.
        winreg: Any = import_module("winreg")
        root, _, key = path.partition("\\")
        with winreg.OpenKey(getattr(winreg, root), key) as opened:
            keys, values, _ = winreg.QueryInfoKey(opened)
            return [
                [winreg.EnumKey(opened, number) for number in range(keys)],
                [list(map(str, winreg.EnumValue(opened, number))) for number in range(values)],
            ]
    except (ImportError, OSError, AttributeError):
        return None


def _directory(_: str) -> Any:
    """Return the directory that relative paths count from."""
    try:
        return str(Path.cwd())
    except OSError:
        # It was removed.
        return None


def _day(_: str) -> Any:
    return date.today().isoformat()


def _week(_: str) -> Any:
    return list(date.today().isocalendar()[:2])


def _year(_: str) -> Any:
    return date.today().year


def _release(_: str) -> Any:
    """Return the version of the operating system."""
    if sys.platform == "win32":
        return list(sys.getwindowsversion()[:3])
    return os.uname().release


def _unknown(_: str) -> Any:
    """Return what never holds, where it cannot be known what there is."""
    return os.urandom(16).hex()


SYSTEM_PROBES: Mapping[str, Callable[[str], Any]] = {
    "variable": os.environ.get,
    "directory": _directory,
    "registry": _registry,
    "release": _release,
    "day": _day,
    "week": _week,
    "year": _year,
    "unknown": _unknown,
}
