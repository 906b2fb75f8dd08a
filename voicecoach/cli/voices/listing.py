"""The list of voices, as a table by language or as JSON."""

from collections.abc import Iterable
from itertools import groupby

import click
from babel import Locale, UnknownLocaleError
from msgspec.structs import asdict

from voicecoach.cli import report
from voicecoach.cli.plain import say_facts
from voicecoach.cli.progress import open_session
from voicecoach.outputs.timeline_json import dumps
from voicecoach.problems import EngineError
from voicecoach.routine.voice import Voice
from voicecoach.session.voice_list import OfferedVoice, list_voices
from voicecoach.session.voices import label
from voicecoach.speech.casting import Casting
from voicecoach.units import megabytes


def show_list(language: str | None, output_format: str, plain: bool) -> None:
    """Print the voices, those of one language if one is given.

    Raises EngineError if none speaks it.
    """
    with open_session() as session:
        voices = list_voices(session, lambda error: report.show_error(error, "warning"))
    if language is not None:
        voices = _speaking(voices, language)
    if output_format == "json":
        click.echo(dumps({"version": 1, "voices": [asdict(voice) for voice in voices]}))
        return
    if plain:
        for voice in voices:
            name, *more = _cells(voice)
            say_facts([(name, ", ".join(more))])
        return
    widths = [max(len(cell) for cell in cells) for cells in zip(*map(_cells, voices), strict=True)]
    for tag, group in groupby(voices, key=lambda voice: (voice.language or "").partition("-")[0]):
        _show_group(tag, language or tag, group, widths)


def _speaking(voices: list[OfferedVoice], language: str) -> list[OfferedVoice]:
    """Return the voices of a language; of a region that has none, such as `it-CH`, its language's.

    Raises EngineError if there is none.
    """
    for tag in (language, language.partition("-")[0]):
        speaking = [voice for voice in voices if voice.speaks(tag)]
        if any(voice.language for voice in speaking):
            return speaking
    raise EngineError(f"no voice speaks `{language}`", "`voicecoach voices` lists them all")


def _show_group(tag: str, language: str, voices: Iterable[OfferedVoice], widths: list[int]) -> None:
    """Print the voices of a language under its name, with the one that `auto` takes."""
    best = Casting(Voice(), {}, language).best
    heading = _name_of(tag) if tag else "Any language"
    click.echo(click.style(report.one_line(heading), bold=True), nl=False)
    click.echo(f" ({tag}): `auto` is {label(best)}" if tag and best else "")
    for voice in voices:
        cells = [cell.ljust(width) for cell, width in zip(_cells(voice), widths, strict=True)]
        report.say("  " + "  ".join(cells).rstrip())


def _cells(voice: OfferedVoice) -> tuple[str, str, str, str, str]:
    size = "installed" if voice.installed else megabytes(voice.size_bytes or 0)
    return voice.name, voice.language or "any", voice.engine, voice.quality or "-", size


def _name_of(tag: str) -> str:
    try:
        return Locale.parse(tag).english_name or tag
    except (UnknownLocaleError, ValueError):
        return tag
