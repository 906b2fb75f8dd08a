"""The engine contract: what a speech engine provides, and how engines are found.

To add an engine, add a module to this package, or to another package that names it as an entry
point of the group `voicecoach.engines`. Its name is the engine's name in a routine, and it defines
`open_engine(voice: Voice, language: str) -> Engine`, which is quick: anything that takes time or
may be missing (a library, a process, a model) waits for the first `speak` or `voices`.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, Protocol

from voicecoach.audio.pcm import Pcm
from voicecoach.problems import EngineError, VoicecoachError, nearest_hint
from voicecoach.routine.voice import Voice

_GROUP = "voicecoach.engines"


@dataclass(frozen=True, slots=True)
class Recording:
    """Spoken words as 16-bit mono samples, `rate_hz` per second."""

    samples: Pcm
    rate_hz: int


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice to choose from: `name` is what to write, `languages` are BCP 47 tags.

    `gender` is `female`, `male` or None if unknown.
    """

    name: str
    description: str
    languages: tuple[str, ...] = ()
    gender: str | None = None


class Engine(Protocol):
    """A speech engine, opened for one voice and one language.

    `version` names everything that the samples depend on besides the voice, the language and the
    text: clips are cached, and remade when it changes.
    """

    version: str

    def speak(self, text: str) -> Recording:
        """Return `text`, which has at least one letter or digit, as sound.

        Raise `EngineError` if the engine is missing or fails, or has no such voice.
        """

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices to choose from. Raise `EngineError` as `speak` does."""

    def close(self) -> None:
        """Release processes and files. Closing twice is allowed."""


def engine_names() -> list[str]:
    """Return the names of all engines, sorted."""
    return sorted({*_own_names(), *(entry.name for entry in entry_points(group=_GROUP))})


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine for `voice`.

    Raise `EngineError` if there is no such engine, or if the package that provides it is broken.
    """
    with engine_errors(voice.engine):
        engine: Engine = _module(voice.engine).open_engine(voice, language)
    return engine


@contextmanager
def engine_errors(name: str) -> Iterator[None]:
    """Raise as `EngineError` whatever goes wrong in an engine, which may be somebody else's."""
    try:
        yield
    except VoicecoachError:
        raise
    except Exception as error:
        raise EngineError(f"the speech engine `{name}` failed: {error}") from error


def _module(name: str) -> Any:
    if name in _own_names():
        return importlib.import_module(f"{__name__}.{name}")
    for entry in entry_points(group=_GROUP, name=name):
        return entry.load()
    names = engine_names()
    hint = nearest_hint(name, names) or f"the engines are: {', '.join(names)}"
    raise EngineError(f"there is no speech engine `{name}`", hint)


def _own_names() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__)]
