"""`voicecoach programme show`: draws the weeks of a programme."""

from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options_for
from voicecoach.cli.programme.reading import programme_argument, programme_options, read

_SUFFIXES = (".svg", ".png")


@click.command("show")
@programme_argument
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="The file to write, .svg or .png (default: the programme's name with .svg, here).",
)
@programme_options
def command(file: Path, output: Path | None, **choices: Any) -> None:
    """Draw the weeks of the programme FILE.

    A row a week, a column a day, and each session with its length. Prints the path.

    \b
    Examples:
      voicecoach programme show my-weeks.yaml
      voicecoach programme show my-weeks.yaml -o my-weeks.png
    """
    from voicecoach.cli.progress import open_session
    from voicecoach.files.whole_file import check_target, replacing
    from voicecoach.programme import picture
    from voicecoach.session.programme import timelines_of

    target = output or Path(f"{file.stem}.svg")
    suffix = target.suffix.lower()
    if suffix not in _SUFFIXES:
        raise click.UsageError(f"`{target}` is no picture: its name has to end in .svg or .png")
    check_target(target)
    programme = read(file, choices)
    with open_session() as session:
        timelines = timelines_of(session, programme, options_for(choices))
    if suffix == ".svg":
        drawn = picture.svg(programme, timelines).encode()
    else:
        drawn = picture.png(programme, timelines)
    with replacing(target) as written:
        written.write(drawn)
    report.show_problems(programme.notes, "notice")
    report.say(str(target))
