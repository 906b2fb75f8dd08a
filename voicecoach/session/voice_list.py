"""The list of voices: those that can speak here, and those of Piper that can be installed."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from voicecoach.problems import EngineError
from voicecoach.session.session import Session
from voicecoach.speech.engines import engine_names
from voicecoach.speech.piper_voices.catalogue import load_catalogue
from voicecoach.speech.piper_voices.folder import default_voice_folder
from voicecoach.speech.piper_voices.phonemizers import can_be_spoken
from voicecoach.speech.piper_voices.recommended import recommended
from voicecoach.speech.voice_choice import is_of

# The best first; the others follow by name.
_ENGINES = ("natural", "piper", "pyttsx3")


class OfferedVoice(Struct, frozen=True):
    """A voice to choose from; the fields are those of the JSON.

    `language` is a BCP 47 tag, None for any language; `quality` a word, None if there is none. One
    that is not installed has the size of its download.
    """

    language: str | None
    name: str
    engine: str
    quality: str | None
    installed: bool
    size_bytes: int | None = None

    def speaks(self, language: str) -> bool:
        """Return whether it speaks a BCP 47 language: `en-GB` alone, or `en` of any region."""
        return self.language is None or is_of(self.language, language)


def list_voices(session: Session, on_error: Callable[[EngineError], None]) -> list[OfferedVoice]:
    """Return all voices by language, the best first; one of several languages stands in each.

    Of those that can be installed, the recommended ones come first.

    `on_error` gets what is wrong with an engine or the catalogue; the others are listed.
    """
    voices: list[OfferedVoice] = []
    for engine in sorted(engine_names(), key=_order):
        try:
            voices += _voices_of(session, engine)
        except EngineError as error:
            on_error(error)
    return sorted(
        voices,
        key=lambda voice: (
            not voice.language,
            _primary(voice),
            not voice.installed,
            voice.name != recommended(voice.language or ""),
        ),
    )


def _voices_of(session: Session, engine: str) -> Iterator[OfferedVoice]:
    infos = session.engines.voices(engine)
    for info in infos:
        for language in info.languages or (None,):
            yield OfferedVoice(language, info.name, engine, info.quality, True)
    if engine == "piper":
        installed = {info.name for info in infos}
        for voice in load_catalogue(default_voice_folder().catalogue_file).voices.values():
            if voice.key not in installed and can_be_spoken(voice.language):
                yield OfferedVoice(
                    voice.language, voice.key, engine, voice.quality, False, voice.size_bytes
                )


def _order(engine: str) -> tuple[int, str]:
    return _ENGINES.index(engine) if engine in _ENGINES else len(_ENGINES), engine


def _primary(voice: OfferedVoice) -> str:
    return (voice.language or "").lower().partition("-")[0]
