"""The normal form of a text, and of blocks alone."""

from pathlib import Path
from textwrap import dedent

from voicecoach.language.fmt import normal_form


def normal(text: str) -> str:
    """Return the normal form of a text, which is that of itself too."""
    text = dedent(text).lstrip("\n")
    after = normal_form(text, Path("routine.yaml"))
    assert normal_form(after, Path("routine.yaml")) == after
    return after


def block(text: str) -> str:
    """Return the normal form of the blocks in `text`, without the rest of the file."""
    head = "title: T\nworkout:\n"
    after = normal(head + "".join(f"  {line}\n" for line in dedent(text).strip().split("\n")))
    return "".join(line[2:] + "\n" for line in after.removeprefix(head).rstrip("\n").split("\n"))
