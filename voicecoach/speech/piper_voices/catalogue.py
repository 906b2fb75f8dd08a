"""The catalogue: Piper's voices and the files of each, in the format of rhasspy/piper-voices.

That is a JSON object of voices by their keys. What is read of each, and what is in the copy that
comes with the program:

    "de_DE-thorsten-medium": {
     "language": {"name_english": "German"},
     "num_speakers": 1,
     "files": {
      "de/de_DE/thorsten/medium/de_DE-thorsten-medium.onnx": {
       "size_bytes": 63201294,
       "md5_digest": "…"
      },
      …

Paths are relative to the site. A catalogue comes from the net: one that names a file outside of
the site, or is otherwise not what it should be, is refused as a whole. To renew the copy here, run
`voicecoach voices update` and copy the file that it writes.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from voicecoach.files.ordinary import read_ordinary
from voicecoach.files.whole_file import replacing
from voicecoach.problems import CatalogueError, NoVoiceError, nearest_hint, reason
from voicecoach.speech.piper_voices.foreign_json import ForeignObject

LIMIT_BYTES = 5_000_000
SETTINGS_LIMIT_BYTES = 1_000_000
_FILE_LIMIT_BYTES = 2_000_000_000
_MOST_SPEAKERS = 100_000
CATALOGUE = "voices.json"
CARD = "MODEL_CARD"
_SHIPPED = Path(__file__).with_name(CATALOGUE)

_KEY = re.compile(r"([a-z]{2,3})_([A-Z]{2}|[0-9]{3})-\w{1,60}-([a-z]+(?:_[a-z]+)?)")
# No name begins with a dot, so none is `.` or `..`; nor is there any other sign than these.
_PATH = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*){0,9}")
_MD5 = r"[0-9a-f]{32}"
_LANGUAGE_NAME = r"[^\x00-\x1f\x7f]{1,60}"


class CatalogueFile(Struct, frozen=True):
    """A file of a voice: its path on the site, such as `de/…/MODEL_CARD`, and how to know it."""

    path: str
    size_bytes: int
    md5: str

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


class CatalogueVoice(Struct, frozen=True):
    """A voice that can be installed; `language` is as in BCP 47: `de-DE`."""

    key: str
    language: str
    language_name: str
    quality: str
    speakers: int
    model: CatalogueFile
    settings: CatalogueFile
    card: CatalogueFile | None

    @property
    def files(self) -> tuple[CatalogueFile, ...]:
        """The files, in the order in which they are fetched."""
        return (*([self.card] if self.card else []), self.settings, self.model)

    @property
    def size_bytes(self) -> int:
        """The size of all files together."""
        return sum(file.size_bytes for file in self.files)


class Catalogue(Struct, frozen=True):
    """Voices by their keys."""

    voices: Mapping[str, CatalogueVoice]

    @classmethod
    def parse(cls, data: bytes) -> "Catalogue":
        """Return the catalogue in a JSON text. Raises ValueError."""
        if len(data) > LIMIT_BYTES:
            raise ValueError(f"it is larger than {LIMIT_BYTES} bytes")
        voices = {}
        for key, entry in ForeignObject.parse(data).children():
            try:
                voices[key] = _voice(key, entry)
            except ValueError as error:
                raise ValueError(f"voice `{key[:100]}`: {error}") from None
        if not voices:
            raise ValueError("it names no voice")
        return cls(voices)

    def find(self, key: str) -> CatalogueVoice:
        """Return the voice of a key. Raises NoVoiceError."""
        if key in self.voices:
            return self.voices[key]
        containing = [name for name in self.voices if key.lower() in name.lower()]
        hint = nearest_hint(key, self.voices)
        if containing:
            hint = f"there are: {', '.join(containing[:5])}"
        raise NoVoiceError(f"there is no Piper voice `{key}` to install", hint)

    def write(self, path: Path) -> None:
        """Write it as JSON, replacing the file whole. Raises WrongUsageError, EngineError."""
        entries = {key: _entry(self.voices[key]) for key in sorted(self.voices)}
        text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
        with replacing(path) as file:
            file.write(text.encode())


def load_catalogue(renewed: Path) -> Catalogue:
    """Return the renewed catalogue if that file is there, else the one of the program.

    Raise `CatalogueError` if the renewed one is damaged.
    """
    try:
        return Catalogue.parse(read_ordinary(renewed, LIMIT_BYTES))
    except FileNotFoundError:
        return shipped_catalogue()
    except OSError as error:
        raise CatalogueError(f"{renewed} cannot be read: {reason(error)}") from error
    except ValueError as error:
        raise CatalogueError(f"{renewed} is no catalogue of voices: {error}") from error


def shipped_catalogue() -> Catalogue:
    """Return the catalogue that comes with the program."""
    return Catalogue.parse(_SHIPPED.read_bytes())


def _voice(key: str, entry: ForeignObject) -> CatalogueVoice:
    match = _KEY.fullmatch(key)
    if not match:
        raise ValueError("its key is not of the form `de_DE-thorsten-medium`")
    files: dict[str, CatalogueFile] = {}
    for path, facts in entry.child("files").children():
        if not _PATH.fullmatch(path) or len(path) > 300:
            raise ValueError(f"the path `{path[:100]}` is not allowed")
        size_bytes = facts.integer("size_bytes", _FILE_LIMIT_BYTES)
        file = CatalogueFile(path, size_bytes, facts.text("md5_digest", _MD5))
        if file.name in files:
            raise ValueError(f"there are two files `{file.name}`")
        files[file.name] = file
    names = {"model": f"{key}.onnx", "settings": f"{key}.onnx.json", "card": CARD}
    for name in names.values():
        if name not in files:
            raise ValueError(f"it has no file `{name}`")
    for name in (names["settings"], CARD):
        if files[name].size_bytes > SETTINGS_LIMIT_BYTES:
            raise ValueError(f"its file `{name}` is larger than {SETTINGS_LIMIT_BYTES} bytes")
    language, region, quality = match.groups()
    return CatalogueVoice(
        key=key,
        language=f"{language}-{region}",
        language_name=entry.child("language").text("name_english", _LANGUAGE_NAME),
        quality=quality,
        speakers=entry.integer("num_speakers", _MOST_SPEAKERS),
        **{part: files[name] for part, name in names.items()},
    )


def _entry(voice: CatalogueVoice) -> dict[str, object]:
    """Return the voice as it stands in the JSON."""
    return {
        "language": {"name_english": voice.language_name},
        "num_speakers": voice.speakers,
        "files": {
            file.path: {"size_bytes": file.size_bytes, "md5_digest": file.md5}
            for file in sorted(voice.files, key=lambda file: file.path)
        },
    }
