"""The engine `pyttsx3`: the system's voices, from espeak-ng on Linux, SAPI 5 or macOS.

A voice is named by its id (`gmw/en-us`), the last part of that (`en-us`), its name or its language;
espeak's variants follow a `+` (`en-us+f3`). Only espeak supports pitch.

pyttsx3 prints, supports neither threads nor a second engine, and can crash or hang the process, so
it runs in a process of its own, whose working directory it uses.
"""

import re
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from voicecoach.problems import (
    EngineError,
    MissingEngineError,
    NoVoiceError,
    nearest_hint,
    words_of,
)
from voicecoach.routine.voice import Voice
from voicecoach.speech import espeak
from voicecoach.speech.engines import Engine, Recording, VoiceInfo, package_versions
from voicecoach.speech.rolled_r import RolledR
from voicecoach.speech.system_voices import system_voices
from voicecoach.speech.voice_choice import InstalledVoice, InstalledVoices

_CHINESE = ("zh", "cmn", "yue")
# The blocks of CJK ideographs, and the two planes that are kept for more.
_CHINESE_CHARACTERS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_HAS_ESPEAK = sys.platform not in ("darwin", "win32")
# The rate to ask espeak for at so many words a minute, and its pitch, of 0 to 99, for so many
# semitones; both measured with one voice on the lines of the shipped routines.
_MEASURED_VOICE = "gmw/en-us"
_RATES_WPM = (80, 120, 150, 200, 250, 300, 400)
_ESPEAK_RATES = (80, 118, 147, 192, 237, 279, 353)
_SEMITONES = (-5.5, -4.7, -3.7, -2.7, -1.5, 0.0, 1.5, 3.2, 4.8, 6.7, 8.4)
_ESPEAK_PITCHES = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99)

_LINUX_HINT = (
    "install the speech library with `pip install espeakng-loader`, "
    "or the system's package (Debian and Ubuntu: `libespeak-ng1`; Fedora and Arch: `espeak-ng`)"
)
_OTHER_HINT = "reinstall it with `pip install --force-reinstall pyttsx3`"


