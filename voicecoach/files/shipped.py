"""The routines that come with the program, and the starter for new ones."""

import re
from pathlib import Path

from voicecoach.problems import WrongUsageError, nearest_hint

_HERE = Path(__file__).parent
_INCLUDE = re.compile(r"^\s*- include: (\S+\.yaml)", re.MULTILINE)
STARTER = _HERE / "starter.yaml"


def routines() -> dict[str, Path]:
    """Return the shipped routines by name, which begins with the language in others than English.

    Such as `de/pause-am-schreibtisch`.
    """
    installed = _HERE / "shipped"
    # In a checkout they are beside the package; in a wheel, inside it.
    directory = installed if installed.is_dir() else _HERE.parents[1] / "routines"
    paths = [*sorted(directory.glob("*.yaml")), *sorted(directory.glob("*/*.yaml"))]
    return {path.relative_to(directory).with_suffix("").as_posix(): path for path in paths}


def included_files(path: Path) -> list[Path]:
    """Return the files that a shipped routine includes, all from its own directory."""
    names = _INCLUDE.findall(path.read_text(encoding="utf-8"))
    return [path.with_name(name) for name in dict.fromkeys(names)]


def routine(name: str) -> Path:
    """Return the file of a shipped routine. Raises WrongUsageError."""
    paths = routines()
    if name not in paths:
        hint = nearest_hint(name, paths) or f"there are: {', '.join(paths)}"
        raise WrongUsageError(f"there is no shipped routine `{name}`", hint)
    return paths[name]
