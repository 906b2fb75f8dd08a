"""`voicecoach new`: a routine to begin with."""

from pathlib import Path

import click

from voicecoach import shipped
from voicecoach.problems import WrongUsageError


@click.command("new")
@click.argument("name")
@click.option(
    "--from",
    "source",
    metavar="ROUTINE",
    help=f"A shipped routine to copy: {', '.join(shipped.routines())}.",
    shell_complete=lambda _ctx, _param, begun: [
        name for name in shipped.routines() if name.startswith(begun)
    ],
)
def command(name: str, source: str | None) -> None:
    """Write NAME.yaml, a commented routine to change as you like.

    \b
    Examples:
      voicecoach new my-core
      voicecoach new my-back --from runners-lower-back
    """
    text = (shipped.routine(source) if source else shipped.STARTER).read_text(encoding="utf-8")
    target = Path(name)
    if target.suffix not in (".yaml", ".yml"):
        target = target.with_name(f"{target.name}.yaml")
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise WrongUsageError(f"{target} exists already", "choose another name") from None
    except OSError as error:
        raise WrongUsageError(f"cannot write {target}: {error.strerror}") from None
    click.echo(f"{target}  (voicecoach build {target})")