class Pyttsx3Engine(Engine):
    """Speaks through pyttsx3, which is started when first needed."""

    def __init__(self, voice: Voice, language: str) -> None:
        self._voice = voice
        self._language = language
        self._pyttsx3: Any = None
        self._chosen = False
        self._rolled_r: RolledR | None = None
        self._errors: list[str] = []

    # Nobody writes it, and the process that speaks does not need it.
    @cached_property
    def version(self) -> str:  # type: ignore[override]
        """The versions of what speaks, and the voices of the system."""
        packages = package_versions("pyttsx3", "espeakng-loader")
        return f"{sys.platform} {packages} {system_voices(sys.platform)}"

    def start(self) -> None:
        """Start pyttsx3, and choose the voice. Raise `EngineError` if either is not there."""
        self._initialize()
        if not self._chosen:
            self._choose()

    def speak(self, text: str) -> Recording:
        """Return `text` as sound. Raise `EngineError` if the voice or the speech fails."""
        self.start()
        if self._rolled_r:
            self._rolled_r.settle()
        return self._say(text)

    def voices(self) -> list[VoiceInfo]:
        """Return the installed voices. Raise `EngineError` if pyttsx3 cannot start."""
        self._initialize()
        return [_info(voice) for voice in self._installed().voices]

    def close(self) -> None:
        """Do nothing: pyttsx3 ends with its process."""

    def _say(self, text: str) -> Recording:
        file = Path("phrase.wav")
        file.unlink(missing_ok=True)
        if _HAS_ESPEAK:
            espeak.renew_noise()
        self._pyttsx3.save_to_file(text, str(file))
        self._run()
        # Whoever does not speak does not wait for this import.
        from voicecoach.speech.recordings import parse_recording

        return parse_recording(file.read_bytes())

    def _initialize(self) -> None:
        if self._pyttsx3 is not None:
            return
        try:
            if _HAS_ESPEAK:
                espeak.load_library()
            import pyttsx3

            self._pyttsx3 = pyttsx3.init()
        except Exception as error:
            hint = _LINUX_HINT if _HAS_ESPEAK else _OTHER_HINT
            raise MissingEngineError("pyttsx3", words_of(error), hint) from error
        if _HAS_ESPEAK:
            espeak.wait_instead_of_sleeping()
        self._pyttsx3.connect("error", self._note_error)
        # Until it has run once, pyttsx3 defers settings and swallows errors.
        self._run()

    def _installed(self) -> InstalledVoices:
        voices = tuple(map(_installed_voice, self._pyttsx3.getProperty("voices")))
        variants = tuple(espeak.variants()) if _HAS_ESPEAK else ()
        return InstalledVoices(voices, variants, self._pyttsx3.getProperty("voice"))

    def _choose(self) -> None:
        """Set the voice, then rate and pitch, which setting a voice resets."""
        found_id = _voice_id(self._installed(), self._voice.name, self._language)
        voice_id = espeak.steady(found_id) if _HAS_ESPEAK else found_id
        self._pyttsx3.setProperty("voice", voice_id)
        import numpy as np

        rate_wpm = round(np.interp(self._voice.rate_wpm, _RATES_WPM, _ESPEAK_RATES))
        self._pyttsx3.setProperty("rate", rate_wpm)
        if self._voice.pitch_semitones and _HAS_ESPEAK:
            pitch = round(np.interp(self._voice.pitch_semitones, _SEMITONES, _ESPEAK_PITCHES))
            self._pyttsx3.setProperty("pitch", pitch)
        self._synchronize()
        # espeak does not report a variant that does not exist: it speaks without it.
        if _HAS_ESPEAK and self._pyttsx3.getProperty("voice") != voice_id.lower():
            raise EngineError(f"the speech engine `pyttsx3` cannot use the voice `{found_id}`")
        if found_id != _MEASURED_VOICE:
            self._keep_pace(rate_wpm)
        if _HAS_ESPEAK:
            self._rolled_r = RolledR(self._say, found_id)
        self._chosen = True

    def _keep_pace(self, rate_wpm: int) -> None:
        """Set the rate that has been found to give the wanted one, as measured on a sample."""
        # The usual voice starts faster without this import.
        from voicecoach.speech.pace import measure_pace

        pace_wpm = measure_pace(self._say, self._language)
        self._pyttsx3.setProperty("rate", round(rate_wpm * self._voice.rate_wpm / pace_wpm))
        self._synchronize()

    def _run(self) -> None:
        # A run does not wait for espeak, and its end would cancel what espeak has yet to do.
        self._synchronize()
        self._pyttsx3.runAndWait()
        self._synchronize()

    def _synchronize(self) -> None:
        if _HAS_ESPEAK:
            espeak.synchronize()
        errors, self._errors = self._errors, []
        if errors:
            raise EngineError(f"the speech engine `pyttsx3` failed: {'; '.join(errors)}")

    def _note_error(self, name: str | None, exception: Exception) -> None:  # noqa: ARG002
        self._errors.append(str(exception))


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine, not yet started."""
    return Pyttsx3Engine(voice, language)


def unsupported(voice: Voice) -> Sequence[str]:
    """Return what this engine cannot do of how a voice is to speak."""
    lowest, highest = _SEMITONES[0], _SEMITONES[-1]
    if not _HAS_ESPEAK and voice.pitch_semitones:
        return ["it cannot change its pitch"]
    if not lowest <= voice.pitch_semitones <= highest:
        return [f"its pitch reaches from {lowest:g} to {highest:g} semitones"]
    return []


def unread(text: str, language: str) -> str:
    """Return the Chinese characters of a text, which espeak reads in Chinese alone: no kanji."""
    if not _HAS_ESPEAK or language.partition("-")[0] in _CHINESE:
        return ""
    return "".join(dict.fromkeys(_CHINESE_CHARACTERS.findall(text)))


def _voice_id(installed: InstalledVoices, name: str | None, language: str) -> str:
    voice_id = installed.find(name) if name else installed.for_language(language)
    if voice_id:
        return voice_id
    if name:
        hint = nearest_hint(name, installed.candidates(name))
        raise NoVoiceError(f"the speech engine `pyttsx3` has no voice `{name}`", hint)
    raise NoVoiceError(f"the speech engine `pyttsx3` has no voice for the language `{language}`")


def _installed_voice(voice: Any) -> InstalledVoice:
    gender = str(voice.gender).lower()
    return InstalledVoice(
        voice.id,
        voice.name,
        tuple(tag for tag in voice.languages if tag),
        # SAPI says `Female`, macOS `VoiceGenderFemale`.
        next((word for word in ("female", "male") if gender.endswith(word)), None),
    )


def _info(voice: InstalledVoice) -> VoiceInfo:
    tags = tuple(language.replace("_", "-") for language in voice.languages)
    name, description = (voice.short_id, voice.name) if _HAS_ESPEAK else (voice.name, voice.id)
    return VoiceInfo(name, description, tags, voice.gender)
