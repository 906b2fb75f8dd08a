"""`voicecoach voices install`, `remove`, `path` and `update`: the voices of Piper."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli import report
from voicecoach.cli.failures import INTERRUPTED
from voicecoach.cli.options import PATH
from voicecoach.problems import EngineError, VoicecoachError
from voicecoach.units import counted, megabytes

if TYPE_CHECKING:
    from voicecoach.speech.piper_voices.catalogue import CatalogueVoice
    from voicecoach.speech.piper_voices.sources import Source

_SHOWN_NAMES = 10

_from_option = click.option(
    "--from",
    "place",
    metavar="FOLDER_OR_URL",
    help="A mirror in place of Piper's own site: an address or a folder.",
)


def _known(_ctx: object, _param: object, prefix: str) -> list[str]:
    from voicecoach.speech.piper_voices.catalogue import shipped_catalogue

    return [name for name in shipped_catalogue().voices if name.startswith(prefix)]


def _installed(_ctx: object, _param: object, prefix: str) -> list[str]:
    from voicecoach.speech.piper_voices.folder import default_voice_folder

    names = [voice.name for voice in default_voice_folder().installed()]
    return [name for name in names if name.startswith(prefix)]


@click.command("install")
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=_known)
@_from_option
@click.option(
    "--file",
    "model",
    metavar="MODEL.onnx",
    type=PATH,
    help="A model that is there already, with MODEL.onnx.json beside it.",
)
def install(names: tuple[str, ...], place: str | None, model: Path | None) -> None:
    """Download voices of Piper and install them.

    The licence of a voice is shown before its model is downloaded. A download that was interrupted
    goes on where it stopped.

    \b
    Examples:
      voicecoach voices install de_DE-thorsten-medium
      voicecoach voices install en_US-joe-medium --from ~/mirror
      voicecoach voices install --file my-voice.onnx
    """
    from voicecoach.speech.piper_voices.folder import default_voice_folder
    from voicecoach.speech.piper_voices.installing import catalogue_of, voice_of_model
    from voicecoach.speech.piper_voices.phonemizers import piper_is_installed
    from voicecoach.speech.piper_voices.sources import UPSTREAM, LocalFolder, open_source

    if bool(names) == bool(model) or (place is not None and model):
        raise click.UsageError("give names, which `--from` may go with, or else `--file`")
    try:
        if model:
            _install(voice_of_model(model), LocalFolder(model.parent))
        else:
            mirror = None if place is None else open_source(place)
            catalogue = catalogue_of(mirror, default_voice_folder())
            for voice in [catalogue.find(name) for name in names]:
                _install(voice, mirror or open_source(UPSTREAM))
    except KeyboardInterrupt:
        hint = "what has arrived is kept: the same command goes on from there"
        report.show_error(VoicecoachError("interrupted", hint))
        click.get_current_context().exit(INTERRUPTED)
    if not piper_is_installed():
        hint = 'install it with `pip install "voicecoach[piper]"`'
        report.show_error(
            EngineError("Piper, which speaks with these voices, is missing", hint), "warning"
        )


def _install(voice: "CatalogueVoice", source: "Source") -> None:
    """Install one voice; tell its licence first, and at last where it is."""
    from voicecoach.cli.progress import Display
    from voicecoach.speech.piper_voices.folder import default_voice_folder
    from voicecoach.speech.piper_voices.installing import install, licence_lines

    display = Display()
    folder = default_voice_folder()

    def on_card(card: str) -> None:
        lines = licence_lines(card) or ["License: not told; ask whoever made the voice"]
        if voice.card:
            lines.append(f"Card: {source.place(voice.card.path)}")
        with display.hidden():
            report.say(
                f"{voice.key}  {megabytes(voice.size_bytes)}", *(f"  {line}" for line in lines)
            )

    def on_wait() -> None:
        with display.hidden():
            _say_that_it_waits()

    with display.bar(voice.key) as show:

        def on_progress(done_bytes: int, total_bytes: int) -> None:
            show(f"{megabytes(done_bytes)} of {megabytes(total_bytes)}", done_bytes, total_bytes)

        is_new = install(voice, source, folder, on_card, on_progress, on_wait)
    if is_new:
        report.say(f"installed in {folder.directory / voice.key}")
    else:
        report.say(f"{voice.key} is installed already")


def _say_that_it_waits() -> None:
    click.echo("waiting for another voicecoach to finish installing", err=True)


@click.command("remove")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=_installed)
def remove(names: tuple[str, ...]) -> None:
    """Remove installed voices of Piper, or what has arrived of them.

    \b
    Examples:
      voicecoach voices remove de_DE-thorsten-medium
    """
    from voicecoach.speech.piper_voices.folder import default_voice_folder

    folder = default_voice_folder()
    for name in names:
        folder.remove(name, _say_that_it_waits)
        report.say(f"removed {name}")


@click.command("path", short_help="Print the folder of the installed voices, or of one.")
@click.argument("name", required=False, shell_complete=_installed)
def path(name: str | None) -> None:
    """Print the folder of the installed voices of Piper, or of one of them.

    \b
    Examples:
      voicecoach voices path
      voicecoach voices path de_DE-thorsten-medium
    """
    from voicecoach.speech.piper_voices.folder import default_voice_folder

    folder = default_voice_folder()
    report.say(str(folder.find(name).directory if name else folder.directory))


@click.command("update")
@_from_option
def update(place: str | None) -> None:
    """Renew the catalogue of Piper's voices that can be installed.

    \b
    Examples:
      voicecoach voices update
      voicecoach voices update --from https://mirror.example/piper-voices/
    """
    from voicecoach.problems import CatalogueError
    from voicecoach.speech.piper_voices.catalogue import load_catalogue, shipped_catalogue
    from voicecoach.speech.piper_voices.folder import default_voice_folder
    from voicecoach.speech.piper_voices.installing import update_catalogue
    from voicecoach.speech.piper_voices.sources import UPSTREAM, open_source

    folder = default_voice_folder()
    try:
        before = load_catalogue(folder.catalogue_file)
    except CatalogueError:
        before = shipped_catalogue()
    source = open_source(UPSTREAM if place is None else place)
    now = update_catalogue(source, folder, _say_that_it_waits)
    new = [name for name in now.voices if name not in before.voices]
    report.say(f"{counted(len(now.voices), 'voice')}, {len(new)} new")
    for name in new[:_SHOWN_NAMES]:
        report.say(f"  {name}")
    if len(new) > _SHOWN_NAMES:
        report.say("  …")


COMMANDS = (install, path, remove, update)
