"""Lines to be spoken, and who speaks them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.files.store import Store
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.narrator import Narrator
from voicecoach.speech.reading import speakable

TONE = Voice(engine="tone")


def line(text: str, voice: Voice = TONE) -> Utterance:
    """Return a text as a line to be spoken."""
    return Utterance("say", text, speakable(text), voice)


@contextmanager
def narrating(
    directory: Path, language: str = "en", loudness_lufs: float = LOUDNESS_LUFS
) -> Iterator[Narrator]:
    """Yield a narrator with engines of its own, who keeps clips in a directory."""
    with closing(EnginePool()) as engines, closing(Store(directory)) as store:
        yield Narrator(engines, store, language, loudness_lufs)
