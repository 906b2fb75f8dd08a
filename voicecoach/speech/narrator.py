"""The narrator: lines of text as finished clips, spoken once and kept."""

from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from voicecoach.audio import AudioSegment
from voicecoach.audio.clips import finish
from voicecoach.audio.pcm import Pcm, segment, silence, to_pcm
from voicecoach.problems import EngineError
from voicecoach.speech.cache import ClipCache, clip_key
from voicecoach.speech.engines import open_engine
from voicecoach.speech.scratch import scratch_directory
from voicecoach.speech.text import speakable
from voicecoach.units import whole_ms
from voicecoach.voice import Voice


class Narrator:
    """Speaks with one voice; to be used in a `with` statement.

    Clips are kept in `cache_dir`, from run to run, or where that is None or cannot be written, in a
    temporary directory: memory stays flat however long the programme is. The engine is started
    for the first line that is not in the cache.
    """

    def __init__(self, voice: Voice, language: str, cache_dir: Path | None = None) -> None:
        """Raise `EngineError` if there is no such engine."""
        self._voice = voice
        self._language = language
        self._engine = open_engine(voice, language)
        self._lengths_ms: dict[str, int] = {}
        self._scratch: TemporaryDirectory[str] | None = None
        self._caches = [ClipCache(cache_dir)] if cache_dir else []

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
        key = clip_key(self._voice, self._language, self._engine.version, words)
        for cache in self._caches:
            kept = cache.get(key)
            if kept is not None:
                return kept
        spoken = self._speak(words)
        if not any(cache.put(key, spoken) for cache in self._caches) and not self._scratch:
            self._scratch = scratch_directory()
            self._caches.append(ClipCache(Path(self._scratch.name)))
            self._caches[-1].put(key, spoken)
        return spoken

    def _speak(self, words: str) -> Pcm:
        recording = self._engine.speak(words)
        try:
            return to_pcm(finish(recording.samples, recording.rate_hz, self._voice.volume))
        except ValueError as error:
            raise EngineError(
                f"the speech engine `{self._voice.engine}` gave no sound for “{words}”",
                f"choose a voice that speaks the language `{self._language}`",
            ) from error
