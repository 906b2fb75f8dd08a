"""Remarks: what is said about blocks that have no problems."""

from collections.abc import Sequence

from voicecoach.problems import Problem


class Remarks:
    """Warnings and notes, each once, in the order in which they were found."""

    def __init__(self) -> None:
        self._warnings = _Problems()
        self._notes = _Problems()

    @property
    def warnings(self) -> Sequence[Problem]:
        """What will not be heard as it was written."""
        return list(self._warnings.problems)

    @property
    def notes(self) -> Sequence[Problem]:
        """What is right, and the author may have meant otherwise."""
        return list(self._notes.problems)

    def warn(self, problem: Problem) -> None:
        """Add something that will not be heard as it was written."""
        self._warnings.add(problem)

    def note(self, problem: Problem) -> None:
        """Add something that is right, and that the author may have meant otherwise."""
        self._notes.add(problem)

    def says(self, message: str) -> bool:
        """Return whether a message is told already, of a name that stands in several places."""
        return message in self._warnings.messages or message in self._notes.messages

    def add(self, other: "Remarks") -> None:
        """Add all that another one holds."""
        for problem in other.warnings:
            self.warn(problem)
        for problem in other.notes:
            self.note(problem)


class _Problems:
    """Problems, each once: YAML's aliases and includes repeat a block."""

    def __init__(self) -> None:
        # The keys are in order, and their values of no use.
        self.problems: dict[Problem, None] = {}
        self.messages: set[str] = set()

    def add(self, problem: Problem) -> None:
        self.problems.setdefault(problem)
        self.messages.add(problem.message)
