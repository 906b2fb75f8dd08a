"""Reports: what a plan has to say about the routine, each thing once for each place."""

from dataclasses import dataclass, field

from voicecoach.problems import Problem, Span
from voicecoach.routine import Routine


@dataclass(slots=True)
class Reports:
    """What a plan has to say about `routine`."""

    routine: Routine
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def fail(self, span: Span, code: str, message: str, hint: str) -> None:
        """Report something that cannot be spoken at all."""
        self._add(self.errors, span, code, message, hint)

    def warn(self, span: Span, code: str, message: str, hint: str) -> None:
        """Report something that will not be heard as it was written."""
        self._add(self.warnings, span, code, message, hint)

    def note(self, span: Span, code: str, message: str, hint: str) -> None:
        """Report something that a coach would want to know."""
        self._add(self.notes, span, code, message, hint)

    def _add(self, known: list[Problem], span: Span, code: str, message: str, hint: str) -> None:
        if not any(problem.span == span and problem.code == code for problem in known):
            known.append(Problem(span, message, hint, code, self.routine.source_line(span)))
