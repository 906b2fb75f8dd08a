"""The engine contract: what a speech engine gives, and how one is found.

To add an engine is to add one module to this package. Its name is the engine's name in a routine,
and it holds `open_engine(voice: Voice, language: str) -> Engine`, which is quick: what takes time
or may be missing (a library, a process, a model) waits for the first `speak` or `voices`.
"""

import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, cast

from voicecoach.audio.pcm import Pcm
from voicecoach.problems import EngineError, nearest_hint
from voicecoach.routine.voice import Voice


@dataclass(frozen=True, slots=True)
class Recording:
    """Spoken words as 16-bit samples of one channel, `rate_hz` of them a second."""

    samples: Pcm
    rate_hz: int


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that can be chosen: `name` is what to write, `languages` are BCP 47 tags.

    `gender` is `female`, `male` or None where it is not known.
    """

    name: str
    description: str
    languages: tuple[str, ...] = ()
    gender: str | None = None


class Engine(Protocol):
    """A speech engine, opened for one voice and one language.

    `version` names everything besides the voice, the language and the text on which the samples
    depend: clips are kept, and made anew when it changes.
    """

    version: str

    def speak(self, text: str) -> Recording:
        """Return `text`, which has at least a letter or a digit, as sound.

        Raise `EngineError` where the engine is missing or fails, or has no such voice.
        """
        ...

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices to choose from. Raise `EngineError` as `speak` does."""
        ...

    def close(self) -> None:
        """Let go of processes and files. The engine may be closed twice."""
        ...

    def __enter__(self) -> "Engine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _EngineModule(Protocol):
    def open_engine(self, voice: Voice, language: str) -> Engine: ...


def engine_names() -> list[str]:
    """Return the names of the engines there are, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine that `voice` asks for. Raise `EngineError` if there is none of the name."""
    names = engine_names()
    if voice.engine not in names:
        hint = nearest_hint(voice.engine, names) or f"the engines are: {', '.join(names)}"
        raise EngineError(f"there is no speech engine `{voice.engine}`", hint)
    module = cast(_EngineModule, importlib.import_module(f"{__name__}.{voice.engine}"))
    return module.open_engine(voice, language)
