"""The engine `piper`: neural voices for some fifty languages, which `voices install` downloads.

They speak through piper-tts. The pace of each is measured when it first speaks at a rate, and kept
beside the model.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.files.inputs import note_path
from voicecoach.files.ordinary import read_ordinary
from voicecoach.files.whole_file import replacing
from voicecoach.problems import EngineError, MissingEngineError, NoVoiceError, VoicecoachError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo, package_versions
from voicecoach.speech.piper_voices.folder import InstalledVoice, default_voice_folder
from voicecoach.speech.piper_voices.phonemizers import is_known, missing_package, piper_is_installed
from voicecoach.speech.voice_choice import best_for

if TYPE_CHECKING:
    from piper import PiperVoice

# Increment it when the samples change for another reason than a new version of a library.
_VERSION = "1"
# At 1, sounds are as long as in the recordings that the model learnt from; at this, most voices
# speak some 150 words a minute.
_USUAL_SCALE = 1.3
# The share of a line's length that hardly changes with the scale: pauses, and the shortest sounds.
# Measured with `en_US-joe-medium`; the models are built alike.
_FIXED_SHARE = 0.25
# The second one is right within 2 %.
_MEASUREMENTS = 2
_PACE_FILE = "pace.json"
_PACE_FILE_BYTES = 1_000_000
# The best first; the names are those of Piper's training.
_QUALITIES = ("high", "medium", "low", "x_low")


class PiperEngine(Engine):
    """Speaks with a Piper voice, which is loaded with the first line."""

    def __init__(self, voice: Voice, language: str) -> None:
        name = voice.name
        if name is None:
            info = best_for(installed_voices(), language)
            name = info.name if info else None
        self._voice, self._language = voice, language
        self._installed = default_voice_folder().find(name) if name else None
        packages = package_versions("piper-tts", "onnxruntime", "numpy")
        self.version = f"{_VERSION} {packages} {self._model_identity()}"
        self._piper: PiperVoice | None = None
        self._scale = _USUAL_SCALE

    def start(self) -> None:
        """Load the model, and measure its pace if that is not known. Raise `EngineError`."""
        if self._piper is not None:
            return
        if self._installed is None:
            message = f"the speech engine `piper` has no voice for the language `{self._language}`"
            raise NoVoiceError(message)
        self._piper = _load(self._installed)
        self._scale = self._scale_for(self._installed)

    def speak(self, text: str) -> Recording:
        """Return `text` as sound. Raise `EngineError` if it cannot be spoken, or has no voice."""
        self.start()
        return self._say(text)

    def voices(self) -> list[VoiceInfo]:
        """Return the installed voices."""
        return installed_voices()

    def close(self) -> None:
        """Let go of the model."""
        self._piper = None

    def _say(self, text: str) -> Recording:
        import numpy as np
        from piper import SynthesisConfig

        # Most processes only ask for voices and versions, and start faster without this import.
        from voicecoach.audio.clips import spaced, trim

        assert self._piper is not None
        rate_hz = self._piper.config.sample_rate
        # Without the noise that makes each time sound a little different, and with the sentences of
        # a line as loud as the voice means them, relative to each other.
        config = SynthesisConfig(
            length_scale=self._scale, noise_scale=0.0, noise_w_scale=0.0, normalize_audio=False
        )
        chunks = self._piper.synthesize(text, config)
        waves = [trim(chunk.audio_float_array.astype(np.float64), rate_hz) for chunk in chunks]
        if not waves:
            raise EngineError("the speech engine `piper` found nothing to speak")
        return Recording(spaced(waves, rate_hz), rate_hz)

    def _scale_for(self, installed: InstalledVoice) -> float:
        """Return how long sounds have to be for the voice's rate: as kept, or else as measured."""
        file = installed.directory / _PACE_FILE
        key = f"{self._language} {self._voice.rate_wpm} {self.version}"
        kept = _read_numbers(file)
        if key not in kept:
            from voicecoach.speech.pace import measure_pace

            for _ in range(_MEASUREMENTS):
                longer = measure_pace(self._say, self._language) / self._voice.rate_wpm
                self._scale *= max(0.1, (longer - _FIXED_SHARE) / (1 - _FIXED_SHARE))
            kept[key] = self._scale
            # Where the folder cannot be written, each process measures it again.
            with suppress(VoicecoachError), replacing(file) as target:
                target.write(json.dumps(kept, indent=1).encode())
        return kept[key]

    def _model_identity(self) -> str:
        """Return what changes when the model is replaced by another of the same name."""
        if self._installed is None:
            return ""
        note_path("content", self._installed.model)
        status = self._installed.model.stat()
        return f"{status.st_size} {status.st_mtime_ns}"


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine, not yet loaded. Raise `NoVoiceError` if there is no such voice."""
    return PiperEngine(voice, language)


def unsupported(voice: Voice) -> Sequence[str]:
    """Return what this engine cannot do of how a voice is to speak."""
    return ["the pitch cannot be changed"] if voice.pitch_semitones else []


def installed_voices() -> list[VoiceInfo]:
    """Return the installed voices that can be spoken here, without loading any; the best first."""
    if not piper_is_installed():
        return []
    infos = list(_infos(default_voice_folder().installed()))
    order = {quality: place for place, quality in enumerate(_QUALITIES)}
    return sorted(infos, key=lambda info: order.get(info.quality or "", len(order)))


def _infos(voices: Sequence[InstalledVoice]) -> Iterator[VoiceInfo]:
    for voice in voices:
        # One that is damaged is reported when it is to speak.
        with suppress(VoicecoachError):
            settings = voice.settings()
            if is_known(settings.phoneme_type) and missing_package(settings.phoneme_type) is None:
                yield VoiceInfo(
                    voice.name, "Piper", (settings.language,), quality=settings.quality or None
                )


def _read_numbers(file: Path) -> dict[str, float]:
    """Return the numbers in a JSON file of ours; what is not readable is not there."""
    try:
        kept = json.loads(read_ordinary(file, _PACE_FILE_BYTES))
        return {str(key): float(number) for key, number in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _load(voice: InstalledVoice) -> "PiperVoice":
    """Return the library with a voice. Raise `EngineError` if either is missing or broken."""
    voice.settings()
    try:
        import onnxruntime
        from piper import PiperConfig, PiperVoice
        from piper.phonemize_espeak import ESPEAK_DATA_DIR

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return PiperVoice(
            session=onnxruntime.InferenceSession(
                str(voice.model), options, providers=["CPUExecutionProvider"]
            ),
            config=PiperConfig.from_dict(json.loads(voice.settings_file.read_text("utf-8"))),
            espeak_data_dir=_short(ESPEAK_DATA_DIR),
            download_dir=voice.directory,
        )
    except ImportError as error:
        hint = 'install it with `pip install "voicecoach[piper]"`'
        raise MissingEngineError("piper", str(error), hint) from error
    except Exception as error:
        hint = f"remove the voice `{voice.name}` and install it again"
        raise MissingEngineError("piper", str(error) or type(error).__name__, hint) from error


def _short(data: Path) -> Path:
    """Return a link to espeak-ng's data: the library ends the process at a path of 160 bytes."""
    link = Path("piper-espeak-data")
    with suppress(OSError):
        link.symlink_to(data)
    return link if link.is_dir() else data
