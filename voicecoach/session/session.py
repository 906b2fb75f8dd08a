"""The session: what all builds of a command share, opened once."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from voicecoach.files.store import Store
from voicecoach.files.strays import sweep_scratch
from voicecoach.problems import VoicecoachError
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.narrator import Narrator

# Called with a stage, how much of it is done, and the total, None if that is not known.
OnProgress = Callable[[str, int, int | None], None]


class CancelledError(VoicecoachError):
    """The session was cancelled."""

    exit_code = 130


@contextmanager
def no_progress(_label: str) -> Iterator[OnProgress]:
    """Show no progress."""
    yield lambda _stage, _done, _total: None


def default_store() -> Store:
    """Return the user's store, in `XDG_CACHE_HOME` if that is set."""
    home = os.environ.get("XDG_CACHE_HOME")
    directory = platformdirs.user_cache_path("voicecoach", False)
    return Store(Path(home, "voicecoach") if home else directory)


@dataclass(frozen=True, slots=True)
class Session:
    """The store, the engines, and how to report progress and cancel; must be closed.

    `progress` is called with the name of a routine when work on it begins, and yields the callback
    for its progress. Once `cancel` is set, work in progress ends with CancelledError. `narrator`
    makes who speaks the lines of a programme, and `encoder_threads` are those of `formats.Form`.
    """

    store: Store = field(default_factory=default_store)
    engines: EnginePool = field(default_factory=EnginePool)
    progress: Callable[[str], AbstractContextManager[OnProgress]] = no_progress
    cancel: threading.Event = field(default_factory=threading.Event)
    narrator: Callable[[EnginePool, Store, str, float], Narrator] = Narrator
    encoder_threads: int | None = None

    @contextmanager
    def working_on(self, name: str) -> Iterator[OnProgress]:
        """Yield the callback for progress with a routine, which raises CancelledError."""
        with self.progress(name) as show:

            def on_progress(stage: str, done: int, total: int | None) -> None:
                if self.cancel.is_set():
                    raise CancelledError("cancelled")
                show(stage, done, total)

            yield on_progress

    def stop(self) -> None:
        """Cancel work in progress, and end the engines that it may be waiting for."""
        self.cancel.set()
        self.engines.close()

    def close(self) -> None:
        """End the engines, close the store, and remove what killed builds have left."""
        with closing(self.store):
            self.engines.close()
        sweep_scratch()
