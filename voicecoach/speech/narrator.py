"""The narrator: lines of text as finished clips, spoken once and kept."""

import functools
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.clips import finish
from voicecoach.audio.levels import LOUDNESS_LUFS
from voicecoach.audio.pcm import SAMPLE_WIDTH, Pcm, segment, silence, to_pcm
from voicecoach.files.scratch import scratch_directory
from voicecoach.files.store import Store, digest
from voicecoach.problems import EngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, open_engine
from voicecoach.speech.text import speakable
from voicecoach.units import samples, whole_ms

# Raise it when what is done to a recording changes.
_CLIP_VERSION = 4
_RECENT_CLIPS = 16
# Where a clip is cut off.
_FADE_MS = 5
# Engines that speak side by side: more are waited for longer than they save.
_MOST_ENGINES = 4
# So many lines take about as long as an engine takes to start.
_LINES_WORTH_AN_ENGINE = 8


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
        self._engines = [open_engine(voice, language)]
        self._lengths_ms: dict[str, int] = {}
        self._scratch: TemporaryDirectory[str] | None = None
        self._stores = [Store(cache_dir, "clip")] if cache_dir else []
        # Numbers and the like come again and again.
        self._recent = functools.lru_cache(_RECENT_CLIPS)(self._segment)
        self._keeping = threading.Lock()
        self._closed = threading.Event()

    def measure(self, text: str) -> int:
        """Return the length in ms of the clip of `text`, 0 if nothing in it can be spoken.

        Raise `EngineError` if it cannot be spoken by this engine or voice.
        """
        words = speakable(text)
        if words and not self.knows(text):
            self._lengths_ms[words] = whole_ms(len(self._samples(words)))
        return self._lengths_ms.get(words, 0)

    def knows(self, text: str) -> bool:
        """Return whether `text` can be measured without being spoken now."""
        words = speakable(text)
        if words and words not in self._lengths_ms:
            key = self._key(words)
            lengths = (store.length(key) for store in self._stores)
            length = next((length for length in lengths if length is not None), None)
            if length is None:
                return False
            self._lengths_ms[words] = whole_ms(length // SAMPLE_WIDTH)
        return True

    def speak_ahead(self, texts: Iterable[str], told: Callable[[str], None]) -> None:
        """Speak the lines that are not known yet, with several engines side by side.

        `told` is called with each line before it is spoken, from several threads. Which engine
        speaks which lines depends on nothing that differs from run to run on one machine, so that
        they come out the same. A line that cannot be spoken is left for `measure` to fail with.
        """
        lines = [text for text in dict.fromkeys(texts) if not self.knows(text)]
        most = min(os.cpu_count() or 1, _MOST_ENGINES, len(lines) // _LINES_WORTH_AN_ENGINE)
        if most < 2:
            return
        while len(self._engines) < most:
            self._engines.append(open_engine(self._voice, self._language))
        with ThreadPoolExecutor(most) as pool:
            shares = [lines[number::most] for number in range(most)]
            speaking = [
                pool.submit(self._speak_share, engine, share, told)
                for engine, share in zip(self._engines, shares, strict=True)
            ]
            try:
                for share_spoken in speaking:
                    share_spoken.result()
            except BaseException:
                self.close()
                raise

    def clip(self, text: str) -> AudioSegment:
        """Return `text` as a clip: 48 kHz, 16 bit, mono, whole milliseconds; maybe an empty one.

        Raise `EngineError` if it cannot be spoken by this engine or voice.
        """
        words = speakable(text)
        return self._recent(words) if words else silence(0)

    def close(self) -> None:
        """End the engines and remove temporary files."""
        self._closed.set()
        for engine in self._engines:
            engine.close()
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

    def _segment(self, words: str) -> AudioSegment:
        return segment(self._samples(words).tobytes())

    def _samples(self, words: str) -> Pcm:
        clip = self._kept(words)
        if clip is None:
            clip = self._speak(self._engines[0], words)
            self._keep(words, clip)
        # Since it was measured, the clip may have been lost, or another build may have put its own
        # in its place: an engine speaks a line a little differently at times.
        length_ms = self._lengths_ms.get(words)
        return clip if length_ms is None else _fitted(clip, samples(length_ms))

    def _speak_share(
        self, engine: Engine, texts: Sequence[str], told: Callable[[str], None]
    ) -> None:
        for text in texts:
            if self._closed.is_set():
                return
            told(text)
            words = speakable(text)
            try:
                spoken = self._speak(engine, words)
            except EngineError:
                return
            self._keep(words, spoken)
            self._lengths_ms[words] = whole_ms(len(spoken))

    def _kept(self, words: str) -> Pcm | None:
        key = self._key(words)
        for store in self._stores:
            kept = store.get(key)
            if kept is not None:
                return np.frombuffer(kept, dtype="<i2")
        return None

    def _keep(self, words: str, clip: Pcm) -> None:
        key, data = self._key(words), clip.astype("<i2").tobytes()
        with self._keeping:
            if not any(store.put(key, data) for store in self._stores) and not self._scratch:
                self._scratch = scratch_directory()
                self._stores.append(Store(Path(self._scratch.name), "clip"))
                self._stores[-1].put(key, data)

    def _key(self, words: str) -> str:
        """Return the key of a clip: all that its samples depend on."""
        parts = {
            "version": _CLIP_VERSION,
            "engine": [self._voice.engine, self._engines[0].version],
            "voice": [self._voice.name, self._language],
            "manner": [self._voice.rate_wpm, self._voice.pitch, self._voice.volume],
            "loudness_lufs": self._loudness_lufs,
            "text": words,
        }
        return digest(parts)

    def _speak(self, engine: Engine, words: str) -> Pcm:
        recording = engine.speak(words)
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
    if len(clip) == length:
        return clip
    fitted = np.pad(clip[:length], (0, max(0, length - len(clip))))
    if len(clip) > length:
        fade = min(samples(_FADE_MS), length)
        fitted[length - fade :] = fitted[length - fade :] * np.linspace(1, 0, fade)
    return fitted
