"""The routines that come with the program, and the starter that a new one begins with."""

import re
from pathlib import Path

from voicecoach.problems import WrongUsageError, nearest_hint

_HERE = Path(__file__).parent
_INCLUDE = re.compile(r"^\s*- include: (\S+\.yaml)", re.MULTILINE)
STARTER = _HERE / "starter.yaml"


def routines() -> dict[str, Path]:
    """Return the shipped routines by name."""
    installed = _HERE / "shipped"
    # In a checkout they stand beside the package; a wheel holds them inside.
    directory = installed if installed.is_dir() else _HERE.parents[1] / "routines"
    return {path.stem: path for path in sorted(directory.glob("*.yaml"))}


def companions(path: Path) -> list[Path]:
    """Return the files that a shipped routine includes, all of them beside it."""
    found = _INCLUDE.findall(path.read_text(encoding="utf-8"))
    return [path.with_name(name) for name in dict.fromkeys(found)]


def routine(name: str) -> Path:
    """Return the file of a shipped routine. Raises WrongUsageError."""
    found = routines()
    if name not in found:
        hint = nearest_hint(name, found) or f"there are: {', '.join(found)}"
        raise WrongUsageError(f"there is no shipped routine `{name}`", hint)
    return found[name]
