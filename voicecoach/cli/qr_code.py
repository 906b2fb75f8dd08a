"""QR codes on the terminal, or a sentence about why there is none."""

import shutil
import sys

import click

from voicecoach.cli import report

# Of the 256-colour palette: a theme may have another black and white among its first sixteen.
_BLACK, _WHITE = 16, 231


def show_code(text: str) -> None:
    """Print the QR code of a text to stderr.

    Its blocks are the light modules: without colours, as in a file, it is right on a dark ground.
    """
    from voicecoach.sharing.qr_code import qr_lines

    lines = qr_lines(text)
    width = len(lines[0])
    if sys.stderr.isatty() and shutil.get_terminal_size().columns < width:
        report.tell(f"The terminal is narrower than the QR code, which takes {width} columns.")
    elif not _can_show("".join(lines)):
        report.tell(f"A QR code cannot be shown in {sys.stderr.encoding}.")
    else:
        for line in lines:
            click.secho(line, fg=_WHITE, bg=_BLACK, err=True)


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stderr.encoding)
    except UnicodeEncodeError:
        return False
    return True
