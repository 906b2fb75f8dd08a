"""Work without a voice: what was spoken is taken from the store, all else refused or guessed."""

from collections.abc import Sequence
from typing import NoReturn

from voicecoach.files.store import Store
from voicecoach.problems import EngineError
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import VoiceInfo
from voicecoach.speech.narrator import Narrator

# Per character of a line, as in the planner's own guess.
_GUESSED_MS = 60
_MOST_LENGTHS = 20_000


class UnspokenError(EngineError):
    """A line is not in the store, and there is no voice here to speak it."""

    def __init__(self) -> None:
        super().__init__("a line has not been spoken yet")


class MutePool(EnginePool):
    """Engines that do not speak: it raises UnspokenError for each line that it is asked for."""

    def speak(
        self,
        text: str,  # noqa: ARG002
        voice: Voice,  # noqa: ARG002
        language: str,  # noqa: ARG002
        number: int = 0,  # noqa: ARG002
        loudness_lufs: float | None = None,  # noqa: ARG002
    ) -> NoReturn:
        """Raise UnspokenError."""
        raise UnspokenError

    def voices(self, engine: str) -> Sequence[VoiceInfo]:  # noqa: ARG002
        """Raise UnspokenError: most engines have to start for it."""
        raise UnspokenError


class KnownLengths:
    """The lengths of lines that many programmes have, so that the store is asked once for each.

    They are in ms, with whether that is a guess, by language, loudness and line.
    """

    def __init__(self) -> None:
        self._lengths: dict[tuple[str, float, Utterance], tuple[int, bool]] = {}

    def get(self, line: tuple[str, float, Utterance]) -> tuple[int, bool] | None:
        """Return the length of a line, None where it is not known."""
        return self._lengths.get(line)

    def put(self, line: tuple[str, float, Utterance], length: tuple[int, bool]) -> None:
        """Keep the length of a line; what was kept before goes when it is too much."""
        if len(self._lengths) >= _MOST_LENGTHS:
            self._lengths.clear()
        self._lengths[line] = length


class GuessingNarrator(Narrator):
    """Knows how long every line is: as it was spoken, or by a guess. `unspoken` are the guessed."""

    def __init__(
        self,
        known: KnownLengths,
        engines: EnginePool,
        store: Store,
        language: str,
        loudness_lufs: float,
    ) -> None:
        super().__init__(engines, store, language, loudness_lufs)
        self.unspoken: dict[Utterance, None] = {}
        self._known, self._manner = known, (language, loudness_lufs)

    def knows(self, utterance: Utterance) -> bool:  # noqa: ARG002
        """Return True: nothing is to be spoken ahead."""
        return True

    def measure(self, utterance: Utterance) -> int:
        """Return the length of a line in ms."""
        line = (*self._manner, utterance)
        length = self._known.get(line)
        if length is None:
            is_spoken = super().knows(utterance)
            guess_ms = _GUESSED_MS * len(utterance.spoken)
            length = super().measure(utterance) if is_spoken else guess_ms, not is_spoken
            self._known.put(line, length)
        length_ms, is_guess = length
        if is_guess:
            self.unspoken[utterance] = None
        return length_ms
