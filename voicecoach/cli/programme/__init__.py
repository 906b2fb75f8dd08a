"""`voicecoach programme`: checks, builds, draws and dates a programme of weeks."""

import click

from voicecoach.cli.groups import HintingGroup
from voicecoach.cli.programme import building, calendar, checking, showing


@click.group(
    "programme", cls=HintingGroup, short_help="Check, build, draw or date a plan of weeks."
)
def command() -> None:
    """Make the sessions of a programme: weeks with days, each with a routine.

    \b
    Examples:
      voicecoach programme check my-weeks.yaml
      voicecoach programme build my-weeks.yaml -d ~/Music/my-weeks
    """


command.add_command(checking.command)
command.add_command(building.command)
command.add_command(showing.command)
command.add_command(calendar.command)
