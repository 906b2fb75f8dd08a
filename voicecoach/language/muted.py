"""Muted texts: those with a noted problem, of which no others are to be noted."""

from bisect import bisect_left, insort

from voicecoach.problems import Span


class Muted:
    """Spans of scalars, of which no two overlap, unless they are the same."""

    def __init__(self) -> None:
        self._by_line: dict[tuple[str, int], list[Span]] = {}

    def add(self, span: Span) -> None:
        """Mute a text."""
        spans = self._by_line.setdefault((span.file, span.line), [])
        if not self.covers(span):
            insort(spans, span)

    def covers(self, span: Span) -> bool:
        """Return whether a span shares a character with a muted text."""
        spans = self._by_line.get((span.file, span.line), [])
        at = bisect_left(spans, span)
        return any(map(span.overlaps, spans[max(0, at - 1) : at + 1]))
