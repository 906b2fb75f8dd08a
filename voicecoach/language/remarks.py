"""Remarks: what is said about blocks that have no problems."""

from dataclasses import dataclass, field

from voicecoach.problems import Problem


@dataclass(slots=True)
class Remarks:
    """Warnings and notes, each once, in the order in which they were found."""

    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def warn(self, problem: Problem) -> None:
        """Add something that will not be heard as it was written."""
        _add(self.warnings, problem)

    def note(self, problem: Problem) -> None:
        """Add something that is right, and that the author may have meant otherwise."""
        _add(self.notes, problem)

    def add(self, other: "Remarks") -> None:
        """Add all that another one holds."""
        for problem in other.warnings:
            self.warn(problem)
        for problem in other.notes:
            self.note(problem)


def _add(known: list[Problem], problem: Problem) -> None:
    # A block may be read several times, as YAML's aliases and includes repeat it.
    if problem not in known:
        known.append(problem)
