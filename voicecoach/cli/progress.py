"""Progress: bars on stderr that show the stages, only on a terminal."""

import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

    from voicecoach.session.session import OnProgress, Session


class Display:
    """A bar for each routine in progress; none if stderr is not a terminal, or none is `wanted`.

    `with_time_left` is for what takes long enough to ask. Several threads may open and update bars.
    """

    def __init__(self, wanted: bool = True, *, with_time_left: bool = False) -> None:
        self._bars = _bars(with_time_left) if wanted and sys.stderr.isatty() else None
        self._changing = threading.Lock()

    @contextmanager
    def bar(self, label: str) -> Iterator["OnProgress"]:
        """Show a bar, and yield the callback that updates it."""
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
        """Hide the bars while something else is printed."""
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
    """Yield a session that shows its progress, and close it afterwards."""
    from voicecoach.session.session import Session

    with closing(Session(progress=(display or Display()).bar)) as session:
        yield session


def _bars(with_time_left: bool) -> "Bars":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn

    label = TextColumn("{task.fields[label]}", markup=False)
    columns: list[ProgressColumn] = [label, BarColumn(), TextColumn("{task.description}")]
    if with_time_left:
        columns.append(TimeRemainingColumn())
    # Anything printed to stdout in the meantime must not end up on the bars' stderr.
    return Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
