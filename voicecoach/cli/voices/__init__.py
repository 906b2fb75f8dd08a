"""`voicecoach voices`: lists the voices to choose from; its commands install those of Piper."""

from pathlib import Path

import click
from click.core import ParameterSource

from voicecoach.cli.groups import HintingGroup
from voicecoach.cli.options import PathType, format_option
from voicecoach.cli.plain import is_plain, plain_option
from voicecoach.cli.voices import installing


@click.group(
    "voices",
    cls=HintingGroup,
    invoke_without_command=True,
    short_help="List the voices, hear them, or install more.",
)
@click.option("--language", metavar="LANG", help="Only voices that speak it: `en`, `en-GB`.")
@format_option(["text", "json"], "A table to read, or JSON for programs.")
@click.option("--say", "text", metavar="TEXT", help="Write this line by each voice to one file.")
@click.option(
    "--voice",
    "names",
    metavar="NAME",
    multiple=True,
    help="With --say: a voice to compare; may be given several times.",
)
@click.option(
    "-o",
    "--output",
    type=PathType(path_type=Path, dir_okay=False),
    default="voices.mp3",
    show_default=True,
    help="With --say: the file to write.",
)
@plain_option
@click.pass_context
def command(
    context: click.Context,
    language: str | None,
    output_format: str,
    text: str | None,
    names: tuple[str, ...],
    output: Path,
    plain: bool,
) -> None:
    """List the voices that --voice and `voice:` take, or install voices of Piper.

    A voice that is not installed stands there with the size of its download. Of espeak's voices,
    variants follow a plus sign: `en-us+f3`.

    With --say, the same line is written by each of the natural voices of the language and by the
    system's, or by each --voice, to compare them by ear.

    \b
    Examples:
      voicecoach voices
      voicecoach voices --language de
      voicecoach voices --say "Plank. 30 seconds." -o voices.mp3
      voicecoach voices install de_DE-thorsten-medium
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context)
    elif text is not None:
        if context.get_parameter_source("output_format") is ParameterSource.COMMANDLINE:
            raise click.UsageError("`--format` is for the list, not for `--say`")
        from voicecoach.cli.voices.comparing import compare

        compare(text, names, language or "en", output, plain)
    else:
        for name in ("names", "output"):
            if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
                raise click.UsageError("`--voice` and `--output` are for `--say`")
        from voicecoach.cli.voices.listing import show_list

        show_list(language, output_format, is_plain(plain))


# Options whose parameter has another name.
_OPTIONS = {"output_format": "format", "text": "say", "names": "voice"}


def _refuse_options(context: click.Context) -> None:
    """Raise `UsageError` if options of the list were given with one of the other commands."""
    for name in context.params:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option = f"`--{_OPTIONS.get(name, name)}`"
            command = context.invoked_subcommand
            raise click.UsageError(f"{option} is for the list, not for `{command}`")


for _command in installing.COMMANDS:
    command.add_command(_command)
