"""The session: what all builds of a command share, opened once."""

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.files.store import Store
from voicecoach.problems import EngineError, VoicecoachError

if TYPE_CHECKING:
    from voicecoach.speech.engine_pool import EnginePool
    from voicecoach.speech.narrator import Narrator
    from voicecoach.speech.worker import Worker

    NarratorOf = Callable[[EnginePool, Store, str, float], Narrator]

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
    if home:
        return Store(Path(home, "voicecoach"))
    import platformdirs

    return Store(platformdirs.user_cache_path("voicecoach", False))


class Session:
    """The store, the engines, and how to report progress and cancel; must be closed.

    `progress` is called with the name of a routine when work on it begins, and yields the callback
    for its progress. Once `cancel` is set, work in progress ends with CancelledError. `narrator`
    makes who speaks the lines of a programme, and `encoder_threads` are those of `formats.Form`.
    """

    def __init__(
        self,
        store: Store | None = None,
        progress: Callable[[str], AbstractContextManager[OnProgress]] = no_progress,
        *,
        engines: "EnginePool | None" = None,
        narrator: "NarratorOf | None" = None,
        encoder_threads: int | None = None,
    ) -> None:
        """The store is the user's if none is given."""
        self.store = store or default_store()
        self.progress = progress
        self.cancel = threading.Event()
        self.encoder_threads = encoder_threads
        self._engines = engines
        self._spare: Worker | None = None
        self._narrator = narrator
        self._opening = threading.Lock()

    @property
    def engines(self) -> "EnginePool":
        """The engines, for whose import nobody waits who finds all as it was."""
        from voicecoach.speech.engine_pool import EnginePool

        with self._opening:
            if self._engines is None:
                self._engines, self._spare = EnginePool(self._spare), None
            return self._engines

    def start_worker(self, asked_ahead: Sequence[Mapping[str, Any]]) -> None:
        """Start a process for an engine, which gets ready to speak while this one imports.

        `asked_ahead` are the requests that open the engine, if it is known which that will be.
        """
        from voicecoach.speech.worker import Worker

        # If it is needed and cannot start then either, that will be told.
        with self._opening, suppress(OSError, EngineError):
            if self._engines is None and self._spare is None:
                self._spare = Worker(asked_ahead=asked_ahead)

    def narrator(self, language: str, loudness_lufs: float) -> "Narrator":
        """Return who speaks the lines of a programme, at a loudness."""
        from voicecoach.speech.narrator import Narrator

        return (self._narrator or Narrator)(self.engines, self.store, language, loudness_lufs)

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
        self._end_engines()

    def close(self) -> None:
        """End the engines, close the store, and remove what killed builds have left."""
        with closing(self.store):
            if self._engines is None and self._spare is None:
                return
            self._end_engines()
        from voicecoach.files.strays import sweep_scratch

        sweep_scratch()

    def _end_engines(self) -> None:
        spare, self._spare = self._spare, None
        for ending in (spare, self._engines):
            if ending is not None:
                ending.close()
