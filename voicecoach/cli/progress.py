"""Progress: bars on stderr with the stages, only where somebody can see them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from voicecoach.session.planning import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars


class Display:
    """A bar for each routine at work; none where stderr is no terminal, or with `quiet`.

    To be used in a `with` statement. Bars may be asked for and moved by several threads.
    """

    def __init__(self, quiet: bool = False) -> None:
        self._bars = None if quiet or not sys.stderr.isatty() else _bars()

    @contextmanager
    def bar(self, label: str) -> Iterator[Progress]:
        """Show a bar, and yield a function to report progress to."""
        bars = self._bars
        if bars is None:
            yield _silent
            return
        task = bars.add_task("", total=None, label=label)

        def report(stage: str, done: int, total: int | None) -> None:
            count = f" {done} lines" if stage == "Speaking" else ""
            bars.update(task, description=stage + count, completed=done, total=total)

        try:
            yield report
        finally:
            bars.remove_task(task)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bars away while something else is printed."""
        if self._bars is None:
            yield
            return
        self._bars.stop()
        try:
            yield
        finally:
            self._bars.start()

    def __enter__(self) -> "Display":
        if self._bars is not None:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bars is not None:
            self._bars.stop()


@contextmanager
def progress_bar(label: str, quiet: bool = False) -> Iterator[Progress]:
    """Show a bar, and yield a function to report progress to."""
    with Display(quiet) as display, display.bar(label) as progress:
        yield progress


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


def _silent(stage: str, done: int, total: int | None) -> None:
    """Take a report and do nothing."""
