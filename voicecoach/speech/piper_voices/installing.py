"""Installing: card, settings and model are fetched, checked, and put into the folder together."""

import re
from collections.abc import Callable
from pathlib import Path

from voicecoach.files.ordinary import open_ordinary
from voicecoach.problems import EngineError, WrongUsageError, reason
from voicecoach.speech.piper_voices.catalogue import (
    CARD,
    CATALOGUE,
    Catalogue,
    CatalogueFile,
    CatalogueVoice,
    load_catalogue,
)
from voicecoach.speech.piper_voices.downloading import OnProgress, is_same, md5
from voicecoach.speech.piper_voices.folder import VoiceFolder
from voicecoach.speech.piper_voices.phonemizers import is_known, missing_package
from voicecoach.speech.piper_voices.settings import read_settings
from voicecoach.speech.piper_voices.sources import Source

_NAME = re.compile(r"\w[\w-]{0,99}")
_LICENCE = re.compile(r"\W*((?:licen[cs]e|url)\s*:.*\S)", re.IGNORECASE)
_MOST_LINES = 10


def install(
    voice: CatalogueVoice,
    source: Source,
    folder: VoiceFolder,
    on_card: Callable[[str], None],
    on_progress: OnProgress,
    on_wait: Callable[[], None],
) -> bool:
    """Install a voice, or return False if it is there already, as the catalogue has it.

    `on_card` gets the text of its card, empty if it has none, before the model is fetched.
    `on_progress` hears of the model alone; `on_wait` is called if another program installs
    something. What has arrived when this is interrupted is kept, and used the next time. Raise
    `EngineError` if the voice cannot be fetched or spoken, `CatalogueError` if a file is not what
    the catalogue says.
    """
    with folder.locked(on_wait):
        place = folder.directory / voice.key
        if all(is_same(place / file.name, file) for file in voice.files):
            return False
        unfinished = folder.unfinished(voice.key)

        def fetch(file: CatalogueFile, on_progress: OnProgress) -> Path:
            target = unfinished / file.name
            if not is_same(target, file):
                source.fetch(file, target, on_progress)
            return target

        card = fetch(voice.card, _no_progress) if voice.card else None
        on_card(card.read_text("utf-8", errors="replace") if card else "")
        settings = read_settings(fetch(voice.settings, _no_progress))
        check_phonemizer(voice.key, settings.phoneme_type)
        fetch(voice.model, on_progress)
        folder.finish(voice.key)
        return True


def voice_of_model(model: Path) -> CatalogueVoice:
    """Return the voice that a model with its settings beside it is, under the name of the file.

    A card beside it belongs to it, too. Raise `WrongUsageError` if one of the files is missing,
    `EngineError` if the settings are wrong.
    """
    if model.suffix != ".onnx" or not _NAME.fullmatch(model.stem):
        hint = "a voice is named as its file, which is of letters, digits, `_` and `-`, and `.onnx`"
        raise WrongUsageError(f"{model} is no name of a model", hint)
    settings_file = model.with_name(f"{model.name}.json")
    files = [_file(model), _file(settings_file)]
    card = model.with_name(CARD)
    settings = read_settings(settings_file)
    return CatalogueVoice(
        key=model.stem,
        language=settings.language,
        language_name=settings.language,
        quality=settings.quality,
        speakers=settings.speakers,
        model=files[0],
        settings=files[1],
        card=_file(card) if card.exists() else None,
    )


def check_phonemizer(name: str, phoneme_type: str) -> None:
    """Raise `EngineError` if a voice with this type of phonemes cannot be spoken here."""
    if not is_known(phoneme_type):
        message = f"the voice `{name}` needs phonemes of the type `{phoneme_type}`"
        raise EngineError(f"{message}, which voicecoach does not know")
    package = missing_package(phoneme_type)
    if package:
        hint = f'install it with `pip install --upgrade "{package}"`'
        raise EngineError(f"the voice `{name}` needs {package} to be spoken", hint)


def licence_lines(card: str) -> list[str]:
    """Return the lines of a card, a short Markdown text, that give licences and addresses."""
    matches = (_LICENCE.match(line[:300]) for line in card.splitlines())
    return [match[1].replace("*", "") for match in matches if match][:_MOST_LINES]


def update_catalogue(
    source: Source, folder: VoiceFolder, on_wait: Callable[[], None] = lambda: None
) -> Catalogue:
    """Renew the user's catalogue from a source, and return it; `on_wait` as for `install`.

    Raises EngineError.
    """
    catalogue = source.catalogue()
    if catalogue is None:
        raise EngineError(f"there is no {source.place(CATALOGUE)}")
    with folder.locked(on_wait):
        catalogue.write(folder.catalogue_file)
    return catalogue


def catalogue_of(source: Source | None, folder: VoiceFolder) -> Catalogue:
    """Return a mirror's own catalogue, or else the user's. Raises EngineError, CatalogueError."""
    own = source.catalogue() if source else None
    return own or load_catalogue(folder.catalogue_file)


def _no_progress(_done_bytes: int, _total_bytes: int) -> None:
    """Show no progress: the file is small."""


def _file(path: Path) -> CatalogueFile:
    try:
        with open_ordinary(path) as opened:
            return CatalogueFile(path.name, path.stat().st_size, md5(opened))
    except FileNotFoundError:
        raise WrongUsageError(f"there is no file {path}") from None
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
