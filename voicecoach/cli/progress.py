"""Progress: a bar on stderr with the stage, only where somebody can see it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from voicecoach.build import Progress


@contextmanager
def progress_bar(label: str, quiet: bool = False) -> Iterator[Progress]:
    """Yield a function to report progress to; it shows nothing where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.fields[label]}"), BarColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, label=label)

        def report(stage: str, done: int, total: int | None) -> None:
            count = f" {done} lines" if stage == "Speaking" else ""
            bar.update(task, description=stage + count, completed=done, total=total)

        yield report


def _silent(stage: str, done: int, total: int | None) -> None:
    """Take a report and do nothing."""
