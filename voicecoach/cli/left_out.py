"""What is left out of a folder that is shared, told on stderr."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli import report
from voicecoach.units import listed

if TYPE_CHECKING:
    from voicecoach.sharing.episodes import Findings

_MOST_NAMES = 3


def tell_left_out(findings: "Findings") -> None:
    """Print each fault, and the names of what is not shared for another reason."""
    for fault in findings.faults:
        report.show_error(fault)
    _tell("made by another program", findings.foreign)
    _tell("linked from outside the folder", findings.outside)


def _tell(why: str, files: Sequence[Path]) -> None:
    if files:
        names = listed([file.name for file in files], _MOST_NAMES)
        click.echo(report.one_line(f"left out ({why}): {names}"), err=True)
