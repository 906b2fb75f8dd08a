"""Progress: bars on stderr with the stages, only where somebody can see them."""

import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

    from voicecoach.session.session import OnProgress, Session


class Display:
    """A bar for each routine at work; none where stderr is no terminal, or with `quiet`.

    Bars may be asked for and moved by several threads.
    """

    def __init__(self, quiet: bool = False) -> None:
        self._bars = None if quiet or not sys.stderr.isatty() else _bars()
        self._changing = threading.Lock()

    @contextmanager
    def bar(self, label: str) -> Iterator["OnProgress"]:
        """Show a bar, and yield a function to report progress to."""
        bars = self._bars
        if bars is None:
            yield lambda _stage, _done, _total: None
            return
        with self._changing:
            task = bars.add_task("", total=None, label=label)
            bars.start()

        def on_progress(stage: str, done: int, total: int | None) -> None:
            count = f" {done} lines" if stage == "Speaking" else ""
            bars.update(task, description=stage + count, completed=done, total=total)

        try:
            yield on_progress
        finally:
            with self._changing:
                bars.remove_task(task)
                if not bars.tasks:
                    bars.stop()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bars away while something else is printed."""
        if self._bars is None:
            yield
            return
        with self._changing:
            self._bars.stop()
            try:
                yield
            finally:
                if self._bars.tasks:
                    self._bars.start()


@contextmanager
def open_session(display: Display | None = None) -> Iterator["Session"]:
    """Yield a session whose progress is shown, closed afterwards."""
    from voicecoach.session.session import Session

    with closing(Session(progress=(display or Display()).bar)) as session:
        yield session


def _bars() -> "Bars":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    label = TextColumn("{task.fields[label]}", markup=False)
    columns = (label, BarColumn(), TextColumn("{task.description}"))
    # What is printed to stdout meanwhile must get there, and not to the bars' stderr.
    return Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
