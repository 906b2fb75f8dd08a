"""`voicecoach schema`: prints the JSON Schema by which editors complete and explain keys."""

from pathlib import Path

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH


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
    from voicecoach.files.whole_file import replacing
    from voicecoach.language.schema import schema_text

    text = schema_text()
    if output is None:
        click.echo(text, nl=False)
        return
    with replacing(output) as file:
        file.write(text.encode())
    report.say(str(output))
