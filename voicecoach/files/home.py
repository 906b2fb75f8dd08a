"""The home directory: a path that begins with `~`, where no shell has filled it in."""

from pathlib import Path

from voicecoach.files.inputs import variable


def expanded(name: str | Path) -> Path:
    """Return a path with its `~` or `~user` filled in, where there is such a home."""
    if str(name).startswith("~"):
        variable("HOME")
    try:
        return Path(name).expanduser()
    except (RuntimeError, ValueError):
        # There is no such home, or no such name.
        return Path(name)


def beside(file: str, name: str) -> Path:
    """Return the path that `name` is in a file: relative to that, if it is not from a home."""
    return Path(file).parent / expanded(name)
