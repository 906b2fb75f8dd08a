"""`voicecoach voices`: lists the voices to choose from."""

from contextlib import closing

import click

from voicecoach.cli import report
from voicecoach.problems import EngineError


@click.command("voices")
@click.option("--language", metavar="LANG", help="Only voices that speak it: `en`, `de-AT`.")
def command(language: str | None) -> None:
    """List the voices that --voice and `voice:` take.

    Of espeak's voices, variants follow a plus sign: `en-us+f3`.

    \b
    Examples:
      voicecoach voices
      voicecoach voices --language de
    """
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


def _speaks(languages: tuple[str, ...], language: str | None) -> bool:
    if language is None or not languages:
        return True
    prefix = language.lower().replace("_", "-") + "-"
    return any(f"{tag.lower()}-".startswith(prefix) for tag in languages)
