"""`voicecoach new`: writes a routine to start from."""

import shlex
from pathlib import Path

import click

from voicecoach.cli import report
from voicecoach.files import shipped
from voicecoach.files.home import expanded
from voicecoach.language import schema
from voicecoach.problems import WrongUsageError


@click.command("new")
@click.argument("name")
@click.option(
    "--from",
    "source",
    metavar="ROUTINE",
    help=f"A shipped routine to copy: {', '.join(shipped.routines())}.",
    shell_complete=lambda _ctx, _param, prefix: [
        name for name in shipped.routines() if name.startswith(prefix)
    ],
)
def command(name: str, source: str | None) -> None:
    """Write NAME.yaml, a commented routine to change as you like.

    \b
    Examples:
      voicecoach new my-core
      voicecoach new my-back --from runners-lower-back
    """
    path = shipped.routine(source) if source else shipped.STARTER
    target = expanded(name)
    if target.name in ("", ".."):
        raise WrongUsageError(f"`{name}` is no name for a file", "write for instance `my-core`")
    if target.suffix not in (".yaml", ".yml"):
        target = target.with_name(f"{target.name}.yaml")
    _write(target, f"{schema.modeline()}\n{path.read_text(encoding='utf-8')}")
    for included in shipped.included_files(path):
        copy = target.with_name(included.name)
        if not copy.exists():
            _write(copy, included.read_text(encoding="utf-8"))
    report.say(f"{target}  ({shlex.join(['voicecoach', 'build', str(target)])})")


def _write(target: Path, text: str) -> None:
    """Write a new file. Raises WrongUsageError if it exists or cannot be written."""
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise WrongUsageError(f"{target} exists already", "choose another name") from None
    except OSError as error:
        raise WrongUsageError(f"cannot write {target}: {error.strerror}") from None
