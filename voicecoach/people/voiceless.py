"""Work without a voice: what was spoken is taken from the store, all else refused or guessed."""

from collections.abc import Sequence
from typing import Any, NoReturn

from voicecoach.problems import EngineError
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import VoiceInfo
from voicecoach.speech.narrator import Narrator

# Per character of a line, as in the planner's own guess.
_GUESSED_MS = 60


class UnspokenError(EngineError):
    """A line is not in the store, and there is no voice here to speak it."""

    def __init__(self) -> None:
        super().__init__("a line has not been spoken yet")


class MutePool(EnginePool):
    """Engines that do not speak: it raises UnspokenError for each line that it is asked for."""

    def speak(self, text: str, voice: Voice, language: str, number: int = 0) -> NoReturn:  # noqa: ARG002
        """Raise UnspokenError."""
        raise UnspokenError

    def voices(self, engine: str) -> Sequence[VoiceInfo]:  # noqa: ARG002
        """Raise UnspokenError: most engines have to start for it."""
        raise UnspokenError


class GuessingNarrator(Narrator):
    """Knows how long every line is: as it was spoken, or by a guess. `unspoken` are the guessed."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.unspoken: dict[Utterance, None] = {}

    def knows(self, utterance: Utterance) -> bool:  # noqa: ARG002
        """Return True: nothing is to be spoken ahead."""
        return True

    def measure(self, utterance: Utterance) -> int:
        """Return the length of a line in ms."""
        if super().knows(utterance):
            return super().measure(utterance)
        self.unspoken[utterance] = None
        return _GUESSED_MS * len(utterance.spoken)
