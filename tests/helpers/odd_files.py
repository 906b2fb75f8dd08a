"""Odd files: what stands where an ordinary file should, and names that no file can have."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

ON_POSIX = pytest.mark.skipif(
    os.name == "nt", reason="Windows has no pipes, and links need a privilege"
)
LONG = "a" * 300


def put_pipe(path: Path) -> None:
    """Put a pipe that nobody writes to at `path`."""
    os.mkfifo(path)


def put_device(path: Path) -> None:
    """Put a link to a device that never ends at `path`."""
    path.symlink_to("/dev/zero")


def put_socket(path: Path) -> None:
    """Put a socket at `path`, whose name has to be short for it."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def put_circle(path: Path) -> None:
    """Put a link to a link that leads back at `path`."""
    other = path.with_name(f"other-{path.name}")
    path.symlink_to(other)
    other.symlink_to(path)


def put_directory(path: Path) -> None:
    """Put a directory at `path`."""
    path.mkdir()


# What stands at a path, how it is put there, and what is told of it.
ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (put_pipe, "it is a pipe, not an ordinary file"),
    "a device": (put_device, "it is a device, not an ordinary file"),
    "a socket": (put_socket, "it is a socket, not an ordinary file"),
    "a circle of links": (put_circle, "its links lead in a circle"),
    "a directory": (put_directory, "it is a directory"),
}
# Of a directory as a routine or an output more is told than that it is one.
ODD_FILES = {what: row for what, row in ODD.items() if what != "a directory"}
