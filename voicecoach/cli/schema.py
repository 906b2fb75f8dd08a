"""`voicecoach schema`: prints the JSON Schema by which editors complete and explain keys."""

from pathlib import Path

import click

from voicecoach.cli.options import PATH
from voicecoach.problems import WrongUsageError


@click.command("schema")
@click.option("-o", "--output", type=PATH, help="The file to write.")
def command(output: Path | None) -> None:
    """Print the JSON Schema of a routine.

    An editor with the YAML language server completes keys by it and explains them. A routine made
    by `voicecoach new` begins with a line that points to it; copy that line to others.

    \b
    Examples:
      voicecoach schema > routine.schema.json
      voicecoach schema -o ~/.config/routine.schema.json
    """
    from voicecoach.language.schema import schema_text

    text = schema_text()
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongUsageError(f"cannot write {output}: {error.strerror}") from None
    click.echo(output)
