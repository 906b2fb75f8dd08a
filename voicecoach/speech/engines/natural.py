"""The engine `natural`: hibari-tts, a small neural voice for English that needs no download.

One voice comes with the library; its others are offered where their files are there. The
model's inputs and outputs are documented in the library's README.
"""

import json
import re
import textwrap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.files.inputs import note_path, variable
from voicecoach.files.ordinary import is_ordinary
from voicecoach.problems import (
    EngineError,
    MissingEngineError,
    NoVoiceError,
    nearest_hint,
    words_of,
)
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo, package_versions

if TYPE_CHECKING:
    from hibari import Hibari

    from voicecoach.audio.pcm import Samples

# Increment it when the samples change for another reason than a new version of a library.
_VERSION = "1"
# The one that comes with the library.
USUAL_VOICE = "heart"
_RATE_HZ = 24_000
# The model breathes at -43 dB for up to 60 ms before a "t" or "c", which would make it late.
_SOUND_DB = -42.0
# Memory grows with the square of a sentence's length: 400 words without a full stop take 0.8 GB.
_LONGEST_CHARACTERS = 250
# The pace in words a minute at a speed of the model, measured on the lines of the shipped routines.
# It goes in steps, as the model counts in whole frames; playing a little faster or slower, at the
# same pitch, makes up for what is left.
_PACES_WPM = {
    0.4: 80.8, 0.5: 99.0, 0.6: 119.2, 0.7: 138.4, 0.79: 148.3, 0.82: 172.7, 0.9: 188.1, 1.0: 196.2,
    1.2: 216.7, 1.3: 227.8, 1.35: 286.3, 1.5: 298.8, 2.0: 335.0, 3.0: 365.9,
}  # fmt: skip


# The library has words for numbers of up to 20 digits, and for letters up to here: all of Latin-1
# and Latin Extended-A but eth and thorn.
_LONG_NUMBER = re.compile(r"\d{21}")
_LAST_LETTER = "ſ"


class NaturalEngine(Engine):
    """Speaks English with hibari-tts, which is loaded with the first line."""

    def __init__(self, voice: Voice) -> None:
        self.version = f"{_VERSION} {package_versions('hibari-tts', 'onnxruntime', 'numpy')}"
        self._voice = voice
        self._speed = min(_PACES_WPM, key=lambda speed: abs(_PACES_WPM[speed] - voice.rate_wpm))
        # How much faster than at this speed.
        self._hurry = voice.rate_wpm / _PACES_WPM[self._speed]
        self._hibari: Hibari | None = None

    def start(self) -> None:
        """Load the library and its model. Raise `EngineError` if either is missing or broken."""
        self._hibari = self._hibari or _load(self._voice.name)

    def speak(self, text: str) -> Recording:
        """Return `text` as sound. Raise `EngineError` if it cannot be spoken, or has no voice."""
        if not can_speak(text):
            raise EngineError(
                "the speech engine `natural` cannot speak all of it: it knows Latin letters",
                "choose a voice of another engine",
            )
        self.start()
        assert self._hibari is not None
        hibari = self._hibari
        # Most processes only ask for voices and versions, and start faster without this import.
        from voicecoach.audio.clips import spaced

        waves = [self._wave(hibari, phonemes) for phonemes in _phonemes(hibari, text)]
        return Recording(spaced(waves, _RATE_HZ), round(self._hurry * _RATE_HZ))

    def voices(self) -> list[VoiceInfo]:
        """Return the voices whose files are there."""
        return installed_voices()

    def close(self) -> None:
        """Let go of the model."""
        self._hibari = None

    def _wave(self, hibari: "Hibari", phonemes: str) -> "Samples":
        """Return a sentence without the silence around it: the library adds 0.7 s behind it."""
        import numpy as np
        from hibari import dsp

        from voicecoach.audio.clips import trim

        inputs = {
            "ids": np.array([hibari.ids(phonemes)], np.int64),
            "speed": np.array([self._speed], np.float32),
        }
        *spectra, f0_hz = (output[0] for output in hibari.sess.run(None, inputs))
        shift = np.float32(2 ** (self._voice.pitch_semitones / 12) / self._hurry)
        # The breath in a voice is noise, which must be the same each time.
        wave = dsp.synth(*spectra, f0_hz * shift, np.random.default_rng(0))
        return trim(wave.astype(np.float64), _RATE_HZ, _SOUND_DB)


def open_engine(voice: Voice, language: str) -> Engine:  # noqa: ARG001
    """Return the engine, not yet loaded."""
    return NaturalEngine(voice)


def can_speak(text: str) -> bool:
    """Return whether all of `text` would be heard: the library drops words in other scripts."""
    words = any(map(str.isalnum, text))
    return words and not _LONG_NUMBER.search(text) and all(map(_is_known, text))


def installed_voices() -> list[VoiceInfo]:
    """Return the voices whose files are there, without importing the library, which may be broken.

    There are none without the library, and what it needs.
    """
    library = find_spec("hibari")
    if library is None or library.origin is None or find_spec("onnxruntime") is None:
        return []
    assets = Path(library.origin).with_name("assets")
    try:
        voices: dict[str, dict[str, str]] = json.loads((assets / "voices.json").read_text("utf-8"))
        return [
            VoiceInfo(
                name, f"{voice['accent']} English", (voice["language"],), voice["gender"], "neural"
            )
            for name, voice in voices.items()
            if is_ordinary(assets / voice["file"]) or _is_downloaded(voice["file"])
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Another version of it, or another package of this name.
        return []


def _is_downloaded(name: str) -> bool:
    """Return whether the file of a voice was downloaded."""
    file = _downloads() / name
    note_path("content", file)
    return is_ordinary(file)


def _downloads() -> Path:
    """Return the directory in which the library keeps voices that it has downloaded."""
    import platformdirs

    own = variable("HIBARI_HOME")
    for name in ("XDG_CACHE_HOME", "HOME"):
        variable(name)
    return (
        Path(own) if own else platformdirs.user_cache_path("hibari", appauthor=False, opinion=False)
    )


def _load(name: str | None) -> "Hibari":
    """Return the library with a voice. Raise `EngineError` if either is missing or broken."""
    names = [voice.name for voice in installed_voices()]
    if name is not None and names and name not in names:
        hint = nearest_hint(name, names) or f"it has {', '.join(f'`{known}`' for known in names)}"
        raise NoVoiceError(f"the speech engine `natural` has no voice `{name}`", hint)
    try:
        from hibari import Hibari

        return Hibari(name or USUAL_VOICE, threads=1)
    except Exception as error:
        hint = 'install it with `pip install --force-reinstall "voicecoach[natural]"`'
        raise MissingEngineError("natural", words_of(error), hint) from error


def _phonemes(hibari: "Hibari", text: str) -> Iterator[str]:
    """Yield the phonemes of each sentence, a long one in several parts."""
    for sentence in hibari.split_sentences(text):
        for part in textwrap.wrap(sentence, _LONGEST_CHARACTERS):
            if any(map(str.isalnum, part)):
                yield from hibari.phonemize(part)


def _is_known(character: str) -> bool:
    return not character.isalpha() or (character <= _LAST_LETTER and character not in "ðÐþÞ")
