"""The notebook: what a plan remembers from phase to phase, and what it has to report."""

from dataclasses import dataclass, field

from voicecoach.problems import Problem, Span
from voicecoach.routine import Routine


@dataclass(slots=True)
class Notebook:
    """What a plan remembers from phase to phase, and what it has to report.

    `tips_said` are the places of the tips that were said, `named` the numbers of the work phases
    whose name was said at the end of the work before, `encouraged` how many encouragements were.
    """

    routine: Routine
    tips_said: set[Span] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    encouraged: int = 0
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def warn(self, span: Span, code: str, message: str, hint: str) -> None:
        """Note something that will not be heard as it was written, once for each place."""
        if not any(known.span == span and known.code == code for known in self.warnings):
            self.warnings.append(self._problem(span, code, message, hint))

    def note(self, span: Span, code: str, message: str, hint: str) -> None:
        """Note something that a coach would want to know, once for each place."""
        if not any(known.span == span and known.code == code for known in self.notes):
            self.notes.append(self._problem(span, code, message, hint))

    def fail(self, span: Span, code: str, message: str, hint: str) -> None:
        """Note something that cannot be spoken at all, once for each place."""
        if not any(known.span == span for known in self.errors):
            self.errors.append(self._problem(span, code, message, hint))

    def _problem(self, span: Span, code: str, message: str, hint: str) -> Problem:
        return Problem(span, message, hint, code, self.routine.source_line(span))
