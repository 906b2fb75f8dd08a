"""The notebook: what a plan remembers from phase to phase, and what it has to report."""

from dataclasses import dataclass, field

from voicecoach.problems import Problem, Span
from voicecoach.routine import Routine


@dataclass(slots=True)
class Notebook:
    """What a plan remembers from phase to phase, and what it has to report.

    `tips_said` are the places of the tips that were said, `named` the numbers of the work phases
    whose name was said at the end of the work before.
    """

    routine: Routine
    tips_said: set[Span] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def warn(self, span: Span, code: str, message: str, hint: str) -> None:
        """Note something that will not be heard as it was written, once for each place."""
        if not any(known.span == span and known.code == code for known in self.warnings):
            self.warnings.append(self._problem(span, code, message, hint))

    def fail(self, span: Span, code: str, message: str, hint: str) -> None:
        """Note something that cannot be spoken at all, once for each place."""
        if not any(known.span == span for known in self.errors):
            self.errors.append(self._problem(span, code, message, hint))

    def _problem(self, span: Span, code: str, message: str, hint: str) -> Problem:
        lines = self.routine.lines
        shown = lines[span.line - 1] if span.line <= len(lines) else None
        return Problem(span, message, hint, code, shown)
