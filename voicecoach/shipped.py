"""The routines that come with the program, and the starter that a new one begins with."""

from pathlib import Path

from voicecoach.problems import WrongUsageError
from voicecoach.suggest import nearest_hint

_PACKAGE = Path(__file__).parent
STARTER = _PACKAGE / "starter.yaml"


def routines() -> dict[str, Path]:
    """Return the shipped routines by name."""
    installed = _PACKAGE / "shipped"
    # In a checkout they stand beside the package; a wheel holds them inside.
    directory = installed if installed.is_dir() else _PACKAGE.parent / "routines"
    return {path.stem: path for path in sorted(directory.glob("*.yaml"))}


def routine(name: str) -> Path:
    """Return the file of a shipped routine. Raises WrongUsageError."""
    found = routines()
    if name not in found:
        hint = nearest_hint(name, found) or f"there are: {', '.join(found)}"
        raise WrongUsageError(f"there is no shipped routine `{name}`", hint)
    return found[name]
