"""`voicecoach feed`: makes a folder a private podcast."""

from pathlib import Path

import click

from voicecoach.cli import report
from voicecoach.cli.left_out import tell_left_out
from voicecoach.cli.options import PATH, base_url
from voicecoach.cli.programme.files import files_of_programme
from voicecoach.files.ordinary import check_directory
from voicecoach.problems import WrongUsageError, reason
from voicecoach.units import counted


def _title(_ctx: object, _param: object, title: str | None) -> str | None:
    from voicecoach.sharing.feed import channel_title

    if title is not None and not channel_title(title):
        raise click.BadParameter("it is empty, or has invisible characters only")
    return title


def _name(folder: Path) -> str:
    # The root of a file system has none.
    return folder.resolve().name or "Workouts"


@click.command("feed", short_help="Make the folder DIR a private podcast.")
@click.argument("path", metavar="DIR", type=PATH)
@click.option(
    "--base-url",
    metavar="URL",
    required=True,
    callback=base_url,
    help="The address that the folder has, or will have, on the web.",
)
@click.option(
    "--title", metavar="TEXT", callback=_title, help="The podcast's name (default: the folder's)."
)
def command(path: Path, base_url: str, title: str | None) -> None:
    """Make the folder DIR a private podcast: write DIR/feed.xml.

    What voicecoach has built into DIR are the episodes; their covers and chapters are written
    beside them. Run it again when something has changed: known episodes keep their dates. In place
    of DIR, a programme of weeks stands for the folder that it was built into, and its sessions.

    Prints the path, the number of episodes and the address to give to an app.

    \b
    Examples:
      voicecoach feed week --base-url https://example.org/week/
      voicecoach feed week --base-url https://example.org/week/ --title "My week"
      voicecoach feed my-weeks.yaml --base-url https://example.org/my-weeks/
    """
    from voicecoach.sharing.episodes import find_episodes
    from voicecoach.sharing.feed_folder import write_feed

    programme = files_of_programme(path)
    folder = path if programme is None else programme.folder
    try:
        check_directory(folder)
    except OSError as error:
        raise WrongUsageError(f"cannot read the folder {folder}: {reason(error)}") from error
    findings = find_episodes([folder] if programme is None else programme.files)
    tell_left_out(findings)
    if not findings.episodes:
        message = f"there is nothing in the folder {folder} that voicecoach has built"
        raise WrongUsageError(message, f"build something into it with `-d {folder}`")
    name = _name(folder) if programme is None else programme.title
    feed = write_feed(folder, findings.episodes, base_url, title or name)
    episodes = counted(len(findings.episodes), "episode")
    report.say(f"{feed}  {episodes}  {base_url}{feed.name}")
    if findings.faults:
        click.get_current_context().exit(findings.faults[0].exit_code)
