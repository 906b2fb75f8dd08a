"""The session: what all builds of a command share, opened once."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from voicecoach.files.store import Store
from voicecoach.problems import VoicecoachError
from voicecoach.speech.engine_pool import EnginePool

# Called with a stage, how much of it is done, and of how much; None where that is not known.
OnProgress = Callable[[str, int, int | None], None]


class CancelledError(VoicecoachError):
    """Nobody waits any longer for what is being done."""

    exit_code = 130


@contextmanager
def unseen(_label: str) -> Iterator[OnProgress]:
    """Show no progress."""
    yield lambda _stage, _done, _total: None


def default_store() -> Store:
    """Return the user's store, under `XDG_CACHE_HOME` where that is set."""
    home = os.environ.get("XDG_CACHE_HOME")
    directory = platformdirs.user_cache_path("voicecoach", False)
    return Store(Path(home, "voicecoach") if home else directory)


@dataclass(frozen=True, slots=True)
class Session:
    """The store, the engines and whoever waits; to be closed.

    `progress` is called with the name of a routine when work on it begins, and gives what its
    progress is told to until it ends. Once `cancel` is set, what is being done ends with
    CancelledError.
    """

    store: Store = field(default_factory=default_store)
    engines: EnginePool = field(default_factory=EnginePool)
    progress: Callable[[str], AbstractContextManager[OnProgress]] = unseen
    cancel: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def working_on(self, name: str) -> Iterator[OnProgress]:
        """Yield what progress with a routine is told to; it raises CancelledError."""
        with self.progress(name) as shown:

            def on_progress(stage: str, done: int, total: int | None) -> None:
                if self.cancel.is_set():
                    raise CancelledError("cancelled")
                shown(stage, done, total)

            yield on_progress

    def close(self) -> None:
        """End the engines and close the store."""
        self.engines.close()
        self.store.close()
