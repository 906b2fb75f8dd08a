"""`voicecoach voices`: lists the voices to choose from; its commands install those of Piper."""

from contextlib import closing

import click
from click.core import ParameterSource

from voicecoach.cli import report
from voicecoach.cli.groups import HintingGroup
from voicecoach.cli.voices import installing
from voicecoach.problems import EngineError


@click.group("voices", cls=HintingGroup, invoke_without_command=True)
@click.option("--language", metavar="LANG", help="Only voices that speak it: `en`, `de-AT`.")
@click.pass_context
def command(context: click.Context, language: str | None) -> None:
    """List the voices that --voice and `voice:` take, or install voices of Piper.

    Of espeak's voices, variants follow a plus sign: `en-us+f3`.

    \b
    Examples:
      voicecoach voices
      voicecoach voices --language de
      voicecoach voices install de_DE-thorsten-medium
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context)
        return
    from voicecoach.routine.voice import Voice
    from voicecoach.speech.engines import engine_errors, engine_names, open_engine

    lines = []
    for name in engine_names():
        try:
            with (
                engine_errors(name),
                closing(open_engine(Voice(engine=name), language or "en")) as engine,
            ):
                voices = engine.voices()
        except EngineError as error:
            report.show_error(error, "warning")
            continue
        for voice in voices:
            if _speaks(voice.languages, language):
                languages = ", ".join(voice.languages) or "any"
                lines.append((voice.name, languages, name, voice.description))
    if language and not any(name != "any" for _, name, _, _ in lines):
        raise EngineError(f"no voice speaks `{language}`", "`voicecoach voices` lists them all")
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, [*widths, 0], strict=True)]
        click.echo("  ".join(cells).rstrip())


def _refuse_options(context: click.Context) -> None:
    """Raise `UsageError` if options of the list were given with one of the other commands."""
    for name in context.params:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            message = f"`--{name}` is for the list, not for `{context.invoked_subcommand}`"
            raise click.UsageError(message)


for _command in installing.COMMANDS:
    command.add_command(_command)


def _speaks(languages: tuple[str, ...], language: str | None) -> bool:
    if language is None or not languages:
        return True
    prefix = language.lower().replace("_", "-") + "-"
    return any(f"{tag.lower()}-".startswith(prefix) for tag in languages)
