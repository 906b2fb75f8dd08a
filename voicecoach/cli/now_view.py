"""The view of what is done now: a screen of its own on a terminal, or a line for each part."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from voicecoach.cli import report
from voicecoach.units import clock, whole_clock

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from voicecoach.playing.now import Now
    from voicecoach.playing.programme import Part, Programme

_DOT = " · "
# Below so many lines, there are none to spare.
_ROOMY = 16


class Screen:
    """The whole terminal, drawn anew when something of it changes, or its size."""

    def __init__(self, programme: "Programme", keys: str, console: "Console") -> None:
        from rich.live import Live

        self._programme, self._keys, self._console = programme, keys, console
        self._live = Live(console=console, screen=True, auto_refresh=False)
        self._shown: object = None

    @contextmanager
    def open(self) -> Iterator[None]:
        """Show it, and bring back what the terminal showed before."""
        with self._live:
            yield

    def show(self, now: "Now", paused: bool) -> None:
        """Show what is done now."""
        state = (now, paused, self._console.size)
        if state != self._shown:
            self._live.update(self._drawn(now, paused), refresh=True)
            self._shown = state

    def _drawn(self, now: "Now", paused: bool) -> "RenderableType":
        from rich.console import Group
        from rich.padding import Padding
        from rich.progress_bar import ProgressBar
        from rich.table import Table

        duration_ms = self._programme.duration_ms
        head = Table.grid(expand=True, padding=(0, 1))
        head.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
        head.add_column(justify="right", no_wrap=True)
        times = f"{clock(now.at_ms)} / {whole_clock(duration_ms)}"
        head.add_row(_line(self._programme.title), _line(times))
        part = now.part
        gap = [""] if self._console.height >= _ROOMY else []
        state = self._programme.words.page("paused") if paused else part.kind
        return Padding(
            Group(
                head,
                ProgressBar(
                    duration_ms,
                    now.at_ms,
                    style="dim",
                    complete_style="green",
                    finished_style="green",
                ),
                *gap,
                _line(state, "reverse" if paused else "dim"),
                _line(part.title, "bold"),
                _line(_DOT.join(now.details)),
                _line(clock(now.left_ms), "bold green"),
                *gap,
                _line(part.following),
                *gap,
                _line(self._keys, "dim"),
                _line(now.caption, "italic"),
            ),
            (0, 1),
        )


class Lines:
    """A line on standard output for each part as it begins, as a screen reader reads it."""

    def __init__(self) -> None:
        self._shown: Part | None = None

    @contextmanager
    def open(self) -> Iterator[None]:
        """Do nothing: there is nothing to bring back."""
        yield

    def show(self, now: "Now", paused: bool) -> None:  # noqa: ARG002
        """Print the part that is done now, unless it was printed last."""
        part = now.part
        if part is not self._shown:
            length = whole_clock(part.end_ms - part.start_ms)
            named = [part.kind, part.title, *part.details, length]
            report.say(f"{whole_clock(part.start_ms)} {', '.join(filter(None, named))}")
            self._shown = part


def _line(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(report.one_line(text), style)
