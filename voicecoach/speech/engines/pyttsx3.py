"""The engine `pyttsx3`: the system's voices, from espeak-ng on Linux, SAPI 5 or macOS.

A voice is named by its id (`gmw/en-us`), the last part of that (`en-us`), its name or its language;
espeak's variants follow a `+` (`en-us+f3`). Only espeak supports pitch.
"""

import sys
import textwrap
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from voicecoach.files.scratch import scratch_directory
from voicecoach.problems import EngineError, NoVoiceError, nearest_hint
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.recordings import parse_recording
from voicecoach.speech.voice_choice import InstalledVoice, InstalledVoices
from voicecoach.speech.worker import Worker, WorkerError

DEFAULT_RATE_WPM = 160
# Meant for processes that hang, not for slow disks and first imports.
START_LIMIT_S = 60.0
PHRASE_LIMIT_S = 30.0
CHARACTER_LIMIT_S = 0.2
_SHOWN_CHARACTERS = 80
WORKER = (sys.executable, "-m", "voicecoach.speech.pyttsx3_worker")

_LINUX_HINT = (
    "install the speech library with `pip install espeakng-loader`, "
    "or the system's package (Debian and Ubuntu: `libespeak-ng1`; Fedora and Arch: `espeak-ng`)"
)
_OTHER_HINT = "reinstall it with `pip install --force-reinstall pyttsx3`"


class Pyttsx3Engine(Engine):
    """Speaks through pyttsx3 in a worker process, which is started when first needed."""

    def __init__(
        self,
        voice: Voice,
        language: str,
        worker: Sequence[str] = WORKER,
        phrase_limit_s: float = PHRASE_LIMIT_S,
    ) -> None:
        """`worker` is the command to run, `phrase_limit_s` the time that any phrase may take."""
        self.version = _version()
        self._voice = voice
        self._language = language
        self._command = worker
        self._phrase_limit_s = phrase_limit_s
        self._directory: TemporaryDirectory[str] | None = None
        self._worker: Worker | None = None
        self._installed: InstalledVoices | None = None
        self._chosen = False

    def speak(self, text: str) -> Recording:
        """Return `text` as sound. Raise `EngineError` if the voice or the speech fails."""
        installed, directory = self._start()
        if not self._chosen:
            self._choose(installed)
        file = directory / "phrase.wav"
        file.unlink(missing_ok=True)
        limit_s = self._phrase_limit_s + CHARACTER_LIMIT_S * len(text)
        shown = textwrap.shorten(text, _SHOWN_CHARACTERS, placeholder="…")
        failed = f"the speech engine `pyttsx3` could not speak “{shown}”"
        self._ask({"do": "speak", "text": text, "file": str(file)}, limit_s, failed)
        try:
            recording = parse_recording(file.read_bytes())
        except (OSError, ValueError) as error:
            raise EngineError(f"{failed}: {error}") from error
        if not recording.samples.any():
            raise EngineError(f"{failed}: it is silent", "choose a voice that speaks the language")
        return recording

    def voices(self) -> list[VoiceInfo]:
        """Return the installed voices. Raise `EngineError` if pyttsx3 cannot start."""
        installed, _ = self._start()
        if sys.platform in ("darwin", "win32"):
            return [_info(voice, voice.name, voice.id) for voice in installed.voices]
        return [_info(voice, voice.short_id, voice.name) for voice in installed.voices]

    def close(self) -> None:
        """End the worker and remove its directory."""
        # Another thread may be closing after a failure: each part is closed by one of them only.
        worker, self._worker = self._worker, None
        directory, self._directory = self._directory, None
        self._installed = None
        self._chosen = False
        if worker:
            worker.close()
        if directory:
            directory.cleanup()

    def _start(self) -> tuple[InstalledVoices, Path]:
        if self._worker and not self._worker.alive:
            # It ended while nobody waited for it.
            self.close()
        if not self._directory:
            self._directory = scratch_directory()
        directory = Path(self._directory.name)
        if not self._installed:
            failed = "the speech engine `pyttsx3` cannot start"
            hint = _OTHER_HINT if sys.platform in ("darwin", "win32") else _LINUX_HINT
            try:
                self._worker = Worker(self._command, directory)
            except OSError as error:
                raise EngineError(f"{failed}: {error}", hint) from error
            answer = self._ask({"do": "installed"}, START_LIMIT_S, failed, hint)
            self._installed = InstalledVoices(
                tuple(_installed_voice(voice) for voice in answer["voices"]),
                tuple(answer["variants"]),
                answer["default"],
            )
        return self._installed, directory

    def _choose(self, installed: InstalledVoices) -> None:
        name = self._voice.name
        voice_id = installed.find(name) if name else installed.for_language(self._language)
        if name and not voice_id:
            hint = nearest_hint(name, installed.candidates(name))
            raise NoVoiceError(f"the speech engine `pyttsx3` has no voice `{name}`", hint)
        if not voice_id:
            raise NoVoiceError(
                f"the speech engine `pyttsx3` has no voice for the language `{self._language}`"
            )
        request = {
            "do": "choose",
            "voice": voice_id,
            "rate_wpm": self._voice.rate_wpm or DEFAULT_RATE_WPM,
            "pitch": self._voice.pitch,
        }
        failed = f"the speech engine `pyttsx3` cannot use the voice `{name or voice_id}`"
        self._ask(request, self._phrase_limit_s, failed)
        self._chosen = True

    def _ask(
        self, request: Mapping[str, Any], limit_s: float, failed: str, hint: str | None = None
    ) -> dict[str, Any]:
        """Return the worker's answer. If it fails, end the worker and raise `EngineError`."""
        worker = self._worker
        if worker is None:
            raise EngineError(f"{failed}: it was closed meanwhile", hint)
        try:
            answer = worker.ask(request, limit_s)
        except WorkerError as error:
            self.close()
            raise EngineError(f"{failed}: its process {error}", hint) from error
        if "error" in answer:
            self.close()
            raise EngineError(f"{failed}: {answer['error']}", hint)
        return answer


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine, not yet started."""
    return Pyttsx3Engine(voice, language)


def _version() -> str:
    """Return what the samples depend on, as far as is known before the worker starts."""
    return " ".join([sys.platform, *map(_package_version, ("pyttsx3", "espeakng-loader"))])


def _package_version(package: str) -> str:
    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return f"no {package}"


def _installed_voice(answer: Mapping[str, Any]) -> InstalledVoice:
    gender = str(answer["gender"]).lower()
    return InstalledVoice(
        answer["id"],
        answer["name"],
        tuple(answer["languages"]),
        # SAPI says `Female`, macOS `VoiceGenderFemale`.
        next((word for word in ("female", "male") if gender.endswith(word)), None),
    )


def _info(voice: InstalledVoice, name: str, description: str) -> VoiceInfo:
    tags = tuple(language.replace("_", "-") for language in voice.languages)
    return VoiceInfo(name, description, tags, voice.gender)
