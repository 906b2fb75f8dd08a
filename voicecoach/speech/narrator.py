"""The narrator: lines of text as finished clips, spoken once and kept."""

from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.clips import finish
from voicecoach.audio.levels import LOUDNESS_LUFS
from voicecoach.audio.pcm import Pcm, segment, silence, to_pcm
from voicecoach.problems import EngineError
from voicecoach.speech.engines import open_engine
from voicecoach.speech.scratch import scratch_directory
from voicecoach.speech.text import speakable
from voicecoach.store import Store, digest
from voicecoach.units import samples, whole_ms
from voicecoach.voice import Voice

# Raise it when what is done to a recording changes.
_CLIP_VERSION = 2
# Where a clip is cut off.
_FADE_MS = 5


class Narrator:
    """Speaks with one voice; to be used in a `with` statement.

    Clips are kept in the store in `cache_dir`, from run to run, or where that is None or cannot be
    written, in a temporary directory: memory stays flat however long the programme is. The engine
    is started for the first line that is not there.
    """

    def __init__(
        self,
        voice: Voice,
        language: str,
        cache_dir: Path | None = None,
        loudness_lufs: float = LOUDNESS_LUFS,
    ) -> None:
        """Raise `EngineError` if there is no such engine."""
        self._voice = voice
        self._language = language
        self._loudness_lufs = loudness_lufs
        self._engine = open_engine(voice, language)
        self._lengths_ms: dict[str, int] = {}
        self._scratch: TemporaryDirectory[str] | None = None
        self._stores = [Store(cache_dir, "clip")] if cache_dir else []

    def measure(self, text: str) -> int:
        """Return the length in ms of the clip of `text`, 0 if nothing in it can be spoken.

        Raise `EngineError` if it cannot be spoken by this engine or voice.
        """
        words = speakable(text)
        if words and words not in self._lengths_ms:
            self._lengths_ms[words] = whole_ms(len(self._samples(words)))
        return self._lengths_ms.get(words, 0)

    def clip(self, text: str) -> AudioSegment:
        """Return `text` as a clip: 48 kHz, 16 bit, mono, whole milliseconds; maybe an empty one.

        Raise `EngineError` if it cannot be spoken by this engine or voice.
        """
        words = speakable(text)
        return segment(self._samples(words).tobytes()) if words else silence(0)

    def close(self) -> None:
        """End the engine and remove temporary files."""
        self._engine.close()
        if self._scratch:
            self._scratch.cleanup()

    def __enter__(self) -> "Narrator":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _samples(self, words: str) -> Pcm:
        key = self._key(words)
        for store in self._stores:
            kept = store.get(key)
            if kept is not None:
                return np.frombuffer(kept, dtype="<i2")
        spoken = self._speak(words)
        if words in self._lengths_ms:
            # It was there when it was measured. An engine may speak it a little differently now.
            spoken = _fitted(spoken, samples(self._lengths_ms[words]))
        data = spoken.astype("<i2").tobytes()
        if not any(store.put(key, data) for store in self._stores) and not self._scratch:
            self._scratch = scratch_directory()
            self._stores.append(Store(Path(self._scratch.name), "clip"))
            self._stores[-1].put(key, data)
        return spoken

    def _key(self, words: str) -> str:
        """Return the key of a clip: all that its samples depend on."""
        parts = {
            "version": _CLIP_VERSION,
            "engine": [self._voice.engine, self._engine.version],
            "voice": [self._voice.name, self._language],
            "manner": [self._voice.rate_wpm, self._voice.pitch, self._voice.volume],
            "loudness_lufs": self._loudness_lufs,
            "text": words,
        }
        return digest(parts)

    def _speak(self, words: str) -> Pcm:
        recording = self._engine.speak(words)
        pcm, rate_hz = recording.samples, recording.rate_hz
        try:
            return to_pcm(finish(pcm, rate_hz, self._voice.volume, self._loudness_lufs))
        except ValueError as error:
            raise EngineError(
                f"the speech engine `{self._voice.engine}` gave no sound for “{words}”",
                f"choose a voice that speaks the language `{self._language}`",
            ) from error


def _fitted(clip: Pcm, length: int) -> Pcm:
    """Return a clip of `length` samples: cut off with a fade, or followed by silence."""
    fitted = np.pad(clip[:length], (0, max(0, length - len(clip))))
    if len(clip) > length:
        fade = min(samples(_FADE_MS), length)
        fitted[length - fade :] = fitted[length - fade :] * np.linspace(1, 0, fade)
    return fitted
