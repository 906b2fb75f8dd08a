"""The routines and programmes of weeks that come with the program, and the starter for new ones."""

import re
from pathlib import Path

from voicecoach.problems import WrongUsageError, nearest_hint

_HERE = Path(__file__).parent
_NAMED = re.compile(r"^\s*(?:- include|routine): (\S+\.yaml)", re.MULTILINE)
_PROGRAMME = re.compile(r"^programme:", re.MULTILINE)
STARTER = _HERE / "starter.yaml"


def routines() -> dict[str, Path]:
    """Return the shipped routines by name, which begins with the language in others than English.

    Such as `de/pause-am-schreibtisch`.
    """
    return {name: path for name, path in _files().items() if not is_programme(path)}


def programmes() -> dict[str, Path]:
    """Return the shipped programmes of weeks by name."""
    return {name: path for name, path in _files().items() if is_programme(path)}


def is_programme(path: Path) -> bool:
    """Return whether a shipped file is a programme of weeks."""
    return _PROGRAMME.search(path.read_text(encoding="utf-8")) is not None


def _files() -> dict[str, Path]:
    installed = _HERE / "shipped"
    # In a checkout they are beside the package; in a wheel, inside it.
    directory = installed if installed.is_dir() else _HERE.parents[1] / "routines"
    paths = [*sorted(directory.glob("*.yaml")), *sorted(directory.glob("*/*.yaml"))]
    return {path.relative_to(directory).with_suffix("").as_posix(): path for path in paths}


def included_files(path: Path) -> list[Path]:
    """Return the files that a shipped file includes or names, all from its own directory."""
    names = _NAMED.findall(path.read_text(encoding="utf-8"))
    return [path.with_name(name) for name in dict.fromkeys(names)]


def routine(name: str) -> Path:
    """Return the file of a shipped routine or programme. Raises WrongUsageError."""
    paths = _files()
    if name not in paths:
        hint = nearest_hint(name, paths) or f"there are: {', '.join(paths)}"
        raise WrongUsageError(f"there is no shipped routine `{name}`", hint)
    return paths[name]
