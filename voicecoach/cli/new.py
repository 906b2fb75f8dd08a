"""`voicecoach new`: writes a routine to start from."""

import os
import shlex

import click

from voicecoach.cli import report
from voicecoach.files import shipped
from voicecoach.files.home import expanded
from voicecoach.files.whole_file import write_all
from voicecoach.language import schema
from voicecoach.problems import WrongUsageError


@click.command("new")
@click.argument("name")
@click.option(
    "--from",
    "source",
    metavar="ROUTINE",
    help=f"A shipped routine to copy: {', '.join(shipped.routines())}; or a programme of weeks: "
    f"{', '.join(shipped.programmes())}.",
    shell_complete=lambda _ctx, _param, prefix: [
        name for name in (*shipped.routines(), *shipped.programmes()) if name.startswith(prefix)
    ],
)
def command(name: str, source: str | None) -> None:
    """Write NAME.yaml, a commented routine to change as you like.

    \b
    Examples:
      voicecoach new my-core
      voicecoach new my-back --from runners-lower-back
      voicecoach new my-weeks --from run-walk-8-weeks
    """
    path = shipped.routine(source) if source else shipped.STARTER
    target = expanded(name)
    if target.name in ("", ".."):
        raise WrongUsageError(f"`{name}` is no name for a file", "write for instance `my-core`")
    if target.suffix not in (".yaml", ".yml"):
        target = target.with_name(f"{target.name}.yaml")
    if os.path.lexists(target):
        raise WrongUsageError(f"{target} exists already", "choose another name")
    is_programme = shipped.is_programme(path)
    # The schema is that of routines.
    head = b"" if is_programme else f"{schema.modeline()}\n".encode()
    contents = {target: head + path.read_bytes()}
    for included in shipped.included_files(path):
        copy = target.with_name(included.name)
        if not os.path.lexists(copy):
            contents[copy] = included.read_bytes()
    write_all(contents)
    # What begins with a hyphen would be an option.
    named = f"./{target}" if str(target).startswith("-") else str(target)
    build = ["programme", "build"] if is_programme else ["build"]
    report.say(f"{target}  ({shlex.join(['voicecoach', *build, named])})")
