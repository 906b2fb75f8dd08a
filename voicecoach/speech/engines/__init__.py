"""The engine contract: what a speech engine provides, and how engines are found.

To add an engine, add a module to this package, or to another package that names it as an entry
point of the group `voicecoach.engines`. Its name is the engine's name in a routine, and it defines
`open_engine(voice: Voice, language: str) -> Engine`, which is quick: anything that takes time or
may be missing (a library, a model) waits for the first `speak` or `voices`.

An engine runs in a process of its own, so it may print, crash or hang, and it speaks one line at a
time. Its module is imported, and the engine opened, in this process as well. A module may also
define

- `ISOLATED = False`, if its engine is to run in this process: it never crashes or hangs;
- `can_speak(text: str) -> bool`, if there are texts that the engine would not speak whole;
- `unsupported(voice: Voice) -> Sequence[str]`, what the engine cannot do of how a voice is to
  speak, in words that complete “with this voice, …”;
- `installed_voices() -> list[VoiceInfo]`, if it can tell its voices without starting.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from voicecoach.files.inputs import note_path
from voicecoach.problems import EngineError, VoicecoachError, nearest_hint, words_of
from voicecoach.routine.voice import Voice

if TYPE_CHECKING:
    from voicecoach.audio.pcm import Pcm

_GROUP = "voicecoach.engines"
_LOWEST_RATE_HZ, _HIGHEST_RATE_HZ = 4_000, 192_000


class Recording(Struct, frozen=True):
    """Spoken words as 16-bit mono samples, `rate_hz` per second, which is 4,000 to 192,000.

    Raise `ValueError` for anything else.
    """

    samples: "Pcm"
    rate_hz: int

    def __post_init__(self) -> None:
        # Whoever has samples has imported it, and who has none does not wait for it.
        import numpy as np

        # An engine may be somebody else's, whose types nobody has checked.
        if not isinstance(self.samples, np.ndarray) or not isinstance(
            self.rate_hz, (int, np.integer)
        ):
            kinds = f"{type(self.samples).__name__} and {type(self.rate_hz).__name__}"
            raise ValueError(f"{kinds} where an array and an int were expected")
        if self.samples.dtype != np.int16 or self.samples.ndim != 1:
            kind = f"{self.samples.dtype} samples in {self.samples.ndim} dimensions"
            raise ValueError(f"{kind} where 16-bit samples of one channel were expected")
        if not _LOWEST_RATE_HZ <= self.rate_hz <= _HIGHEST_RATE_HZ:
            raise ValueError(f"{self.rate_hz} samples a second are no speech")


class VoiceInfo(Struct, frozen=True):
    """A voice to choose from: `name` is what to write, `languages` are BCP 47 tags.

    `gender` is `female`, `male` or None if unknown; `quality` a word such as `neural`.
    """

    name: str
    description: str
    languages: tuple[str, ...] = ()
    gender: str | None = None
    quality: str | None = None


class Engine(Protocol):
    """A speech engine, opened for one voice and one language.

    `version` names everything that the samples depend on besides the voice, the language and the
    text: clips are cached, and remade when it changes. The rate of the voice is meant in words a
    minute, within 5 % on the lines of a routine; its volume is not the engine's concern.
    """

    version: str

    def start(self) -> None:
        """Do what is done once and may take a minute: load a model, measure a pace.

        It comes before the first `speak`, which has less time. Raise `EngineError` as `speak` does.
        """
        return

    def speak(self, text: str) -> Recording:
        """Return `text`, which has at least one letter or digit, as sound.

        Raise `EngineError` if the engine is missing or fails, or has no such voice.
        """

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices to choose from. Raise `EngineError` as `speak` does."""

    def close(self) -> None:
        """Release processes and files. Closing twice is allowed."""


def spoken_by(engine: Engine, text: str) -> Recording:
    """Return a text as an engine speaks it. Raise `TypeError` if that is no recording."""
    recording: object = engine.speak(text)
    if not isinstance(recording, Recording):
        raise TypeError(f"{type(recording).__name__} where a Recording was expected")
    return recording


def engine_names() -> list[str]:
    """Return the names of all engines, sorted."""
    return sorted(_own_names().union(_names_elsewhere(tuple(sys.path))))


def is_engine(name: str) -> bool:
    """Return whether there is an engine of this name."""
    # Our own first: looking for those of other packages takes long.
    return name in _own_names() or name in _names_elsewhere(tuple(sys.path))


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine for `voice`.

    Raise `EngineError` if there is no such engine, or if the package that provides it is broken.
    """
    with engine_errors(voice.engine):
        engine: Engine = engine_module(voice.engine).open_engine(voice, language)
    return engine


def is_isolated(name: str) -> bool:
    """Return whether an engine needs a process of its own."""
    return bool(getattr(engine_module(name), "ISOLATED", True))


def can_speak(name: str, text: str) -> bool:
    """Return whether an engine would speak all of `text`."""
    module = engine_module(name)
    return bool(module.can_speak(text)) if hasattr(module, "can_speak") else True


def unsupported(voice: Voice) -> Sequence[str]:
    """Return what its engine cannot do of how a voice is to speak, in words."""
    module = engine_module(voice.engine)
    return list(module.unsupported(voice)) if hasattr(module, "unsupported") else []


def unread(voice: Voice, text: str, language: str) -> str:
    """Return the characters of a text that its engine says something else for, perhaps none."""
    module = engine_module(voice.engine)
    return str(module.unread(text, language)) if hasattr(module, "unread") else ""


@contextmanager
def engine_errors(name: str) -> Iterator[None]:
    """Raise as `EngineError` whatever goes wrong in an engine, which may be somebody else's."""
    try:
        yield
    except VoicecoachError:
        raise
    except (Exception, SystemExit) as error:
        words = str(error) if isinstance(error, SystemExit) else words_of(error)
        raise EngineError(f"the speech engine `{name}` failed: {words}") from error


def engine_module(name: str) -> Any:
    """Return the module of an engine. Raise `EngineError` if there is none."""
    own = f"{__name__}.{name}"
    # It is asked for with each line, and a folder is not to be listed for it.
    if own in sys.modules or name in _own_names():
        return importlib.import_module(own)
    from importlib.metadata import entry_points

    for entry in entry_points(group=_GROUP, name=name):
        module = entry.load()
        # An installation that can be edited changes without another version.
        note_path("content", Path(str(module.__file__)))
        return module
    names = engine_names()
    hint = nearest_hint(name, names) or f"the engines are: {', '.join(names)}"
    raise EngineError(f"there is no speech engine `{name}`", hint)


def package_versions(*packages: str) -> str:
    """Return the versions of the packages that an engine's samples depend on."""
    return " ".join(map(_package_version, packages))


def _package_version(package: str) -> str:
    # A process that speaks need not know, and starts faster without this import.
    from importlib import metadata

    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return f"no {package}"


def _own_names() -> frozenset[str]:
    return _names_in(tuple(__path__))


@cache
def _names_in(path: tuple[str, ...]) -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(path))


@cache
def _names_elsewhere(_path: tuple[str, ...]) -> frozenset[str]:
    """Return the engines of other packages: looking for them takes as long as reading a routine."""
    from importlib.metadata import entry_points

    return frozenset(entry.name for entry in entry_points(group=_GROUP))
