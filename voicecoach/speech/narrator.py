"""The narrator: turns utterances into finished clips, each spoken once and cached."""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.files.store import Store, digest
from voicecoach.problems import EngineError
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engine_words import for_engine
from voicecoach.speech.engines import Recording
from voicecoach.speech.isolated_engine import FinishedRecording
from voicecoach.units import SAMPLE_WIDTH, samples, whole_ms

if TYPE_CHECKING:
    from voicecoach.audio import AudioSegment

# Increment it when the processing of recordings changes.
_CLIP_VERSION = 7
_RECENT_CLIPS = 16
# Engines that speak in parallel: more of them take longer to start than they save.
_MOST_ENGINES = 4
# Speaking this many lines takes about as long as starting an engine.
_LINES_WORTH_AN_ENGINE = 8

# What a clip depends on, as its engine spells it, whatever the role of the line.
_Words = tuple[str, Voice]


class Narrator:
    """Speaks the lines of a programme in one language, at one loudness.

    Clips are kept in the store, so memory stays flat however long the programme is. An engine is
    started only for lines that are not there.
    """

    def __init__(
        self,
        engines: EnginePool,
        store: Store,
        language: str,
        loudness_lufs: float = LOUDNESS_LUFS,
    ) -> None:
        self._engines = engines
        self._store = store
        self._language = language
        self._loudness_lufs = loudness_lufs
        self._lengths_ms: dict[_Words, int] = {}
        self._clip_keys: dict[_Words, str] = {}
        # By line, so that an engine that hangs is not waited for again.
        self._failures: dict[_Words, EngineError] = {}
        # Counted numbers and the like recur all the time; the last one used stands last. A cache
        # around a method would hold the narrator, and its clips until the collector comes.
        self._recent: dict[_Words, AudioSegment] = {}
        self._stopping = threading.Event()

    def measure(self, utterance: Utterance) -> int:
        """Return the length of a clip in ms, 0 if there is nothing to speak.

        Raise `EngineError` if its engine or voice cannot speak it.
        """
        if not utterance.spoken:
            return 0
        words = self._words(utterance)
        if words in self._failures:
            raise self._failures[words]
        if not self.knows(utterance):
            self._lengths_ms[words] = len(self._segment(words))
        return self._lengths_ms[words]

    def clip_key(self, utterance: Utterance) -> str:
        """Return what is another key where a clip has other samples, reading none that are kept.

        Raise `EngineError` as `clip` does.
        """
        if not utterance.spoken:
            return ""
        words = self._words(utterance)
        if words not in self._clip_keys:
            kept = self._store.checksum("clip", self._key(words))
            self._clip_keys[words] = kept or sha256(self._segment(words).raw_data).hexdigest()
        return self._clip_keys[words]

    def knows(self, utterance: Utterance) -> bool:
        """Return whether an utterance can be measured without speaking it."""
        words = self._words(utterance)
        if utterance.spoken and words not in self._lengths_ms:
            length = self._store.length("clip", self._key(words))
            if length is None or not _is_clip(length):
                return False
            self._lengths_ms[words] = whole_ms(length // SAMPLE_WIDTH)
        return True

    def expect_many(self, utterance: Utterance) -> None:
        """Let engines start that are to speak many lines ahead, of which this is the first."""
        self._engines.start_workers(utterance.voice, self._language, _most_engines())

    def speak_ahead(
        self, utterances: Iterable[Utterance], on_line: Callable[[Utterance], None]
    ) -> None:
        """Speak the lines that are not known yet, with several engines in parallel.

        `on_line` is called with each line before it is spoken, from several threads. A line that
        cannot be spoken is left for `measure` to fail on.
        """
        lines = {self._words(line): line for line in utterances if not self.knows(line)}
        most = min(_most_engines(), len(lines) // _LINES_WORTH_AN_ENGINE)
        self._engines.end_spares(max(1, most))
        if most < 2:
            return
        with ThreadPoolExecutor(most) as pool:
            shares = [list(lines.values())[number::most] for number in range(most)]
            futures = [
                pool.submit(self._speak_share, number, share, on_line)
                for number, share in enumerate(shares)
            ]
            try:
                for future in futures:
                    future.result()
            except BaseException:
                self._stopping.set()
                self._engines.close()
                raise

    def clip(self, utterance: Utterance) -> "AudioSegment":
        """Return a clip, maybe an empty one: 48 kHz, 16 bit, mono, whole milliseconds.

        Raise `EngineError` if its engine or voice cannot speak it.
        """
        # Planning reads no samples, and does not wait for this import.
        from voicecoach.audio.pcm import silence

        if not utterance.spoken:
            return silence(0)
        words = self._words(utterance)
        clip = self._recent.pop(words, None) or self._segment(words)
        self._recent[words] = clip
        if len(self._recent) > _RECENT_CLIPS:
            del self._recent[next(iter(self._recent))]
        return clip

    def _segment(self, words: _Words) -> "AudioSegment":
        clip = self._store.get("clip", self._key(words))
        if clip is None or not _is_clip(len(clip)):
            clip = self._finished(words, self._recorded(words))
        from voicecoach.audio.clips import fitted

        # Since it was measured, the clip may have been lost, or replaced by another build's: some
        # engines speak a line a little differently each time.
        return fitted(clip, self._lengths_ms.get(words))

    def _speak_share(
        self, number: int, utterances: Sequence[Utterance], on_line: Callable[[Utterance], None]
    ) -> None:
        # While the engine speaks a line, the one before it is finished.
        with ThreadPoolExecutor(1) as finishing:
            before: Future[None] | None = None
            for utterance in utterances:
                if self._stopping.is_set():
                    break
                on_line(utterance)
                words = self._words(utterance)
                try:
                    recording = self._recorded(words, number)
                except EngineError as error:
                    self._failures[words] = error
                    break
                if before:
                    before.result()
                before = finishing.submit(self._finish_ahead, words, recording)
            if before:
                before.result()

    def _words(self, utterance: Utterance) -> _Words:
        """Return what the engine is given, with its spellings of words, and the voice."""
        voice = utterance.voice
        return for_engine(utterance.spoken, voice.engine, self._language), voice

    def _key(self, words: _Words) -> str:
        """Return the key of a clip: a digest of everything its samples depend on."""
        spoken, voice = words
        parts = {
            "version": _CLIP_VERSION,
            "engine": [voice.engine, self._engines.version(voice, self._language)],
            "voice": [voice.name, self._language],
            "manner": [voice.rate_wpm, voice.pitch_semitones, voice.volume],
            "loudness_lufs": self._loudness_lufs,
            "text": spoken,
        }
        return digest(parts)

    def _finish_ahead(self, words: _Words, recording: Recording) -> None:
        clip = self._finished(words, recording)
        self._lengths_ms[words] = whole_ms(len(clip) // SAMPLE_WIDTH)

    def _recorded(self, words: _Words, number: int = 0) -> Recording:
        spoken, voice = words
        return self._engines.speak(spoken, voice, self._language, number, self._loudness_lufs)

    def _finished(self, words: _Words, recording: Recording) -> bytes:
        """Return the samples of a recording as a clip, which is stored."""
        _, voice = words
        if isinstance(recording, FinishedRecording):
            clip = recording.samples.astype("<i2").tobytes()
        else:
            from voicecoach.audio.clips import finish

            pcm, rate_hz = recording.samples, recording.rate_hz
            clip = finish(pcm, rate_hz, voice.volume, self._loudness_lufs).raw_data
        self._store.put("clip", self._key(words), clip)
        return clip


def _most_engines() -> int:
    return min(os.cpu_count() or 1, _MOST_ENGINES)


def _is_clip(size_bytes: int) -> bool:
    """Return whether data can be a clip, whole milliseconds: the store may be anybody's."""
    return size_bytes > 0 and size_bytes % (SAMPLE_WIDTH * samples(1)) == 0
