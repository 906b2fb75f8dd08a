"""The user's folder of installed voices, one directory each.

    voices/de_DE-thorsten-medium/   the model `de_DE-thorsten-medium.onnx`, its settings beside it
                                    under the same name with `.json`, and the card
    voices/voices.json              the renewed catalogue, if there is one
    voices/.unfinished/             what is put together, and renamed once it is whole

So a voice that is seen is whole. A name from outside is looked up in the list of directories, and
never made part of a path.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
from msgspec import Struct

from voicecoach.files.inputs import names_in, variable
from voicecoach.files.locking import locked
from voicecoach.files.ordinary import is_directory, is_ordinary
from voicecoach.files.write_errors import write_errors
from voicecoach.problems import NoVoiceError, nearest_hint
from voicecoach.speech.piper_voices.catalogue import CARD, CATALOGUE
from voicecoach.speech.piper_voices.settings import VoiceSettings, read_settings


class InstalledVoice(Struct, frozen=True):
    """A voice in a directory of its own, which has the voice's name."""

    directory: Path

    @property
    def name(self) -> str:
        """The name of the voice: `de_DE-thorsten-medium`."""
        return self.directory.name

    @property
    def model(self) -> Path:
        """The model, in the format ONNX."""
        return self.directory / f"{self.name}.onnx"

    @property
    def settings_file(self) -> Path:
        """The settings, which Piper needs besides the model."""
        return self.directory / f"{self.name}.onnx.json"

    @property
    def card(self) -> Path:
        """What its makers tell of it, and its licence; not every voice has one."""
        return self.directory / CARD

    def settings(self) -> VoiceSettings:
        """Read the settings. Raise `EngineError` if they are damaged."""
        return read_settings(self.settings_file)

    def size_bytes(self) -> int:
        """Return the size of all its files."""
        return sum(path.stat().st_size for path in self.directory.iterdir())


class VoiceFolder:
    """A directory of installed voices, which is made when the first one is installed."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.catalogue_file = directory / CATALOGUE
        self._unfinished = directory / ".unfinished"

    def installed(self) -> list[InstalledVoice]:
        """Return the voices that are installed, by name."""
        voices = map(InstalledVoice, _directories(self.directory).values())
        return [
            voice for voice in voices if all(map(is_ordinary, (voice.model, voice.settings_file)))
        ]

    def find(self, name: str) -> InstalledVoice:
        """Return an installed voice. Raises NoVoiceError."""
        voices = {voice.name: voice for voice in self.installed()}
        if name not in voices:
            hint = nearest_hint(name, voices)
            raise NoVoiceError(f"there is no installed Piper voice `{name}`", hint)
        return voices[name]

    @contextmanager
    def locked(self, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keep other programs from changing the folder; call `on_wait` if one is at it."""
        with write_errors(self._unfinished, writing=True):
            self._unfinished.mkdir(parents=True, exist_ok=True)
        with locked(self._unfinished / ".lock", on_wait):
            yield

    def unfinished(self, name: str) -> Path:
        """Return the directory in which a voice is put together; it may have files already.

        `name` must be a checked one. To be used, as the two methods below, while it is locked.
        """
        path = self._unfinished / name
        with write_errors(path, writing=True):
            path.mkdir(exist_ok=True)
        return path

    def finish(self, name: str) -> InstalledVoice:
        """Put the voice in place of one that is there already, and return it."""
        place = self.directory / name
        with write_errors(place, writing=True):
            if place.exists():
                self._discard(place)
            (self._unfinished / name).rename(place)
        return InstalledVoice(place)

    def remove(self, name: str, on_wait: Callable[[], None] = lambda: None) -> None:
        """Remove a voice, and what has arrived of one; `on_wait` as for `locked`.

        Raises NoVoiceError.
        """
        parents = (self._unfinished, self.directory)
        if not any(name in _directories(parent) for parent in parents):
            self.find(name)
        with self.locked(on_wait), write_errors(self.directory / name, writing=True):
            for parent in parents:
                if name in _directories(parent):
                    self._discard(parent / name)

    def _discard(self, directory: Path) -> None:
        """Remove a directory, so that it is never seen half removed."""
        # No voice has such a name.
        old = self._unfinished / ".old"
        _remove(old)
        directory.rename(old)
        _remove(old)


def default_voice_folder() -> VoiceFolder:
    """Return the user's folder, in `XDG_DATA_HOME` if that is set."""
    # The XDG Base Directory Specification has relative paths ignored.
    home = Path(variable("XDG_DATA_HOME") or "")
    variable("HOME")
    usual = platformdirs.user_data_path("voicecoach", False)
    return VoiceFolder((home / "voicecoach" if home.is_absolute() else usual) / "voices")


def _directories(parent: Path) -> dict[str, Path]:
    """Return the directories in one by their names, sorted, without hidden ones."""
    try:
        names = names_in(parent)
    except OSError:
        return {}
    return {name: parent / name for name in names if is_directory(parent / name)}


def _remove(directory: Path) -> None:
    if directory.is_symlink():
        # What it leads to is not ours.
        directory.unlink()
    elif directory.exists():
        shutil.rmtree(directory)
